"""Write what search knows of a language, in the place of the theme's index (decision 0013)."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from generator.render import ENTRIES

INDEX = "search/search_index.json"
"""What the theme's script loads with every page, below a language's folder."""

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Search:
    """The index of the theme's search plugin; `None` where a site has no search, or another one."""

    index: Any

    @classmethod
    def of(cls, config: MkDocsConfig) -> "Search":
        """The one that a configuration asks for."""
        for plugin in config.plugins.values():
            index = getattr(plugin, "search_index", None)
            if index is not None and hasattr(index, "entries") and hasattr(index, "add_entry_from_context"):
                return cls(index)
        return cls(None)

    def write(self, site: Path, known: Mapping[str, Any]) -> None:
        """Write what our worker loads for a search, and leave the theme's index without entries.

        `known` is what is known from the data; pages by hand are as the theme has read them. OSError where a
        file cannot be written.
        """
        if self.index is None or not (site / INDEX).is_file():
            return
        found = {**known, "entries": [*known["entries"], *self._by_hand()]}
        content = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
        (site / ENTRIES).write_text(content, encoding="utf-8")
        (site / INDEX).write_text(self.without_entries(), encoding="utf-8")

    def without_entries(self) -> str:
        """Make the index as the theme's script loads it with every page."""
        before, self.index.entries = self.index.entries, []
        try:
            return str(self.index.generate_search_index(None))
        finally:
            self.index.entries = before

    def _by_hand(self) -> Iterator[Mapping[str, Any]]:
        title = ""
        for entry in self.index.entries:
            place, words = entry["location"], {key: _plain(entry[key]) for key in ("title", "text")}
            if "#" not in place:
                title = words["title"]
            label = title if "#" in place else ""
            yield {"kind": "page", "location": place, **words, "label": label, "more": "", "also": []}


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", html)).split())
