"""Describe the editions of the content: dated states of it that others can cite."""

import datetime
from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Items, LanguageTag, Record, Texts

# Nobody renames an edition, so this is no id as others are.
EditionId = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}\.(0[1-9]|1[0-2])(\.[1-9][0-9]?)?$", max_length=10)
]


class Edition(Record):
    """One edition of the content; what it holds stands in a file of its own, `editions/2026.01.json`."""

    id: EditionId
    """Year and month, such as `2026.01`; a second one in a month is `2026.01.2`."""
    date: datetime.date = Field(strict=False)
    """The day on which it was made, such as `2026-01-31`."""
    changes: Texts = Field(default={})
    """What is new for readers since the edition before: a line `id: sentence` each."""

    @property
    def key(self) -> str:
        """The id as a step in a path, where a dot would end the step."""
        return self.id.replace(".", "-")


class Editions(Record):
    """`frameworks/editions.yaml`, which a project may lack: every edition, the oldest first."""

    source_language: LanguageTag = "en"
    """The language of all texts in this file, as a tag such as `en`."""
    editions: Items[Edition] = ()
    """The editions; `atlas edition` adds one."""
