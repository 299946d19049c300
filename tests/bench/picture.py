"""Lines of points in, a picture of their growth out: an SVG with both axes logarithmic.

It is legible on light and on dark paper, and tells lines apart by dashes, marks and names as well as colour.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 840, 500
LEFT, RIGHT, TOP, BOTTOM = 70, 240, 40, 60
LINE = 17
"""Between the names of lines, from foot to foot, in the picture's units."""

_DASHES = ("none", "8 4", "2 4", "10 4 2 4", "14 5", "5 3", "1 3")
_MARKS = ("M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", "M-4-4h8v8h-8z", "M0-5 5 4h-10z", "M0-6 6 0 0 6-6 0z",
          "M0 5 5-4h-10z", "M-5-1h4v-4h2v4h4v2h-4v4h-2v-4h-4z", "M-5-5 5 5M5-5-5 5")  # fmt: skip
_LIGHT = ("#0b5c8a", "#a4441a", "#2f6b2f", "#6d2f8a", "#8a1538", "#5a5a00", "#333333")
_DARK = ("#6cc4f5", "#ffa374", "#8fd68f", "#d3a4f0", "#ff8fae", "#d8d85a", "#dddddd")

Points = Sequence[tuple[float, float]]
"""(pages, seconds), from the fewest pages to the most."""


@dataclass(frozen=True)
class _Axis:
    """A logarithmic axis from `low` to `high`, drawn between two places."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return round(self.start + share * (self.end - self.start), 1)

    @property
    def ticks(self) -> list[float]:
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        steps = [factor * 10.0**power for power in range(first, last + 1) for factor in (1, 2, 5)]
        return [step for step in steps if self.low <= step * 1.0001 and step <= self.high * 1.0001]


def growth(lines: Mapping[str, Points], title: str, across: str, upwards: str) -> str:
    """A line for each name, which stands where the line ends; ValueError where there is nothing to draw."""
    xs = [x for points in lines.values() for x, _ in points]
    ys = [y for points in lines.values() for _, y in points]
    if not xs:
        raise ValueError("there is nothing to draw")
    middle = (LEFT + WIDTH - RIGHT) / 2, (TOP + HEIGHT - BOTTOM) / 2
    x_axis = _Axis(min(xs) / 1.15, max(xs) * 1.15, LEFT, WIDTH - RIGHT)
    y_axis = _Axis(min(ys) / 1.3, max(ys) * 1.3, HEIGHT - BOTTOM, TOP)
    feet = _feet([y_axis.at(points[-1][1]) + 4 for points in lines.values()])
    drawn = [
        piece
        for number, (name, points) in enumerate(lines.items())
        for piece in _line(number, name, [(x_axis.at(x), y_axis.at(y)) for x, y in points], feet[number])
    ]
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
            'aria-labelledby="title" font-family="sans-serif" font-size="13">',
            f'<title id="title">{escape(title)}</title>',
            f"<style>{_style()}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>',
            f'<text x="{LEFT}" y="22" font-size="15">{escape(title)}</text>',
            *_grid(x_axis, y_axis),
            f'<text x="{middle[0]}" y="{HEIGHT - 16}" text-anchor="middle">{escape(across)}</text>',
            f'<text transform="translate(16 {middle[1]}) rotate(-90)" text-anchor="middle">'
            f"{escape(upwards)}</text>",
            *drawn,
            "</svg>\n",
        )
    )


def _style() -> str:
    def colours(paper: str, ink: str, grid: str, lines: Sequence[str]) -> str:
        own = "".join(f".l{number}{{color:{colour}}}" for number, colour in enumerate(lines))
        return f".paper{{fill:{paper}}}text{{fill:{ink}}}.grid{{stroke:{grid}}}{own}"

    light, dark = (colours("#fff", "#222", "#ddd", _LIGHT), colours("#1b1b1b", "#eee", "#444", _DARK))
    return f"{light}@media(prefers-color-scheme:dark){{{dark}}}"


def _grid(x_axis: _Axis, y_axis: _Axis) -> Iterator[str]:
    for value in x_axis.ticks:
        x = x_axis.at(value)
        yield f'<path class="grid" d="M{x} {TOP}V{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{x}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{value:,.0f}</text>'
    for value in y_axis.ticks:
        y = y_axis.at(value)
        yield f'<path class="grid" d="M{LEFT} {y}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{value:g}</text>'


def _feet(wanted: Sequence[float]) -> list[float]:
    """Where names stand: as near to where they want to as leaves each its line, within the picture."""
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    feet = dict.fromkeys(order, 0.0)
    lowest = TOP - LINE + 4.0
    for number in order:
        lowest = feet[number] = max(wanted[number], lowest + LINE)
    highest = HEIGHT - BOTTOM + LINE + 4.0
    for number in reversed(order):
        highest = feet[number] = min(feet[number], highest - LINE)
    return [round(feet[number], 1) for number in range(len(wanted))]


def _line(number: int, name: str, points: Points, foot: float) -> Iterator[str]:
    end = WIDTH - RIGHT
    kind = number % len(_DASHES)
    (x, y), label = points[-1], foot - 4
    path = " ".join(f"{x},{y}" for x, y in points)
    yield f'<g class="l{kind}" fill="none" stroke="currentColor" stroke-width="2">'
    yield f'<polyline points="{path}" stroke-dasharray="{_DASHES[kind]}"/>'
    yield f'<path d="M{x} {y}L{end + 14} {label}" stroke-width="0.7"/>'
    for x, y in (*points, (end + 14, label)):
        mark = f'd="{_MARKS[kind]}" fill="currentColor" stroke-width="1"'
        yield f'<path transform="translate({x} {y})" {mark}/>'
    yield "</g>"
    yield f'<text class="name" x="{end + 24}" y="{foot}">{escape(name)}</text>'
