"""Describe what a framework is made of: levels, dimensions and layers, and their place on the scale."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import (
    Confidence,
    DimensionGroupId,
    DimensionId,
    Draft,
    Id,
    Items,
    Label,
    LevelGroupId,
    LevelId,
    Record,
    ReferenceId,
    Text,
    Texts,
    ThemeId,
)
from generator.model.fields import Shown, Structural
from generator.problems import Message, say

Effort = Literal["little", "some", "much"]
_EFFORT: Mapping[Effort, Message] = {
    "little": say("little effort"),
    "some": say("some effort"),
    "much": say("much effort"),
}
OwnNumber = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}(\.[0-9]{1,2})?[a-z]?$")]


class Span(Record):
    """Where something stands on the reference scale: from 0 (start of band 1) to the number of bands.

    Band n covers n-1 to n, so `from: 1, to: 2` is exactly the second band, and 1.5 its middle.
    """

    start: Annotated[float, Shown.placed(say("From"))] = Field(alias="from", ge=0, strict=False)
    """Where it begins: 0 is the start of the first band, 1 its end."""
    end: Annotated[float, Shown.placed(say("To"))] = Field(alias="to", gt=0, strict=False)
    """Where it ends: at most the number of bands, and more than `from`."""
    confidence: Annotated[Confidence, Shown.placed(say("Confidence"), csv=False)]
    """How sure you are of this place: `high`, `medium` or `low`."""
    justification: Annotated[Text, Shown.placed(say("Justification"), csv_head=say("Reason"))]
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

    id: Annotated[Id, Structural(say("Id"))]
    """Its id, part of its address: it stays what it is, whatever the title becomes."""
    number: Annotated[int, Structural()] = Field(ge=1, default_factory=int)
    """1 for the lowest level, and so on in the order of the file: it need not be written."""
    source_number: Annotated[OwnNumber | None, Shown.placed(say("Number in the source"))] = None
    """What the source numbers it with, where that is not its `number`: `"0"`, `1a`, `"2.5"`."""
    title: Annotated[Label, Structural(say("Title"))]
    """Its name, as the source has it."""
    subtitle: Annotated[Label | None, Shown.placed(say("Subtitle"))] = None
    """What the source adds to the name."""
    group: Annotated[LevelGroupId | None, Shown.placed(say("Group"), csv=False)] = None
    """The id of one of `level_groups`."""
    summary: Annotated[Text, Shown.placed(say("Summary"))]
    """What it is like to be on this level, in a sentence or two."""
    typical: Annotated[Text | None, Shown.placed(say("Typical"))] = None
    """What someone on this level typically says or does."""
    signs: Annotated[Texts, Shown.placed(say("Signs"))] = Field(default={})
    """What shows that you are here: a line `id: text` each."""
    examples: Annotated[Texts, Shown.placed(say("Examples"))] = Field(default={})
    """What it looks like in practice: a line `id: text` each."""
    needs: Annotated[Texts, Shown.placed(say("Needs"))] = Field(default={})
    """What has to be in place: a line `id: text` each."""
    focus: Annotated[Texts, Shown.placed(say("Focus"))] = Field(default={})
    """What deserves attention here: a line `id: text` each."""
    kpis: Annotated[Texts, Shown.placed(say("KPIs"))] = Field(default={})
    """What is measured here: a line `id: text` each."""
    evidence: Annotated[Texts, Shown.placed(say("Evidence"))] = Field(default={})
    """What a team can show that is here, of what the source itself names: a line `id: text` each."""
    questions: Annotated[Texts, Shown.placed(say("Quiz questions"))] = Field(default={})
    """What a quiz asks: a line `id: question` each, about what is reached here and kept at higher levels."""
    span: Annotated[
        Span | None, Shown.placed(say("Where it lies on the scale"), table=False, csv=False, draft=False)
    ] = None
    """Where it stands on the reference scale, and why."""
    draft: Annotated[Draft, Structural(say("Draft"))] = False
    """Whether somebody is still at work on it: `true` keeps it out of what is published."""

    @property
    def shown_number(self) -> str:
        """What readers see as its number: that of the source, or else its place in the order."""
        return self.source_number or str(self.number)


class Dimension(Record):
    """One row of the matrix; `question` is what a quiz asks, `subtitle` what the source adds to its name."""

    id: Id
    """Its id; `cells` has a row with this name."""
    title: Annotated[Label, Structural()]
    """Its name, as the source has it."""
    subtitle: Annotated[Label | None, Shown.placed(say("Subtitle"))] = None
    """What the source adds to the name."""
    question: Annotated[Text | None, Shown.placed(say("Question"))] = None
    """What a quiz asks about it."""
    group: Annotated[DimensionGroupId | None, Shown.placed(say("Group"))] = None
    """The id of one of `dimension_groups`."""
    themes: Annotated[Items[ThemeId], Shown.placed(say("Themes"), draft=False)] = ()
    """Ids from `themes.yaml`: what it is about, so that it stands beside others."""
    silent: Annotated[Items[LevelId], Shown.placed(say("Silent at"))] = ()
    """The ids of the levels at which the source says nothing of it: the page says so in their cells."""


class Practice(Record):
    """An activity of the source that belongs to a cell of the matrix, or to a level where there is none."""

    id: Id
    """Its id within this framework."""
    title: Label
    """What one does, as the source has it."""
    summary: Text | None = None
    """How it is done and what it brings, in a sentence or two."""
    dimension: DimensionId | None = None
    """The id of the dimension that it belongs to, in a framework with a matrix."""
    level: LevelId
    """The id of the level that it belongs to."""
    effort: Effort | None = None
    """How much work the source says that it is: `little`, `some` or `much`."""
    references: Items[ReferenceId] = ()
    """Ids from the source's `further`: where to read more."""

    @property
    def effort_words(self) -> Message | None:
        """How much work it is, in words; None where the source does not say."""
        return _EFFORT[self.effort] if self.effort else None


class Profile(Record):
    """A target of the source: for a kind of organisation, the level to reach in each dimension."""

    id: Id
    """Its id within this framework."""
    title: Label
    """Its name, as the source has it."""
    summary: Text | None = None
    """For whom it is, in a sentence or two."""
    targets: dict[DimensionId, LevelId] = Field(min_length=1)
    """The level to reach: a line `dimension: level` each, by their ids."""


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
    number: Annotated[int, Structural()] = Field(ge=1, default_factory=int)
    """1 for the first layer, and so on in the order of the file: it need not be written."""
    title: Annotated[Label, Structural()]
    """Its name, as the source has it."""
    subtitle: Annotated[Label | None, Shown.placed(say("Subtitle"))] = None
    """What the source adds to the name."""
    summary: Annotated[Text, Shown.placed(say("Summary"))]
    """What it does, in a sentence or two."""
    question: Annotated[Text | None, Shown.placed(say("Question"))] = None
    """What a quiz asks about it."""
    needs: Annotated[Texts, Shown.placed(say("Needs"))] = Field(default={})
    """What has to be in place: a line `id: text` each."""
    evidence: Annotated[Texts, Shown.placed(say("Evidence"))] = Field(default={})
    """What a team can show that has it, of what the source itself names: a line `id: text` each."""
    variants: Annotated[Items[Variant], Shown.placed(say("Variants"))] = ()
    """The ways in which it can be built."""
    themes: Annotated[Items[ThemeId], Shown.placed(say("Themes"), csv=False)] = ()
    """Ids from `themes.yaml`: what it is about, so that it stands beside others."""
    span: Annotated[Span | None, Shown.placed(say("Where it lies on the scale"))] = None
    """Which part of the reference scale it makes possible, and why."""
    draft: Annotated[Draft, Structural()] = False
    """Whether somebody is still at work on it: `true` keeps it out of what is published."""
