"""What answers say, rule by rule; the browser is held to the same results in tests/site/test_quiz.py."""

import pytest

from generator.model import Framework
from generator.quiz import NO, NOT_APPLICABLE, YES, Ask, Choice, Quiz, quiz_of
from generator.text import LocalText, TextState
from tests import builders
from tests.quiz.scoring import Result, score
from tests.quiz.vectors import vectors

LEVELS = ((0, 1), (1, 2), (2, 3), (3, 4), (4, 5))


@pytest.fixture
def ladder() -> Quiz:
    """Five levels, a question each: level-1 to level-5."""
    return quiz_of(builders.framework("stairs", *LEVELS))


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


def grid(**changes: object) -> Framework:
    """A framework with a matrix."""
    dimensions = [{"id": name, "title": name.upper()} for name in "abcde"]
    cells = {name: {f"level-{n}": f"{name} at {n}" for n in range(1, 6)} for name in "abcde"}
    return builders.framework("grid", *LEVELS, **{"dimensions": dimensions, "cells": cells} | changes)


def yes(quiz: Quiz, pattern: str) -> dict[str, str]:
    """Answers from a pattern, a letter a question: y, n, a for not applicable, a dot for open."""
    words = {"y": YES, "n": NO, "a": NOT_APPLICABLE}
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


@pytest.mark.parametrize(
    ("pattern", "outcome", "number"),
    [
        ("yyyyy", "level", 5),
        ("yynyy", "level", 2),
        ("nyyyy", "below", 0),
        ("nnnnn", "below", 0),
        (".....", "profile", None),
        ("aaaaa", "profile", None),
        ("yyy..", "level", 3),
        ("yy...", "profile", None),
        ("y.y.y", "level", 5),
        ("y.n..", "level", 1),
        ("y..n.", "profile", None),
        ("ayyyy", "level", 5),
        ("aaaay", "level", 5),
        ("an...", "below", 0),
        ("yya..", "profile", None),
        ("yyya.", "level", 3),
    ],
)
def test_a_ladder_ends_at_the_first_no(ladder: Quiz, pattern: str, outcome: str, number: int | None) -> None:
    result = score(ladder, yes(ladder, pattern))
    assert (result.outcome, result.number) == (outcome, number)


@pytest.mark.parametrize(
    ("pattern", "outcome", "number"),
    [
        ("11111", "level", 1),
        ("55555", "level", 5),
        ("11555", "level", 5),
        ("11155", "level", 1),
        ("12345", "level", 3),
        ("345..", "level", 4),
        ("34...", "profile", None),
        ("34aaa", "level", 3),
        ("aaaaa", "profile", None),
        (".....", "profile", None),
        ("1234.", "level", 2),
    ],
)
def test_a_matrix_names_what_at_least_half_of_the_answers_reach(
    matrix: Quiz, pattern: str, outcome: str, number: int | None
) -> None:
    result = score(matrix, chosen(matrix, pattern))
    assert (result.outcome, result.number) == (outcome, number)


@pytest.mark.parametrize(
    ("pattern", "outcome", "number"),
    [
        ("yyy", "complete", 0),
        ("nyy", "missing", 1),
        ("yny", "missing", 2),
        ("nnn", "missing", 1),
        ("yy.", "profile", None),
        ("..n", "missing", 3),
        ("aaa", "profile", None),
        ("ayy", "complete", 0),
        ("...", "profile", None),
    ],
)
def test_a_checklist_names_the_first_missing_layer(
    checklist: Quiz, pattern: str, outcome: str, number: int | None
) -> None:
    result = score(checklist, yes(checklist, pattern))
    assert (result.outcome, result.number) == (outcome, number)


def test_the_profile_holds_every_answer_and_nothing_that_is_open_or_does_not_apply(matrix: Quiz) -> None:
    assert score(matrix, chosen(matrix, "3a.51")) == Result("level", 3, {"a": 3, "d": 5, "e": 1})


def test_an_answer_that_the_quiz_does_not_know_counts_as_open(matrix: Quiz) -> None:
    assert score(matrix, {"a": "level-9", "z": "level-1"}) == Result("profile", None, {})


def test_the_version_changes_with_a_question_its_words_or_a_choice() -> None:
    quiz = quiz_of(grid())
    other_words = quiz_of(grid(dimensions=[{"id": name, "title": f"Better: {name}"} for name in "abcde"]))
    fewer_questions = quiz_of(grid(dimensions=[{"id": name, "title": name} for name in "abcd"]))
    fewer_choices = quiz_of(builders.framework("grid", *LEVELS[:4]))
    assert len({quiz.version, other_words.version, fewer_questions.version, fewer_choices.version}) == 4


def test_the_version_is_the_same_in_every_language() -> None:
    def titled(language: str, words: str, state: TextState) -> str:
        title = LocalText(words, language, language, state, source="How?")
        quiz = Quiz("grid", "matrix", (Ask("a", title, (Choice("one", 1, title),)),), ())
        return quiz.version

    assert titled("en", "How?", "original") == titled("nl", "Hoe?", "translated")


@pytest.mark.parametrize("kind", ["ladder", "matrix", "checklist"])
def test_no_answers_whatever_end_in_an_error_or_a_number_out_of_range(
    kind: str, request: pytest.FixtureRequest
) -> None:
    quiz: Quiz = request.getfixturevalue(kind)
    for name, answers in vectors(quiz).items():
        result = score(quiz, answers)
        assert result.number is None or 0 <= result.number <= len(quiz.rungs), name
        assert (result.outcome == "profile") == (result.number is None), name
