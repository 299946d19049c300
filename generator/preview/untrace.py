"""Take the traces out of a finished page, and say where each of its texts ends.

What the preview adds to a page is put in at those places: the page without it is the build's, to the byte.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.preview.trace import TRACE, number_of

# In these nothing can be added: a link there would be lost, would not be HTML, or would end up in a picture.
_CLOSED = frozenset(
    (
        *("a", "button", "caption", "figure", "label", "legend", "nav", "optgroup", "option", "script"),
        *("select", "style", "summary", "svg", "template", "textarea"),
    )
)
# Of these, what follows the element still stands beside its text.
_LINE = frozenset({"a", "button", "label"})
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_CONTENT = frozenset({"article", "main"})
_HEADING = re.compile(r"h[1-6]")
# What only some see: readers of a screen, or of a phone.
_HIDDEN = re.compile(r"\ba-(hidden|matrix__level)\b|\shidden(?![\w-])")
_TOKEN = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style|title|textarea)\b[^>]*>.*?</(?P=raw)\s*>"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*)>",
    re.DOTALL,
)


@dataclass(frozen=True)
class Ending:
    """Where a text ends in a page; `free` where a link may follow straight away."""

    number: int
    offset: int
    free: bool


@dataclass(frozen=True)
class Plain:
    """A page without traces: its texts' ends, and the ends of its headings, in the page's order."""

    html: str
    endings: tuple[Ending, ...]
    headings: tuple[int, ...]


@dataclass
class _Open:
    name: str
    closed: bool
    waiting: list[int]


class _Reader:
    """Copies a page piece by piece without its traces, and keeps in mind which elements are open."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.endings: list[Ending] = []
        self.headings: list[int] = []

    def copy(self, text: str, *, shown: bool) -> None:
        """Text between tags where it is shown, or a tag."""
        start = 0
        for trace in TRACE.finditer(text):
            self._put(text[start : trace.start()])
            start = trace.end()
            if shown and self._inside_content():
                self._end(number_of(trace))
        self._put(text[start:])

    def tag(self, token: re.Match[str]) -> None:
        """A tag: what closes may let waiting texts end after it."""
        name, rest = token["name"].lower(), token["rest"]
        if token["close"] and _HEADING.fullmatch(name) and self._inside_content():
            self.headings.append(self.length)
        self.copy(token[0], shown=False)
        if token["close"]:
            self._close(name)
        elif name not in _VOID and not rest.endswith("/"):
            self.open.append(_Open(name, name in _CLOSED or bool(_HIDDEN.search(rest)), []))

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.length += len(text)

    def _inside_content(self) -> bool:
        return any(item.name in _CONTENT for item in self.open)

    def _end(self, number: int) -> None:
        if any(item.name == "nav" for item in self.open):
            return
        barred = next((item for item in self.open if item.closed), None)
        if barred is None:
            self.endings.append(Ending(number, self.length, free=True))
        elif barred.name in _LINE:
            barred.waiting.append(number)

    def _close(self, name: str) -> None:
        if not any(item.name == name for item in self.open):
            return
        while True:
            item = self.open.pop()
            # A heading that is a link still is the place where one reads that text.
            free = any(_HEADING.fullmatch(other.name) for other in self.open)
            self.endings += (Ending(number, self.length, free) for number in item.waiting)
            if item.name == name:
                return


def plain_page(html: str) -> Plain:
    """Take the traces out of a page."""
    reader, start = _Reader(), 0
    for token in _TOKEN.finditer(html):
        reader.copy(html[start : token.start()], shown=True)
        start = token.end()
        if token["name"]:
            reader.tag(token)
        else:
            reader.copy(token[0], shown=False)
    reader.copy(html[start:], shown=True)
    return Plain("".join(reader.out), tuple(reader.endings), tuple(reader.headings))


def with_insertions(html: str, insertions: Iterable[tuple[int, str]]) -> str:
    """A page with a piece put in at each offset; pieces for one offset stand in the order given."""
    pieces, start = [], 0
    for offset, piece in sorted(insertions, key=lambda item: item[0]):
        pieces += [html[start:offset], piece]
        start = offset
    return "".join([*pieces, html[start:]])
