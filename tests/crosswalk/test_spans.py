"""Derived relations against the geometry of spans, at every border."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.crosswalk import INVERSE, derived_relation, overlap
from generator.model import Relation, Span

STEPS = 20
"""Spans in tests start and end on quarters of five bands, so that borders meet often."""


def span(start: float, end: float) -> Span:
    return Span.model_validate(
        {"from": start, "to": end, "confidence": "low", "justification": "As it says."}
    )


def points(quarters: tuple[int, int]) -> set[int]:
    """The quarters that a span holds: a span is half-open, so its end is not one of them."""
    return set(range(*quarters))


pairs_of_quarters = st.tuples(st.integers(0, STEPS - 1), st.integers(1, STEPS)).filter(
    lambda pair: pair[0] < pair[1]
)
spans = (
    st.tuples(st.floats(0, 5), st.floats(0, 5))
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: span(*pair))
)


@given(pairs_of_quarters, pairs_of_quarters)
def test_a_derived_relation_is_that_of_the_two_sets_of_points(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    left, right = points(one), points(two)
    expected: Relation = "intersects-with"
    if not left & right:
        expected = "no-relationship"
    elif left == right:
        expected = "equal"
    elif left < right:
        expected = "subset-of"
    elif left > right:
        expected = "superset-of"

    assert derived_relation(*(span(start / 4, end / 4) for start, end in (one, two))) == expected


@given(pairs_of_quarters, pairs_of_quarters)
def test_an_overlap_measures_the_two_sets_of_points(one: tuple[int, int], two: tuple[int, int]) -> None:
    left, right = points(one), points(two)

    found = overlap(*(span(start / 4, end / 4) for start, end in (one, two)))

    assert found.shared == len(left & right) / 4
    assert found.only_subject == len(left - right) / 4
    assert found.only_object == len(right - left) / 4


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ((1, 2), (1, 2), "equal"),
        ((1, 2), (2, 3), "no-relationship"),
        ((2, 3), (1, 2), "no-relationship"),
        ((1, 2), (3, 4), "no-relationship"),
        ((1, 2), (1, 3), "subset-of"),
        ((2, 3), (1, 3), "subset-of"),
        ((2, 3), (1, 4), "subset-of"),
        ((1, 3), (1, 2), "superset-of"),
        ((1, 3), (2, 3), "superset-of"),
        ((1, 4), (2, 3), "superset-of"),
        ((1, 3), (2, 4), "intersects-with"),
        ((2, 4), (1, 3), "intersects-with"),
    ],
)
def test_each_border_case_of_two_spans(one: Any, two: Any, relation: Relation) -> None:
    assert derived_relation(span(*one), span(*two)) == relation


@given(spans, spans)
def test_a_derived_relation_read_from_the_other_side_is_its_inverse(one: Span, two: Span) -> None:
    assert derived_relation(two, one) == INVERSE[derived_relation(one, two)]


@given(spans)
def test_a_span_is_equal_to_itself_however_short_it_is(one: Span) -> None:
    assert derived_relation(one, one) == "equal"


@given(spans, spans)
def test_no_length_is_negative(one: Span, two: Span) -> None:
    found = overlap(one, two)

    assert min(found.shared, found.only_subject, found.only_object) >= 0
