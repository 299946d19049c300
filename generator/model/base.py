"""Define what every record shares: the types of its fields, and walks over its translatable texts."""

import ast
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints
from pydantic.fields import FieldInfo


@dataclass(frozen=True)
class Translatable:
    """Marks a field that a translator translates; `inline` allows emphasis, strong, link and code."""

    inline: bool = True


@dataclass(frozen=True)
class OwnId:
    """Marks an id where it is given: the id of the thing around it, or the key of a text in a list."""


@dataclass(frozen=True)
class RefersTo:
    """Marks an id where it is used: that of one of `things`, in the framework around it or in all data.

    `things` are named by the steps that lead to them: `levels`, `source/further`.
    """

    things: str
    shared: bool = False

    def name(self, framework: str, written: str) -> tuple[str, ...]:
        """The path of what is named, such as (`harbour`, `levels`, `pier`)."""
        steps = ("" if self.shared else framework, *self.things.split("/"), written)
        return tuple(step for step in steps if step)


@dataclass(frozen=True)
class IdPath:
    """Marks a whole path of ids, such as `harbour/levels/pier`; a `former` one names nothing any more."""

    former: bool = False


_Item = TypeVar("_Item")

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ID_LENGTH = 64
_Form = StringConstraints(pattern=ID_PATTERN, max_length=ID_LENGTH)

Id = Annotated[str, _Form, OwnId()]
FrameworkId = Annotated[str, _Form, RefersTo("", shared=True)]
ThemeId = Annotated[str, _Form, RefersTo("themes", shared=True)]
LevelId = Annotated[str, _Form, RefersTo("levels")]
LevelGroupId = Annotated[str, _Form, RefersTo("level_groups")]
DimensionId = Annotated[str, _Form, RefersTo("dimensions")]
BandId = Annotated[str, _Form, RefersTo("reference-scale/bands", shared=True)]
SubjectId = Annotated[str, _Form, RefersTo("subjects", shared=True)]
TermId = Annotated[str, _Form, RefersTo("glossary/terms", shared=True)]
ReferenceId = Annotated[str, _Form, RefersTo("source/further")]
DimensionGroupId = Annotated[str, _Form, RefersTo("dimension_groups")]
NAME_LENGTH, TEXT_LENGTH, LABEL_LENGTH = 300, 4000, 160
Name = Annotated[str, StringConstraints(min_length=1, max_length=NAME_LENGTH, strip_whitespace=False)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=TEXT_LENGTH), Translatable()]
Label = Annotated[str, StringConstraints(min_length=1, max_length=LABEL_LENGTH), Translatable(inline=False)]
Items = Annotated[tuple[_Item, ...], Strict(False)]
Texts = dict[Id, Text]
LanguageTag = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")]
Draft = Annotated[bool, Field(exclude=True)]
"""Says that something is not to be published yet: nothing of what is published has it."""
Confidence = Literal["high", "medium", "low"]
FIGURES: Mapping[Confidence, float] = {"high": 0.9, "medium": 0.7, "low": 0.5}
"""What programs count with; `docs/en/judging.md` says what each grade means."""


class Described(BaseModel):
    """A class of which a schema says what its docstring says, also where Python leaves docstrings out."""

    @classmethod
    def __pydantic_init_subclass__(cls, **given: Any) -> None:
        """Read the docstring from the source under `python -OO`."""
        super().__pydantic_init_subclass__(**given)
        if sys.flags.optimize > 1 and cls.__doc__ is None:
            [definition] = ast.parse(textwrap.dedent(inspect.getsource(cls))).body
            if isinstance(definition, ast.ClassDef):
                cls.__doc__ = ast.get_docstring(definition)


class Record(Described):
    """A frozen record that refuses unknown fields and values of another type."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        validate_by_name=True,
        validate_by_alias=True,
    )

    key_fields: ClassVar[tuple[str, ...]] = ("id",)
    """The fields whose ids make up the key."""

    @property
    def key(self) -> str:
        """The last step of this record's path: its id, or the ids of what it joins."""
        return "--".join(str(getattr(self, name, "")) for name in self.key_fields)


_Record = TypeVar("_Record", bound=Record)
Change = Callable[[str, str, Translatable], str]
"""Makes another text of one that `texts` gives: of its path, itself and how it may be marked up."""


def texts(record: Record, prefix: str = "") -> Iterator[tuple[str, str, Translatable]]:
    """Every translatable text of a record as (path, text, how it may be marked up), in the file's order.

    A path is made of field names and ids, never of list positions, so that moving an item in its list
    keeps its translation: `levels.pilot.signs.one-team`.
    """
    for name, step, mark in steps_of(type(record)):
        value = getattr(record, name)
        if value is not None:
            yield from _texts_in(value, prefix + step, mark)


def with_texts(record: _Record, change: Change, prefix: str = "") -> _Record:
    """Copy a record, built without a second validation, with each text of `texts` changed."""
    changed: dict[str, Any] = {}
    for name, step, mark in steps_of(type(record)):
        value = getattr(record, name)
        if value is not None and value != ():
            changed[name] = _changed(value, prefix + step, mark, change)
    return record.model_copy(update=changed)


@cache
def steps_of(kind: type[Record]) -> tuple[tuple[str, str, Translatable | None], ...]:
    """Each published field of a kind of record, its step in a path and the translation mark."""
    return tuple(
        (name, step_of(name, field), mark_of(field))
        for name, field in kind.model_fields.items()
        if not field.exclude
    )


def step_of(name: str, field: FieldInfo) -> str:
    """A field's step in a path: its key in the YAML file."""
    return field.alias or name


def mark_of(field: FieldInfo) -> Translatable | None:
    """The translation mark on a field or somewhere inside its type, such as in `dict[Id, dict[Id, Text]]`."""
    for item in field.metadata:
        if isinstance(item, Translatable):
            return item
    annotation: Any = field.annotation
    return _mark_in(annotation)


def _texts_in(value: Any, path: str, mark: Translatable | None) -> Iterator[tuple[str, str, Translatable]]:
    if isinstance(value, Record):
        yield from texts(value, f"{path}.")
    elif isinstance(value, tuple):
        for item in value:
            if isinstance(item, Record):
                yield from texts(item, f"{path}.{item.key}.")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts_in(item, f"{path}.{key}", mark)
    elif isinstance(value, str) and mark is not None:
        yield path, value, mark


def _changed(value: Any, path: str, mark: Translatable | None, change: Change) -> Any:
    if isinstance(value, Record):
        return with_texts(value, change, f"{path}.")
    if isinstance(value, tuple):
        return tuple(
            with_texts(item, change, f"{path}.{item.key}.") if isinstance(item, Record) else item
            for item in value
        )
    if isinstance(value, dict):
        return {key: _changed(item, f"{path}.{key}", mark, change) for key, item in value.items()}
    return change(path, value, mark) if isinstance(value, str) and mark is not None else value


@cache
def _mark_in(annotation: Any) -> Translatable | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return None
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, Translatable):
            return item
    for inner in getattr(annotation, "__args__", ()):
        found = _mark_in(inner)
        if found is not None:
            return found
    return None
