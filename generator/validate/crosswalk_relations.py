"""Check that the relations stated by mappings can hold together."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.crosswalk import End, inverse_of
from generator.load import Document, Loaded
from generator.model import Crosswalk, Mapping
from generator.problems import Place, Problem, Severity, say
from generator.unfinished import is_draft
from generator.validate.crosswalks import mappings_of

SUPPORTING_KINDS = ("layers", "capabilities")
SUPPORTIVE = ("supports", "is-supported-by")
_SIDE_TEXTS = ("shared", "only_subject", "only_object")
# What a relation denies: an equal or smaller subject has nothing of its own, and so on.
_NO_ROOM = {
    "equal": ("only_subject", "only_object"),
    "subset-of": ("only_subject",),
    "superset-of": ("only_object",),
    "no-relationship": ("shared",),
}
# https://www.w3.org/TR/skos-reference/#L4858: exactMatch is disjoint with broadMatch and relatedMatch.
NOT_WITH_EQUAL = ("subset-of", "superset-of", "intersects-with", "supports", "is-supported-by")


def pairs_are_judged_once(loaded: Loaded) -> Iterator[Problem]:
    """Two parts are judged once: the same from both sides, never both equal and not (SKOS S46).

    Of a draft only that it is one too many is said, not yet what it says.
    """
    for document in loaded.crosswalks:
        first: dict[tuple[str, str], Judged] = {}
        for judged in _written(document):
            key = (judged.mapping.subject, judged.mapping.object)
            if key in first:
                yield _judged_twice(first[key], judged)
            first.setdefault(key, judged)


def equals_are_transitive(loaded: Loaded) -> Iterator[Problem]:
    """What is equal to the same thing is equal, and nothing else; two parts of one framework never are."""
    judged = [item for document in loaded.crosswalks for item in _judged(document)]
    same: dict[str, frozenset[str]] = {}
    for item in judged:
        ends = (item.mapping.subject, item.mapping.object)
        if item.mapping.relation == "equal":
            left, right = (same.get(end, frozenset({end})) for end in ends)
            if left.isdisjoint(right):
                yield from _merged(item, left, right)
            same |= dict.fromkeys(left | right, left | right)
    direct = {frozenset((item.mapping.subject, item.mapping.object)) for item in judged if _says_equal(item)}
    for item in judged:
        mapping = item.mapping
        indirect = frozenset((mapping.subject, mapping.object)) not in direct
        if not _says_equal(item) and indirect and mapping.object in same.get(mapping.subject, ()):
            by = sorted(same[mapping.subject] - {mapping.subject, mapping.object})
            given = {**_said(mapping), "by": ", ".join(by)}
            message = say("'%(id)s' says '%(relation)s', but its ends are equal by way of %(by)s", **given)
            hint = say("Sharpen one of the mappings on that way (SKOS S46)")
            yield Problem("M306", item.place, message, hint)


def _says_equal(item: "Judged") -> bool:
    return item.mapping.relation == "equal"


def _merged(item: "Judged", left: frozenset[str], right: frozenset[str]) -> Iterator[Problem]:
    for one in sorted(left):
        for two in sorted(right):
            if End.parse(one).framework == End.parse(two).framework:
                message = say("'%(id)s' makes %(one)s equal to %(two)s", id=item.mapping.id, one=one, two=two)
                hint = say("Two parts of one framework differ: use subset-of, superset-of or intersects-with")
                yield Problem("M306", item.place, message, hint)


def intersections_say_what_is_shared(loaded: Loaded) -> Iterator[Problem]:
    """`intersects-with` says what both have and what each has alone; without it, it is a draft."""
    for document, index, mapping in mappings_of(loaded):
        missing = ", ".join(name for name in _SIDE_TEXTS if getattr(mapping, name) is None)
        if mapping.relation == "intersects-with" and missing:
            message = say("'%(id)s' intersects, but does not say %(missing)s", id=mapping.id, missing=missing)
            hint = say("Add 'shared', 'only_subject' and 'only_object', or choose a sharper relation")
            yield Problem("M309", document.value("mappings", index, "relation"), message, hint, "warning")


def overlaps_say_how_much(loaded: Loaded) -> Iterator[Problem]:
    """`intersects-with` says in `extent` how much the two share; no other relation does."""
    for document, index, mapping in mappings_of(loaded):
        intersects = mapping.relation == "intersects-with"
        if intersects and mapping.extent is None:
            message = say("'%(id)s' intersects, but does not say how much", id=mapping.id)
            hint = say("Add 'extent': nearly-the-same, half or little, from what is shared and what is not")
            yield Problem("M320", document.value("mappings", index, "relation"), message, hint, "warning")
        elif mapping.extent and not intersects:
            message = say("'%(id)s' is '%(relation)s', which has no 'extent'", **_said(mapping))
            hint = say("Remove it, or choose 'intersects-with'")
            yield Problem("M320", document.key("mappings", index, "extent"), message, hint)


def reviewers_are_not_authors(loaded: Loaded) -> Iterator[Problem]:
    """Nobody reviews their own judgement."""
    for document, index, mapping in mappings_of(loaded):
        if mapping.reviewer and mapping.reviewer.casefold() == mapping.author.casefold():
            message = say(
                "'%(id)s' is reviewed by '%(name)s', who judged it", id=mapping.id, name=mapping.reviewer
            )
            hint = say("Remove 'reviewer' until somebody else has checked it against both texts")
            yield Problem("M321", document.value("mappings", index, "reviewer"), message, hint)


def relations_leave_room(loaded: Loaded) -> Iterator[Problem]:
    """A mapping gives a side something of its own only where its relation leaves room for it."""
    for document, index, mapping in mappings_of(loaded):
        for name in _NO_ROOM.get(mapping.relation, ()):
            if getattr(mapping, name) is not None:
                given = {**_said(mapping), "name": name}
                message = say("'%(id)s' is '%(relation)s', which leaves no room for '%(name)s'", **given)
                hint = say("Remove '%(name)s', or choose another relation", name=name)
                yield Problem("M310", document.key("mappings", index, name), message, hint, "warning")


def support_comes_from_building_blocks(loaded: Loaded) -> Iterator[Problem]:
    """`supports` and `is-supported-by` need a layer or a capability on one side."""
    for document, index, mapping in mappings_of(loaded):
        if mapping.relation in SUPPORTIVE and not _has_building_block(mapping):
            given = _said(mapping)
            message = say("'%(id)s' is '%(relation)s', but neither end is a layer or a capability", **given)
            hint = say("Use equal, subset-of, superset-of, intersects-with or no-relationship")
            yield Problem("M311", document.value("mappings", index, "relation"), message, hint)


def _has_building_block(mapping: Mapping) -> bool:
    return any(End.parse(end).kind in SUPPORTING_KINDS for end in (mapping.subject, mapping.object))


def support_says_how(loaded: Loaded) -> Iterator[Problem]:
    """`supports` and `is-supported-by` say how in `property` (NIST IR 8477, 4.2); no other relation does."""
    for document, index, mapping in mappings_of(loaded):
        supports = mapping.relation in SUPPORTIVE
        if supports and mapping.property is None and _has_building_block(mapping):
            message = say("'%(id)s' is '%(relation)s', but does not say how", **_said(mapping))
            hint = say(
                "Add 'property: integral-to' where all of it is needed, else 'example-of' or 'precedes'"
            )
            yield Problem("M318", document.value("mappings", index, "relation"), message, hint, "warning")
        elif mapping.property and not supports:
            message = say("'%(id)s' is '%(relation)s', which has no 'property'", **_said(mapping))
            hint = say("Remove it, or choose 'supports' or 'is-supported-by'")
            yield Problem("M318", document.key("mappings", index, "property"), message, hint)


@dataclass(frozen=True)
class Judged:
    """A mapping as written, and the same read from the crosswalk's subject to its object."""

    document: Document[Crosswalk]
    index: int
    written: Mapping
    mapping: Mapping

    @property
    def place(self) -> Place:
        """The place of the relation in its file."""
        return self.document.value("mappings", self.index, "relation")


def _judged(document: Document[Crosswalk]) -> Iterator[Judged]:
    return (item for item in _written(document) if not is_draft(item.written))


def _written(document: Document[Crosswalk]) -> Iterator[Judged]:
    for index, written in enumerate(document.record.mappings):
        ahead = End.parse(written.subject).framework == document.record.subject
        yield Judged(document, index, written, written if ahead else inverse_of(written))


def _judged_twice(first: Judged, second: Judged) -> Problem:
    one, two = first.mapping, second.mapping
    line = first.document.value("mappings", first.index).line
    given = {**_said(two), "first": one.id, "line": line, "other": one.relation}
    is_open = is_draft(first.written) or is_draft(second.written)
    if is_open or one.relation == two.relation:
        message = say("'%(id)s' judges the same pair as '%(first)s' on line %(line)s", **given)
        severity: Severity = "warning" if is_open else "error"
        return Problem("M304", second.place, message, say("Keep one of the two"), severity)
    if "equal" in (one.relation, two.relation) and {one.relation, two.relation} & set(NOT_WITH_EQUAL):
        message = say(
            "'%(id)s' says '%(relation)s', '%(first)s' on line %(line)s '%(other)s': a pair cannot be both",
            **given,
        )
        hint = say("Keep the one that the two texts support (SKOS S46)")
        return Problem("M306", second.place, message, hint)
    message = say(
        "%(subject)s and %(object)s: '%(id)s' says '%(relation)s', '%(first)s' on line %(line)s '%(other)s'",
        subject=two.subject,
        object=two.object,
        **given,
    )
    hint = say("Read both in the same direction: one of them must go")
    return Problem("M305", second.place, message, hint)


def _said(mapping: Mapping) -> dict[str, str]:
    return {"id": mapping.id, "relation": mapping.relation}


RULES = (
    pairs_are_judged_once,
    equals_are_transitive,
    intersections_say_what_is_shared,
    overlaps_say_how_much,
    reviewers_are_not_authors,
    relations_leave_room,
    support_comes_from_building_blocks,
    support_says_how,
)
