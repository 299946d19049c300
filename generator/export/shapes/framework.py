"""The published shape of a framework, and of the list of all."""

from typing import Literal

from pydantic import Field

from generator.export.shapes.common import (
    Address,
    Fallbacks,
    FallbacksPerLanguage,
    Item,
    PerLanguage,
    Shape,
    Stretch,
)
from generator.text import TextState


class Group(Shape):
    """A named group of levels or dimensions."""

    id: str
    title: str
    summary: str | None


class Span(Stretch):
    """Where a level or layer stands on the reference scale, with the reason."""

    confidence: float
    justification: str


class Reference(Shape):
    """A further document that a fact comes from."""

    id: str
    document: str
    author: str | None
    publisher: str | None
    year: int | None
    address: str | None
    note: str | None


class Source(Shape):
    """The document that a framework is drawn from."""

    document: str
    author: str | None
    author_role: str | None
    publisher: str | None
    year: int | None
    address: str | None
    note: str | None
    further: list[Reference]


class Level(Shape):
    """One level, stage or phase, in order."""

    id: str
    number: int
    title: str
    subtitle: str | None
    group: str | None
    summary: str
    typical: str | None
    signs: list[Item]
    examples: list[Item]
    needs: list[Item]
    focus: list[Item]
    kpis: list[Item]
    span: Span | None


class Dimension(Shape):
    """One row of the matrix."""

    id: str
    title: str
    subtitle: str | None
    question: str | None
    group: str | None
    themes: list[str]


class Variant(Shape):
    """One way in which a layer can be built."""

    id: str
    title: str
    summary: str
    example: str | None


class Layer(Shape):
    """A part that must be in place, in a framework that has layers instead of levels."""

    id: str
    number: int
    title: str
    subtitle: str | None
    summary: str
    question: str | None
    needs: list[Item]
    variants: list[Variant]
    themes: list[str]
    span: Span | None


class Cell(Shape):
    """One text of the matrix, with the language that it stands in."""

    text: str
    lang: str
    state: TextState


class Transition(Shape):
    """The step from one level to the next."""

    start: str = Field(alias="from")
    end: str = Field(alias="to")
    summary: str | None
    actions: list[Item]


class Point(Shape):
    """A building block, starting point or pitfall."""

    id: str
    title: str
    summary: str
    themes: list[str]


class Claim(Shape):
    """A published statement, as its publisher's."""

    id: str
    figure: str | None
    text: str
    by: str
    levels: list[str]


class Question(Shape):
    """A question of the source's own self-assessment, with the level that a yes reaches."""

    id: str
    question: str
    reaches: str


class Framework(Shape):
    """One framework in one language."""

    id: str
    kind: Literal["levels", "layers"]
    level_word: str
    language: str
    source_language: str
    title: str
    short_title: str
    publisher: str | None
    summary: str
    url: Address
    source: Source
    level_groups: list[Group]
    levels: list[Level]
    dimension_groups: list[Group]
    dimensions: list[Dimension]
    cells: dict[str, dict[str, Cell]]
    """By dimension id, then level id."""
    layers: list[Layer]
    transitions: list[Transition]
    capabilities: list[Point]
    starting_points: list[Point]
    pitfalls: list[Point]
    claims: list[Claim]
    notes: list[Item]
    self_assessment: list[Question]
    fallbacks: Fallbacks


class FrameworkEntry(Shape):
    """One framework in the list of all."""

    id: str
    kind: Literal["levels", "layers"]
    title: PerLanguage
    short_title: PerLanguage
    publisher: str | None
    source_language: str
    levels: int
    dimensions: int
    layers: int
    url: Address
    urls: PerLanguage
    data: PerLanguage
    fallbacks: FallbacksPerLanguage
