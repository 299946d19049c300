"""List what is left to judge between frameworks, a line for each level and layer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.crosswalk import End
from generator.judged import HALF_A_BAND, levels_and_layers, unaddressed, unjudged_overlaps
from generator.model import Atlas, Crosswalk, Mapping, NoCounterpart
from generator.published import judged_of
from generator.unfinished import asked_of, drafts_in
from generator.unwritten import is_prompt

State = Literal["open", "draft", "overlap"]


@dataclass(frozen=True)
class Task:
    """A part that is to be judged against another framework.

    `missing` names the fields of a draft that are still to be written; an overlap names its two ends.
    """

    pair: tuple[str, str]
    end: End
    other: str
    state: State
    missing: tuple[str, ...] = ()


def tasks(atlas: Atlas, pairs: Sequence[tuple[str, str]]) -> Iterator[Task]:
    """List the tasks of some pairs: parts that nobody judged, drafts, and overlaps of half a band or more."""
    written = {(walk.subject, walk.object): walk for walk in atlas.crosswalks}
    for pair in pairs:
        walk = written.get(pair) or empty_walk(*pair)
        judged = judged_of(walk)
        begun = {end: item for item in drafts_in(walk) for end in _ends(item)}
        for own, other in (pair, pair[::-1]):
            for end in unaddressed(judged, atlas.framework(own), atlas.framework(other)):
                item = begun.get(str(end))
                yield Task(pair, end, other, "draft" if item else "open", missing(item) if item else ())
        if not judged.mappings:
            continue
        drafted = {frozenset(_ends(item)) for item in drafts_in(walk)}
        for one, two, shared in unjudged_overlaps(judged, *map(atlas.framework, pair)):
            if shared >= HALF_A_BAND and frozenset((str(one), str(two))) not in drafted:
                yield Task(pair, one, str(two), "overlap")


def count_of(atlas: Atlas, pairs: Sequence[tuple[str, str]]) -> int:
    """Count the levels and layers that these pairs have to say something of."""
    return sum(len(levels_and_layers(atlas.framework(side))) for pair in pairs for side in pair)


def empty_walk(subject: str, other: str, language: str = "en") -> Crosswalk:
    """Make the crosswalk of a pair that nobody has written one for."""
    return Crosswalk(subject=subject, object=other, source_language=language)


def missing(item: Mapping | NoCounterpart) -> tuple[str, ...]:
    """Name the fields of a draft that are still to be written."""
    found = [name for name, value in item if isinstance(value, str) and is_prompt(value)]
    found += [name for name in asked_of(item) if getattr(item, name) is None]
    return tuple(found) or ("draft",)


def _ends(item: Mapping | NoCounterpart) -> tuple[str, ...]:
    return (item.subject, item.object) if isinstance(item, Mapping) else (item.subject,)
