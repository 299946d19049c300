"""Write a page as Markdown, beside it at the same address, for programs that read text (decision 0020)."""

import re
from collections.abc import Callable
from functools import cache

TWIN = "index.md"
"""The file beside a page that says the same."""

_UNSAID = [
    "svg",
    "script",
    "template",
    "form",
    "button",
    "dialog",
    "[aria-hidden=true]",
    "[data-script]",
    ".a-crumbs",
    ".a-actions",
    ".a-cite",
    ".a-hidden",
]
"""What only a person with a screen uses, and what is said elsewhere on the page."""
# A hyphen within a word means nothing to Markdown, nor does a full stop but that of a list's number.
_MEANT = re.compile(r"^((?:- |> | )*\d+\\\.)|(?<=\w)\\(\.|-(?=\w))", re.MULTILINE)


def twin(html: str) -> str:
    """Write an article as Markdown; its links stay what they are, relative to the page."""
    return f"{_MEANT.sub(lambda mark: mark[1] or mark[2], _convert()(html)).strip()}\n"


@cache
def _convert() -> Callable[[str], str]:
    """Load the library with the first page: it takes as long as five pages, and most commands write none."""
    from html_to_markdown import ConversionOptions, convert

    options = ConversionOptions(
        exclude_selectors=_UNSAID,
        escape_asterisks=True,
        escape_underscores=True,
        escape_misc=True,
        bullets="-",
        compact_tables=True,
        skip_images=True,
        extract_metadata=False,
    )
    return lambda html: convert(html, options).content or ""
