"""Describe a quiz as it is published."""

from typing import Annotated, Literal

from pydantic import Field

from generator.export.shapes.common import Licensed, Shape
from generator.quiz import QuizKind


class About(Shape):
    """What a question is about: a level, layer or dimension."""

    id: str
    title: str


class Choice(Shape):
    """One answer, with the number of the level or layer that it reaches; 0 where it reaches none."""

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


class Rule(Shape):
    """The shares by which a matrix is counted, each as so many out of so many."""

    enough: list[int]
    """Questions to answer before a level is named."""
    reach: list[int]
    """Answers that reach a level for it to be named: the highest such level is."""
    near: list[int]
    """Answers that lie within `near_by` levels of it; with fewer, no level is named."""
    near_by: int


class Bar(Shape):
    """How many stand at the levels from one to another, by their ids; both are null below the first level."""

    from_: Annotated[str | None, Field(alias="from")]
    to: str | None
    count: int


class Benchmark(Shape):
    """How many organisations stand at each level, as somebody counted and published it."""

    id: str
    title: str
    about: str | None
    document: str
    publisher: str
    address: str | None
    year: int
    n: int
    """All who were counted, those without a level included."""
    bars: list[Bar]
    without_level: int


class Quiz(Licensed):
    """One quiz in one language; `version` changes when a question or a choice does."""

    id: str
    version: str
    kind: QuizKind
    by: Literal["source", "atlas"]
    """Whose test it is."""
    rule: Rule
    title: str
    not_applicable: Annotated[str, Field(description="The answer that never counts.")]
    asks: list[Ask]
    rungs: list[Rung]
    benchmarks: list[Benchmark]
