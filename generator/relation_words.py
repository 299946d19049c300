"""Name in words what was judged of two parts: "overlaps by half", "cannot do without", "low confidence"."""

from generator.model import Confidence, Extent, Mapping, Property, Relation
from generator.problems import Message, say

_PLAIN: dict[Relation, Message] = {
    "equal": say("the same"),
    "subset-of": say("part of"),
    "superset-of": say("covers"),
    "intersects-with": say("overlaps"),
    "no-relationship": say("nothing shared"),
    "supports": say("supports"),
    "is-supported-by": say("builds on"),
}
_CLOSER: dict[tuple[Relation, Extent | Property | None], Message] = {
    ("intersects-with", "nearly-the-same"): say("nearly the same"),
    ("intersects-with", "half"): say("overlaps by half"),
    ("intersects-with", "little"): say("overlaps a little"),
    ("supports", "integral-to"): say("is integral to"),
    ("supports", "example-of"): say("supports in part"),
    ("supports", "precedes"): say("precedes"),
    ("is-supported-by", "integral-to"): say("cannot do without"),
    ("is-supported-by", "example-of"): say("builds in part on"),
    ("is-supported-by", "precedes"): say("follows"),
}
_CONFIDENCE: dict[Confidence, Message] = {
    "high": say("high confidence"),
    "medium": say("medium confidence"),
    "low": say("low confidence"),
}


def relation_words(relation: Relation, judged: Mapping | None = None) -> Message:
    """Name a relation, as closely as it was judged where somebody judged it."""
    closer = (judged.extent or judged.property) if judged else None
    return _CLOSER.get((relation, closer), _PLAIN[relation])


def confidence_words(grade: Confidence) -> Message:
    """Say how sure a judgement or a place is."""
    return _CONFIDENCE[grade]


def origin_words(judged: Mapping | None) -> Message:
    """Say whether a relation follows from the scale, or was judged and by whom else it was read."""
    if judged is None:
        return say("derived from the scale")
    return say("judged and reviewed") if judged.reviewer else say("judged, not reviewed yet")


def judgement_words(field: str, value: str) -> Message | None:
    """Name one value of a judgement by its field; None where there are no words for it, as of another day."""
    for name, known in (("relation", _PLAIN), ("confidence", _CONFIDENCE)):
        if field == name:
            return next((words for key, words in known.items() if key == value), None)
    of = {"extent": "intersects-with", "property": "supports"}.get(field)
    return next((words for closer, words in _CLOSER.items() if closer == (of, value)), None)
