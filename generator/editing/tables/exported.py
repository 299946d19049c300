"""Tell what somebody wrote into an exported table from what its file says otherwise by now."""

from collections.abc import Mapping
from typing import Any

from generator.editing.tables.table import Cell
from generator.problems import Problem, say
from generator.unwritten import HIDDEN

HELD = "#exported"
"""How sheets are named that hold what a workbook's others held when they were written."""


class ConflictError(Exception):
    """A value that the table and the file both changed, each to another one."""


def joined(here: Any, was: Any, there: Any) -> Any:
    """What a value becomes: that of the file where the table's is untouched, else that of the table.

    Raises ConflictError where both changed it.
    """
    if same(here, was) or same(here, there):
        return there
    if same(was, there):
        return here
    values = [value or {} for value in (here, was, there)]
    if not all(isinstance(value, Mapping) for value in values):
        raise ConflictError
    keys = {**values[2], **values[0]}
    found = {key: joined(*(value.get(key) for value in values)) for key in keys}
    return {key: value for key, value in found.items() if value is not None}


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same to who reads a table."""
    return bool(_seen(one) == _seen(other))


def _seen(value: Any) -> Any:
    if isinstance(value, str):
        return HIDDEN.sub("", value).strip() or None
    if isinstance(value, Mapping):
        return {key: _seen(item) for key, item in value.items()} or None
    return list(value) or None if isinstance(value, list | tuple) else value


def conflict(cell: Cell, code: str, there: Any) -> Problem:
    """Make the error of a cell that was changed, where the file changed too."""
    message = say(
        "Changed since the export, here and in the file. Here: '%(here)s'. In the file: '%(there)s'",
        here=cell.text,
        there="" if there is None else there,
    )
    hint = say("Write what is to stand into both, or export the table again and change it there")
    return cell.problem(code, message, hint, "error")


def stays(cell: Cell, code: str) -> Problem:
    """Say that the file keeps what it says otherwise since, where the table is untouched."""
    return cell.problem(
        code, say("Changed in the file since the export, and not here: the file keeps its own")
    )
