"""Write what search finds in a language: the things of the data, and the pages by hand (decision 0013)."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any

from mkdocs.structure.pages import Page

from generator.foreign import unmarked
from generator.render import ENTRIES

_HEADING = re.compile(r'<h([1-6])(?:[^>]*\sid="([^"]*)")?[^>]*>(.*?)</h\1>', re.DOTALL)
_WITHIN_A_LINE = re.compile(r"</?(?:a|abbr|b|code|em|i|q|span|strong|su[bp])\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")


def write_search(site: Path, known: Mapping[str, Any], pages: Iterable[Page]) -> None:
    """Write what is loaded for a search into a language's folder.

    `known` is what is known from the data, `pages` were written by hand and have been rendered. OSError where
    a file cannot be written.
    """
    found = {**known, "entries": [*known["entries"], *(entry for page in pages for entry in _sections(page))]}
    content = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    (site / ENTRIES).parent.mkdir(parents=True, exist_ok=True)
    (site / ENTRIES).write_text(content, encoding="utf-8")


def _sections(page: Page) -> Iterator[Mapping[str, Any]]:
    """List a page, and each of its headings below the first, with what stands under it."""
    text, *rest = _HEADING.split(page.content or "")
    headings = list(zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True))
    title = unmarked(str(page.title))
    if headings and headings[0][0] == "1":
        _, _, title, below = headings.pop(0)
        text += below
    yield _entry(page.url, title, text)
    for _, anchor, heading, below in headings:
        if anchor:
            yield _entry(f"{page.url}#{anchor}", heading, below, title)


def _entry(place: str, title: str, text: str, label: str = "") -> Mapping[str, Any]:
    words = {"title": _plain(title), "text": _plain(text), "label": _plain(label)}
    return {"kind": "page", "location": place, **words, "more": "", "also": []}


def _plain(html: str) -> str:
    return " ".join(unescape(_TAG.sub(" ", _WITHIN_A_LINE.sub("", html))).split())
