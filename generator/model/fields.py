"""Say of a field, in the line that declares it, what people call it and where it stands by itself.

    duration: Annotated[Label | None, Shown(say("Typical duration"))] = None

This one line puts a field into the schema, on its page, into JSON, CSV, the table that editors work in, what
`atlas new ID` writes and the catalogues: all of them read it here. Only a look of its own needs a template.
"""

import types
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Self, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.model.base import OwnId, Record, RefersTo, Translatable, step_of
from generator.problems import Message

FieldKind = Literal[
    "label", "text", "name", "word", "group", "items", "ids", "number", "integer", "record", "records"
]
"""What a field holds; `items` are texts by id, `word` is one of a few that the model lists."""


@dataclass(frozen=True)
class Shown:
    """Says what a field is called and where it stands by itself; JSON and schemas have every field.

    A record in a field has none of these places, its own fields have them. A list of records has a column in
    CSV, and else what templates and tables do for it.
    """

    head: Message
    table: bool = True
    """In the table that `atlas export ID` writes and `atlas import TABLE` reads; layers have none."""
    csv: bool = True
    """In the published CSV of a framework without a matrix."""
    matrix: bool = True
    """In the published CSV of a framework with a matrix."""
    draft: bool = True
    """Among the keys that the comments of a new framework's file name."""
    page: bool = True
    """In the block of plain fields of its page; False where a template shows it in a way of its own."""
    csv_head: Message | None = None
    """What published CSV calls it, if not by its name."""

    @classmethod
    def placed(
        cls,
        head: Message,
        *,
        table: bool = True,
        csv: bool = True,
        draft: bool = True,
        csv_head: Message | None = None,
    ) -> Self:
        """How a field is shown that a template has a place for; the CSV of a matrix never had it."""
        return cls(head, table, csv, matrix=False, draft=draft, page=False, csv_head=csv_head)


@dataclass(frozen=True)
class Structural:
    """Marks a field that the program itself relies on, and so has places for: a number, a title, a kind."""

    head: Message | None = None
    """What forms call it."""


@dataclass(frozen=True)
class Field:
    """A field that is shown: the names that lead to it from a record, and those in the YAML file."""

    names: tuple[str, ...]
    path: tuple[str, ...]
    kind: FieldKind
    shown: Shown
    required: bool

    @property
    def key(self) -> str:
        """The steps of its path as one: `span.from`."""
        return ".".join(self.path)

    @property
    def anchor(self) -> str:
        """Where it stands on its page."""
        return self.key.replace("_", "-").replace(".", "-")

    @property
    def head(self) -> Message:
        """What people call it."""
        return self.shown.head

    @property
    def is_plain(self) -> bool:
        """Whether it has a value that fits into one cell."""
        return self.kind not in ("record", "records")

    def of(self, record: Record) -> Any:
        """Its value in a record; None where that has none, or is of a kind without this field."""
        value: Any = record
        for name in self.names:
            value = getattr(value, name, None)
        return value


@cache
def fields_of(kind: type[Record]) -> tuple[Field, ...]:
    """Every field of a kind of record that is shown, in the model's order; those of a record in it follow it.

    Raises TypeError for one that does not say what it is called.
    """
    found: list[Field] = []
    for name, info in kind.model_fields.items():
        step = step_of(name, info)
        bare, marks = bare_of(annotation_of(info))
        if any(isinstance(mark, OwnId | Structural) for mark in marks):
            continue
        holds = _kind_of(bare, marks)
        shown = next((mark for mark in marks if isinstance(mark, Shown)), None)
        if shown is not None and holds is not None:
            found.append(Field((name,), (step,), holds, shown, info.is_required()))
        elif holds not in ("record", "records"):
            raise TypeError(
                f'{kind.__name__}.{name}: say what it is called, with Annotated[…, Shown(say("…"))]'
            )
        if holds == "record":
            found += [
                Field((name, *item.names), (step, *item.path), item.kind, item.shown, item.required)
                for item in fields_of(bare)
            ]
    return tuple(found)


def table_fields(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that have a row or column in a table."""
    return tuple(item for item in fields_of(kind) if item.shown.table and item.is_plain)


def draft_fields(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that a new file's comments name: those that it may lack."""
    return tuple(
        item for item in fields_of(kind) if item.shown.draft and not item.required and len(item.path) == 1
    )


def page_fields(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that stand in the block of plain fields of a page."""
    return tuple(item for item in fields_of(kind) if item.shown.page and item.is_plain)


def annotation_of(info: FieldInfo) -> Any:
    """A field's type as it was written, with all its marks."""
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def bare_of(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """A field's type without its marks and without None, and the marks."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(kind) is Annotated:
            marks += kind.__metadata__
            kind = kind.__origin__
        elif get_origin(kind) in (Union, types.UnionType):
            kind = next(inner for inner in get_args(kind) if inner is not type(None))
        else:
            return kind, marks


def head_of(info: FieldInfo) -> Message | None:
    """What people call a field; None where its declaration does not say."""
    _, marks = bare_of(annotation_of(info))
    return next((mark.head for mark in marks if isinstance(mark, Shown | Structural)), None)


_PLAIN: Mapping[Any, FieldKind] = {str: "name", int: "integer", float: "number"}


def _kind_of(bare: Any, marks: tuple[Any, ...]) -> FieldKind | None:
    """What a field holds; None for what no place can show by itself."""
    if isinstance(bare, type) and issubclass(bare, Record):
        return "record"
    if get_origin(bare) is Literal:
        return "word"
    if get_origin(bare) is dict:
        return "items" if _kind_of(*bare_of(get_args(bare)[1])) == "text" else None
    if get_origin(bare) is tuple:
        inner, inner_marks = bare_of(get_args(bare)[0])
        refers = any(isinstance(mark, RefersTo) for mark in inner_marks)
        return "ids" if refers else "records" if _kind_of(inner, inner_marks) == "record" else None
    for mark in marks:
        if isinstance(mark, Translatable):
            return "text" if mark.inline else "label"
        if isinstance(mark, RefersTo) and mark.things.endswith("_groups"):
            return "group"
    return _PLAIN.get(bare)
