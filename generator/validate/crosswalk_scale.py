"""Check that mappings between levels agree with the order of levels and with the reference scale."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.crosswalk import End, derived_relation, span_in
from generator.load import Document, Loaded
from generator.model import Crosswalk, Framework, Relation
from generator.model import Mapping as Curated
from generator.problems import Problem, Severity, say
from generator.unfinished import drafts_in, is_draft
from generator.validate.crosswalks import crosses, mappings_of

_AGREE: Mapping[Relation, tuple[Relation, ...]] = {
    "equal": ("equal",),
    "subset-of": ("subset-of", "equal"),
    "superset-of": ("superset-of", "equal"),
    "intersects-with": ("intersects-with", "subset-of", "superset-of", "equal"),
    "no-relationship": ("no-relationship",),
}
"""What the spans may say beside a relation. The scale is one side of a level: what lies within another level
lies within it on the scale too, while two levels that cover the same stretch may still differ."""


def levels_keep_their_order(loaded: Loaded) -> Iterator[Problem]:
    """A higher level never maps wholly below what a lower one maps to, unless a `note` says why."""
    for document in loaded.crosswalks:
        walk = document.record
        if walk.subject in loaded.by_id and walk.object in loaded.by_id:
            pair = loaded.by_id[walk.subject], loaded.by_id[walk.object]
            seen: set[int] = set()
            for crossing in (*_crossings(walk, *pair), *_crossings(walk, *reversed(pair))):
                if seen.isdisjoint(crossing.mappings):
                    yield _crossed(document, crossing)
                seen.update(crossing.mappings)


@dataclass(frozen=True)
class _Crossing:
    """A level that maps wholly below a lower one, and the mappings that say so, its own first."""

    high: str
    low: str
    other: str
    mappings: tuple[int, ...]


def _crossings(walk: Crosswalk, own: Framework, other: Framework) -> Iterator[_Crossing]:
    """Find the crossings as seen from one of the two frameworks."""
    numbers = {level.id: level.number for level in other.levels}
    reached: dict[str, dict[int, int]] = {}
    for index, mapping in enumerate(walk.mappings):
        ends = {end.framework: end for end in (End.parse(mapping.subject), End.parse(mapping.object))}
        here, there = ends.get(own.id), ends.get(other.id)
        between_levels = here and there and here.kind == there.kind == "levels" and there.ids[0] in numbers
        has_both = here and there and between_levels and not is_draft(mapping)
        if here and there and has_both and mapping.relation != "no-relationship":
            reached.setdefault(here.ids[0], {})[index] = numbers[there.ids[0]]
    placed = [(level.id, reached[level.id]) for level in own.levels if level.id in reached]
    for position, (high, above) in enumerate(placed):
        for low, below in reversed(placed[:position]):
            mappings = (*above, *below)
            if max(above.values()) < min(below.values()) and not any(walk.mappings[i].note for i in mappings):
                yield _Crossing(high, low, other.id, mappings)


def _crossed(document: Document[Crosswalk], crossing: _Crossing) -> Problem:
    message = say(
        "'%(high)s' is above '%(low)s', but maps wholly below it in '%(other)s'",
        high=crossing.high,
        low=crossing.low,
        other=crossing.other,
    )
    hint = say("Check both mappings; where they are right, say why in a 'note'")
    # As long as others are drafts, one of them may be what the higher level maps to as well.
    severity: Severity = "warning" if drafts_in(document.record) else "error"
    return Problem(
        "M307", document.value("mappings", crossing.mappings[0], "relation"), message, hint, severity
    )


def mappings_agree_with_spans(loaded: Loaded) -> Iterator[Problem]:
    """A curated relation can hold together with the spans of its two ends, or a `note` says why not."""
    for document, index, mapping in mappings_of(loaded):
        derived = contradicted(mapping, loaded.by_id) if crosses(document.record, mapping) else None
        if derived and not mapping.note:
            message = say(
                "'%(id)s' says '%(curated)s', the spans on the reference scale say '%(derived)s'",
                id=mapping.id,
                curated=mapping.relation,
                derived=derived,
            )
            hint = say("Correct the relation or a span; where both are right, say why in a 'note'")
            yield Problem("M308", document.value("mappings", index, "relation"), message, hint, "warning")


def contradicted(mapping: Curated, frameworks: Mapping[str, Framework]) -> Relation | None:
    """Find what the spans of a mapping's two ends say, where the mapping cannot hold with it."""
    subject, other = End.parse(mapping.subject), End.parse(mapping.object)
    kinds = subject.kind, other.kind
    if {subject.framework, other.framework} - frameworks.keys() or set(kinds) - {"levels", "layers"}:
        return None
    spans = span_in(frameworks[subject.framework], subject), span_in(frameworks[other.framework], other)
    if any(span is not None and span.start >= span.end for span in spans):
        return None
    if spans[0] is None or spans[1] is None or kinds == ("layers", "layers"):
        return None
    derived = derived_relation(spans[0], spans[1])
    if "layers" not in kinds:
        return None if derived in _AGREE.get(mapping.relation, (derived,)) else derived
    return _contradicted_support(
        mapping.relation, derived, "supports" if kinds[0] == "layers" else "is-supported-by"
    )


def _contradicted_support(relation: Relation, derived: Relation, support: Relation) -> Relation | None:
    """Find what the spans of a layer and a level say, where a mapping contradicts it.

    The spans say who supports whom, or that the two have nothing in common.
    """
    says = derived if derived == "no-relationship" else support
    if "no-relationship" in (relation, says) or relation in ("supports", "is-supported-by"):
        return None if relation == says else says
    return None


RULES = (levels_keep_their_order, mappings_agree_with_spans)
