"""Fit a text into a space: on several lines, smaller, and in the end cut off with an ellipsis."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.pictures.lettering import Face, can_set, width, words_of
from generator.text import plain

_ELLIPSIS = "…"


@dataclass(frozen=True)
class Fitted:
    """A text's lines at the size that it is set in; no lines where the font lacks a letter of it."""

    lines: tuple[str, ...]
    size: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing or cut off."""
        return bool(self.lines) and not self.lines[-1].endswith(_ELLIPSIS)


def fitted(text: str, face: Face, sizes: Sequence[int], space: int, most: int = 1) -> Fitted:
    """Set a text, without its marks, in the first of these sizes at which so many lines are enough."""
    text = plain(str(text))
    if not can_set(text, face):
        return Fitted((), sizes[-1])
    for size in sizes:
        lines = _lines(text, face, size, space)
        if len(lines) <= most and all(width(line, face, size) <= space for line in lines):
            return Fitted(_even(text, face, size, space, len(lines)), size)
    return Fitted(_cut(_lines(text, face, sizes[-1], space), face, sizes[-1], space, most), sizes[-1])


def _lines(text: str, face: Face, size: int, space: int) -> tuple[str, ...]:
    lines: list[str] = []
    for word in words_of(text):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, face, size) <= space:
            lines[-1] = longer
        elif word:
            lines.append(word)
    return tuple(lines)


def _even(text: str, face: Face, size: int, space: int, count: int) -> tuple[str, ...]:
    """Break lines as early as their number allows, so that the last is no single word."""
    narrow = space
    while count > 1 and narrow > space // 2:
        lines = _lines(text, face, size, narrow - size)
        if len(lines) > count or any(width(line, face, size) > narrow - size for line in lines):
            break
        narrow -= size
    return _lines(text, face, size, narrow)


def _cut(lines: Sequence[str], face: Face, size: int, space: int, most: int) -> tuple[str, ...]:
    kept = [_shortened(line, face, size, space) for line in lines[:most]]
    if len(lines) > most and not kept[-1].endswith(_ELLIPSIS):
        kept[-1] = _shortened(f"{kept[-1]} {lines[most]}", face, size, space)
    return tuple(kept)


def _shortened(line: str, face: Face, size: int, space: int) -> str:
    if width(line, face, size) <= space:
        return line
    while line and width(line.rstrip() + _ELLIPSIS, face, size) > space:
        line = line[:-1]
    return line.rstrip() + _ELLIPSIS
