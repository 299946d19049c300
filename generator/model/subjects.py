"""Describe the subjects that frameworks are about; what names no subject belongs to the first."""

from typing import Annotated, Protocol

from pydantic import Field

from generator.model.base import Id, Items, Label, LanguageTag, Record, SubjectId, Text

Belongs = Annotated[SubjectId | None, Field(exclude=True)]
"""Names the subject that a thing belongs to; readers of the data find it in the list of subjects."""


class Subject(Record):
    """What some frameworks are about, with a scale and themes of its own."""

    id: Id
    """Its id, part of the addresses of its pages; frameworks, themes and bands name it in `subject`."""
    title: Label
    """Its name."""
    summary: Text
    """What its frameworks are about, in a sentence."""
    scale: Label | None = None
    """What its scale is called; that of the first subject is named in `reference-scale.yaml`."""
    measures: Text | None = None
    """What its scale measures; that of the first subject stands in `reference-scale.yaml`."""


class Belonging(Protocol):
    """What may name its subject: a framework, a theme or a band."""

    @property
    def subject(self) -> str | None:
        """The id that it names."""


class Subjects(Record):
    """`frameworks/subjects.yaml`, in the order in which pages list them; one subject needs no such file."""

    source_language: LanguageTag = "en"
    """The language of all texts in this file, as a tag such as `en`."""
    subjects: Items[Subject] = ()
    """The subjects; what names none belongs to the first."""

    def of(self, item: Belonging) -> str:
        """Find the id of the subject that something belongs to; empty where no subject has an id."""
        return item.subject or (self.subjects[0].id if self.subjects else "")
