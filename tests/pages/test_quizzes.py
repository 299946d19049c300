"""Which quiz the quick check sends on to."""

from generator.pages.quizzes import sharpest
from generator.quiz import quiz_of
from tests import builders

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
