"""Tell what stands at a path of a record: a text, a judgement, or something else."""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_args, get_origin

from generator.model import (
    Crosswalk,
    Findings,
    Framework,
    Glossary,
    Record,
    ReferenceScale,
    Subjects,
    Themes,
    Translatable,
)
from generator.model.base import step_of
from generator.model.fields import annotation_of, bare_of

_RECORDS: Mapping[str, type[Record]] = {
    "themes": Themes,
    "reference-scale": ReferenceScale,
    "glossary": Glossary,
    "findings": Findings,
    "subjects": Subjects,
}
_JUDGED = frozenset({"relation", "extent", "property", "rationale", "confidence"})
_JUDGED_IN: Mapping[str, frozenset[str]] = {
    "mappings": frozenset({"subject", "object"}),
    "findings": frozenset({"kind"}),
}


def is_judged(path: tuple[str, ...]) -> bool:
    """Tell whether a judgement stands there: what it says, and how sure somebody is of it."""
    return len(path) > 1 and (path[-1] in _JUDGED or path[-1] in _JUDGED_IN.get(path[0], ()))


def is_text(record: str, path: tuple[str, ...]) -> bool:
    """Tell whether a text that is translated stands at a path of a record, as today's model has it."""
    kind = Crosswalk if record.startswith("crosswalks/") else _RECORDS.get(record, Framework)
    return _is_text(kind, (), path)


@cache
def _is_text(kind: Any, marks: tuple[Any, ...], path: tuple[str, ...]) -> bool:
    bare, inner = bare_of(kind)
    marks = (*marks, *inner)
    if isinstance(bare, type) and issubclass(bare, Record):
        for name, field in bare.model_fields.items():
            if path[:1] == (step_of(name, field),):
                return _is_text(annotation_of(field), (), path[1:])
        return False
    if get_origin(bare) is tuple:
        return len(path) > 0 and _is_text(get_args(bare)[0], (), path[1:])
    if get_origin(bare) is dict:
        return len(path) > 0 and _is_text(get_args(bare)[1], (), path[1:])
    return not path and any(isinstance(mark, Translatable) for mark in marks)
