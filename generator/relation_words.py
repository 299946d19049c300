"""Name in words what was judged of two parts: "overlaps by half", "cannot do without", "low confidence"."""

from dataclasses import replace
from typing import Any

from generator.model import Confidence, Extent, Mapping, Property, Rationale, Relation
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
_SENTENCES: dict[tuple[Relation, Extent | Property | None], Message] = {
    ("equal", None): say("%(a)s and %(b)s describe the same."),
    ("subset-of", None): say("%(a)s lies wholly within %(b)s, which goes further."),
    ("superset-of", None): say("%(a)s covers all of %(b)s, and more."),
    ("intersects-with", None): say("%(a)s and %(b)s overlap; each has something of its own."),
    ("intersects-with", "nearly-the-same"): say(
        "%(a)s and %(b)s are nearly the same; what each has alone is detail."
    ),
    ("intersects-with", "half"): say("%(a)s and %(b)s overlap by about half; each has as much of its own."),
    ("intersects-with", "little"): say("%(a)s and %(b)s overlap a little; most of each is its own."),
    ("no-relationship", None): say("%(a)s and %(b)s have nothing in common."),
    ("supports", None): say("%(a)s is what %(b)s builds on."),
    ("supports", "integral-to"): say("%(a)s is part of %(b)s, which cannot do without."),
    ("supports", "example-of"): say(
        "%(a)s helps to reach %(b)s, which asks for a part of it only or leaves another way open."
    ),
    ("supports", "precedes"): say("%(a)s comes before %(b)s without being part of it."),
    ("is-supported-by", None): say("%(a)s builds on %(b)s."),
    ("is-supported-by", "integral-to"): say("%(a)s cannot do without %(b)s."),
    ("is-supported-by", "example-of"): say(
        "%(a)s asks for a part of %(b)s only, or leaves another way open."
    ),
    ("is-supported-by", "precedes"): say("%(a)s comes after %(b)s, which is not part of it."),
}
_RATIONALE: dict[Rationale, Message] = {
    "syntactic": say("the words"),
    "semantic": say("their meaning"),
    "functional": say("what it is for"),
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


def judged_sentence(relation: Relation, closer: Extent | Property | None = None) -> str:
    """Say what a judged relation of `a` and `b` means, as closely as it was judged, with gaps for the two."""
    return _SENTENCES.get((relation, closer), _SENTENCES[relation, None]).template


def judgement_words(field: str, value: str) -> Message | None:
    """Name one value of a judgement by its field; None where there are no words for it, as of another day."""
    of_field: dict[str, dict[Any, Message]] = {
        "relation": _PLAIN,
        "confidence": _CONFIDENCE,
        "rationale": _RATIONALE,
        "extent": {closer: words for (of, closer), words in _CLOSER.items() if of == "intersects-with"},
        "property": {closer: words for (of, closer), words in _CLOSER.items() if of == "supports"},
    }
    return of_field.get(field, {}).get(value)


def judgement_meaning(field: str, value: str) -> Message | None:
    """Say what a value of a judgement means for two parts A and B; None where its name says it all."""
    of = {"relation": value, "extent": "intersects-with", "property": "supports"}.get(field)
    closer = None if field == "relation" else value
    found = next((said for pair, said in _SENTENCES.items() if pair == (of, closer)), None)
    return replace(found, values=(("a", "A"), ("b", "B"))) if found else None
