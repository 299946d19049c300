"""A build in, its files that need nothing of the theme's frame out: whole pages, and data for other programs.

Like pages, they are taken over from the last site where nothing that made them has changed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from generator.export import API, INDEX, Publication, data_files, index
from generator.pages import Page as Planned
from generator.pages.kinds import kind_of
from generator.site.building import Build
from generator.site.finished import Frame
from generator.site.finishing import taken_over, written
from generator.site.generated import data_file
from generator.site.keys import Keys
from generator.site.ledger import Ledger, Published


@dataclass(frozen=True)
class Ready:
    """A file of the site by its path; `file` stands for it among mkdocs' files until it is written."""

    path: str
    file: File
    key: Callable[[Keys], str]
    make: Callable[[], bytes]


def ready_pages(build: Build, config: MkDocsConfig) -> Iterator[Ready]:
    """The pages that are finished as our own templates write them."""
    for planned in build.planned:
        if kind_of(planned).whole:
            path = f"{planned.address}index.html"
            key = partial(Keys.key, page=planned)

            def make(page: Planned = planned) -> bytes:
                return build.renderer.page(page).html.encode()

            yield Ready(path, data_file(config, path, b""), key, make)


def ready_data(build: Build, config: MkDocsConfig) -> Iterator[Ready]:
    """The files for other programs, but for the list of them."""
    for data in data_files(_publication(build)):
        key = partial(Keys.data_key, path=data.path, about=data.about)
        yield Ready(data.path, data_file(config, data.path, b""), key, data.make)


def data_index(build: Build, config: MkDocsConfig, record: Mapping[str, Published]) -> File:
    """The list of those that were written, with their sizes."""
    sizes = {path: item.size for path, item in record.items() if path.startswith(f"{API}/")}
    return data_file(config, INDEX, index(_publication(build), sizes))


def write_ready(
    frame: Frame, files: Sequence[Ready], keys: Keys, before: Ledger, published: Path
) -> Mapping[str, Published]:
    """Write files and take them off mkdocs' list; gives the record of them.

    `before` is the record of the language's site in the folder `published`, which the new one will replace.
    """
    record: dict[str, Published] = {}
    for ready in files:
        key, path = ready.key(keys), Path(ready.file.abs_dest_path)
        known = before.files.get(ready.path)
        if known is None or known.key != key or not taken_over(published / ready.path, path, known):
            known = written(path, ready.make(), key)
        record[ready.path] = known
        frame.files.remove(ready.file)
    return record


def _publication(build: Build) -> Publication:
    return Publication(build.project.views, build.language.tag, build.project.terms(build.site_url))
