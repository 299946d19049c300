"""Describe a framework as an editor writes it, in one YAML file."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from generator.model.base import (
    DimensionId,
    Draft,
    Id,
    IdPath,
    Items,
    Label,
    LanguageTag,
    LevelId,
    Name,
    Record,
    Text,
    Texts,
    ThemeId,
)
from generator.model.fields import Shown, Structural
from generator.model.levels import Dimension, Group, Layer, Level, Practice, Profile
from generator.model.source import Source
from generator.model.subjects import Belongs
from generator.problems import say

RungKind = Literal["levels", "layers"]
LevelWord = Literal["level", "stage", "phase", "step"]


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
    levels: Items[LevelId] = ()
    """The ids of the levels that the source wants it for, so that their pages name it."""


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
    where_others_stand: bool = False
    """Whether it says where organisations stand: then it is shown beside the result of the quiz."""


class Question(Record):
    """A yes-or-no question of the source's own self-assessment, with the level that a yes reaches."""

    id: Id
    """Its id within this framework."""
    question: Text
    """What is asked; it can be answered with yes or no."""
    reaches: LevelId
    """The id of the level that a yes reaches."""


ItemPath = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9-]+/(levels/[a-z0-9-]+(/(signs|examples|needs|focus|kpis)(/[a-z0-9-]+)?)?"
        r"|cells/[a-z0-9-]+/[a-z0-9-]+|transitions/[a-z0-9-]+/actions(/[a-z0-9-]+)?)$"
    ),
    IdPath(),
]


class ThemeTexts(Record):
    """What a framework says on a theme apart from the dimensions and layers that are about it, or why not."""

    key_fields = ("theme",)

    theme: ThemeId
    """The id of the theme, from `themes.yaml`."""
    items: Items[ItemPath] = ()
    """What says something on it: a level (`harbour/levels/pier`), a list of it (`…/pier/signs`), one text
    (`…/pier/signs/one-plank`), a cell (`harbour/cells/crew/pier`), or what to do between two levels
    (`harbour/transitions/pier--dock/actions`)."""
    silent: Text | None = None
    """Why nothing here says anything on it; every reader of the theme sees it."""


class Framework(Record):
    """A maturity framework: levels (with or without a matrix) or layers, and what its source adds."""

    id: Id
    """Its id, the name of this file without `.yaml`; part of every address."""
    kind: Annotated[RungKind, Structural()]
    """`levels` that one climbs, or `layers` that one needs together."""
    level_word: Annotated[LevelWord, Shown.placed(say("Word for a level"), csv=False, draft=False)] = "level"
    """What the source calls its levels."""
    source_language: Annotated[LanguageTag, Structural()]
    """The language of all texts in this file, as a tag such as `nl`."""
    subject: Annotated[Belongs, Structural()] = None
    """The id of what it is about, from `subjects.yaml`; the first subject without it."""
    title: Annotated[Label, Shown.placed(say("Title"), csv=False, draft=False)]
    """Its whole name, as the source has it."""
    short_title: Annotated[Label, Shown.placed(say("Short title"), csv=False, draft=False)]
    """Its name where there is little room."""
    publisher: Annotated[Name | None, Shown.placed(say("Publisher"), csv=False, draft=False)] = None
    """Who publishes the framework."""
    summary: Annotated[Text, Shown.placed(say("Summary"), csv=False, draft=False)]
    """What it is and for whom, in a sentence or two."""
    suits: Annotated[Text | None, Shown.placed(say("Whom its quiz suits"), csv=False, draft=False)] = None
    """Which teams its quiz suits, in our words: it helps to choose among quizzes."""
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
    cells: Annotated[dict[DimensionId, dict[LevelId, Text]], Structural()] = Field(default={})
    """The matrix: for each dimension a text for each level, by their ids."""
    practices: Items[Practice] = ()
    """What the source says to do for single cells."""
    profiles: Items[Profile] = ()
    """Targets of the source: which level is to be reached in each dimension, and by whom."""
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
    notes: Annotated[Texts, Shown.placed(say("Notes"), csv=False, draft=False)] = Field(default={})
    """What readers should know about this file: a line `id: text` each."""
    contradictions: Annotated[Texts, Shown.placed(say("Contradictions"), csv=False, draft=False)] = Field(
        default={}
    )
    """Where the source says two things that do not go together, with both: a line `id: text` each."""
    on_themes: Items[ThemeTexts] = ()
    """What levels say on a theme, for the theme's page; or why the source is silent on it."""
    self_assessment: Items[Question] = ()
    """The source's own questions, from the lowest level to the highest."""
    self_assessment_note: Annotated[
        Text | None, Shown.placed(say("Note on the self-assessment"), csv=False, draft=False)
    ] = None
    """Why we read a no to its first question as the first level at most, where the source leaves it open."""
    draft: Annotated[Draft, Structural()] = False
    """Whether somebody is still at work on it: `true` keeps it out of what is published."""

    @model_validator(mode="before")
    @classmethod
    def _counted(cls, data: Any) -> Any:
        """Number levels and layers that are written without a number by their order in the file."""
        if not isinstance(data, dict):
            return data
        counted = {
            name: [
                {**item, "number": number} if isinstance(item, dict) and "number" not in item else item
                for number, item in enumerate(data[name], 1)
            ]
            for name in ("levels", "layers")
            if isinstance(data.get(name), (list, tuple))
        }
        return {**data, **counted}
