"""A relation is named as closely as it was judged, and never more closely."""

from typing import get_args

import pytest

from generator.model import Relation
from generator.relation_words import relation_words
from tests.builders import mapping


def test_every_relation_has_words_of_its_own() -> None:
    words = {relation_words(relation).text() for relation in get_args(Relation)}
    assert len(words) == len(get_args(Relation))


@pytest.mark.parametrize(
    ("relation", "judged", "words"),
    [
        ("intersects-with", {"extent": "half"}, "overlaps by half"),
        ("intersects-with", {"extent": "little"}, "overlaps a little"),
        ("intersects-with", {}, "overlaps"),
        ("supports", {"property": "integral-to"}, "is integral to"),
        ("is-supported-by", {"property": "integral-to"}, "cannot do without"),
        ("is-supported-by", {}, "builds on"),
        ("equal", {}, "the same"),
    ],
)
def test_what_was_judged_is_said(relation: Relation, judged: dict[str, str], words: str) -> None:
    found = mapping("pier-wick", "harbour/levels/pier", relation, "lantern/levels/wick", **judged)
    assert relation_words(relation, found).text() == words
