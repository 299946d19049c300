"""A crosswalk as an editor writes it: one file's content in, judged relations between two frameworks out.

The relation values and rationales are those of NIST IR 8477 (set-theory and supportive styles).
"""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import Confidence, Id, Items, LanguageTag, Name, Record, Text

Relation = Literal[
    "equal",
    "subset-of",
    "superset-of",
    "intersects-with",
    "no-relationship",
    "supports",
    "is-supported-by",
]
Rationale = Literal["syntactic", "semantic", "functional"]
Status = Literal["draft", "reviewed"]
End = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z0-9-]+/(levels|layers|dimensions|cells|capabilities)(/[a-z0-9-]+){1,2}$"
    ),
]


class Mapping(Record):
    """One judged relation: read it as "subject <relation> object"."""

    id: Id
    subject: End
    relation: Relation
    object: End
    rationale: Rationale
    confidence: Confidence
    justification: Text
    shared: Text | None = None
    only_subject: Text | None = None
    only_object: Text | None = None
    note: Text | None = None
    status: Status = "draft"
    author: Name
    date: datetime.date = Field(strict=False)
    sources: Items[Name] = ()


class NoCounterpart(Record):
    """A stated absence: nothing in `framework` answers to `subject`, and why."""

    subject: End
    framework: Id
    reason: Text

    @property
    def key(self) -> str:
        """An absence is known by its subject; a pair's two sides cannot share one."""
        return self.subject.replace("/", "-")


class Crosswalk(Record):
    """`frameworks/crosswalks/<subject>--<object>.yaml`; the two ids stand in alphabetical order."""

    subject: Id
    object: Id
    source_language: LanguageTag
    mappings: Items[Mapping] = ()
    no_counterpart: Items[NoCounterpart] = ()

    @property
    def key(self) -> str:
        """A crosswalk is known by its two frameworks."""
        return f"{self.subject}--{self.object}"
