"""Pages in, the theme's search index out: a head for every page, entries for searches (decision 0013)."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.site.generated import GeneratedPage
from generator.site.sections import entries_of

INDEX = "search/search_index.json"
ENTRIES = "search/search_entries.json"
"""Below a language's folder. The worker in `templates/` knows its place as well."""


@dataclass(frozen=True)
class Search:
    """The index that the theme's search plugin makes; `None` where a site has no search, or another one."""

    index: Any

    @classmethod
    def of(cls, config: MkDocsConfig) -> "Search":
        """The one that a configuration asks for."""
        for plugin in config.plugins.values():
            index = getattr(plugin, "search_index", None)
            if index is not None and hasattr(index, "entries") and hasattr(index, "add_entry_from_context"):
                return cls(index)
        return cls(None)

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

    def lighten(self, site: Path) -> None:
        """Leave a language's index without entries, which lie beside it from now on.

        The theme's script loads the index with every page, our worker loads the entries for a search. OSError
        where a file cannot be written.
        """
        full, entries = site / INDEX, site / ENTRIES
        if self.index is None or not full.is_file():
            return
        with self.apart():
            empty = self.index.generate_search_index(None)
        full.replace(entries)
        full.write_text(empty, encoding="utf-8")
