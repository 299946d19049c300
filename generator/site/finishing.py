"""Pages in, their files out: taken over from the last site where nothing that made them has changed."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.pages import Page
from generator.site.amiss import telling
from generator.site.finished import Frame
from generator.site.generated import GeneratedPage
from generator.site.keys import Keys
from generator.site.ledger import Ledger, Published, taken_over
from generator.site.moulds import Caster
from generator.site.sections import entries_of

_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")


@dataclass(frozen=True)
class Search:
    """The index that the theme's search plugin makes; `None` where a site has no search, or another one."""

    index: Any

    @contextmanager
    def apart(self) -> Iterator[list[Mapping[str, Any]]]:
        """What is added to the index meanwhile, apart from all that is in it."""
        found: list[Mapping[str, Any]] = []
        if self.index is None:
            yield found
            return
        before, self.index.entries = self.index.entries, found
        try:
            yield found
        finally:
            self.index.entries = before

    def read(self, page: GeneratedPage) -> None:
        """Put what a page says into the index."""
        title = str(page.meta["title"])
        found = entries_of(page.content or "", page.url, title) if self._is_known else None
        if found is None:
            self.index.add_entry_from_context(page)
        else:
            self.index.entries.extend(found)

    @cached_property
    def _is_known(self) -> bool:
        """Whether the index is the theme's own, and takes words as they are: it can take Chinese apart."""
        module = sys.modules[type(self.index).__module__]
        return module.__name__ == "material.plugins.search.plugin" and not getattr(module, "jieba", True)

    def add(self, entries: Iterable[Mapping[str, Any]]) -> None:
        """Put entries into the index."""
        if self.index is not None:
            self.index.entries.extend(dict(entry) for entry in entries)


def write_language(
    frame: Frame, pages: Sequence[tuple[GeneratedPage, Page]], keys: Keys, before: Ledger, published: Path
) -> Ledger:
    """Write a language's generated pages and take them off mkdocs' list; gives the record of them.

    `before` is the record of the language's site in the folder `published`, which the new one will replace.
    PluginError where a template is amiss, OSError where a file cannot be written.
    """
    search = _search(frame.config)
    caster = Caster(frame, frame.finish) if _is_plain(frame.config) else None
    files: dict[str, Published] = {}
    for page, planned in pages:
        key = keys.key(planned)
        page.waits = False
        name, path = page.file.dest_uri, page.file.abs_dest_path
        known = before.files.get(name)
        if known is None or known.key != key or not taken_over(f"{published}/{name}", path, known):
            with telling(keys.inputs.folders, planned.address):
                known = _made(page, key, Path(path), caster, frame, search)
            page.let_go()
        files[name] = known
        search.add(known.entries)
        frame.files.remove(page.file)
    return Ledger(files)


def _made(
    page: GeneratedPage, key: str, path: Path, caster: Caster | None, frame: Frame, search: Search
) -> Published:
    with search.apart() as entries:
        html = caster.finish(page) if caster else frame.finish(page)
        if caster and search.index is not None and page.rendered.searchable and not entries:
            # The page was cast, and the plugin has not seen it.
            page.read_source(frame.config)
            page.render(frame.config, frame.files)
            search.read(page)
    return written(path, html.encode("utf-8", errors="xmlcharrefreplace"), key, entries)


def written(path: Path, content: bytes, key: str, entries: Iterable[Mapping[str, Any]] = ()) -> Published:
    """Write a file of the new site; gives its record. OSError where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return Published(key, len(content), path.stat().st_mtime_ns, tuple(entries))


def _search(config: MkDocsConfig) -> Search:
    for plugin in config.plugins.values():
        index = getattr(plugin, "search_index", None)
        if index is not None and hasattr(index, "entries") and hasattr(index, "add_entry_from_context"):
            return Search(index)
    return Search(None)


def _is_plain(config: MkDocsConfig) -> bool:
    """Whether only our plugin and the theme's search want to see each page: others get each in full."""
    seen: Iterator[Any] = (
        getattr(method, "__self__", None)
        for event in _EVENTS
        for method in config.plugins.events.get(event, ())
    )
    known = ("generator.", "material.plugins.search.")
    return all(type(plugin).__module__.startswith(known) for plugin in seen)
