"""Find what comes closest to each level or layer of a pair, and draw both scales with lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.crosswalk import Link
from generator.model import Framework
from generator.pages.sitedata import SiteData
from generator.parts import Part

RIGHT = 64
"""Where the right column of boxes begins, in per cent of the drawing; the left one begins at its start."""

LANE, _BOX = 32, 28
"""Heights in pixels: of a box with the space below it, and of a box."""


@dataclass(frozen=True)
class Match:
    """What comes closest to a part: several where they are equally close, nothing where nothing answers."""

    part: Part
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Box:
    """One level or layer in the drawing; `x` in per cent, `y` in pixels."""

    part: Part
    x: int
    y: int


@dataclass(frozen=True)
class Line:
    """One match in the drawing: from the middle of a box to that of another, in pixels."""

    from_y: int
    to_y: int
    weight: int


@dataclass(frozen=True)
class Bridge:
    """Both scales as columns, and the lines between them; `height` in pixels."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    height: int


def matches(site: SiteData, own: Framework, other: Framework) -> tuple[Match, ...]:
    """Find the closest match of every level and layer of a framework in another."""
    return tuple(_match(site, part, other) for part in site.parts.ladder(own))


def bridge(left: Sequence[Match], right: Sequence[Match]) -> Bridge:
    """Draw the closest matches of both sides: a line that is the closest of either stands once."""
    columns = [[match.part for match in side] for side in (left, right)]
    places = {part.end: n * LANE + _BOX // 2 for parts in columns for n, part in enumerate(parts)}
    there = [link for match in left for link in match.links]
    back = [link.inverse() for match in right for link in match.links]
    found = {(link.subject, link.object): closeness(link) for link in (*there, *back)}
    lines = (Line(places[one], places[two], weight) for (one, two), weight in found.items())
    boxes = (
        Box(part, x, n * LANE)
        for x, parts in zip((0, RIGHT), columns, strict=True)
        for n, part in enumerate(parts)
    )
    return Bridge(tuple(boxes), tuple(lines), max(map(len, columns)) * LANE)


def closeness(link: Link) -> int:
    """Grade how close two parts are: 4 the same or nearly, 3 within each other, 2 half, 1 less, 0 derived."""
    if link.curated is None:
        return 0
    if link.relation == "equal" or link.curated.extent == "nearly-the-same":
        return 4
    if link.relation in ("subset-of", "superset-of"):
        return 3
    if link.curated.extent == "half" or link.curated.property == "integral-to":
        return 2
    return 1


def _match(site: SiteData, part: Part, other: Framework) -> Match:
    found = site.walks.counterparts(part.end, other.id)
    links = [link for link in found if link.object.kind in ("levels", "layers")]
    rank = max(map(_rank, links), default=(0, 0.0))
    return Match(part, tuple(link for link in links if _rank(link) == rank))


def _rank(link: Link) -> tuple[int, float]:
    """A judged relation comes before a derived one; of derived ones the one that shares most."""
    return closeness(link), link.overlap.shared if link.overlap and not link.curated else 0.0
