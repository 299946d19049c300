"""Work out every result that a quiz can have: the level, the next steps, the place elsewhere."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.crosswalk import End, Link
from generator.model import Framework
from generator.pages.comparing import pair_address
from generator.pages.ruler import LANE, Bar, ruler
from generator.pages.sitedata import SiteData
from generator.parts import Part
from generator.quiz import Quiz

MOST_STEPS = 3


@dataclass(frozen=True)
class Steps:
    """What to do next in the source's own words, and the list of that part's page that says so."""

    texts: tuple[str, ...]
    part: Part
    anchor: str

    @property
    def address(self) -> str:
        """The address of the list that they come from."""
        return f"{self.part.address}#{self.anchor}"

    @property
    def up(self) -> bool:
        """Whether they are the step up from a level, and not what the next one asks."""
        return self.anchor == "step-up"


@dataclass(frozen=True)
class Path:
    """How a part of the other framework comes into a result: by a relation, or by its place on the scale."""

    part: Part
    link: Link | None
    confidence: float

    @property
    def address(self) -> str:
        """The address of the relation on its pair's page, or of why the part lies where it lies."""
        return f"crosswalks/{self.link.pair}/#{self.link.id}" if self.link else "crosswalks/#spans"


@dataclass(frozen=True)
class Elsewhere:
    """A result's place in another framework: the parts in its range and the way that led there.

    `until` are parts that the result rules out: the place lies before the first of them.
    """

    framework: Framework
    pair: str
    within: tuple[Part, ...]
    paths: tuple[Path, ...]
    reason: str | None = None
    until: Part | None = None

    @property
    def confidence(self) -> float | None:
        """The lowest confidence on the way: a chain is as strong as its weakest link."""
        return min((path.confidence for path in self.paths), default=None)

    @property
    def curated(self) -> bool:
        """Whether a person judged the way."""
        return any(path.link and path.link.origin == "curated" for path in self.paths)


@dataclass(frozen=True)
class Possible:
    """One result that the page can show; the script only chooses which.

    `key` is a rung's number (0 below the first), or for a checklist the number of the first missing layer.
    """

    key: str
    part: Part | None = None
    missing: Part | None = None
    next: Part | None = None
    steps: Steps | None = None
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def name(self) -> str:
        """The name of what is true of the answers when this is their result."""
        return f"result:{self.key}"


@dataclass(frozen=True)
class Strip:
    """Another framework on the scale; each bar with the results that reach it."""

    framework: Framework
    bars: tuple[tuple[Bar, str], ...]
    height: int


def results(site: SiteData, framework: Framework, made: Quiz) -> list[Possible]:
    """Work out every result that names something, the lowest first."""
    others = [site.atlas.framework(other) for other in site.walks.partners(framework.id)]
    rungs = site.parts.of(framework, framework.kind)
    if made.kind == "checklist":
        return list(_checklist(site, framework, rungs, others))
    return list(_levels(site, framework, made, rungs, others))


def strip(site: SiteData, other: Framework, outcomes: Sequence[Possible]) -> Strip:
    """Show where another framework's parts lie, and which results reach them."""
    reached: dict[End, list[str]] = {}
    for outcome in outcomes:
        for place in outcome.elsewhere:
            if place.framework.id == other.id:
                for part in place.within:
                    reached.setdefault(part.end, []).append(outcome.name)
    bars = ruler((other,), site.parts).rows[0].bars
    top = min((bar.y for bar in bars), default=0)
    bottom = max((bar.y for bar in bars), default=0) + LANE
    placed = tuple((replace(bar, y=bar.y - top), " ".join(reached.get(bar.part.end, ()))) for bar in bars)
    return Strip(other, placed, bottom - top if bars else 0)


def _levels(
    site: SiteData, framework: Framework, made: Quiz, rungs: Sequence[Part], others: Iterable[Framework]
) -> Iterator[Possible]:
    if made.kind == "ladder":
        below = tuple(_below(site, rungs[0], other) for other in others)
        yield Possible("0", next=rungs[0], steps=_towards(framework, rungs[0]), elsewhere=below)
    for part, following in zip(rungs, (*rungs[1:], None), strict=True):
        actions = [
            action
            for step in framework.transitions
            if step.start == part.end.ids[0]
            for action in step.actions.values()
        ]
        up = Steps(tuple(actions[:MOST_STEPS]), part, "step-up") if actions else None
        yield Possible(
            str(part.number),
            part,
            None,
            following,
            up or (_towards(framework, following) if following else None),
            tuple(_reached(site, part, other) for other in others),
        )


def _checklist(
    site: SiteData, framework: Framework, rungs: Sequence[Part], others: Iterable[Framework]
) -> Iterator[Possible]:
    for part, layer in zip(rungs, framework.layers, strict=True):
        needs = tuple(layer.needs.values())[:MOST_STEPS]
        steps = Steps(needs, part, "needs") if needs else None
        ceilings = tuple(_ceiling(site, part, other) for other in others)
        yield Possible(str(part.number), None, part, None, steps, ceilings)
    free = tuple(
        Elsewhere(other, pair_address(framework.id, other.id), site.parts.of(other, other.kind), ())
        for other in others
    )
    yield Possible("0", elsewhere=free)


def _towards(framework: Framework, part: Part) -> Steps | None:
    """Find the next steps where the source names no actions: what the level to reach puts first."""
    level = next(level for level in framework.levels if level.id == part.end.ids[0])
    focus = tuple(level.focus.values())[:MOST_STEPS]
    return Steps(focus, part, "focus") if focus else None


def _reached(site: SiteData, part: Part, other: Framework) -> Elsewhere:
    """Find where a level stands in another framework: as a person judged it, else as the scale says.

    A judged relation between levels that do not meet on the scale (a part of what a much higher level asks)
    says what they share, not where someone stands.
    """
    links = site.walks.counterparts(part.end, other.id)
    links = tuple(link for link in links if link.overlap is None or link.overlap.shared > 0)
    links = tuple(link for link in links if link.origin == "curated") or links
    paths = tuple(Path(site.parts.part(link.object), link, link.confidence) for link in links)
    rungs = {rung.end: rung for rung in (path.part.level or path.part for path in paths)}
    placed = (rung for end, rung in rungs.items() if end.kind in ("levels", "layers"))
    within = tuple(sorted(placed, key=lambda rung: rung.number or 0))
    pair = pair_address(part.framework.id, other.id)
    return Elsewhere(other, pair, within, paths, _reason(site, part.end, other))


def _ceiling(site: SiteData, missing: Part, other: Framework) -> Elsewhere:
    """Find the highest levels within reach without a layer: those before the first one that it supports."""
    pair = pair_address(missing.framework.id, other.id)
    rungs = site.parts.of(other, "levels")
    links = {link.object: link for link in site.walks.counterparts(missing.end, other.id)}
    first = next((part for part in rungs if part.end in links), None)
    if first is None:
        return Elsewhere(other, pair, (), (), _reason(site, missing.end, other))
    link = links[first.end]
    before = rungs[: rungs.index(first)]
    return Elsewhere(other, pair, before, (Path(first, link, link.confidence),), until=first)


def _below(site: SiteData, first: Part, other: Framework) -> Elsewhere:
    """Find the place below the first level by the scale before it, since there is no relation to go by."""
    pair = pair_address(first.framework.id, other.id)
    own = first.span
    if own is None:
        return Elsewhere(other, pair, (), ())
    paths = tuple(
        Path(part, None, min(own.confidence, part.span.confidence))
        for part in site.parts.of(other, "levels")
        if part.span and part.span.start < own.start
    )
    return Elsewhere(other, pair, tuple(path.part for path in paths), paths)


def _reason(site: SiteData, end: End, other: Framework) -> str | None:
    """Say why nothing answers to an end, where somebody said so."""
    walk = site.walks.curated(end.framework, other.id)
    stated = walk.no_counterpart if walk else ()
    reasons = (item.reason for item in stated if item.subject == str(end) and item.framework == other.id)
    return next(reasons, None)
