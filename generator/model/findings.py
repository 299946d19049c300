"""Describe what becomes clear from all frameworks together: where they agree, differ, and are silent."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import (
    BandId,
    Confidence,
    FrameworkId,
    Id,
    IdPath,
    Items,
    Label,
    LanguageTag,
    Name,
    Record,
    Text,
)

FindingKind = Literal["agreement", "contradiction", "silence"]
TextPath = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9-]+/[a-z_]+(/[a-z0-9_-]+)+$", max_length=400), IdPath()
]


class Position(Record):
    """What some frameworks say on a finding, in a sentence, with the texts that it rests on."""

    id: Id
    """Its id within the finding."""
    text: Text
    """The sentence; it names the frameworks that say so."""
    rests_on: Items[TextPath]
    """Where they say so, as paths of ids: `harbour/levels/pier`, `harbour/cells/crew/pier`."""


class Finding(Record):
    """One thing on which frameworks agree or contradict each other, or of which none of them speaks."""

    id: Id
    """Its id, its anchor on the page of findings."""
    kind: FindingKind
    """Whether they agree, contradict each other, or are all silent on it."""
    title: Label
    """The finding in a few words: a statement, or the question that they answer differently."""
    summary: Text
    """The finding in a sentence or two."""
    positions: Items[Position] = ()
    """Who says what. For a silence: what comes closest, if anything does."""
    silent: Items[FrameworkId] = ()
    """The ids of the frameworks that say nothing on it; for a silence, all that were read for it."""
    absent: Items[Name] = ()
    """For a silence: words that no text of any framework has, in any language of theirs."""
    bands: Items[BandId] = ()
    """The bands of the scale on whose pages it stands; none where it is about all of them."""
    confidence: Confidence
    """How sure you are: the grades are those of mappings."""
    justification: Text
    """Why the texts are read in this way; every reader sees it."""
    author: Name
    """Who found it: `editor`, `sceptic`, `practitioner`, `publisher`, or a name."""
    reviewer: Name | None = None
    """Who else checked it against the texts; nobody yet where it is left out."""
    date: datetime.date = Field(strict=False)
    """The day of the judgement, such as `2026-01-31`."""


class Findings(Record):
    """`frameworks/findings.yaml`, which a project may lack, in the order in which its page lists them."""

    source_language: LanguageTag = "en"
    """The language of all texts in this file, as a tag such as `en`."""
    findings: Items[Finding] = ()
    """The findings."""
