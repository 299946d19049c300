"""Name a relation between two parts in words: "overlaps by half", "cannot do without"."""

from generator.model import Extent, Mapping, Property, Relation
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


def relation_words(relation: Relation, judged: Mapping | None = None) -> Message:
    """Name a relation, as closely as it was judged where somebody judged it."""
    closer = (judged.extent or judged.property) if judged else None
    return _CLOSER.get((relation, closer), _PLAIN[relation])


def judgement_words(field: str, value: str) -> Message | None:
    """Name one value of a judgement by its field; None where there are no words for it, as of another day."""
    if field == "relation":
        return next((words for relation, words in _PLAIN.items() if relation == value), None)
    of = {"extent": "intersects-with", "property": "supports"}.get(field)
    return next((words for closer, words in _CLOSER.items() if closer == (of, value)), None)
