"""Set lines of text with the fonts in this folder: their width, their outlines, their pixels.

HarfBuzz does all of it. A text that a font lacks a letter of is not set at all: a picture without a word is
better than one with empty boxes in the place of letters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil
from pathlib import Path
from typing import Any, Literal

import uharfbuzz

Face = Literal["display", "text", "strong"]
"""A font's file: headings, text, and text that stands out."""

FONTS = Path(__file__).parent / "fonts"

_KEPT = 4096
"""Lines of text that are remembered: most stand in the picture of every page."""


@dataclass(frozen=True)
class _Line:
    """The glyphs of a line with their places, in the font's units; `whole` if no letter is missing."""

    glyphs: tuple[tuple[int, int, int], ...]
    advance: int
    whole: bool


@dataclass(frozen=True)
class Pixels:
    """How much of each pixel a line of text covers, from 0 to 255; rows from the top.

    `left` and `top` lead from the start of its baseline to the first pixel.
    """

    left: int
    top: int
    rows: tuple[bytes, ...]


def can_set(text: str, face: Face) -> bool:
    """Tell whether a font has all letters of a text."""
    return _line(text, face).whole


def width(text: str, face: Face, size: int) -> int:
    """Measure a line in pixels."""
    return ceil(_line(text, face).advance * size / _units(face))


def glyphs(text: str, face: Face) -> tuple[tuple[int, int, int], ...]:
    """The glyphs of a line by their numbers, each with its place, in the font's units and with y upwards."""
    return _line(text, face).glyphs


@lru_cache(_KEPT)
def outline(glyph: int, face: Face) -> str:
    """The outline of a glyph as the data of an SVG path, in the same units; empty for a space."""
    pen = _Pen()
    _font(face).draw_glyph(glyph, _drawn_by_pen(), pen)
    return "".join(pen.written)


@lru_cache(_KEPT)
def pixels(text: str, face: Face, size: int) -> Pixels:
    """The pixels of a line."""
    raster, scale = uharfbuzz.RasterDraw(), size / _units(face)
    for glyph, x, y in _line(text, face).glyphs:
        raster.transform = (scale, 0.0, 0.0, scale, x * scale, y * scale)
        raster.draw_glyph(_font(face), glyph)
    image = raster.render()
    extents, content = image.extents, bytes(image.buffer)
    # The lowest row comes first.
    starts = range((extents.height - 1) * extents.stride, -1, -extents.stride)
    rows = tuple(content[start : start + extents.width] for start in starts)
    return Pixels(extents.x_origin, -(extents.y_origin + extents.height), rows)


def units(face: Face) -> int:
    """How many of a font's units its size has."""
    return _units(face)


@lru_cache(_KEPT)
def _line(text: str, face: Face) -> _Line:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(face), buffer)
    glyphs, x, whole = [], 0, True
    # Of no text HarfBuzz has no list.
    for info, place in zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True):
        glyphs.append((info.codepoint, x + place.x_offset, place.y_offset))
        x += place.x_advance
        whole = whole and info.codepoint != 0
    return _Line(tuple(glyphs), x, whole)


@cache
def _font(face: Face) -> Any:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob((FONTS / f"{face}.ttf").read_bytes())))


@cache
def _units(face: Face) -> int:
    return int(_font(face).face.upem)


class _Pen:
    """Writes what is drawn as steps from the last point, which are shorter than places."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self._at = self._start = 0, 0

    def move(self, x: float, y: float) -> None:
        self._step("m", (x, y))
        self._start = self._at

    def line(self, x: float, y: float) -> None:
        self._step("l", (x, y))

    def curve(self, *ends: float) -> None:
        """A curve of the second order, as fonts of this kind have them."""
        self._step("q", ends[:2], ends[2:])

    def close(self) -> None:
        self.written.append("z")
        self._at = self._start

    def _step(self, sign: str, *points: tuple[float, ...]) -> None:
        there = [(round(x), round(y)) for x, y in points]
        steps = (f"{x - self._at[0]} {y - self._at[1]}" for x, y in there)
        self.written.append(sign + " ".join(steps))
        self._at = there[-1]


@cache
def _drawn_by_pen() -> Any:
    functions = uharfbuzz.DrawFuncs()
    functions.set_move_to_func(lambda x, y, pen: pen.move(x, y))
    functions.set_line_to_func(lambda x, y, pen: pen.line(x, y))
    functions.set_quadratic_to_func(lambda *given: given[-1].curve(*given[:-1]))
    functions.set_close_path_func(lambda pen: pen.close())
    return functions


def words_of(text: str) -> Iterator[str]:
    """Split a text where a line may end: not at a space that keeps two words together."""
    yield from text.replace("\n", " ").split(" ")
