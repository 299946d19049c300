"""Fill the theme's search index: settings for every page, entries for searches (decision 0013)."""

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from html import escape, unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from generator.site.frame.data_page import DataPage, with_title_id
from generator.site.frame.search_entries import entries_of

INDEX = "search/search_index.json"
ENTRIES = "search/search_entries.json"
"""Below a language's folder. The worker in `templates/` knows its place as well."""

_APART = re.compile(r"<br>|</(?:caption|d[dlt]|div|fieldset|h[1-6]|label|legend|section|summary|t[dhr])>")
"""Ends of what stands apart for a reader: the theme's parser would join the words on either side."""

_BODY = re.compile(r"<(?:h2\b|ul\b|atlas-)")
"""Where the head of a page ends: at its first section or list, or at what a script fills."""


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

    def arrange(self) -> None:
        """Have the entries of our pages made as `read` makes them, by whomever they are asked for."""
        if not self._is_the_themes:
            return
        by_the_theme = self.index.add_entry_from_context

        def add(page: Page) -> None:
            if isinstance(page, DataPage):
                self.read(page)
            else:
                by_the_theme(page)

        self.index.add_entry_from_context = add

    def read(self, page: DataPage) -> None:
        """Put what a page says into the index: all of it, its head or nothing, as is due to its kind."""
        if not self._is_the_themes:
            self.index.add_entry_from_context(page)
            return
        if page.rendered.found_by == "nothing":
            return
        whole, html = page.rendered.found_by == "all", page.content or ""
        html, title_id = with_title_id(_APART.sub(r"\g<0> ", html if whole else _BODY.split(html, 1)[0]))
        # As the theme names the page in its own title: by its name in the navigation, where it stands there.
        title = str(page.title if page.in_navigation and page.url else page.meta["title"])
        found = _arranged(self._parsed(html, page.url, title), title, title_id)
        self.index.entries.extend(found if whole else found[:1])

    def _parsed(self, html: str, url: str, title: str) -> list[Mapping[str, Any]]:
        found = None if self._takes_words_apart else entries_of(html, url, title)
        if found is None:
            with self.apart() as found:
                parsed = SimpleNamespace(content=html, meta={"title": title}, title=title, toc=[], url=url)
                self.index.add_entry_from_context(parsed)
        return found

    @property
    def _is_the_themes(self) -> bool:
        return type(self.index).__module__ == "material.plugins.search.plugin"

    @cached_property
    def _takes_words_apart(self) -> bool:
        """Whether the theme does so, which Chinese needs."""
        return bool(getattr(sys.modules[type(self.index).__module__], "jieba", True))

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
        full.replace(entries)
        full.write_text(self.without_entries(), encoding="utf-8")

    def without_entries(self) -> str:
        """Make the index as the theme's script loads it with every page."""
        with self.apart():
            return str(self.index.generate_search_index(None))


def _arranged(entries: list[Mapping[str, Any]], title: str, title_id: str) -> list[Mapping[str, Any]]:
    """The entries of a page with what stands under its heading as the page's own, wherever the heading is.

    A result shows the title and the words of that entry: those that the page begins with, and not its crumbs.
    """
    if not entries or "#" in entries[0]["location"]:
        return entries
    page, *others = entries
    heading, said = page["title"], [page["text"]]
    if others and others[0]["location"].endswith(f"#{title_id}"):
        heading, said = others[0]["title"], [others.pop(0)["text"], *said]
    if unescape(heading) not in unescape(title):
        said.insert(0, f"<p>{heading}</p>")
    title = escape(unescape(title), quote=False)
    return [{**page, "title": title, "text": " ".join(filter(None, said))}, *others]
