"""Write a page as Markdown, beside it at the same address, for programs that read text (decision 0020)."""

import re

from html_to_markdown import ConversionOptions, convert

TWIN = "index.md"
"""The file beside a page that says the same."""

# What only a person with a screen uses, and what is said elsewhere on the page.
_OPTIONS = ConversionOptions(
    exclude_selectors=[
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
    ],
    escape_asterisks=True,
    escape_underscores=True,
    escape_misc=True,
    bullets="-",
    compact_tables=True,
    skip_images=True,
    extract_metadata=False,
)
# A hyphen within a word means nothing to Markdown, nor does a full stop but that of a list's number.
_MEANT = re.compile(r"^((?:- |> | )*\d+\\\.)|(?<=\w)\\(\.|-(?=\w))", re.MULTILINE)


def twin(html: str) -> str:
    """Write an article as Markdown; its links stay what they are, relative to the page."""
    text = convert(html, _OPTIONS).content or ""
    return f"{_MEANT.sub(lambda mark: mark[1] or mark[2], text).strip()}\n"
