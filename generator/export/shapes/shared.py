"""Describe what all frameworks share as it is published."""

from pydantic import Field

from generator.export.shapes.common import Address, Fallbacks, Item, Licensed, Shape


class Band(Shape):
    """One band of the reference scale."""

    id: str
    title: str
    summary: str
    number: int
    questions: list[Item]
    """What the quick check asks."""


class Scale(Licensed):
    """The reference scale in one language; it runs from 0 to `length`."""

    language: str
    source_language: str
    title: str
    summary: str
    length: int
    bands: list[Band]
    fallbacks: Fallbacks


class Subject(Shape):
    """A subject: what belongs to it, and the files of what its frameworks share."""

    id: str
    title: str
    summary: str
    frameworks: list[str]
    """The ids of its frameworks."""
    themes: Address
    reference_scale: Address
    findings: Address


class Subjects(Licensed):
    """The subjects of a site about several, in one language."""

    language: str
    source_language: str
    subjects: list[Subject]
    fallbacks: Fallbacks


class Redirect(Shape):
    """A thing that had another id; both are paths such as `flow/levels/pilot`, and `to` is today's."""

    former: str = Field(alias="from")
    to: str
    since: str | None
