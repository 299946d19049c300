"""Show a matrix at a terminal as it will be: levels, dimensions, and the first words of each cell."""

import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.unwritten import MARK

_LEAST, _GAP = 10, 2


def look_of(data: Mapping[str, Any], width: int | None = None) -> str:
    """Lay out the matrix of a framework's data in the width of the terminal."""
    width = width or shutil.get_terminal_size((100, 24)).columns
    levels, dimensions = data.get("levels", []), data.get("dimensions", [])
    groups = {group["id"]: group["title"] for group in data.get("dimension_groups", [])}
    room = max(_LEAST, (width - _GAP * len(levels)) // (len(levels) + 1))
    head = ["", *(f"{level.get('source_number', n)} {level['title']}" for n, level in enumerate(levels, 1))]
    lines = [_line(head, room), _line(["─" * room] * len(head), room)]
    if any(level.get("summary") for level in levels):
        lines.append(_line(["", *(level.get("summary", "") for level in levels)], room))
    lines += _rows(data, dimensions, groups, levels, room)
    return "\n".join(line.rstrip() for line in lines)


def _rows(
    data: Mapping[str, Any],
    dimensions: Sequence[Mapping[str, Any]],
    groups: Mapping[str, str],
    levels: Sequence[Mapping[str, Any]],
    room: int,
) -> Iterator[str]:
    group = None
    for dimension in dimensions:
        if dimension.get("group") != group:
            group = dimension.get("group")
            yield f"[{groups.get(str(group), '')}]"
        texts = data.get("cells", {}).get(dimension["id"], {})
        silent = dimension.get("silent", ())
        # What the source is silent on stays so; an empty cell gets a text that asks for one.
        words = (texts.get(level["id"]) or ("–" if level["id"] in silent else MARK) for level in levels)
        yield _line([dimension["title"], *words], room)
        for name in ("subtitle", "question"):
            if dimension.get(name):
                yield f"  ({dimension[name]})"


def _line(cells: Sequence[str], room: int) -> str:
    return (" " * _GAP).join(_fitted(" ".join(cell.split()), room) for cell in cells)


def _fitted(words: str, room: int) -> str:
    """Cut words to a number of columns of the terminal, or fill them up to it."""
    used, kept = 0, ""
    for sign in words:
        wide = 2 if unicodedata.east_asian_width(sign) in "WF" else 0 if unicodedata.combining(sign) else 1
        if used + wide > room:
            return f"{kept[:-1]}…" + " " * (room - used)
        used, kept = used + wide, kept + (sign if sign.isprintable() else "\ufffd")
    return kept + " " * (room - used)
