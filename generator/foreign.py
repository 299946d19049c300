"""Mark texts that stand in another language than their page, or are older than what they translate.

A template does not know where its words end up: a span is right in a paragraph, is lost in a drawing, and is
read aloud as code in a title. So such a text passes through templates between characters that no text has,
and the finished page is read once: there each mark becomes what its place allows.
"""

import re
from dataclasses import dataclass, field

from markupsafe import escape

# Characters for private use, from the last such plane; the preview's traces have others of it.
_OPEN, _BETWEEN, _CLOSE = map(chr, range(0x10F010, 0x10F013))
OLDER = "older"
"""Stands in place of a language where a translation is older than its source."""

_START = re.compile(f"{_OPEN}([^{_BETWEEN}]*){_BETWEEN}")
_SIGNS = re.compile(f"{_START.pattern}|{_CLOSE}")
_TOKEN = re.compile(
    r"<!--.*?-->|(?P<start><(?P<raw>script|style|title|textarea|option)\b[^>]*>)(?P<words>.*?)</(?P=raw)\s*>"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>",
    re.DOTALL,
)
_VOID = frozenset({"area", "embed", "img", "input", "source", "track"})
_WITH_WORDS = frozenset({"title", "textarea", "option"})
_NAMED = re.compile(r"\slang=")
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """Find a language tag's writing direction, `ltr` or `rtl`; a script subtag such as `-Arab` counts."""
    primary, *rest = language.split("-")
    return "rtl" if primary in _RIGHT_TO_LEFT or "Arab" in rest or "Hebr" in rest else "ltr"


@dataclass(frozen=True)
class Resolved:
    """A page with its marks in HTML; `foreign` and `older` are the different texts that have them."""

    html: str
    foreign: frozenset[str] = frozenset()
    older: frozenset[str] = frozenset()


def marked(text: str, language: str) -> str:
    """Put a text between the signs of its language, or of `OLDER`."""
    return f"{_OPEN}{language}{_BETWEEN}{text}{_CLOSE}"


def unmarked(text: str) -> str:
    """Take all signs out of a text, for what is no page."""
    return _SIGNS.sub("", text) if _CLOSE in text else text


def resolved(html: str) -> Resolved:
    """Write each mark of a page, or of a part of one, as its place allows."""
    if _OPEN not in html:
        return Resolved(html)
    reader, start = _Reader(), 0
    for token in _TOKEN.finditer(html):
        reader.words(html[start : token.start()])
        start = token.end()
        reader.tag(token)
    reader.words(html[start:])
    return Resolved("".join(reader.out), frozenset(reader.foreign), frozenset(reader.older))


@dataclass
class _Mark:
    language: str
    start: int
    element: str


@dataclass
class _Reader:
    """Copies a page piece by piece, and keeps in mind which marks and drawings are open."""

    out: list[str] = field(default_factory=list)
    marks: list[_Mark] = field(default_factory=list)
    around: list[str] = field(default_factory=list)
    foreign: set[str] = field(default_factory=set)
    older: set[str] = field(default_factory=set)

    def words(self, text: str) -> None:
        """Copy text between tags."""
        if _OPEN not in text and _CLOSE not in text:
            self.out.append(text)
            return
        start = 0
        for sign in _SIGNS.finditer(text):
            self.out.append(text[start : sign.start()])
            start = sign.end()
            if sign[1] is not None:
                self._open(sign[1])
            elif self.marks:
                self._close(self.marks.pop())
        self.out.append(text[start:])

    def tag(self, token: re.Match[str]) -> None:
        """Copy a tag, or an element that holds nothing but text."""
        text, name = token[0], (token["name"] or "").lower()
        if _CLOSE in text:
            words = text if name in _VOID else token["words"] if token["raw"] in _WITH_WORDS else None
            text = unmarked(text)
            if language := _first(words):
                text = _with_language(text, language)
        self.out.append(text)
        # HTML is written again inside of a drawing where it says so.
        if name in ("svg", "foreignobject"):
            if token["close"]:
                self.around = self.around[: -1 if name in self.around else None]
            elif not text.endswith("/>"):
                self.around.append(name)

    def _open(self, language: str) -> None:
        inside = any(mark.language == language for mark in self.marks)
        element = "" if inside else "tspan" if self.around[-1:] == ["svg"] else "span"
        if element:
            self.out.append(f"<{element} {_attributes(language, element)}>")
        self.marks.append(_Mark(language, len(self.out), element))

    def _close(self, mark: _Mark) -> None:
        if mark.element:
            found = self.older if mark.language == OLDER else self.foreign
            found.add("".join(self.out[mark.start :]))
            self.out.append(f"</{mark.element}>")


def _attributes(language: str, element: str) -> str:
    if language == OLDER:
        return 'class="atlas-older"'
    name = "direction" if element == "tspan" else "dir"
    return f'class="atlas-foreign" lang="{escape(language)}" {name}="{direction(language)}"'


def _first(text: str | None) -> str | None:
    """Find the language of the first mark of a text; None where there is none, or it is the page's."""
    sign = _START.search(text or "")
    return sign[1] if sign and sign[1] != OLDER else None


def _with_language(tag: str, language: str) -> str:
    start, end, rest = tag.partition(">")
    if _NAMED.search(start):
        return tag
    slash = "/" if start.endswith("/") else ""
    return f'{start.removesuffix("/").rstrip()} lang="{escape(language)}"{slash}{end}{rest}'
