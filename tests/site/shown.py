"""A page of a built site in, every text that a reader sees or hears, with the language it is in, out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from tests.site.built import VOID, Page

HEARD = ("aria-label", "aria-description", "title", "placeholder", "alt", "label")
TYPED = ("submit", "reset", "button")


@dataclass(frozen=True)
class Shown:
    """A text, where it stands on its page, and the nearest `lang` around it."""

    text: str
    place: str
    language: str


def shown_on(page: Page) -> Iterator[Shown]:
    """All texts of a page: its own words, and what the brackets of a pseudo-locale leave out of account."""
    reader = _Reader()
    reader.feed(page.file.read_text(encoding="utf-8"))
    reader.close()
    return iter(reader.found)


def outside(text: str, opening: str = "⟦", closing: str = "⟧") -> str:
    """What of a text stands in no brackets; AssertionError where they do not match."""
    depth, left = 0, []
    for letter in text:
        if letter == opening:
            depth += 1
        elif letter == closing:
            depth -= 1
            assert depth >= 0, f"a bracket closes that was never opened: {text}"
        elif not depth:
            left.append(letter)
    assert not depth, f"a bracket is left open: {text}"
    return re.sub(r"\s+", " ", "".join(left)).strip()


class _Reader(HTMLParser):
    """Collects texts by block: a sentence may run through links and emphasis, and brackets with it."""

    INLINE = frozenset(("a", "b", "br", "code", "em", "i", "small", "span", "strong", "tspan", "wbr"))
    SILENT = frozenset(("script", "style", "code", "pre"))

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Shown] = []
        self._open: list[tuple[str, str]] = []
        self._text: list[str] = []
        self._said_in = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._text.append(" ")
        if tag not in self.INLINE or "lang" in attributes:
            self._end_block()
        language = attributes.get("lang") or (self._open[-1][1] if self._open else "")
        heard = [attributes[name] for name in HEARD if name in attributes]
        if tag == "meta" and attributes.get("name") == "description":
            heard.append(attributes["content"])
        if tag == "input" and attributes.get("type") in TYPED:
            heard.append(attributes.get("value", ""))
        self.found += [Shown(text, f"<{tag}> says", language) for text in heard]
        if tag not in VOID:
            self._open.append((tag, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in [name for name, _ in self._open]:
            return
        self._text.append(" ")
        language = self._open[-1][1]
        while self._open.pop()[0] != tag:
            pass
        if tag not in self.INLINE or (self._open and language != self._open[-1][1]):
            self._end_block(tag, language)

    def handle_data(self, data: str) -> None:
        if self.SILENT.isdisjoint(name for name, _ in self._open):
            self._text.append(data)
            self._said_in = self._open[-1][1] if self._open else ""

    def _end_block(self, tag: str = "", language: str = "") -> None:
        text = re.sub(r"\s+", " ", "".join(self._text)).strip()
        if text:
            place = tag or (self._open[-1][0] if self._open else "")
            self.found.append(Shown(text, f"<{place}>", language or self._said_in))
        self._text = []
