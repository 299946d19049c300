"""Describe a quiz: its questions, their answers, and the rule by which answers are counted."""

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

from generator.text import LocalText

QuizKind = Literal["ladder", "matrix", "checklist"]

YES, NO, NOT_APPLICABLE = "yes", "no", "na"
NOT_YET, IN_PLACES, MOSTLY, EVERYWHERE = "not-yet", "in-places", "mostly", "everywhere"
GRADES = (NOT_YET, IN_PLACES, MOSTLY, EVERYWHERE)
"""How far something is reached, from low to high; it counts as reached from `mostly` on."""


@dataclass(frozen=True)
class Choice:
    """One answer and the number of the level or layer that it stands for; 0 where it does not reach one."""

    value: str
    reaches: int
    text: str = ""


@dataclass(frozen=True)
class Ask:
    """One question, its choices from low to high; `details` help to answer it.

    `part` is the id of what it is about: a level, a layer or a dimension; `group` that of the dimension's
    group. An empty text asks which description fits best.
    """

    id: str
    text: str
    choices: tuple[Choice, ...]
    part: str
    details: tuple[str, ...] = ()
    group: str | None = None


@dataclass(frozen=True)
class Rung:
    """One level or layer that a result can name."""

    id: str
    number: int


@dataclass(frozen=True)
class Rule:
    """The shares by which answers are counted; the page's sentence and its script read them from here.

    So many of the questions that apply are to be answered; a level is reached by so many of the answers; and
    it is named where so many of them lie within `near_by` levels of it.
    """

    enough: tuple[int, int] = (3, 5)
    reach: tuple[int, int] = (1, 2)
    near: tuple[int, int] = (3, 4)
    near_by: int = 1

    def least(self, total: int) -> int:
        """How many of so many questions are to be answered."""
        some, of = self.enough
        return -(-total * some // of)


RULE = Rule()


@dataclass(frozen=True)
class Quiz:
    """A quiz without the words of its page; `version` changes when a question or a choice does.

    `by_source` says whose test it is: the source's own, or ours.
    """

    id: str
    kind: QuizKind
    questions: tuple[Ask, ...]
    rungs: tuple[Rung, ...]
    by_source: bool = False

    @property
    def version(self) -> str:
        """Eight hexadecimal digits: four over the choices' ids, four over the rest, equal in each language.

        A short share code names a choice by its place, and can be read as long as the first four are equal.
        """
        choices = [[choice.value for choice in ask.choices] for ask in self.questions]
        parts = [
            [ask.id, _source(ask.text), *((choice.value, _source(choice.text)) for choice in ask.choices)]
            for ask in self.questions
        ]
        return _digest([self.id, sorted(choices)]) + _digest([self.id, self.kind, parts])


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()[:4]


def _source(text: str) -> str:
    return text.source if isinstance(text, LocalText) else text
