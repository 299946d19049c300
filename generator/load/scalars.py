"""Find where each scalar of a YAML text begins and ends, so that it can be changed and all else kept."""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True)
class Extent:
    """A scalar's characters in its text; `block` for one that starts with `>` or `|`."""

    start: int
    end: int
    block: bool


def extents(text: str) -> dict[tuple[int, int], Extent]:
    """Find every scalar of a readable text, by the line and column that it starts at, counted from 1."""
    found: dict[tuple[int, int], Extent] = {}
    events: Any = yaml.parse(text, Loader=_LOADER)
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            mark: Any = event.start_mark
            after: Any = event.end_mark
            start, end = mark.index, after.index
            block = event.style in ("|", ">")
            if block:
                # The next token starts where this one ends: the space between belongs to neither.
                end = start + len(text[start:end].rstrip())
            found[mark.line + 1, mark.column + 1] = Extent(start, end, block)
    return found


def replaced(content: bytes, replacements: Iterable[tuple[Extent, str]]) -> bytes:
    """Put other words in the places of some of a file's scalars, and change no other byte."""
    text = content.decode("utf-8-sig")
    pieces: list[str] = []
    done = 0
    for extent, words in sorted(replacements, key=lambda item: item[0].start):
        pieces += text[done : extent.start], words
        done = extent.end
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    return mark + "".join([*pieces, text[done:]]).encode()
