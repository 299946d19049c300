"""Which quiz the quick check sends on to, and whose questions a quiz says to ask."""

from typing import Any

import pytest

from generator.pages.quizzes import sharpest
from generator.quiz import quiz_of
from tests import builders
from tests.pages.test_silence import text_of
from tests.pages.test_structured import TEMPLATES
from tests.quiz.test_results import site_of
from tests.rendering import renderer_of

STAIRS = builders.framework("stairs", (0, 1), (1, 2), (2, 4))
RIVER = builders.framework("river", (0, 2), (2, 4))
MADE = [(framework, quiz_of(framework)) for framework in (STAIRS, RIVER)]


def test_the_quiz_that_tells_most_levels_apart_in_a_stretch_is_named() -> None:
    assert sharpest(MADE, 1, 2) is STAIRS
    assert sharpest(MADE, 1, 4) is STAIRS


def test_of_two_that_tell_as_many_apart_the_one_with_fewer_questions_is_named() -> None:
    asks = [builders.level(n, (n - 1, n), questions={f"a{n}": "Is a?", f"b{n}": "Is b?"}) for n in (1, 2)]
    longer = builders.framework("longer", levels=asks)
    short = builders.framework("short", (0, 1), (1, 2))
    made = [(framework, quiz_of(framework)) for framework in (longer, short)]
    assert sharpest(made, 1, 2) is short
    assert sharpest(made[::-1], 1, 2) is short


def test_where_none_tells_two_levels_apart_none_is_named() -> None:
    assert sharpest(MADE, 1, 1) is None
    assert sharpest(MADE, 4, 4) is None
    assert sharpest([], 1, 5) is None


OURS = "The source has no test; questions and scoring are ours."


@pytest.mark.parametrize(
    ("source", "says", "says_not"),
    [
        ({}, "The scoring is ours.", OURS),
        ({"added": [{"what": "questions"}]}, OURS, "The questions are those of the source."),
    ],
)
@pytest.mark.parametrize("address", ["quiz/", "quiz/stairs/"])
def test_questions_are_called_ours_only_where_the_editor_says_so(
    source: dict[str, Any], says: str, says_not: str, address: str
) -> None:
    own = builders.framework("stairs", (0, 1), (1, 2), source={"document": "A book", **source})
    text = text_of(renderer_of(TEMPLATES, site_of(own)), address)
    assert says in text
    assert says_not not in text
