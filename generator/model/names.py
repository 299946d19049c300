"""Find every id in a record and what it names; the model marks which field gives or uses an id.

A name is a path of ids and field names: (`harbour`,), (`harbour`, `levels`, `pier`), (`themes`, `people`).
It is the path that catalogues use too, in full.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal, get_args, get_origin

from generator.model.base import IdPath, OwnId, Record, RefersTo, step_of
from generator.model.benchmarks import Benchmark
from generator.model.crosswalk import Crosswalk, NoCounterpart
from generator.model.editions import Editions
from generator.model.fields import annotation_of, bare_of
from generator.model.findings import Findings
from generator.model.framework import Framework
from generator.model.shared import Glossary, ReferenceScale, Themes
from generator.model.subjects import Subjects

Name = tuple[str, ...]
Role = Literal["given", "used", "path", "former"]
_Bare = tuple[Any, tuple[Any, ...]]

ROOTS: Mapping[str, type[Record]] = {
    "themes": Themes,
    "findings": Findings,
    "editions": Editions,
    "subjects": Subjects,
    "reference-scale": ReferenceScale,
    "glossary": Glossary,
    "crosswalks": Crosswalk,
    "benchmarks": Benchmark,
}
"""The first step of a name that is no framework's id, and the kind of record that it leads to."""


@dataclass(frozen=True)
class Mention:
    """An id as it stands in a file: `path` leads to it, as a key or as a value; `name` is what it names.

    It is `given` where the thing itself stands, else `used`; a `path` names by several ids at once, and a
    `former` path names nothing any more.
    """

    path: tuple[str | int, ...]
    is_key: bool
    text: str
    name: Name
    role: Role


def home_of(record: Record) -> Name:
    """Where the names of a file's own ids start."""
    if isinstance(record, Framework):
        return (record.id,)
    if isinstance(record, Crosswalk):
        return ("crosswalks", record.key)
    if isinstance(record, Benchmark):
        return ("benchmarks", record.id)
    first = next((step for step, kind in ROOTS.items() if isinstance(record, kind)), "")
    return (first,) if isinstance(record, ReferenceScale | Glossary) else ()


def mentions(record: Record) -> Iterator[Mention]:
    """Every id in a file's record, in the file's order."""
    for mention in _in_record(record, (), home_of(record)):
        if isinstance(record, Benchmark) and mention.role == "used" and mention.name[0] == "benchmarks":
            # The levels that it names are those of the framework that it counts.
            yield replace(mention, name=(record.framework, *mention.name[1:]))
        else:
            yield mention


def meanings(name: Name) -> tuple[tuple[Name, ...], ...] | None:
    """For each step of a name what it names: nothing for a field, two things for a key that joins two.

    The key of a stated absence, which is made from a path, counts as naming nothing. None where no name can
    have these steps.
    """
    root = ROOTS.get(name[0])
    try:
        if root is None:
            return ((name[:1],), *_steps_in(Framework, name[1:], name[:1]))
        if root in (Themes, Findings, Editions, Subjects):
            return tuple(_steps_in(root, name, ()))
        if root is Crosswalk:
            pair = _key(Crosswalk, name[1], name[:2]) if len(name) > 1 else ()
            return ((), *([pair] if pair else ()), *_steps_in(Crosswalk, name[2:], name[:2]))
        if root is Benchmark:
            return ((), (name[:2],), *_steps_in(Benchmark, name[2:], name[:2]))
        return ((), *_steps_in(root, name[1:], name[:1]))
    except _NoSuchNameError:
        return None


class _NoSuchNameError(Exception):
    pass


def _in_record(record: Record, path: tuple[str | int, ...], home: Name) -> Iterator[Mention]:
    for field_name, step, kind in _fields_with_ids(type(record)):
        yield from _in_value(getattr(record, field_name), kind, (*path, step), home, (*home, step))


@cache
def _fields_with_ids(kind: type[Record]) -> tuple[tuple[str, str, _Bare], ...]:
    """Find the fields of a record in which an id may stand: of most texts there is nothing to look at."""
    written = {
        name: (step_of(name, field), annotation_of(field)) for name, field in kind.model_fields.items()
    }
    return tuple((name, step, bare_of(of)) for name, (step, of) in written.items() if _may_hold_ids(of))


def _may_hold_ids(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, Record):
        return bool(_fields_with_ids(kind))
    marks = getattr(kind, "__metadata__", ())
    inner = (kind.__origin__,) if marks else get_args(kind)
    return any(isinstance(mark, OwnId | RefersTo | IdPath) for mark in marks) or any(
        map(_may_hold_ids, inner)
    )


def _in_value(
    value: Any, kind: _Bare, path: tuple[str | int, ...], home: Name, here: Name
) -> Iterator[Mention]:
    bare, marks = kind
    if isinstance(value, Record):
        yield from _in_record(value, path, here)
    elif isinstance(value, tuple):
        of_item = bare_of(get_args(bare)[0])
        for index, item in enumerate(value):
            below = (*here, item.key) if isinstance(item, Record) else here
            yield from _in_value(item, of_item, (*path, index), home, below)
    elif isinstance(value, dict):
        of_key, of_value = map(bare_of, get_args(bare))
        for key, item in value.items():
            yield from _mention(key, of_key[1], (*path, key), True, home, (*here, key))
            yield from _in_value(item, of_value, (*path, key), home, (*here, key))
    elif isinstance(value, str):
        yield from _mention(value, marks, path, False, home, home)


def _mention(
    text: str, marks: tuple[Any, ...], path: tuple[str | int, ...], is_key: bool, home: Name, own: Name
) -> Iterator[Mention]:
    for mark in marks:
        if isinstance(mark, OwnId):
            yield Mention(path, is_key, text, own, "given")
        elif isinstance(mark, RefersTo):
            yield Mention(path, is_key, text, mark.name(home[0] if home else "", text), "used")
        elif isinstance(mark, IdPath):
            yield Mention(path, is_key, text, tuple(text.split("/")), "former" if mark.former else "path")


def _steps_in(kind: type[Record], steps: Name, home: Name) -> Iterator[tuple[Name, ...]]:
    if not steps:
        return
    fields = {step_of(name, field): field for name, field in kind.model_fields.items()}
    if steps[0] not in fields:
        raise _NoSuchNameError
    yield ()
    yield from _steps_below(fields[steps[0]].annotation, steps[1:], (*home, steps[0]))


def _steps_below(kind: Any, steps: Name, here: Name) -> Iterator[tuple[Name, ...]]:
    bare, _ = bare_of(kind)
    if not steps:
        return
    below = (*here, steps[0])
    if isinstance(bare, type) and issubclass(bare, Record):
        yield from _steps_in(bare, steps, here)
    elif get_origin(bare) is tuple and _is_record(item := bare_of(get_args(bare)[0])[0]):
        yield _key(item, steps[0], below)
        yield from _steps_in(item, steps[1:], below)
    elif get_origin(bare) is dict:
        of_key, of_value = get_args(bare)
        yield tuple(item.name for item in _mention(steps[0], bare_of(of_key)[1], (), True, here, below))
        yield from _steps_below(of_value, steps[1:], below)
    else:
        raise _NoSuchNameError


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Record)


def _key(kind: type[Record], step: str, below: Name) -> tuple[Name, ...]:
    """What a record's key names: the record itself, or what it joins."""
    if kind is NoCounterpart:
        return ()
    ids = step.split("--")
    if len(ids) != len(kind.key_fields):
        raise _NoSuchNameError
    marks = [kind.model_fields[name].metadata for name in kind.key_fields]
    return tuple(
        mention.name
        for written, mark in zip(ids, marks, strict=True)
        for mention in _mention(written, tuple(mark), (), False, below, below)
    )
