"""Keep a text together with its language and state, and write it as safe HTML."""

import re
from typing import Literal, Self

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

TextState = Literal["original", "translated", "fallback"]

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_INLINE = MarkdownIt("zero").enable(["emphasis", "link", "backticks", "escape"])
_INLINE.add_render_rule("hardbreak", lambda *_: "\n")  # a backslash at the end of a line is no listed mark
_MARKS = frozenset("*_[`\\")
_NAMES = {"em": "emphasis", "a": "link"}
_LEFT = re.compile(r"\*+|`+|\]\(|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)")


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Find the writing direction of a language tag; a script subtag such as `-Arab` counts as well."""
    primary, *rest = language.split("-")
    return "rtl" if primary in _RIGHT_TO_LEFT or "Arab" in rest or "Hebr" in rest else "ltr"


class LocalText(str):
    """A text that knows its own language, so that a template cannot show a foreign one unmarked.

    `state` is `original` (written in the language asked for), `translated`, or `fallback` (shown in its
    source language, since no sound translation exists); `page` is the language that was asked for, and
    `source` the text as it was first written.
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
        """Write HTML, escaped but for the listed Markdown; a fallback names its language and is marked."""
        body = inline_html(str(self)) if self.inline else str(escape(str(self)))
        if self.language == self.page:
            return body
        return (
            f'<span class="atlas-foreign" lang="{escape(self.language)}" dir="{direction(self.language)}">'
            f"{body}</span>"
        )

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
