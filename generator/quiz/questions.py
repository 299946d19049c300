"""Make a framework's quiz from its data.

A framework gets its quiz by what it has: its own self-assessment makes a ladder, a matrix a question per
dimension, layers a checklist, and levels alone a ladder from what each level looks like.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

from generator.model import Framework
from generator.text import LocalText

QuizKind = Literal["ladder", "matrix", "checklist"]

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


def _yes_or_no(number: int) -> tuple[Choice, Choice]:
    return Choice(YES, number), Choice(NO, 0)
