"""A build in, its files that need nothing of the theme's frame out: whole pages, and data for other programs.

Like pages, they are taken over from the last site where nothing that made them has changed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.export import API, INDEX, Publication, data_files, exports, index
from generator.folders import Folders
from generator.pages import Page as Planned
from generator.pages.kinds import kind_of
from generator.site.amiss import telling
from generator.site.building import Build
from generator.site.finished import Frame
from generator.site.finishing import write_language, written
from generator.site.generated import GeneratedPage, data_file
from generator.site.keys import Keys
from generator.site.last import LastSite, Unchanged
from generator.site.ledger import Ledger, Published
from generator.site.policy import with_policy


@dataclass(frozen=True)
class Ready:
    """A file of the site by its path; `file` stands for it among mkdocs' files until it is written."""

    path: str
    file: File
    key: Callable[[Keys], str]
    make: Callable[[], bytes]


def ready_files(build: Build, config: MkDocsConfig, *, published: bool) -> Sequence[Ready]:
    """The pages that our own templates write whole, and the files for other programs but for their list.

    Pages that are published say what a browser may run on them.
    """
    data = _data(build, config) if build.is_default else ()
    return (*_pages(build, config, with_policy if published else str), *data)


def made_files(build: Build, config: MkDocsConfig) -> Iterator[File]:
    """The same as files with their content, the list among them, for whoever keeps no record of them."""
    for ready in _pages(build, config, str):
        yield data_file(config, ready.path, ready.make())
    if build.is_default and build.publishes:
        terms = build.project.terms(build.site_url)
        for path, content in exports(build.project.views, build.language.tag, terms):
            yield data_file(config, path, content)


def _pages(build: Build, config: MkDocsConfig, finish: Callable[[str], str]) -> Iterator[Ready]:
    for planned in build.planned:
        if kind_of(planned).whole:
            path = f"{planned.address}index.html"
            key = partial(Keys.key, page=planned)

            def make(page: Planned = planned) -> bytes:
                return finish(build.renderer.page(page).html).encode()

            yield Ready(path, data_file(config, path, b""), key, make)


def _data(build: Build, config: MkDocsConfig) -> Iterator[Ready]:
    for data in data_files(_publication(build)):
        key = partial(Keys.data_key, path=data.path, about=data.about)
        yield Ready(data.path, data_file(config, data.path, b""), key, data.make)


def write_all(
    frame: Frame,
    build: Build,
    pages: Sequence[tuple[GeneratedPage, Planned]],
    files: Sequence[Ready],
    last: LastSite,
) -> Ledger:
    """Write a language's generated pages and files and take them off mkdocs' list; gives the record of them.

    The list of the files for other programs, with their sizes, is left to mkdocs: it is made each time.
    """
    if build.inputs is None:
        raise ValueError("a preview writes no files")
    keys = Keys(build.renderer.site, build.inputs, build.project.views)
    keyed = {page.file.dest_uri: keys.key(planned) for page, planned in pages}
    keyed |= {ready.path: ready.key(keys) for ready in files}
    unchanged = last.unchanged(keyed, Path(frame.config.site_dir))
    made = write_language(frame, pages, keyed, unchanged, build.inputs.folders)
    ready = _write_ready(frame, files, keyed, unchanged, build.inputs.folders)
    sizes = {path: item.size for path, item in ready.items() if path.startswith(f"{API}/")}
    if sizes:
        frame.files.append(data_file(frame.config, INDEX, index(_publication(build), sizes)))
    return Ledger({**made, **ready})


def _write_ready(
    frame: Frame, files: Sequence[Ready], keys: Mapping[str, str], unchanged: Unchanged, folders: Folders
) -> Mapping[str, Published]:
    record: dict[str, Published] = {}
    for ready in files:
        path = ready.file.abs_dest_path
        known = unchanged.taken(ready.path, path)
        if known is None:
            with telling(folders, ready.path.removesuffix("index.html")):
                known = written(Path(path), ready.make(), keys[ready.path])
        record[ready.path] = known
        frame.files.remove(ready.file)
    return record


def _publication(build: Build) -> Publication:
    return Publication(build.project.views, build.language.tag, build.project.terms(build.site_url))
