"""Draw the whole ruler as a picture to download: what it shows, whose it is and on which terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.ruler import Row, Ruler
from generator.pictures import colours
from generator.pictures.drawing import Box, Drawing, Shape, Words
from generator.pictures.emphasis import Emphasis
from generator.pictures.fitting import fitted
from generator.pictures.rows import Style, bars, heads, height_of, scale_between
from generator.text import plain

_WIDTH, _MARGIN = 1280, 56
_STYLE = Style(lane=36, faint_lane=36, gap=18, name=19, head=16)
_ALL = Emphasis()


@dataclass(frozen=True)
class Imprint:
    """Where a picture comes from: the site's name, its licence, and its address where it has one."""

    name: str
    licence: str = ""
    address: str = ""

    @property
    def line(self) -> str:
        """All of it in one line."""
        return " · ".join(filter(None, (self.name, self.licence, self.address)))


def sheet(ruler: Ruler, title: str, caption: str, unplaced: str, imprint: Imprint) -> Drawing:
    """Draw every framework; `unplaced` is what stands in a row without bars."""
    right = _WIDTH - _MARGIN
    shapes: list[Shape] = [Box(0, 0, _WIDTH, 8, colours.TONES[-1])]
    y = 36
    for line in _lines(title, caption, right - _MARGIN, y):
        shapes.append(line)
        y = line.y
    scale = scale_between(ruler.rows, _MARGIN, right, _STYLE.name, 260)
    y += 92
    shapes += heads(ruler, scale, _STYLE, _ALL, y)
    y += _STYLE.gap
    shapes += bars(ruler, ruler.rows, scale, _STYLE, _ALL, y, unplaced)
    y += height_of(ruler.rows, _STYLE, _ALL) + 52
    foot = fitted(imprint.line, "text", (16, 14, 12), right - _MARGIN)
    shapes += (Words(_MARGIN, y, line, "text", foot.size, colours.SOFT, colours.PAPER) for line in foot.lines)
    return Drawing(_WIDTH, y + 36, colours.PAPER, tuple(shapes), title, _told(ruler))


def _lines(title: str, caption: str, space: int, y: int) -> Iterator[Words]:
    """Set the title, and below it what the picture shows; `y` is where the first line begins."""
    head = fitted(title, "display", (38, 34, 30), space, 3)
    for line in head.lines:
        y += round(head.size * 1.25)
        yield Words(_MARGIN, y, line, "display", head.size, colours.INK, colours.PAPER)
    body = fitted(caption, "text", (19, 18), space, 3)
    y += 12
    for line in body.lines:
        y += round(body.size * 1.35)
        yield Words(_MARGIN, y, line, "text", body.size, colours.SOFT, colours.PAPER)


def _told(ruler: Ruler) -> str:
    """Say what stands on the ruler, to whom cannot see it."""
    return ". ".join(
        f"{plain(str(row.framework.short_title))}: {_bars(row)}" for row in ruler.rows if row.bars
    )


def _bars(row: Row) -> str:
    parts = (bar.part for bar in row.bars)
    numbered = ((part.shown_number if part.number else "", plain(str(part.title))) for part in parts)
    return ", ".join(f"{number} {title}".strip() for number, title in numbered)
