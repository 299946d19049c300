"""Keep a text together with its language and state, and write it as safe HTML."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Literal, Self

from markdown_it import MarkdownIt
from markupsafe import Markup, escape

from generator.blocks import BULLET, Item, blocks_of, has_blocks
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
    earlier wording of its source, or offered from where the same text stood), or `fallback` (shown in its
    source language, since no translation of it exists); `page` is the language that was asked for, and
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
    """Write emphasis, strong, link, code, paragraphs and lists as HTML; escape all else, and unsafe links.

    It may stand wherever a text may: what is a block has line breaks and roles in place of block elements.
    """
    if not has_blocks(words):
        return _line_html(words)
    return "<br><br>".join(_block_html(block) for block in blocks_of(words))


def plain(words: str) -> str:
    """Return the words that a reader of `inline_html` sees, on one line where that has blocks."""
    words = unmarked(words)
    if has_blocks(words):
        return " ".join(
            f"{item.sign} {plain(item.words)}".strip() for block in blocks_of(words) for item in block
        )
    return words if _MARKS.isdisjoint(words) else Markup(_line_html(words)).striptags()


def _line_html(words: str) -> str:
    if _MARKS.isdisjoint(words):
        return str(escape(words))
    return str(_INLINE.renderInline(words)).strip()


def _block_html(block: Sequence[Item]) -> str:
    """Write lines that belong together; a list within them is one for those who hear it, too."""
    parts = []
    for is_list, items in groupby(block, key=lambda item: bool(item.sign)):
        if not is_list:
            parts += [_line_html(item.words) for item in items]
            continue
        lines = (f'<span role="listitem">{_sign(item)} {_line_html(item.words)}</span>' for item in items)
        parts.append(f'<span role="list">{"<br>".join(lines)}</span>')
    return "<br>".join(parts)


def _sign(item: Item) -> str:
    return f'<span aria-hidden="true">{item.sign}</span>' if item.sign == BULLET else item.sign


def marks(words: str) -> tuple[tuple[str, str], ...]:
    """List the marks in a text, in order, with targets: `("strong", "")`, `("link", "https://…")`.

    A sign that opens or closes nothing, such as a lone `*`, comes out as `("left", "*")`.
    """
    found: list[tuple[str, str]] = []
    if has_blocks(words):
        for block in blocks_of(words):
            found.append(("paragraph", ""))
            for item in block:
                found += [*([("item", "")] if item.sign else []), *marks(item.words)]
        return tuple(found)
    for token in _INLINE.parseInline(words)[0].children or ():
        if token.type == "text":
            found.extend(("left", sign) for sign in _LEFT.findall(token.content))
        elif token.type == "code_inline":
            found.append(("code", ""))
        elif token.nesting == 1:
            found.append((_NAMES.get(token.tag, token.tag), str(token.attrs.get("href", ""))))
    return tuple(found)
