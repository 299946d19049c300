"""Turn pydantic's findings into problems in an editor's words, with line and column.

Follow-on errors are left out: where a key is misspelt, the key that it stands for is not reported as missing.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.load.tree import Path, Tree
from generator.problems import Message, Problem, counted, did_you_mean, say, shortened

_MOST_HINTS = 200
"""Of more findings in a file the later ones say what is wrong, and not what may have been meant."""


def schema_problems(error: ValidationError, kind: type[BaseModel], tree: Tree) -> Iterator[Problem]:
    """Turn every finding of one file into a problem."""
    details = [(item, _path(item, tree.value)) for item in error.errors(include_url=False)]
    unknown = {path for item, path in details if item["type"] == "extra_forbidden"}
    for number, (item, path) in enumerate(details):
        missing = item["type"] == "missing"
        if not _is_unsure(path, missing, tree.unsure) and not (missing and _misspelt(path, unknown)):
            yield _problem(item, path, kind, tree, near=number < _MOST_HINTS)


def _is_unsure(path: Path, missing: bool, unsure: frozenset[Path]) -> bool:
    """Say whether a finding follows from something refused while reading, such as an alias."""
    if not unsure:
        return False
    merged = missing and (*path[:-1], "<<") in unsure
    return merged or any(path[:length] in unsure for length in range(len(path) + 1))


def _misspelt(path: Path, unknown: Iterable[Path]) -> bool:
    siblings = [str(other[-1]) for other in unknown if other[:-1] == path[:-1]]
    hint = did_you_mean(str(path[-1]), siblings)
    return hint is not None and hint.template.startswith("Did")


def _problem(item: ErrorDetails, path: Path, kind: type[BaseModel], tree: Tree, *, near: bool) -> Problem:
    """Say one finding; `near` looks for the nearest of the known keys, which takes long for thousands."""
    type_, name, where = item["type"], tree.positions.named(path), tree.positions
    hint: Message | None
    if type_ == "missing":
        parent = where.named(path[:-1])
        message = (
            say("%(parent)s: '%(key)s' is missing", parent=parent, key=path[-1])
            if parent
            else say("'%(key)s' is missing", key=path[-1])
        )
        hint = say("Add a line '%(key)s: …'", key=path[-1])
        return Problem("S101", where.of_value(path[:-1]), message, hint)
    if type_ == "extra_forbidden":
        hint = did_you_mean(str(path[-1]), _known_keys(kind, path[:-1])) if near else None
        return Problem("S102", where.of_key(path), say("%(name)s: unknown key", name=name), hint)
    if path and path[-1] == "[key]":
        here = path[:-1]
        return Problem("S104", where.of_key(here), say("'%(id)s' is not an id", id=here[-1]), _ID_HINT)
    message, hint = _wrong_value(item, name)
    if hint is _EMPTY_HINT and _is_required(kind, path):
        hint = say("Write its value after the colon")
    code = "S104" if item["type"] == "string_pattern_mismatch" else "S103"
    return Problem(code, where.of_value(path), message, hint)


_ID_HINT = say("An id has small letters, digits and single hyphens, such as 'first-steps'")

_EMPTY_HINT = say("Write its value after the colon, or remove the line")


def _wrong_value(item: ErrorDetails, name: str) -> tuple[Message, Message | None]:
    type_, given, context = item["type"], item["input"], item.get("ctx", {})
    if given is None:
        return say("%(name)s is empty", name=name), _EMPTY_HINT
    if type_ == "string_type":
        if isinstance(given, (dict, list)):
            hint = say("Write one text behind the colon; before a text with dashes in it write '|'")
            return say("%(name)s must be one text, not a list", name=name), hint
        given = str(given).lower() if isinstance(given, bool) else given
        message = say("%(name)s must be text, not '%(given)s'", name=name, given=given)
        return message, say('Put quotes around it: "%(given)s"', given=given)
    if type_ == "string_pattern_mismatch":
        message = say("%(name)s: '%(given)s' does not have the right form", name=name, given=given)
        return message, _pattern_hint(context)
    if type_ in ("bool_type", "bool_parsing"):
        message = say("%(name)s must be true or false, not '%(given)s'", name=name, given=given)
        return message, say("Write true or false, or remove the line")
    if type_ in ("literal_error", "enum"):
        words = str(context.get("expected", "")).replace(" or ", ",").split(",")
        message = say("%(name)s: '%(given)s' is not allowed here", name=name, given=given)
        return message, did_you_mean(str(given), [word.strip("' ") for word in words])
    if type_ in ("tuple_type", "list_type"):
        return say("%(name)s must be a list", name=name), say("Start each item on its own line with '- '")
    if type_ in ("dict_type", "model_type", "model_attributes_type"):
        message = say("%(name)s must have lines of the form 'key: value'", name=name)
        return message, _dashes_hint(given)
    if type_ in ("int_type", "int_parsing", "float_type", "float_parsing", "int_from_float"):
        return say("%(name)s must be a number, not '%(given)s'", name=name, given=given), number_hint(given)
    if type_.startswith(("greater_than", "less_than")):
        bounds = ", ".join(f"{_BOUND[key]} {value:g}" for key, value in context.items() if key in _BOUND)
        message = say("%(name)s is %(given)s; it must be %(bounds)s", name=name, given=given, bounds=bounds)
        return message, None
    if type_ == "string_too_long":
        message = say(
            "%(name)s has %(length)s characters; at most %(limit)s fit",
            name=name,
            length=counted(len(given)),
            limit=counted(context["max_length"]),
        )
        return message, say("Say it in fewer words")
    if type_ == "string_too_short":
        return say("%(name)s is empty", name=name), _EMPTY_HINT
    if type_.startswith("date"):
        message = say("%(name)s: '%(given)s' is not a date", name=name, given=given)
        return message, say("Write it as 2026-01-31")
    return say("%(name)s: %(reason)s", name=name, reason=item["msg"]), None


def _dashes_hint(given: Any) -> Message | None:
    """What to write instead of a list of texts."""
    if isinstance(given, list) and given and isinstance(given[0], str):
        words = shortened(given[0], 40)
        return say(
            "Write 'an-id: %(text)s' instead of '- %(text)s', with an id of its own for each", text=words
        )
    return None


def number_hint(given: Any) -> Message | None:
    """How a number is written that stands there as people write it."""
    found = re.fullmatch(r"(-?)(\d{1,9})(?:,(\d{1,9}))?\s*(%?)", str(given).strip())
    if found and (found[3] or found[4]):
        number = Decimal(f"{found[1]}{found[2]}.{found[3] or 0}") / (100 if found[4] else 1)
        return say(
            "Write it with a point and without a sign: %(number)s", number=format(number.normalize(), "f")
        )
    year = re.search(r"\b(?:19|20)\d\d\b", str(given))
    return say("Write the figures alone: %(number)s", number=year[0]) if year else None


_BOUND = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}


def _pattern_hint(context: dict[str, Any]) -> Message:
    pattern = str(context.get("pattern", ""))
    if "https?" in pattern:
        return say("Write the whole address, starting with https://")
    if "levels|" in pattern:
        return say("Write it as 'framework/levels/level', '…/layers/layer' or '…/cells/dimension/level'")
    if "A-Z" in pattern:
        return say("Write a language tag such as 'en', 'nl' or 'pt-BR'")
    return _ID_HINT


def _path(item: ErrorDetails, value: Any) -> Path:
    """Return pydantic's location without its own steps (union tags), as far as the file's tree goes."""
    path: list[str | int] = []
    for step in item["loc"]:
        if step == "[key]":
            return (*path, "[key]")
        inside = isinstance(value, dict) and step in value
        inside = inside or (isinstance(value, list) and isinstance(step, int) and step < len(value))
        if inside:
            value = value[step]
        path.append(step)
    return tuple(path)


def _is_required(kind: type[BaseModel], path: Path) -> bool:
    """Say whether the model asks for what stands at a path: without its line it would be missing."""
    here = _at(kind, path[:-1])
    fields = {field.alias or name: field for name, field in here.model_fields.items()} if here else {}
    return bool(path) and path[-1] in fields and fields[str(path[-1])].is_required()


def _known_keys(kind: type[BaseModel], path: Path) -> list[str]:
    """List the keys that the model allows at a path."""
    here = _at(kind, path)
    return [field.alias or name for name, field in here.model_fields.items()] if here else []


def _at(kind: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Find the model of what stands at a path."""
    here: type[BaseModel] | None = kind
    for step in path:
        if isinstance(step, str) and here is not None:
            fields = {field.alias or name: field for name, field in here.model_fields.items()}
            here = _record_in(fields[step].annotation) if step in fields else None
    return here


def _record_in(annotation: Any) -> type[BaseModel] | None:
    """Find the record type inside a field's type, such as that of `tuple[Level, ...]` or `Span | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_record_in(inner) for inner in get_args(annotation))
    return next((record for record in found if record is not None), None)
