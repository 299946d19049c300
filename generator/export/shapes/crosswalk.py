"""Describe a crosswalk as it is published, and the list of all."""

from typing import Literal

from pydantic import Field

from generator.export.shapes.common import (
    Address,
    FallbacksPerLanguage,
    Licensed,
    PerLanguage,
    Shape,
    Stretch,
)
from generator.model import Confidence, Extent, Property, Rationale, Relation, Status


class Overlap(Shape):
    """Lengths on the reference scale, in bands."""

    shared: float
    only_subject: float
    only_object: float


class Spans(Shape):
    """The stretches of the reference scale that the two ends cover."""

    subject: Stretch | None
    object: Stretch | None


class Mapping(Shape):
    """One relation, read as "subject <relation> object", in the terms of NIST IR 8477.

    `curated` was judged, with a justification; `derived` follows from two spans on the reference
    scale and was judged by nobody.
    """

    id: str
    subject: str
    subject_label: PerLanguage
    relation: Relation
    inverse: Relation
    """The same relation, read from object to subject."""
    object: str
    object_label: PerLanguage
    extent: Extent | None
    """How much they overlap, where somebody judged it."""
    property: Property | None
    """How it supports; only what is `integral-to` sets a limit."""
    rationale: Rationale | None
    confidence: float
    """A figure for each grade: 0.9 for high, 0.7 for medium, 0.5 for low."""
    grade: Confidence
    origin: Literal["curated", "derived"]
    status: Status | None
    justification: dict[str, str | None]
    """Per language tag; null for a derived relation."""
    shared: PerLanguage | None
    only_subject: PerLanguage | None
    only_object: PerLanguage | None
    note: PerLanguage | None
    overlap: Overlap | None
    spans: Spans
    author: str | None
    reviewer: str | None
    """Who else checked it; null while nobody has."""
    date: str | None
    sources: list[str]
    source_language: str | None
    url: Address
    fallbacks: FallbacksPerLanguage


class NoCounterpart(Shape):
    """A stated absence: nothing in `framework` answers to `subject`."""

    id: str
    subject: str
    subject_label: PerLanguage
    framework: str
    reason: PerLanguage
    source_language: str
    fallbacks: FallbacksPerLanguage


class Crosswalk(Licensed):
    """Every relation from one framework to another; their ids stand in alphabetical order."""

    subject: str
    object: str
    mappings: list[Mapping]
    no_counterpart: list[NoCounterpart]


class CrosswalkEntry(Shape):
    """One pair in the list of all."""

    subject: str
    object: str
    curated: int
    derived: int
    no_counterpart: int
    url: Address
    json_: Address = Field(alias="json")
    csv: Address
    sssom: Address
