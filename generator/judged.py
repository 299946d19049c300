"""Tell what of two frameworks has been judged, and what is left to judge.

A draft counts here as far as it is in the data: what is published has none (`generator.unfinished`).
"""

from collections.abc import Iterator
from itertools import product

from generator.crosswalk import End, overlap, span_in
from generator.model import Crosswalk, Framework, Layer, Level, Mapping

HALF_A_BAND = 0.5


def unaddressed(walk: Crosswalk, framework: Framework, other: Framework) -> tuple[End, ...]:
    """List the levels and layers of one of a crosswalk's frameworks that it passes over."""
    addressed = {end for end, _ in mapped_ends(walk)} | {absence.subject for absence in walk.no_counterpart}
    return tuple(
        end
        for end in levels_and_layers(framework)
        if str(end) not in addressed and not _is_denied(walk, end, framework, other)
    )


def _is_denied(walk: Crosswalk, end: End, framework: Framework, other: Framework) -> bool:
    """Say whether a part shares nothing with any part on its stretch of the scale, by judgement of each."""
    beside = {
        mapping.object if mapping.subject == str(end) else mapping.subject
        for mapping in walk.mappings
        if str(end) in (mapping.subject, mapping.object)
    }
    own = span_in(framework, end)
    if own is None or not beside:
        return False
    there = ((str(part), span_in(other, part)) for part in levels_and_layers(other))
    return all(name in beside for name, span in there if span and overlap(own, span).shared)


def levels_and_layers(framework: Framework) -> tuple[End, ...]:
    """List the ends that a crosswalk has to say something of."""
    return tuple(
        End(framework.id, kind, (item.id,))
        for kind in ("levels", "layers")
        for item in getattr(framework, kind)
    )


def rung_at(framework: Framework, end: End) -> Level | Layer:
    """Find the level or layer at an end; KeyError where there is none."""
    rungs: dict[str, Level | Layer] = {item.id: item for item in framework.levels}
    rungs |= {item.id: item for item in framework.layers}
    return rungs[end.ids[0]]


def mapped_ends(walk: Crosswalk) -> Iterator[tuple[str, Mapping]]:
    """Look up the mapping that gives each end a counterpart; to deny one relation is not to have another."""
    for mapping in walk.mappings:
        frameworks = {End.parse(end).framework for end in (mapping.subject, mapping.object)}
        if mapping.relation != "no-relationship" and frameworks == {walk.subject, walk.object}:
            yield mapping.subject, mapping
            yield mapping.object, mapping


def unjudged_overlaps(
    walk: Crosswalk, subject: Framework, other: Framework
) -> Iterator[tuple[End, End, float]]:
    """List the level pairs that overlap and that nobody judged, with how much of a band they share."""
    judged = {frozenset((mapping.subject, mapping.object)) for mapping in walk.mappings}
    absent = {absence.subject for absence in walk.no_counterpart}
    for one, two in product(subject.levels, other.levels):
        ends = End(subject.id, "levels", (one.id,)), End(other.id, "levels", (two.id,))
        shared = overlap(one.span, two.span).shared if one.span and two.span else 0
        pair = frozenset(map(str, ends))
        if shared and pair not in judged and pair.isdisjoint(absent):
            yield *ends, shared
