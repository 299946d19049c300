"""Read from the schema which fields a form has, and from what a browser sends the values that they take.

A new field of the model is a new field of its form: nothing here names one.
"""

import datetime
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from generator.editing.ids import is_id, unique_id
from generator.load.json_schema import schema_of
from generator.model.base import IdPath, OwnId, Record, RefersTo, step_of
from generator.model.fields import annotation_of, bare_of, head_of
from generator.problems import Message, Translate, say
from generator.unwritten import prompt

Kind = Literal["line", "text", "texts", "lines", "choice", "number", "date", "tick"]
_LINE = 300
"""Characters of what fits on one line; what may be longer is a text."""
_NEEDED = say("This has to be filled in.")


@dataclass(frozen=True)
class FormField:
    """One field of a form, by its path in the record; `part` is the label of the record in which it is."""

    path: tuple[str, ...]
    kind: Kind
    label: Message
    explanation: Message
    required: bool = False
    allowed: tuple[str, ...] = ()
    limit: int | None = None
    refers: str = ""
    """What its value is the name of: `ends`, or a list of the framework."""
    part: Message | None = None
    is_part_required: bool = True
    is_name: bool = False

    @property
    def name(self) -> str:
        """What a browser sends it as."""
        return ".".join(self.path)

    @property
    def can_wait(self) -> bool:
        """Whether a draft may do without it: a sentence that asks for it takes its place."""
        return self.kind in ("line", "text") and not self.is_name


@cache
def form_fields(kind: type[Record], file: type[Record]) -> tuple[FormField, ...]:
    """List the fields of a record in the order of the schema of its kind of file."""
    return tuple(_fields(kind, schema_of(file)["$defs"]))


def _fields(kind: type[Record], parts: Mapping[str, Any]) -> Iterator[FormField]:
    schema = parts[kind.__name__]
    for name, info in kind.model_fields.items():
        if info.default_factory is int:
            continue  # counted by the order in the file
        key = step_of(name, info)
        given = schema["properties"][key]
        holds = next((one for one in given.get("anyOf", ()) if one.get("type") != "null"), given)
        bare, marks = bare_of(annotation_of(info))
        label = head_of(info) or Message(given["title"])
        required = key in schema.get("required", ())
        if "$ref" in holds:
            for inner in _fields(bare, parts):
                path = (key, *inner.path)
                yield replace(inner, path=path, part=label, is_part_required=required, is_name=False)
            continue
        refers = next((mark.things for mark in marks if isinstance(mark, RefersTo) and not mark.shared), "")
        refers = "ends" if any(isinstance(mark, IdPath) for mark in marks) else refers
        if kind_ := _kind(holds, refers):
            yield FormField(
                (key,),
                kind_,
                label,
                Message(" ".join(given["description"].split())),
                required,
                tuple(holds.get("enum", ())),
                holds.get("maxLength"),
                refers,
                is_name=any(isinstance(mark, OwnId) for mark in marks),
            )


def _kind(holds: Mapping[str, Any], refers: str) -> Kind | None:
    """Say what a value is entered as; None for a list of records, which has no place in a form."""
    if "enum" in holds or refers:
        return "choice"
    match holds:
        case {"type": "boolean"}:
            return "tick"
        case {"type": "integer" | "number"}:
            return "number"
        case {"format": "date"}:
            return "date"
        case {"type": "array", "items": {"type": "string"}}:
            return "lines"
        case {"type": "object", "patternProperties": texts} if all(
            one.get("type") == "string" for one in texts.values()
        ):
            return "texts"
        case {"type": "string"}:
            return "text" if holds.get("maxLength", 0) > _LINE else "line"
    return None


def shown_value(field: FormField, record: Mapping[str, Any]) -> str:
    """Write what a record of a file says in a field as a browser shows it; empty where it says nothing."""
    value: Any = record
    for step in field.path:
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, dict):
        return "\n".join(f"{key}: {text}" for key, text in value.items())
    if isinstance(value, list):
        return "\n".join(map(str, value))
    return "" if value in (None, False) else str(value).strip()


def read_value(field: FormField, given: str) -> Any:
    """Read what a browser sent for a field; None for nothing, a text where it is no use for the field."""
    given = re.sub(r"\r\n?", "\n", given).strip()
    lines = [line.strip() for line in given.split("\n") if line.strip()]
    if field.kind == "tick":
        return bool(given) or None
    if not given:
        return None
    if field.kind == "lines":
        return lines
    if field.kind == "texts":
        return _texts(lines)
    if field.kind == "number" and re.fullmatch(r"-?\d{1,9}([.,]\d{1,9})?", given):
        number = float(given.replace(",", "."))
        return int(number) if number.is_integer() else number
    if field.kind == "date":
        try:
            return datetime.date.fromisoformat(given)
        except ValueError:
            return given
    return given


def _texts(lines: list[str]) -> dict[str, str]:
    """Give each line an id, its own where it begins with one."""
    texts: dict[str, str] = {}
    for line in lines:
        own, colon, text = line.partition(": ")
        if not colon or not is_id(own) or own in texts or not text.strip():
            own, text = unique_id(line, "text", texts), line
        texts[own] = text.strip()
    return texts


def filled(
    fields: tuple[FormField, ...], given: Mapping[str, str], names: Container[str], translate: Translate
) -> tuple[dict[FormField, Any], dict[str, Message]]:
    """Read all values that were given, and find what is missing.

    A draft has a sentence that asks for a text in its place, but for what its id is made from (`names`).
    """
    values = {field: read_value(field, given.get(field.name, "")) for field in fields}
    is_draft = any(value is True for field, value in values.items() if field.path == ("draft",))
    begun = {field.path[0] for field, value in values.items() if value is not None}
    missing: dict[str, Message] = {}
    for field in fields:
        is_asked = field.required and (field.is_part_required or field.path[0] in begun)
        if values[field] is not None or not is_asked or field.is_name:
            continue
        if is_draft and field.can_wait and field.name not in names:
            values[field] = prompt(field.explanation.text(translate))
        else:
            missing[field.name] = _NEEDED
    return values, missing
