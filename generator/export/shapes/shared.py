"""Describe what all frameworks share as it is published."""

from pydantic import Field

from generator.export.shapes.common import Fallbacks, Shape


class Theme(Shape):
    """A subject that dimensions and layers of different frameworks have in common."""

    id: str
    title: str
    summary: str


class Themes(Shape):
    """All themes in one language."""

    language: str
    source_language: str
    themes: list[Theme]
    fallbacks: Fallbacks


class Stage(Theme):
    """One stage of the reference scale."""

    number: int


class Scale(Shape):
    """The reference scale in one language; it runs from 0 to `length`."""

    language: str
    source_language: str
    title: str
    summary: str
    length: int
    stages: list[Stage]
    fallbacks: Fallbacks


class Term(Shape):
    """A term of the field."""

    id: str
    title: str
    expansion: str | None
    definition: str
    frameworks: list[str]


class Glossary(Shape):
    """All terms in one language."""

    language: str
    source_language: str
    terms: list[Term]
    fallbacks: Fallbacks


class Redirect(Shape):
    """A thing that had another id; both are paths such as `flow/levels/pilot`, and `to` is today's."""

    former: str = Field(alias="from")
    to: str
    since: str | None
