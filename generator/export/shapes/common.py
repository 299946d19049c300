"""Define what the published shapes have in common."""

from typing import Annotated

from pydantic import ConfigDict, Field

from generator.model.base import Described

PerLanguage = Annotated[
    dict[str, str],
    Field(description="One value per language tag; an untranslated text stands in its source language."),
]
Fallbacks = Annotated[
    list[str],
    Field(
        description="Paths of the texts that stand in `source_language`, since no sound translation exists."
    ),
]
FallbacksPerLanguage = Annotated[
    dict[str, list[str]],
    Field(description="Per language tag, the fields that stand in their source language."),
]
Address = Annotated[str, Field(description="Relative to this file's own address.")]


class Shape(Described):
    """A JSON object; every field named here is always present, null where nothing is known."""

    model_config = ConfigDict(use_attribute_docstrings=True)


class Licensed(Shape):
    """A file of its own, with the terms under which it may be used."""

    license: str
    """The address of the licence of texts and data."""
    rights: str
    """Where it says what the licence covers and what stays with the publishers."""
    edition: str | None
    """The edition of the content, with `+changes` where it is newer than that."""


class Item(Shape):
    """A short text with its permanent id. Texts may hold emphasis, strong, links and code as Markdown."""

    id: str
    text: str


class Stretch(Shape):
    """A stretch of the reference scale; band n covers n-1 to n."""

    start: float = Field(alias="from")
    end: float = Field(alias="to")
