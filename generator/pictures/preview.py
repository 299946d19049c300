"""Draw the picture that a link to a page shows: its title, and what it is about on the ruler."""

from typing import Final

from generator.pages.ruler import Row, Ruler
from generator.pictures import colours
from generator.pictures.drawing import Box, Drawing, Shape, Words
from generator.pictures.emphasis import Emphasis
from generator.pictures.fitting import fitted
from generator.pictures.lettering import can_set, width
from generator.pictures.rows import Style, bars, heads, height_of, lanes, scale_between
from generator.pictures.sheet import Imprint

PREVIEW_WIDTH: Final = 1200
PREVIEW_HEIGHT: Final = 630
"""What networks ask for: https://ogp.me/ names no size, and 1.91 : 1 is what none of them cuts."""

_MARGIN, _FOOT = 64, 40
_TITLES, _LONG_TITLES = (60, 54, 48, 44), (44, 40, 36)
"""Sizes on two lines, and on three."""

_LANES = (46, 20)
"""The highest and the lowest lane; of frameworks that then find no room the last ones are left out."""
_MOST_ROWS = 40
"""More would find no room, whatever they hold."""

_PROPORTION = 2.2
"""How much higher a row is that stands out."""


def preview(ruler: Ruler, title: str, emphasis: Emphasis, imprint: Imprint, unplaced: str) -> Drawing:
    """Draw a page's picture; `unplaced` is what stands in a row without bars."""
    right = PREVIEW_WIDTH - _MARGIN
    shapes: list[Shape] = [Box(0, 0, PREVIEW_WIDTH, 12, colours.TONES[-1])]
    if can_set(imprint.name, "strong"):
        shapes.append(Words(_MARGIN, 70, imprint.name, "strong", 24, colours.INK, colours.PAPER))
    if imprint.address and can_set(imprint.address, "text"):
        x = right - width(imprint.address, "text", 22)
        shapes.append(Words(x, 70, imprint.address, "text", 22, colours.SOFT, colours.PAPER))
    found = fitted(title, "display", _TITLES, right - _MARGIN, 2)
    if not found.is_whole:
        found = fitted(title, "display", _LONG_TITLES, right - _MARGIN, 3)
    y = 92
    for line in found.lines:
        y += round(found.size * 1.15)
        shapes.append(Words(_MARGIN, y, line, "display", found.size, colours.INK, colours.PAPER))
    top = y + 100
    rows, style = _chosen(ruler.rows, emphasis, PREVIEW_HEIGHT - _FOOT - top)
    scale = scale_between(rows, _MARGIN, right, style.name, 230)
    shapes += heads(ruler, scale, style, emphasis, top - style.gap)
    shapes += bars(ruler, rows, scale, style, emphasis, top, unplaced)
    return Drawing(PREVIEW_WIDTH, PREVIEW_HEIGHT, colours.PAPER, tuple(shapes), title, "")


def _chosen(rows: tuple[Row, ...], emphasis: Emphasis, room: int) -> tuple[tuple[Row, ...], Style]:
    """Choose the rows that find room, those first that stand out, and how high they are."""
    kept = sorted(rows, key=lambda row: not emphasis.row(row))[:_MOST_ROWS]
    style = _style(kept, emphasis, room)
    while len(kept) > 1 and height_of(tuple(kept), style, emphasis) > room:
        kept.pop()
        style = _style(kept, emphasis, room)
    shown = {row.framework.id for row in kept}
    return tuple(row for row in rows if row.framework.id in shown), style


def _style(rows: list[Row], emphasis: Emphasis, room: int) -> Style:
    """Share the room among lanes: those that stand out are higher than the others."""
    out = sum(lanes(row) for row in rows if emphasis.row(row))
    faint = sum(lanes(row) for row in rows) - out
    factor = _PROPORTION if faint else 1.0
    gaps = 0.4 * max(len(rows) - 1, 0)
    unit = int(room / max(out * factor + faint + gaps, 1))
    highest, lowest = _LANES
    faint_lane = max(min(unit, highest // 2), lowest // 2 + 4)
    lane = max(min(int(unit * factor), highest), lowest)
    return Style(lane, faint_lane, max(int(unit * 0.4), 6), name=min(max(lane - 8, 14), 24), head=19)
