"""What answers say, rule by rule; the browser is held to the same results in tests/site/test_quiz.py."""

from pathlib import Path
from typing import get_args

import pytest

from generator.model import Framework
from generator.quiz import GRADES, KINDS, NO, NOT_APPLICABLE, YES, Ask, Choice, Quiz, QuizKind, quiz_of
from generator.quiz.questions import RULE
from generator.quiz.scoring import SCORERS, Result, score
from generator.text import LocalText, TextState
from tests import builders
from tests.quiz.contradictions import contradictions
from tests.quiz.vectors import vectors

LEVELS = ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5))
FIVE = tuple({"id": f"q{n}", "question": f"Is {n} there?", "reaches": f"level-{n}"} for n in range(1, 6))


@pytest.fixture
def ladder() -> Quiz:
    """Five levels, a yes-or-no question of the source each: level-1 to level-5."""
    return quiz_of(builders.framework("stairs", *LEVELS, self_assessment=FIVE))


@pytest.fixture
def stairs() -> Quiz:
    """Three levels with two graded questions each: a1, b1, a2, b2, a3, b3."""
    levels = [
        builders.level(n, (n - 1, n), questions={f"a{n}": f"Is a{n}?", f"b{n}": f"Is b{n}?"})
        for n in (1, 2, 3)
    ]
    return quiz_of(builders.framework("stairs", levels=levels))


@pytest.fixture
def matrix() -> Quiz:
    """Five dimensions a to e over five levels."""
    return quiz_of(grid())


@pytest.fixture
def checklist() -> Quiz:
    """Three layers: layer-1 to layer-3."""
    layers = [
        {"id": f"layer-{n}", "number": n, "title": f"Layer {n}", "summary": f"Summary {n}."}
        for n in (1, 2, 3)
    ]
    return quiz_of(builders.framework("cake", kind="layers", levels=[], layers=layers))


def grid(names: str = "abcde", **changes: object) -> Framework:
    """A framework with a matrix."""
    dimensions = [{"id": name, "title": name.upper()} for name in names]
    cells = {name: {f"level-{n}": f"{name} at {n}" for n in range(1, 6)} for name in names}
    return builders.framework("grid", *LEVELS, **{"dimensions": dimensions, "cells": cells} | changes)


def yes(quiz: Quiz, pattern: str) -> dict[str, str]:
    """Answers from a pattern, a letter a question: y, n, a for not applicable, a dot for open, or a grade.

    Grades are 0 for not yet, 1 in places, 2 mostly, 3 everywhere.
    """
    words = {"y": YES, "n": NO, "a": NOT_APPLICABLE, **dict(zip("0123", GRADES, strict=True))}
    return {
        ask.id: words[letter] for ask, letter in zip(quiz.questions, pattern, strict=True) if letter in words
    }


def chosen(quiz: Quiz, pattern: str) -> dict[str, str]:
    """Choices from a pattern: a digit is a level, a is not applicable, a dot is open."""
    return {
        ask.id: NOT_APPLICABLE if letter == "a" else f"level-{letter}"
        for ask, letter in zip(quiz.questions, pattern, strict=True)
        if letter != "."
    }


def said(result: Result) -> str:
    """A result in short: its state, its range and why, what holds back, and + what is reached above that."""
    ends = "" if result.low is None else f" {result.low}-{result.high}"
    why = f" {result.why}" if result.why else ""
    beyond = f" + {' '.join(result.beyond)}" if result.beyond else ""
    return f"{result.state}{ends}{why}: {' '.join(result.lags)}{beyond}".rstrip(": ")


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("yyyyy", "level 5-5"),
        ("yyynn", "level 3-3: q4"),
        ("nnnnn", "below 0-1: q1"),  # the source does not say what lies below its first level
        (".nnnn", "below 0-1: q2"),
        ("yynyy", "range 2-5 clash: q3 + q4 q5"),
        ("nyyyy", "range 0-5 clash: q1 + q2 q3 q4 q5"),
        ("nynnn", "range 0-2 clash: q1 + q2"),
        (".....", "none"),
        ("aaaaa", "inapplicable"),
        ("aaaa.", "none"),
        ("yyy..", "range 3-5 open"),
        ("yy...", "profile"),
        ("yyyn.", "level 3-3: q4"),
        ("y.n.n", "range 1-2 open: q3"),
        ("y.y.y", "range 1-5 open"),
        ("ayyyy", "level 5-5"),
        ("annn.", "below 0-1: q2"),
        ("aannn", "range 0-2 na: q3"),
        ("yyaan", "range 2-4 na: q5"),
        ("yya.n", "range 2-4 open: q5"),
        ("yyyaa", "range 3-5 na"),
        ("yyaaa", "profile"),
    ],
)
def test_a_ladder_ends_at_the_first_no_and_a_yes_after_it_makes_a_range(
    ladder: Quiz, pattern: str, expected: str
) -> None:
    assert said(score(ladder, yes(ladder, pattern))) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("333333", "level 3-3"),
        ("222200", "level 2-2: a3 b3"),
        ("222130", "level 1-1: b2 + a3"),  # part of the next level is nothing against it yet
        ("222122", "range 1-3 clash: b2 + a3 b3"),
        ("022222", "range 0-3 clash: a1 + a2 b2 a3 b3"),
        ("000003", "clash clash: a1 b1 + b3"),  # the level that it belongs to is denied
        ("00000.", "below 0-0: a1 b1"),
        ("0000.3", "range 0-3 clash: a1 b1 + b3"),
        ("202020", "clash clash: b1 + a2 a3"),
        ("202100", "below 0-0: b1 + a2"),
        ("22..22", "range 1-3 open"),
        ("22aa22", "level 3-3"),
        ("aa0000", "range 0-1 na: a2 b2"),
    ],
)
def test_a_level_is_reached_where_all_that_is_asked_of_it_is_mostly_so(
    stairs: Quiz, pattern: str, expected: str
) -> None:
    assert said(score(stairs, yes(stairs, pattern))) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("11111", "level 1-1"),
        ("55555", "level 5-5"),
        ("11555", "range 1-5 apart: a b"),
        ("11155", "range 1-5 apart: a b c"),
        ("12345", "range 1-5 apart: a b c"),
        ("23132", "level 2-2: c"),
        ("33221", "level 2-2: e"),
        ("345..", "level 4-4: a"),
        ("34...", "profile"),
        ("34aaa", "profile"),
        ("345aa", "level 4-4: a"),
        ("aaaaa", "inapplicable"),
        ("1234.", "level 3-3: a b"),
    ],
)
def test_a_matrix_names_the_highest_level_that_half_of_the_answers_reach_if_most_lie_near_it(
    matrix: Quiz, pattern: str, expected: str
) -> None:
    assert said(score(matrix, chosen(matrix, pattern))) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"), [("33332222", "level 3-3"), ("55551111", "range 1-5 apart")]
)
def test_with_an_even_number_of_answers_half_of_them_are_enough(pattern: str, expected: str) -> None:
    quiz = quiz_of(grid("abcdefgh"))
    result = score(quiz, chosen(quiz, pattern))
    assert said(result) == f"{expected}: e f g h"


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("333", "complete"),
        ("022", "missing: layer-1"),
        ("212", "missing: layer-2"),
        ("000", "missing: layer-1 layer-2 layer-3"),
        ("22.", "profile"),
        ("..0", "missing: layer-3"),
        ("aaa", "inapplicable"),
        ("a22", "profile"),
        ("aa2", "profile"),
        ("...", "none"),
    ],
)
def test_a_checklist_names_the_missing_layers(checklist: Quiz, pattern: str, expected: str) -> None:
    assert said(score(checklist, yes(checklist, pattern))) == expected


def test_levels_without_questions_are_chosen_by_their_descriptions() -> None:
    quiz = quiz_of(builders.framework("stairs", *LEVELS))
    [ask] = quiz.questions
    assert (quiz.kind, ask.text) == ("matrix", "")
    assert said(score(quiz, {"level": "level-4"})) == "level 4-4"


def holes() -> Quiz:
    """A matrix whose dimension a is silent at level 1, and b at level 3."""
    silent = {"a": "level-1", "b": "level-3"}
    dimensions = [
        {"id": name, "title": name, "silent": [silent[name]] if name in silent else []} for name in "abcde"
    ]
    cells = {
        name: {f"level-{n}": f"{name} at {n}" for n in range(1, 6) if silent.get(name) != f"level-{n}"}
        for name in "abcde"
    }
    return quiz_of(grid(dimensions=dimensions, cells=cells))


def test_who_stands_at_the_lowest_level_everywhere_can_say_so_where_the_source_is_silent_there() -> None:
    quiz = holes()
    assert said(score(quiz, chosen(quiz, "11111"))) == "level 1-1"
    assert [choice.reaches for choice in quiz.questions[0].choices] == [1, 2, 3, 4, 5]


def test_a_level_above_the_lowest_at_which_the_source_is_silent_is_no_answer() -> None:
    assert [choice.reaches for choice in holes().questions[1].choices] == [1, 2, 4, 5]


def test_every_kind_has_a_scorer_here_and_sentences_on_the_page() -> None:
    templates = Path(__file__).parents[2] / "templates" / "parts" / "quiz"
    assert set(SCORERS) == set(KINDS) == set(get_args(QuizKind)) == {p.stem for p in templates.iterdir()}


def test_an_answer_that_the_quiz_does_not_know_counts_as_open(matrix: Quiz) -> None:
    assert score(matrix, {"a": "level-9", "z": "level-1"}) == Result("none")


def test_the_version_changes_with_a_question_its_words_or_a_choice() -> None:
    quiz = quiz_of(grid())
    other_words = quiz_of(grid(dimensions=[{"id": name, "title": f"Better: {name}"} for name in "abcde"]))
    fewer_questions = quiz_of(grid(dimensions=[{"id": name, "title": name} for name in "abcd"]))
    fewer_choices = quiz_of(builders.framework("grid", *LEVELS[:4]))
    assert len({quiz.version, other_words.version, fewer_questions.version, fewer_choices.version}) == 4


def test_the_version_is_the_same_in_every_language() -> None:
    def titled(language: str, words: str, state: TextState) -> str:
        title = LocalText(words, language, language, state, source="How?")
        quiz = Quiz("grid", "matrix", (Ask("a", title, (Choice("one", 1, title),), "a"),), ())
        return quiz.version

    assert titled("en", "How?", "original") == titled("nl", "Hoe?", "translated")


def test_the_first_half_of_a_version_changes_with_the_choices_alone() -> None:
    quiz = quiz_of(grid())
    other_words = quiz_of(grid(dimensions=[{"id": name, "title": f"Better: {name}"} for name in "abcde"]))
    fewer_choices = quiz_of(builders.framework("grid", *LEVELS[:4]))
    assert quiz.version[:4] == other_words.version[:4] != fewer_choices.version[:4]


@pytest.mark.parametrize("kind", ["ladder", "stairs", "matrix", "checklist"])
def test_no_answers_whatever_end_in_an_error_or_a_number_out_of_range(
    kind: str, request: pytest.FixtureRequest
) -> None:
    quiz: Quiz = request.getfixturevalue(kind)
    for name, answers in vectors(quiz).items():
        result = score(quiz, answers)
        assert contradictions(quiz, answers, result) == [], name


@pytest.mark.parametrize(("total", "least"), [(1, 1), (2, 2), (3, 2), (5, 3), (6, 4), (10, 6), (11, 7)])
def test_three_fifths_of_the_questions_are_enough_and_no_fewer(total: int, least: int) -> None:
    assert RULE.least(total) == least
