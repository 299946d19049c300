"""Describe ids, citations and editions as they are published."""

from typing import Annotated, Any

from pydantic import Field

from generator.export.shapes.common import Address, Item, Licensed, PerLanguage, Shape


class Id(Shape):
    """An id that was published, and the one that the thing has today; null where it leads nowhere."""

    id: str
    today: str | None


class Ids(Licensed):
    """Every id that was ever published."""

    ids: list[Id]


class Thing(Shape):
    """One thing that has an id for good."""

    anchor: str
    """Where it stands on the page beside this file; an id of before a renaming stands there, too."""
    id: str
    kind: str
    title: PerLanguage
    text: Annotated[dict[str, str | None], Field(description="What it says first, per language tag.")]
    fallbacks: list[str]
    """The languages in which the text stands in its source language."""
    url: PerLanguage


class Things(Licensed):
    """What a page of permanent addresses leads to."""

    things: list[Thing]


class Edition(Shape):
    """One edition of the content."""

    id: str
    date: str
    changes: dict[str, list[Item]]
    """What is new for readers, per language tag."""
    data: Address


class Editions(Licensed):
    """All editions, the oldest first."""

    editions: list[Edition]


class EditionData(Shape):
    """What an edition holds: it never changes, and its records have the form of their day."""

    edition: str
    date: str
    languages: list[str]
    ids: list[str]
    records: dict[str, Any]
    """Every record as its editors wrote it, by name; see `schemas/` of the project."""
    texts: dict[str, dict[str, dict[str, str]]]
    """The translations: per language tag, by the name of the record and the path of the text in it."""


Citations = list[dict[str, Any]]
"""Items of CSL-JSON, whose schema is that of the Citation Style Language."""
