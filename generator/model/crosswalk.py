"""Describe a crosswalk as an editor writes it: judged relations between two frameworks.

The relation values, properties and rationales are those of NIST IR 8477 (set-theory and supportive styles).
"""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import (
    Confidence,
    Draft,
    FrameworkId,
    Id,
    IdPath,
    Items,
    LanguageTag,
    Name,
    Record,
    Text,
)
from generator.model.fields import Structural
from generator.problems import say

Relation = Literal[
    "equal",
    "subset-of",
    "superset-of",
    "intersects-with",
    "no-relationship",
    "supports",
    "is-supported-by",
]
# `A skos:broadMatch B` says that B is the broader one: https://www.w3.org/TR/skos-reference/#mapping
PREDICATES: dict[Relation, str] = {
    "equal": "skos:exactMatch",
    "subset-of": "skos:broadMatch",
    "superset-of": "skos:narrowMatch",
    "intersects-with": "skos:relatedMatch",
    "no-relationship": "skos:relatedMatch",
    "supports": "skos:relatedMatch",
    "is-supported-by": "skos:relatedMatch",
}
"""What a relation is called in SKOS, which has one word for all that overlaps or supports."""
Property = Literal["example-of", "integral-to", "precedes"]
Rationale = Literal["syntactic", "semantic", "functional"]
Status = Literal["draft", "reviewed"]
ROLES = ("editor", "sceptic")
"""Roles in an atlas; whoever else judges is a person with a name, a practitioner or a publisher."""
Extent = Literal["nearly-the-same", "half", "little"]
End = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9-]+/(levels|layers|dimensions|cells|capabilities)(/[a-z0-9-]+){1,2}$"
    ),
    IdPath(),
]


class Mapping(Record):
    """One judged relation: read it as "subject <relation> object"."""

    id: Annotated[Id, Structural(say("Id"))]
    """Its id within this file; its address and its translation hang on it."""
    subject: Annotated[End, Structural(say("This part"))]
    """The one end, a part of either framework: `framework/levels/level`, `…/layers/layer` or
    `…/cells/dimension/level`."""
    relation: Annotated[Relation, Structural(say("Relation"))]
    """How the subject relates to the object: read it as a sentence."""
    extent: Annotated[Extent | None, Structural(say("How much they overlap"))] = None
    """How much they overlap, where they intersect: taken from what is shared and what each has alone."""
    object: Annotated[End, Structural(say("Part of the other framework"))]
    """The other end, a part of the other framework, written in the same way."""
    property: Annotated[Property | None, Structural(say("How it supports"))] = None
    """How it supports: `integral-to` where the whole of it is part of the other, which cannot do without;
    `example-of` where it is one way among others, or only a part is asked for; `precedes` where it comes
    before without being part of it."""
    rationale: Annotated[Rationale, Structural(say("What it rests on"))]
    """What the judgement rests on: the words, their meaning, or what it is for."""
    confidence: Annotated[Confidence, Structural(say("Confidence"))]
    """How sure you are: `high` where both texts say it in so many words, `medium` where it takes one step of
    interpretation, `low` where a careful reader may well decide otherwise."""
    justification: Annotated[Text, Structural(say("Why"))]
    """Why, in a sentence or two; every reader sees it."""
    shared: Annotated[Text | None, Structural(say("Shared"))] = None
    """What both have, where they intersect."""
    only_subject: Annotated[Text | None, Structural(say("Only in this part"))] = None
    """What only the subject has."""
    only_object: Annotated[Text | None, Structural(say("Only in the other part"))] = None
    """What only the object has."""
    note: Annotated[Text | None, Structural(say("Note"))] = None
    """Why this is right although it looks odd: against the spans, or against the order of levels."""
    author: Annotated[Name, Structural(say("Who judged"))]
    """Who judged it: `editor`, `sceptic`, `practitioner`, `publisher`, or a name."""
    reviewer: Annotated[Name | None, Structural(say("Who checked it"))] = None
    """Who else checked it against both texts; nobody yet where it is left out."""
    date: Annotated[datetime.date, Structural(say("Day"))] = Field(strict=False)
    """The day of the judgement, such as `2026-01-31`."""
    sources: Annotated[Items[Name], Structural(say("Sources"))] = ()
    """What it rests on besides the two frameworks."""
    draft: Annotated[Draft, Structural(say("Draft"))] = False
    """Whether somebody is still at work on it: `true` keeps it out of what is published."""


class NoCounterpart(Record):
    """A stated absence: nothing in `framework` answers to `subject`, and why."""

    subject: End
    """The level or layer that nothing answers to."""
    framework: FrameworkId
    """The id of the other framework of this pair."""
    reason: Text
    """Why nothing there answers to it; every reader sees it."""
    draft: Draft = False
    """Whether somebody is still at work on it: `true` keeps it out of what is published."""

    @property
    def key(self) -> str:
        """An absence is known by its subject; a pair's two sides cannot share one."""
        return self.subject.replace("/", "-")


class Crosswalk(Record):
    """`frameworks/crosswalks/<subject>--<object>.yaml`; the two ids stand in alphabetical order."""

    key_fields = ("subject", "object")

    subject: FrameworkId
    """The id of the framework that comes first in the alphabet."""
    object: FrameworkId
    """The id of the other framework."""
    source_language: LanguageTag
    """The language of all texts in this file, as a tag such as `nl`."""
    mappings: Items[Mapping] = ()
    """Each judged relation between a part of the one and a part of the other."""
    no_counterpart: Items[NoCounterpart] = ()
    """What nothing in the other framework answers to, and why."""


def status_of(mapping: Mapping) -> Status:
    """Tell whether somebody other than its author has checked a mapping."""
    return "reviewed" if mapping.reviewer else "draft"
