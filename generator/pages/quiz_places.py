"""Find where a result stands in another framework, and what led there."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.crosswalk import End, Link, least
from generator.model import Confidence, Framework
from generator.pages.comparing import pair_address
from generator.pages.ruler import Bar, ruler
from generator.pages.sitedata import SiteData
from generator.parts import Part

PLACE = 0.5
"""So much of the shorter of two stretches they share at least, where the scale alone makes a place."""


@dataclass(frozen=True)
class Path:
    """How a part of the other framework comes into a result: by a relation, or by its place on the scale."""

    part: Part
    link: Link | None
    confidence: Confidence

    @property
    def address(self) -> str:
        """The address of the relation on its pair's page, or of why the part lies where it lies."""
        return f"crosswalks/{self.link.pair}/#{self.link.id}" if self.link else "crosswalks/#spans"


@dataclass(frozen=True)
class Elsewhere:
    """A level's place in another framework: the parts in its range and the way that led there.

    In a framework of layers the range holds those that the level cannot do without.
    """

    framework: Framework
    pair: str
    within: tuple[Part, ...]
    paths: tuple[Path, ...]
    reason: str | None = None

    @property
    def confidence(self) -> Confidence | None:
        """The lowest grade on the way."""
        return least(*(path.confidence for path in self.paths)) if self.paths else None

    @property
    def is_judged(self) -> bool:
        """Whether somebody judged all that led there, so that what is not in its range was left out of it."""
        return all(path.link and path.link.curated for path in self.paths)


@dataclass(frozen=True)
class Limit:
    """What another framework's levels allow without a layer: those before the first that needs all of it.

    `number` is that of the highest level within reach, 0 where there is none; without a `path` nothing there
    is known to need the layer.
    """

    layer: Part
    number: int
    path: Path | None


@dataclass(frozen=True)
class Strip:
    """Another framework on the scale, in lanes; each bar with the facts that reach it."""

    framework: Framework
    lanes: tuple[tuple[tuple[Bar, str], ...], ...]


def place_of(site: SiteData, part: Part, other: Framework) -> Elsewhere:
    """Find where a level stands in another framework, as people judged it and as the scale says.

    The way back leads here: see `is_place`.
    """
    pair = pair_address(part.framework.id, other.id)
    links = site.walks.counterparts(part.end, other.id)
    if other.kind == "layers":
        links = tuple(link for link in links if link.object.kind == "layers")
        judged = tuple(link for link in links if link.origin == "curated")
        paths = _paths(site, judged or links)
        within = tuple(path.part for path in paths if is_indispensable(path.link))
    else:
        paths = _paths(site, [link for link in links if is_place(site, link)])
        within = tuple(path.part for path in paths)
    within = tuple(sorted(within, key=lambda rung: rung.number or 0))
    return Elsewhere(other, pair, within, paths, _reason(site, part.end, other))


def place_before(site: SiteData, first: Part, other: Framework) -> Elsewhere:
    """Find the place below the first level by the scale before it, since there is no relation to go by."""
    pair = pair_address(first.framework.id, other.id)
    own = first.span
    if own is None:
        return Elsewhere(other, pair, (), ())
    paths = tuple(
        Path(part, None, least(own.confidence, part.span.confidence))
        for part in site.parts.of(other, "levels")
        if part.span and part.span.start < own.start
    )
    return Elsewhere(other, pair, tuple(path.part for path in paths), paths)


def limit_of(site: SiteData, layer: Part, other: Framework) -> Limit:
    """Find the highest level within reach without a layer: that before the first to which it is integral."""
    rungs = site.parts.of(other, "levels")
    needed = {
        link.object: link
        for link in site.walks.counterparts(layer.end, other.id)
        if is_indispensable(link) and link.object.kind == "levels"
    }
    first = next((part for part in rungs if part.end in needed), None)
    if first is None:
        return Limit(layer, len(rungs), None)
    link = needed[first.end]
    return Limit(layer, rungs.index(first), Path(first, link, link.confidence))


def strip(site: SiteData, other: Framework, reached: dict[End, list[str]]) -> Strip:
    """Show where another framework's parts lie, each with the facts that reach it."""
    row = ruler((other,), site.parts).rows[0]
    lanes = (((bar, " ".join(reached.get(bar.part.end, ()))) for bar in lane) for lane in row.lanes)
    return Strip(other, tuple(map(tuple, lanes)))


def _paths(site: SiteData, links: Sequence[Link]) -> tuple[Path, ...]:
    return tuple(Path(site.parts.part(link.object), link, link.confidence) for link in links)


def is_place(site: SiteData, link: Link) -> bool:
    """Tell whether who stands at the one level stands at the other, too: the same from both sides.

    A judged relation is a place where the two levels meet on the scale, and share more than a little by that
    judgement; elsewhere it says what they share and not where someone stands. The scale makes one where they
    have enough of the shorter stretch in common.
    """
    if {link.subject.kind, link.object.kind} != {"levels"} or link.relation == "no-relationship":
        return False
    shares = link.overlap
    if link.curated and link.curated.extent != "little":
        return shares is None or shares.shared > 0
    return shares is not None and (
        shares.shared >= PLACE * (shares.shared + min(shares.only_subject, shares.only_object))
    )


def is_indispensable(link: Link | None) -> bool:
    """Tell whether somebody judged that the one is integral to the other, which is not reached without."""
    return bool(link and link.curated and link.curated.property == "integral-to")


def _reason(site: SiteData, end: End, other: Framework) -> str | None:
    """Say why nothing answers to an end, where somebody said so."""
    walk = site.walks.curated(end.framework, other.id)
    stated = walk.no_counterpart if walk else ()
    reasons = (item.reason for item in stated if item.subject == str(end) and item.framework == other.id)
    return next(reasons, None)
