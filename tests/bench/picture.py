"""Draw how times grow: an SVG with both axes logarithmic, legible on light and on dark paper."""

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 880, 440, 70, 600, 40, 390
_DASHES = ("none", "8 4", "2 4", "10 4 2 4", "14 5", "5 3")
_LIGHT = ("#0b5c8a", "#a4441a", "#2f6b2f", "#6d2f8a", "#8a1538", "#5a5a00")
_DARK = ("#6cc4f5", "#ffa374", "#8fd68f", "#d3a4f0", "#ff8fae", "#d8d85a")

Points = Sequence[tuple[float, float]]
"""(pages, seconds), from the fewest pages to the most."""


def growth(lines: Mapping[str, Points]) -> str:
    """A line of its own dashes for each name; names stand beside them in the order in which lines end."""
    every = [point for points in lines.values() for point in points]
    (left, right), (low, high) = (
        (min(values) / 1.2, max(values) * 1.2) for values in zip(*every, strict=True)
    )

    def x(pages: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * math.log(pages / left) / math.log(right / left), 1)

    def y(seconds: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * math.log(seconds / low) / math.log(high / low), 1)

    ticks = [factor * 10.0**power for power in range(-3, 6) for factor in (1, 2, 5)]
    pieces = []
    for tick in ticks:
        if left <= tick <= right:
            pieces.append(f'<path class="grid" d="M{x(tick)} {TOP}V{BOTTOM}"/>')
            pieces.append(f'<text x="{x(tick)}" y="{BOTTOM + 20}" text-anchor="middle">{tick:,.0f}</text>')
        if low <= tick <= high:
            pieces.append(f'<path class="grid" d="M{LEFT} {y(tick)}H{RIGHT}"/>')
            pieces.append(f'<text x="{LEFT - 8}" y="{y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    slowest_first = sorted(lines.items(), key=lambda line: -line[1][-1][1])
    for number, (name, points) in enumerate(slowest_first):
        path, foot = " ".join(f"{x(pages)},{y(seconds)}" for pages, seconds in points), TOP + 20 + 24 * number
        dots = "".join(f"M{x(pages) - 3} {y(seconds) - 3}h6v6h-6z" for pages, seconds in points)
        pieces.append(
            f'<g class="l{number}"><polyline points="{path}" stroke-dasharray="{_DASHES[number]}"/>'
            f'<path d="M{RIGHT + 15} {foot - 4}h40" stroke-dasharray="{_DASHES[number]}"/>'
            f'<path d="{dots}" fill="currentColor"/></g>'
            f'<text x="{RIGHT + 62}" y="{foot}">{escape(name)}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'aria-label="How long a build takes, by its pages" font-family="sans-serif" font-size="13">\n'
        f"<style>g{{fill:none;stroke:currentColor;stroke-width:2}}{_colours('#fff', '#222', '#ddd', _LIGHT)}"
        f"@media(prefers-color-scheme:dark){{{_colours('#1b1b1b', '#eee', '#444', _DARK)}}}</style>\n"
        f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}"/>\n'
        f'<text x="{LEFT}" y="22">seconds</text><text x="{RIGHT}" y="{BOTTOM + 42}" text-anchor="end">'
        "pages, both languages together</text>\n" + "\n".join(pieces) + "\n</svg>\n"
    )


def _colours(paper: str, ink: str, grid: str, lines: Sequence[str]) -> str:
    own = "".join(f".l{number}{{color:{colour}}}" for number, colour in enumerate(lines))
    return f".paper{{fill:{paper}}}text{{fill:{ink}}}.grid{{stroke:{grid}}}{own}"
