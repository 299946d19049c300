"""Find the entries of a finished article for the theme's search index, as the theme's parser finds them.

The theme parses each page as if anybody had written it; our templates write no unclosed element and no stray
sign, and with that most of the work falls away. Where an article holds what this reading does not know, the
theme's parser is asked. `tests/site/test_sections.py` holds the two against each other on every page.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

_TOKEN = re.compile(
    r"""<!--.*?-->|<(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*)(?P<rest>(?:"[^"]*"|'[^']*'|[^>"'])*)>|(?P<text>[^<]+)""",
    re.DOTALL,
)
_ID = re.compile(r'\sid="([^"]*)"')
_EXCLUDED = re.compile(r"\sdata-search-exclude\b")
_UNKNOWN = re.compile(
    r"""<(?:script|style|object|textarea)\b|\sid=[^"]|headerlink|linenodiv""", re.IGNORECASE
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KEPT = frozenset({"p", "code", "pre", "li", "ol", "ul", "sub", "sup"})
# https://html.spec.whatwg.org/#void-elements, and one that is no longer among them
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"})
_VOID |= {"source", "track", "wbr"}
_OUT = float("inf")
"""The depth of a section that has been left."""


def entries_of(html: str, url: str, title: str) -> list[Mapping[str, Any]] | None:
    """The entries of a page at `url`; `title` is for text that stands under no heading.

    None for an article with what only the theme's parser knows.
    """
    if _UNKNOWN.search(html):
        return None
    reading = _Reading()
    try:
        reading.all(html)
    except ValueError:
        # An element that is kept ends in words that are not: the theme's parser stumbles over it as well.
        return None
    return [
        {
            "location": f"{url}#{section.id}" if section.id else url,
            "title": ("".join(section.title) or title).strip(),
            "text": "".join(section.text).strip(),
        }
        for section in reading.sections
        if not section.excluded
    ]


@dataclass
class _Section:
    """The words from one heading to the next; `tag` is the heading's, none for words before the first."""

    tag: str
    depth: float = 0
    id: str = ""
    excluded: bool = False
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reading:
    """What has been read of an article; elements are told apart by their names alone, as the theme does."""

    def __init__(self) -> None:
        self.sections: list[_Section] = []
        self.section: _Section | None = None
        self.open: list[str] = []
        self.skipped: set[str] = set()
        self.silent = False

    def all(self, html: str) -> None:
        for token in _TOKEN.finditer(html):
            text = token["text"]
            if text is not None:
                self.words(unescape(text) if "&" in text else text)
            elif token["tag"] is not None:
                tag, rest = token["tag"].lower(), token["rest"]
                if token["end"]:
                    self.end(tag)
                    continue
                self.start(tag, rest)
                if rest.endswith("/"):
                    self.end(tag)

    def start(self, tag: str, rest: str) -> None:
        if tag in _VOID:
            return
        self.open.append(tag)
        excluded = "data-search-exclude" in rest and _EXCLUDED.search(rest) is not None
        if tag in _HEADINGS and (found := _ID.search(rest)):
            self._heading(tag, unescape(found[1]), excluded)
        section = self._current()
        if excluded:
            self.skipped.add(tag)
        elif tag in _KEPT and not self._is_silent():
            (section.title if section.tag in self.open else section.text).append(f"<{tag}>")
        self.silent = self._is_silent()

    def _heading(self, tag: str, id_: str, excluded: bool) -> None:
        depth = len(self.open)
        if tag != "h1" and not self.sections:
            self.sections.append(_Section("", depth))
        self.section = _Section(tag, depth, id_ if self.sections else "", excluded)
        self.sections.append(self.section)

    def end(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            return
        section = self._current()
        if section.depth > len(self.open):
            outer = next((item for item in reversed(self.sections) if item.depth <= len(self.open)), None)
            if outer is not None:
                section.depth = _OUT
                self.section = section = outer
        self.open.pop()
        if tag in self.skipped:
            self.skipped.remove(tag)
        elif tag in _KEPT and not self._is_silent():
            _close(section.title if section.tag in self.open else section.text, tag)
        self.silent = self._is_silent()

    def words(self, text: str) -> None:
        if self.silent:
            return
        if "pre" not in self.open:
            text = " " if text.isspace() else text.replace("\n", " ")
        section = self._current()
        if section.tag in self.open:
            section.title.append(escape(text, quote=False))
        elif not text.isspace():
            section.text.append(escape(text, quote=False))
        elif not section.text or not section.text[-1].isspace() or "pre" in self.open:
            section.text.append(text)

    def _current(self) -> _Section:
        if self.section is None:
            self.section = _Section("")
            self.sections.append(self.section)
        return self.section

    def _is_silent(self) -> bool:
        return bool(self.skipped) and not self.skipped.isdisjoint(self.open)


def _close(words: list[str], tag: str) -> None:
    """End an element that is kept; take it away where nothing but space stands in it."""
    start = words.index(f"<{tag}>")
    if any(not word.isspace() for word in words[start + 1 :]):
        words.append(f"</{tag}>")
    else:
        del words[start:]
