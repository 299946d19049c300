"""Describe the documents that a framework comes from."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import Id, Items, Name, Record, ReferenceId, Text
from generator.model.fields import Shown
from generator.problems import say

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]


class Reference(Record):
    """A document that a fact in the framework comes from, besides its main source."""

    id: Id
    """Its id within this framework, such as `second-print`."""
    document: Name
    """Its title, as it stands on the document."""
    author: Name | None = None
    """Who wrote it, as the document says."""
    publisher: Name | None = None
    """Who published it."""
    year: int | None = Field(default=None, ge=1900, le=2100)
    """The year in which it appeared."""
    address: Address | None = None
    """Where it can be read: a whole address, starting with `https://`."""
    note: Text | None = None
    """What a reader should know about it."""


class Addition(Record):
    """Something that this file says of a framework and that its document does not say."""

    key_fields = ("what",)

    what: Literal["title", "level-titles", "group-titles", "questions", "author", "year"]
    """What it is."""
    document: ReferenceId | None = None
    """Where it comes from: the id of a `further` document; left out where it is ours."""


class Source(Record):
    """The document that a framework is drawn from; what is unknown is left out, never guessed."""

    document: Annotated[Name, Shown.placed(say("Source: document"), csv=False)]
    """Its title, as it stands on the document."""
    author: Annotated[Name | None, Shown.placed(say("Source: author"), csv=False)] = None
    """Who wrote it, as the document says."""
    author_role: Annotated[Text | None, Shown.placed(say("Source: author's role"), csv=False)] = None
    """What the author does, as the document says."""
    publisher: Annotated[Name | None, Shown.placed(say("Source: publisher"), csv=False)] = None
    """Who published it."""
    year: Annotated[int | None, Shown.placed(say("Source: year"), csv=False)] = Field(
        default=None, ge=1900, le=2100
    )
    """The year in which it appeared."""
    address: Annotated[Address | None, Shown.placed(say("Source: address"), csv=False)] = None
    """Where it can be read: a whole address, starting with `https://`."""
    note: Annotated[Text | None, Shown.placed(say("Source: note"), csv=False)] = None
    """What a reader should know about it, such as what is not known."""
    second_hand: Annotated[Text | None, Shown.placed(say("Source: second-hand"), csv=False)] = None
    """Who made the framework and who describes it, where the document is by somebody else."""
    further: Items[Reference] = ()
    """Other documents that facts in this file come from."""
    added: Items[Addition] = ()
    """What the document does not say, and where it comes from; it is marked wherever it shows."""
