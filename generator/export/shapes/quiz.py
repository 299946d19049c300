"""Describe a quiz as it is published."""

from typing import Annotated

from pydantic import Field

from generator.export.shapes.common import Shape
from generator.quiz import QuizKind


class About(Shape):
    """What a question is about: a level, layer or dimension."""

    id: str
    title: str


class Choice(Shape):
    """One answer, with the number of the level that it reaches; 0 is below the first."""

    value: str
    reaches: int
    text: str | None


class Ask(Shape):
    """One question, with its choices from low to high."""

    id: str
    about: About
    question: str
    details: list[str]
    choices: list[Choice]


class Rung(Shape):
    """One level or layer that a result can name."""

    id: str
    number: int
    title: str
    summary: str


class Quiz(Shape):
    """One quiz in one language; `version` changes when a question or a choice does."""

    id: str
    version: str
    kind: QuizKind
    title: str
    enough: Annotated[
        list[int],
        Field(
            description="The share of questions to answer before a level is named: so many, out of so many."
        ),
    ]
    not_applicable: Annotated[str, Field(description="The answer that never counts.")]
    asks: list[Ask]
    rungs: list[Rung]
