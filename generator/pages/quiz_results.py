"""Work out every result that a quiz can have: the level, what comes next, the place elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.crosswalk import End
from generator.model import Framework, Practice
from generator.pages.practices import practices_at
from generator.pages.quiz_places import Elsewhere, Limit, Strip, limit_of, place_before, place_of, strip
from generator.pages.sitedata import SiteData
from generator.parts import Part
from generator.quiz import KINDS, Quiz


@dataclass(frozen=True)
class Steps:
    """All that a source says to do between two levels, and the list on the lower level's page."""

    actions: tuple[tuple[str, str], ...]
    """Each with its id."""
    start: Part
    end: Part

    @property
    def address(self) -> str:
        """The address of the list that they come from."""
        return f"{self.start.address}#step-up"


@dataclass(frozen=True)
class Possible:
    """One level that a result can name; the script only chooses which. `number` is 0 below the first.

    `steps` are the source's own; where it has none, `borrowed` are those of other frameworks for levels that
    stand at the same place, and `looks` is what the source says of the next level; `practices` are what it
    says to do for that, where it has no dimensions.
    """

    number: int
    part: Part | None = None
    next: Part | None = None
    steps: tuple[Steps, ...] = ()
    borrowed: tuple[Steps, ...] = ()
    looks: tuple[str, ...] = ()
    practices: tuple[Practice, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()


def results(site: SiteData, framework: Framework, made: Quiz) -> list[Possible]:
    """Work out every level that a result can name, the lowest first; none for a quiz without levels."""
    others = [site.atlas.framework(other) for other in site.walks.partners(framework.id)]
    rungs = site.parts.of(framework, framework.kind)
    return [_possible(site, framework, rungs, number, others) for number in KINDS[made.kind].numbers(made)]


@dataclass(frozen=True)
class Limits:
    """How far one comes in another framework without a layer, for each layer."""

    framework: Framework
    levels: tuple[Part, ...]
    limits: tuple[Limit, ...]


def limits(site: SiteData, framework: Framework) -> list[Limits]:
    """Work out for each layer how far one comes without it in every other framework that has levels."""
    if not framework.layers:
        return []
    layers = site.parts.of(framework, "layers")
    others = (site.atlas.framework(other) for other in site.walks.partners(framework.id))
    return [
        Limits(
            other,
            site.parts.of(other, "levels"),
            tuple(limit_of(site, layer, other) for layer in layers),
        )
        for other in others
        if other.levels
    ]


def strips(
    site: SiteData, others: Iterable[Framework], outcomes: Sequence[Possible], limited: Sequence[Limits]
) -> list[Strip]:
    """Show each other framework on the scale, with the facts that reach each of its parts."""
    reached: dict[End, list[str]] = {}
    for outcome in outcomes:
        for place in outcome.elsewhere:
            for part in place.within:
                reached.setdefault(part.end, []).append(f"in:{outcome.number}")
    for item in limited:
        for part in item.levels:
            numbers = range(part.number or 0, len(item.levels) + 1)
            reached[part.end] = ["state:complete", *(f"upto:{item.framework.id}:{n}" for n in numbers)]
    return [strip(site, other, reached) for other in others]


def _possible(
    site: SiteData, framework: Framework, rungs: Sequence[Part], number: int, others: Sequence[Framework]
) -> Possible:
    part = rungs[number - 1] if number else None
    following = rungs[number] if number < len(rungs) else None
    elsewhere = tuple(
        place_of(site, part, other) if part else place_before(site, rungs[0], other) for other in others
    )
    steps = _steps(site, framework, part) if part else ()
    borrowed = [
        found
        for place in elsewhere
        for stand in place.within
        if not steps and following and place.framework.levels
        for found in _steps(site, place.framework, stand)
    ]
    practices = tuple(practices_at(framework, following.end.ids[0])) if following else ()
    looks = _looks(framework, following)
    return Possible(number, part, following, steps, tuple(borrowed), looks, practices, elsewhere)


def _steps(site: SiteData, framework: Framework, part: Part) -> tuple[Steps, ...]:
    """What a framework's source says to do from a level on."""
    rungs = {rung.end.ids[0]: rung for rung in site.parts.of(framework, "levels")}
    return tuple(
        Steps(tuple(step.actions.items()), part, rungs[step.end])
        for step in framework.transitions
        if step.start == part.end.ids[0]
    )


def _looks(framework: Framework, following: Part | None) -> tuple[str, ...]:
    """What the source says of a level, besides its summary."""
    level = next((item for item in framework.levels if following and item.id == following.end.ids[0]), None)
    return tuple((level.focus or level.signs).values()) if level else ()
