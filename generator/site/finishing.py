"""Pages in, their files out: taken over from the last site where nothing that made them has changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.folders import Folders
from generator.pages import Page
from generator.site.amiss import telling
from generator.site.finished import Frame
from generator.site.generated import GeneratedPage
from generator.site.last import Unchanged
from generator.site.ledger import Published
from generator.site.moulds import Caster
from generator.site.search import Search

_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")


def write_language(
    frame: Frame,
    pages: Sequence[tuple[GeneratedPage, Page]],
    keys: Mapping[str, str],
    unchanged: Unchanged,
    folders: Folders,
) -> Mapping[str, Published]:
    """Write a language's generated pages and take them off mkdocs' list; gives the record of them.

    `keys` are those of the files by their path, `folders` those of the project.
    PluginError where a template is amiss, OSError where a file cannot be written.
    """
    search = Search.of(frame.config)
    caster = Caster(frame, frame.finish) if _is_plain(frame.config) else None
    files: dict[str, Published] = {}
    for page, planned in pages:
        page.waits = False
        name, path = page.file.dest_uri, page.file.abs_dest_path
        known = unchanged.taken(name, path)
        if known is None:
            with telling(folders, planned.address):
                known = _made(page, keys[name], Path(path), caster, frame, search)
            page.let_go()
        files[name] = known
        search.add(known.entries)
        frame.files.remove(page.file)
    return files


def _made(
    page: GeneratedPage, key: str, path: Path, caster: Caster | None, frame: Frame, search: Search
) -> Published:
    with search.apart() as entries:
        html = caster.finish(page) if caster else frame.finish(page)
        if caster and search.index is not None and page.rendered.found_by != "nothing" and not entries:
            # The page was cast, and the plugin has not seen it.
            page.read_source(frame.config)
            page.render(frame.config, frame.files)
            search.read(page)
    return written(path, html.encode("utf-8", errors="xmlcharrefreplace"), key, entries)


def written(path: Path, content: bytes, key: str, entries: Iterable[Mapping[str, Any]] = ()) -> Published:
    """Write a file of the new site; gives its record. OSError where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # What lies there may be a file of the published site, too.
    path.unlink(missing_ok=True)
    path.write_bytes(content)
    return Published(key, len(content), path.stat().st_mtime_ns, tuple(entries))


def _is_plain(config: MkDocsConfig) -> bool:
    """Whether only our plugin and the theme's search want to see each page: others get each in full."""
    seen: Iterator[Any] = (
        getattr(method, "__self__", None)
        for event in _EVENTS
        for method in config.plugins.events.get(event, ())
    )
    known = ("generator.", "material.plugins.search.")
    return all(type(plugin).__module__.startswith(known) for plugin in seen)
