"""A framework as an editor writes it: one YAML file's content in, one `Framework` record out."""

from typing import Literal

from pydantic import Field

from generator.model.base import (
    Confidence,
    DimensionGroupId,
    DimensionId,
    Id,
    Items,
    Label,
    LanguageTag,
    LevelGroupId,
    LevelId,
    Name,
    Record,
    Text,
    Texts,
    ThemeId,
)
from generator.model.source import Source

RungKind = Literal["levels", "layers"]
LevelWord = Literal["level", "stage", "phase", "step"]


class Span(Record):
    """Where something stands on the reference scale: from 0 (start of stage 1) to the number of stages.

    Stage n covers n-1 to n, so `from: 1, to: 2` is exactly the second stage, and 1.5 its middle.
    """

    start: float = Field(alias="from", ge=0, strict=False)
    """Where it begins: 0 is the start of the first stage, 1 its end."""
    end: float = Field(alias="to", gt=0, strict=False)
    """Where it ends: at most the number of stages, and more than `from`."""
    confidence: Confidence
    """How sure you are of this place, from 0 to 1."""
    justification: Text
    """What in the source's own text puts it here."""


class Group(Record):
    """A named group of levels (phases of a journey) or of dimensions."""

    id: Id
    """Its id; levels or dimensions name it in `group`."""
    title: Label
    """Its name, as the source has it."""
    summary: Text | None = None
    """What its members have in common."""


class Level(Record):
    """One level, stage or phase; `number` counts from 1 upwards in the order of the file."""

    id: Id
    """Its id, part of its address: it stays what it is, whatever the title becomes."""
    number: int = Field(ge=1)
    """1 for the lowest level, and so on in the order of the file."""
    title: Label
    """Its name, as the source has it."""
    subtitle: Label | None = None
    """What the source adds to the name."""
    group: LevelGroupId | None = None
    """The id of one of `level_groups`."""
    summary: Text
    """What it is like to be on this level, in a sentence or two."""
    typical: Text | None = None
    """What someone on this level typically says or does."""
    signs: Texts = Field(default={})
    """What shows that you are here: a line `id: text` each."""
    examples: Texts = Field(default={})
    """What it looks like in practice: a line `id: text` each."""
    needs: Texts = Field(default={})
    """What has to be in place: a line `id: text` each."""
    focus: Texts = Field(default={})
    """What deserves attention here: a line `id: text` each."""
    kpis: Texts = Field(default={})
    """What is measured here: a line `id: text` each."""
    span: Span | None = None
    """Where it stands on the reference scale, and why."""


class Dimension(Record):
    """One row of the matrix; `question` is what a quiz asks, `subtitle` what the source adds to its name."""

    id: Id
    """Its id; `cells` has a row with this name."""
    title: Label
    """Its name, as the source has it."""
    subtitle: Label | None = None
    """What the source adds to the name."""
    question: Text | None = None
    """What a quiz asks about it."""
    group: DimensionGroupId | None = None
    """The id of one of `dimension_groups`."""
    themes: Items[ThemeId] = ()
    """Ids from `themes.yaml`: what it is about, so that it stands beside others."""


class Variant(Record):
    """One way in which a layer can be built."""

    id: Id
    """Its id within its layer."""
    title: Label
    """Its name, as the source has it."""
    summary: Text
    """How it works, in a sentence or two."""
    example: Text | None = None
    """What it looks like in practice."""


class Layer(Record):
    """A part that must be in place, in a framework that has layers instead of levels."""

    id: Id
    """Its id, part of its address: it stays what it is, whatever the title becomes."""
    number: int = Field(ge=1)
    """1 for the first layer, and so on in the order of the file."""
    title: Label
    """Its name, as the source has it."""
    subtitle: Label | None = None
    """What the source adds to the name."""
    summary: Text
    """What it does, in a sentence or two."""
    question: Text | None = None
    """What a quiz asks about it."""
    needs: Texts = Field(default={})
    """What has to be in place: a line `id: text` each."""
    variants: Items[Variant] = ()
    """The ways in which it can be built."""
    themes: Items[ThemeId] = ()
    """Ids from `themes.yaml`: what it is about, so that it stands beside others."""
    span: Span | None = None
    """Which part of the reference scale it makes possible, and why."""


class Transition(Record):
    """The step from one level to the next, as actions; it is known by its two levels."""

    key_fields = ("start", "end")

    start: LevelId = Field(alias="from")
    """The id of the level that you leave."""
    end: LevelId = Field(alias="to")
    """The id of the level that you reach; it is a higher one."""
    summary: Text | None = None
    """What the step comes down to."""
    actions: Texts
    """What to do: a line `id: text` each, in the order in which to do it."""


class Point(Record):
    """A titled remark of the source: a building block, a starting point or a pitfall."""

    id: Id
    """Its id within its list."""
    title: Label
    """Its name, as the source has it."""
    summary: Text
    """What it is, in a sentence or two."""
    themes: Items[ThemeId] = ()
    """Ids from `themes.yaml`: what it is about, so that it stands beside others."""


class Claim(Record):
    """A published statement, shown as its publisher's and never as ours; `levels` says what it is about."""

    id: Id
    """Its id within this framework."""
    figure: Label | None = None
    """The figure alone, as it was published and between quotes: `"80%"`."""
    text: Text
    """What is claimed, and of whom."""
    by: Name
    """Who says so."""
    levels: Items[LevelId] = ()
    """The ids of the levels that it is about."""


class Question(Record):
    """A yes-or-no question of the source's own self-assessment, with the level that a yes reaches."""

    id: Id
    """Its id within this framework."""
    question: Text
    """What is asked; it can be answered with yes or no."""
    reaches: LevelId
    """The id of the level that a yes reaches."""


class Framework(Record):
    """A maturity framework: levels (with or without a matrix) or layers, and what its source adds."""

    id: Id
    """Its id, the name of this file without `.yaml`; part of every address."""
    kind: RungKind
    """`levels` that one climbs, or `layers` that one needs together."""
    level_word: LevelWord = "level"
    """What the source calls its levels."""
    source_language: LanguageTag
    """The language of all texts in this file, as a tag such as `nl`."""
    title: Label
    """Its whole name, as the source has it."""
    short_title: Label
    """Its name where there is little room."""
    publisher: Name | None = None
    """Who publishes the framework."""
    summary: Text
    """What it is and for whom, in a sentence or two."""
    source: Source
    """The document that it is drawn from."""
    level_groups: Items[Group] = ()
    """Groups of levels, such as the phases of a journey."""
    levels: Items[Level] = ()
    """The levels, from the lowest to the highest."""
    dimension_groups: Items[Group] = ()
    """Groups of dimensions."""
    dimensions: Items[Dimension] = ()
    """The rows of the matrix."""
    cells: dict[DimensionId, dict[LevelId, Text]] = Field(default={})
    """The matrix: for each dimension a text for each level, by their ids."""
    layers: Items[Layer] = ()
    """The layers, from the first that one needs to the last."""
    transitions: Items[Transition] = ()
    """The steps from one level to the next."""
    capabilities: Items[Point] = ()
    """What one has to be able to do: the framework's building blocks."""
    starting_points: Items[Point] = ()
    """Where the source says to start."""
    pitfalls: Items[Point] = ()
    """What the source warns of."""
    claims: Items[Claim] = ()
    """Figures and statements that the source publishes."""
    notes: Texts = Field(default={})
    """What readers should know about this file: a line `id: text` each."""
    self_assessment: Items[Question] = ()
    """The source's own questions, from the lowest level to the highest."""
