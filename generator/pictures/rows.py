"""Lay the rows of the ruler into a space: names at the side, bands above, a bar for each level."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Band
from generator.pages.ruler import Bar, Row, Ruler
from generator.parts import TONES as MOST_TONES
from generator.pictures import colours
from generator.pictures.drawing import Box, Shape, Words
from generator.pictures.emphasis import Emphasis
from generator.pictures.fitting import Fitted, fitted
from generator.pictures.lettering import Face, width

_BETWEEN = 24
"""Between the longest name and the scale."""
_STRIP, _HEAD_LINES = 8, 2
_SMALLEST_WORDS = 11
"""A bar that is too low for this size has no words."""

_FAINT_NAME = 16


@dataclass(frozen=True)
class Style:
    """Heights of a lane and sizes of words, in pixels, of rows that stand out and of all others."""

    lane: int
    faint_lane: int
    gap: int
    name: int
    head: int

    def lane_of(self, row: Row, emphasis: Emphasis) -> int:
        """The height of a lane in a row."""
        return self.lane if emphasis.row(row) else self.faint_lane


@dataclass(frozen=True)
class Scale:
    """Where the scale begins across the picture, how wide it is, and where the names begin."""

    names: int
    left: int
    width: int

    def at(self, percent: float) -> int:
        """The pixel at a place on the scale."""
        return self.left + round(self.width * percent / 100)


def lanes(row: Row) -> int:
    """How many lanes of bars a row has; one without bars has one as well."""
    return len(row.lanes) or 1


def scale_between(rows: tuple[Row, ...], left: int, right: int, size: int, most: int) -> Scale:
    """Leave room for the names of rows, but no more than `most`."""
    names = (fitted(row.framework.short_title, "strong", (size,), most) for row in rows)
    widest = max((width(line, "strong", size) for name in names for line in name.lines), default=0)
    start = left + (widest + _BETWEEN if widest else 0)
    return Scale(left, start, right - start)


def height_of(rows: tuple[Row, ...], style: Style, emphasis: Emphasis) -> int:
    """How high rows become, without the bands above them."""
    heights = (lanes(row) * style.lane_of(row, emphasis) for row in rows)
    return sum(heights) + style.gap * (len(rows) - 1)


def heads(ruler: Ruler, scale: Scale, style: Style, emphasis: Emphasis, bottom: int) -> Iterator[Shape]:
    """Draw the bands, so that they end at `bottom`: number and name, and a strip in the band's tone."""
    for band, left, right in _bands(ruler, scale):
        tone = colours.TONES[min(band.number, MOST_TONES)]
        yield Box(left, bottom - _STRIP, right - left - 2, _STRIP, tone, colours.SOFT)
        out = band.number in emphasis.bands
        ink = colours.INK if out else colours.SOFT
        face: Face = "strong" if out else "text"
        number, room = f"{band.number}", right - left - 12
        name = fitted(band.title, face, (style.head, style.head - 2), room, _HEAD_LINES)
        baseline = bottom - _STRIP - 12 - round(name.size * 1.25) * max(len(name.lines) - 1, 0)
        if not name.lines:
            yield Words(left, bottom - _STRIP - 12, number, "strong", style.head, ink, colours.PAPER)
        for line in name.lines:
            yield Words(left, baseline, line, face, name.size, ink, colours.PAPER)
            baseline += round(name.size * 1.25)


def bars(
    ruler: Ruler,
    rows: tuple[Row, ...],
    scale: Scale,
    style: Style,
    emphasis: Emphasis,
    top: int,
    unplaced: str,
) -> Iterator[Shape]:
    """Draw rows from `top` down; `unplaced` is what stands in one without bars."""
    bottom = top + height_of(rows, style, emphasis)
    for tick in (0.0, *ruler.ticks, 100.0):
        yield Box(scale.at(tick) - 1, top - style.gap // 2, 1, bottom - top + style.gap // 2, colours.LINE)
    for row in rows:
        lane = style.lane_of(row, emphasis)
        yield from _name(row, scale, style, emphasis, top)
        if not row.bars:
            yield from _unplaced(unplaced, scale, lane, top)
        for bar in row.bars:
            out = emphasis.bar(row, bar)
            yield from _bar(bar, scale, top + bar.lane * lane, lane, titled=emphasis.row(row), out=out)
        top += lanes(row) * lane + style.gap


def _bands(ruler: Ruler, scale: Scale) -> Iterator[tuple[Band, int, int]]:
    edges = pairwise((0.0, *ruler.ticks, 100.0))
    for band, (start, end) in zip(ruler.bands, edges, strict=True):
        yield band, scale.at(start), scale.at(end)


def _name(row: Row, scale: Scale, style: Style, emphasis: Emphasis, top: int) -> Iterator[Words]:
    lane, out = style.lane_of(row, emphasis), emphasis.row(row)
    size = style.name if out else min(style.name, _FAINT_NAME)
    face: Face = "strong" if out else "text"
    name = fitted(
        row.framework.short_title, face, range(size, _SMALLEST_WORDS - 1, -1), scale.left - scale.names - 12
    )
    ink = colours.INK if out else colours.SOFT
    for line in name.lines:
        yield Words(scale.names, _middle(top, lane, name.size), line, face, name.size, ink, colours.PAPER)


def _unplaced(words: str, scale: Scale, lane: int, top: int) -> Iterator[Words]:
    found = fitted(words, "text", (max(min(18, lane - 8), _SMALLEST_WORDS),), scale.width - 20)
    for line in found.lines:
        baseline = _middle(top, lane, found.size)
        yield Words(scale.left, baseline, line, "text", found.size, colours.SOFT, colours.PAPER)


def _bar(bar: Bar, scale: Scale, top: int, lane: int, *, titled: bool, out: bool) -> Iterator[Shape]:
    left, right = scale.at(bar.x), scale.at(bar.x + bar.width)
    box = left, top, max(right - left - 2, 2), lane - 2
    fill, ink, edge, border = colours.PANEL, colours.SOFT, colours.SOFT, 1
    if out and bar.part.word == "layer":
        fill, ink, edge, border = colours.PAPER, colours.INK, colours.INK, 2
    elif out:
        fill, ink = colours.TONES[bar.part.tone], colours.on(bar.part.tone)
    yield Box(*box, fill, edge, border)
    yield from _label(bar, left + 8, right - left - 16, top, lane - 2, ink, fill, titled=titled)


def _label(
    bar: Bar, left: int, room: int, top: int, height: int, ink: str, ground: str, *, titled: bool
) -> Iterator[Words]:
    """Write a bar's number, and its title where that fits in a size that can be read."""
    size = min(round(height * 0.55), 22)
    if size < _SMALLEST_WORDS:
        return
    if bar.part.number is not None:
        number = bar.part.shown_number
        if (start := width(number, "strong", size)) > room:
            return
        yield Words(left, _middle(top, height, size), number, "strong", size, ink, ground)
        left, room = left + start + round(size * 0.6), room - start - round(size * 0.6)
    title = _title(bar, size, room, height) if titled else Fitted((), size)
    step = round(title.size * 1.15)
    baseline = _middle(top, height - step * (len(title.lines) - 1), title.size)
    for line in title.lines:
        yield Words(left, baseline, line, "text", title.size, ink, ground)
        baseline += step


def _title(bar: Bar, size: int, room: int, height: int) -> Fitted:
    """Set a bar's title on one line or on two; no lines where it would have to be cut."""
    smallest = max(round(size * 0.75), _SMALLEST_WORDS)
    one = fitted(bar.part.title, "text", range(size, smallest - 1, -1), room)
    if one.is_whole:
        return one
    two = range(min(size, round(height * 0.38)), _SMALLEST_WORDS, -1)
    found = fitted(bar.part.title, "text", two, room, 2) if two else one
    return found if found.is_whole else Fitted((), size)


def _middle(top: int, height: int, size: int) -> int:
    """The baseline of a line in the middle of a space: capitals are seven tenths of a size high."""
    return top + round((height + 0.72 * size) / 2)
