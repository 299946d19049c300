"""Keep a text together with its language and state, and write it as safe HTML."""

import re
from typing import Literal, Self

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from generator.foreign import OLDER, marked, unmarked

TextState = Literal["original", "translated", "older", "fallback"]

_INLINE = MarkdownIt("zero").enable(["emphasis", "link", "backticks", "escape"])
_INLINE.add_render_rule("hardbreak", lambda *_: "\n")  # a backslash at the end of a line is no listed mark
_MARKS = frozenset("*_[`\\")
_NAMES = {"em": "emphasis", "a": "link"}
_LEFT = re.compile(r"\*+|`+|\]\(|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")


class LocalText(str):
    """A text that knows its own language, so that a template cannot show a foreign one unmarked.

    `state` is `original` (written in the language asked for), `translated`, `older` (translated from an
    earlier wording of its source), or `fallback` (shown in its source language, since no translation of it
    exists); `page` is the language that was asked for, and `source` the text as it was first written.
    """

    language: str
    page: str
    state: TextState
    inline: bool
    source: str

    def __new__(
        cls,
        words: str,
        language: str,
        page: str,
        state: TextState,
        inline: bool = True,
        source: str | None = None,
    ) -> Self:
        """Make a text; see the class."""
        text = super().__new__(cls, words)
        text.language, text.page, text.state, text.inline = language, page, state, inline
        text.source = words if source is None else source
        return text

    def __getnewargs__(self) -> tuple[str, str, str, TextState, bool, str]:  # type: ignore[override]
        """Return what a copy in another process is made of."""
        return str(self), self.language, self.page, self.state, self.inline, self.source

    def __html__(self) -> str:
        """Write HTML, escaped but for the listed Markdown; what is foreign or older is marked as that."""
        body = inline_html(str(self)) if self.inline else str(escape(str(self)))
        if self.language != self.page:
            return marked(body, self.language)
        return marked(body, OLDER) if self.state == "older" else body

    @property
    def plain(self) -> str:
        """The words without markup, for attributes, search entries and CSV."""
        return plain(str(self)) if self.inline else str(self)


def inline_html(words: str) -> str:
    """Write emphasis, strong, link and code as HTML; escape all else, and keep unsafe links as text."""
    if _MARKS.isdisjoint(words):
        return str(escape(words))
    return str(_INLINE.renderInline(words)).strip()


def plain(words: str) -> str:
    """Return the words that a reader of `inline_html` sees."""
    words = unmarked(words)
    return words if _MARKS.isdisjoint(words) else Markup(inline_html(words)).striptags()


def marks(words: str) -> tuple[tuple[str, str], ...]:
    """List the marks in a text, in order, with targets: `("strong", "")`, `("link", "https://…")`.

    A sign that opens or closes nothing, such as a lone `*`, comes out as `("left", "*")`.
    """
    found: list[tuple[str, str]] = []
    for token in _INLINE.parseInline(words)[0].children or ():
        if token.type == "text":
            found.extend(("left", sign) for sign in _LEFT.findall(token.content))
        elif token.type == "code_inline":
            found.append(("code", ""))
        elif token.nesting == 1:
            found.append((_NAMES.get(token.tag, token.tag), str(token.attrs.get("href", ""))))
    return tuple(found)
