"""Make a framework's quiz from its data, and score answers by the rules that the browser runs too.

A framework gets its quiz by what it has: its own self-assessment makes a ladder, a matrix a question per
dimension, layers a checklist, and levels alone a ladder from what each level looks like.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import Framework
from generator.text import LocalText

QuizKind = Literal["ladder", "matrix", "checklist"]
Outcome = Literal["level", "below", "profile", "missing", "complete"]

YES, NO, NOT_APPLICABLE = "yes", "no", "na"
ENOUGH = (3, 5)
"""The share of questions that must be answered before a level is named: three in five."""


@dataclass(frozen=True)
class Choice:
    """One answer and the level number that it stands for; 0 is below the first level."""

    value: str
    reaches: int
    text: str = ""


@dataclass(frozen=True)
class Ask:
    """One question; `details` are the signs that help to answer it."""

    id: str
    text: str
    choices: tuple[Choice, ...]
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rung:
    """One level or layer that a result can name."""

    id: str
    number: int


@dataclass(frozen=True)
class Quiz:
    """A quiz without the words of its page; `version` changes when a question or a choice does."""

    id: str
    kind: QuizKind
    questions: tuple[Ask, ...]
    rungs: tuple[Rung, ...]

    @property
    def version(self) -> str:
        """Eight hexadecimal digits over the quiz's ids and source texts: equal in every language."""
        parts = [
            [ask.id, _source(ask.text), *((choice.value, _source(choice.text)) for choice in ask.choices)]
            for ask in self.questions
        ]
        return hashlib.sha256(json.dumps([self.id, self.kind, parts]).encode()).hexdigest()[:8]


@dataclass(frozen=True)
class Result:
    """The result of answers: the rung that they name, or for a checklist the first missing layer.

    `number` is 0 below the first level and where every layer is in place, None where nothing may be named.
    """

    outcome: Outcome
    number: int | None
    profile: Mapping[str, int]


def _source(text: str) -> str:
    return text.source if isinstance(text, LocalText) else text


def quiz_of(framework: Framework) -> Quiz:
    """Make the quiz that fits a framework's data."""
    things = framework.layers if framework.kind == "layers" else framework.levels
    rungs = tuple(Rung(item.id, item.number) for item in things)
    if framework.kind == "layers":
        asks = tuple(
            Ask(
                layer.id,
                layer.question or layer.summary,
                _yes_or_no(layer.number),
                tuple(layer.needs.values()),
            )
            for layer in framework.layers
        )
        return Quiz(framework.id, "checklist", asks, rungs)
    numbers = {level.id: level.number for level in framework.levels}
    if framework.self_assessment:
        asks = tuple(
            Ask(item.id, item.question, _yes_or_no(numbers[item.reaches]))
            for item in framework.self_assessment
        )
        return Quiz(framework.id, "ladder", asks, rungs)
    if framework.dimensions:
        asks = tuple(
            Ask(
                dimension.id,
                dimension.question or dimension.title,
                tuple(
                    Choice(level.id, level.number, framework.cells[dimension.id][level.id])
                    for level in framework.levels
                ),
            )
            for dimension in framework.dimensions
        )
        return Quiz(framework.id, "matrix", asks, rungs)
    asks = tuple(
        Ask(level.id, level.summary, _yes_or_no(level.number), tuple((level.focus or level.signs).values()))
        for level in framework.levels
    )
    return Quiz(framework.id, "ladder", asks, rungs)


def score(quiz: Quiz, answers: Mapping[str, str]) -> Result:
    """Score answers by question id; a question that is left out is open, `na` is not applicable.

    Ladder: the highest "yes" before the first "no"; what follows that "no" counts for nothing. Matrix: the
    lower median of the answers, so that at least half of the dimensions stand at or above the level named.
    Checklist: the first layer that is not in place. Open and not applicable never count as a "no", and with
    fewer than three in five of the questions that apply answered, no level is named.
    """
    reached = {ask.id: _reached(ask, answers.get(ask.id)) for ask in quiz.questions}
    profile = {key: value for key, value in reached.items() if value is not None}
    asked = [ask for ask in quiz.questions if answers.get(ask.id) != NOT_APPLICABLE]
    if quiz.kind != "matrix":
        asked = _up_to_first_no(asked, reached)
    numbers = sorted(profile[ask.id] for ask in asked if ask.id in profile)
    if quiz.kind == "checklist":
        return _checked(asked, profile, quiz)
    if not numbers or len(numbers) * ENOUGH[1] < len(asked) * ENOUGH[0]:
        return Result("profile", None, profile)
    number = numbers[-1] if quiz.kind == "ladder" else numbers[(len(numbers) - 1) // 2]
    return Result("level" if number else "below", number, profile)


def _checked(asked: Sequence[Ask], profile: Mapping[str, int], quiz: Quiz) -> Result:
    missing = next((rung.number for rung in quiz.rungs if profile.get(rung.id) == 0), None)
    if missing is not None:
        return Result("missing", missing, profile)
    complete = bool(asked) and all(ask.id in profile for ask in asked)
    return Result("complete", 0, profile) if complete else Result("profile", None, profile)


def _reached(ask: Ask, answer: str | None) -> int | None:
    return next((choice.reaches for choice in ask.choices if choice.value == answer), None)


def _up_to_first_no(asked: Sequence[Ask], reached: Mapping[str, int | None]) -> list[Ask]:
    for index, ask in enumerate(asked):
        if reached[ask.id] == 0:
            return list(asked[: index + 1])
    return list(asked)


def _yes_or_no(number: int) -> tuple[Choice, Choice]:
    return Choice(YES, number), Choice(NO, 0)
