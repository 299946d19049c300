"""A framework as an editor writes it: one YAML file's content in, one `Framework` record out."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import Confidence, Id, Items, Label, LanguageTag, Name, Record, Text, Texts

Kind = Literal["levels", "layers"]
LevelWord = Literal["level", "stage", "phase", "step"]
Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]


class Span(Record):
    """Where something stands on the reference scale: from 0 (start of stage 1) to the number of stages.

    Stage n covers n-1 to n, so `from: 1, to: 2` is exactly the second stage, and 1.5 its middle.
    """

    start: float = Field(alias="from", ge=0, strict=False)
    end: float = Field(alias="to", gt=0, strict=False)
    confidence: Confidence
    justification: Text


class Reference(Record):
    """A document that a fact in the framework comes from, besides its main source."""

    id: Id
    document: Name
    author: Name | None = None
    publisher: Name | None = None
    year: int | None = Field(default=None, ge=1900, le=2100)
    address: Address | None = None
    note: Text | None = None


class Source(Record):
    """The document that a framework is drawn from; what is unknown is left out, never guessed."""

    document: Name
    author: Name | None = None
    author_role: Text | None = None
    publisher: Name | None = None
    year: int | None = Field(default=None, ge=1900, le=2100)
    address: Address | None = None
    note: Text | None = None
    further: Items[Reference] = ()


class Group(Record):
    """A named group of levels (phases of a journey) or of dimensions."""

    id: Id
    title: Label
    summary: Text | None = None


class Level(Record):
    """One level, stage or phase; `number` counts from 1 upwards in the order of the file."""

    id: Id
    number: int = Field(ge=1)
    title: Label
    subtitle: Label | None = None
    group: Id | None = None
    summary: Text
    typical: Text | None = None
    signs: Texts = Field(default={})
    examples: Texts = Field(default={})
    needs: Texts = Field(default={})
    focus: Texts = Field(default={})
    kpis: Texts = Field(default={})
    span: Span | None = None


class Dimension(Record):
    """One row of the matrix; `question` is what a quiz asks, `subtitle` what the source adds to its name."""

    id: Id
    title: Label
    subtitle: Label | None = None
    question: Text | None = None
    group: Id | None = None
    themes: Items[Id] = ()


class Variant(Record):
    """One way in which a layer can be built."""

    id: Id
    title: Label
    summary: Text
    example: Text | None = None


class Layer(Record):
    """A part that must be in place, in a framework that has layers instead of levels."""

    id: Id
    number: int = Field(ge=1)
    title: Label
    subtitle: Label | None = None
    summary: Text
    question: Text | None = None
    needs: Texts = Field(default={})
    variants: Items[Variant] = ()
    themes: Items[Id] = ()
    span: Span | None = None


class Transition(Record):
    """The step from one level to the next, as actions."""

    start: Id = Field(alias="from")
    end: Id = Field(alias="to")
    summary: Text | None = None
    actions: Texts

    @property
    def key(self) -> str:
        """A transition is known by its two levels."""
        return f"{self.start}--{self.end}"


class Point(Record):
    """A titled remark of the source: a building block, a starting point or a pitfall."""

    id: Id
    title: Label
    summary: Text
    themes: Items[Id] = ()


class Claim(Record):
    """A published statement, shown as its publisher's and never as ours; `levels` says what it is about."""

    id: Id
    figure: Label | None = None
    text: Text
    by: Name
    levels: Items[Id] = ()


class Question(Record):
    """A yes-or-no question of the source's own self-assessment, with the level that a yes reaches."""

    id: Id
    question: Text
    reaches: Id


class Framework(Record):
    """A maturity framework: levels (with or without a matrix) or layers, and what its source adds."""

    id: Id
    kind: Kind
    level_word: LevelWord = "level"
    source_language: LanguageTag
    title: Label
    short_title: Label
    publisher: Name | None = None
    summary: Text
    source: Source
    level_groups: Items[Group] = ()
    levels: Items[Level] = ()
    dimension_groups: Items[Group] = ()
    dimensions: Items[Dimension] = ()
    cells: dict[Id, dict[Id, Text]] = Field(default={})
    layers: Items[Layer] = ()
    transitions: Items[Transition] = ()
    capabilities: Items[Point] = ()
    starting_points: Items[Point] = ()
    pitfalls: Items[Point] = ()
    claims: Items[Claim] = ()
    notes: Texts = Field(default={})
    self_assessment: Items[Question] = ()
