"""Read the fields of a table's row as values of a mapping, and say what is wrong with each."""

import datetime
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.crosswalk import INVERSE, End
from generator.editing.crosswalks.given import CHOICES, NO_COUNTERPART, Given
from generator.editing.tables import Cell
from generator.problems import Message, Problem, did_you_mean, nearest_first, say

_OTHER_SIDE = {"subject": "object", "object": "subject"} | {
    "only_subject": "only_object",
    "only_object": "only_subject",
}
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T]00:00:00)?")


class UnfitCellError(Exception):
    """A text that its field cannot have."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def unfit(cell: Cell, message: Message, hint: Message | None = None) -> Problem:
    """Make the error of a cell that holds what its field cannot have."""
    return cell.problem("I741", message, hint, "error")


def values_of(row: Given, known: Mapping[str, Collection[str]]) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Read all fields of a row; `known` are the ends of each of the two frameworks."""
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for field, cell in row.cells.items():
        try:
            values[field] = _value(field, cell, row, known) if cell.text else None
        except UnfitCellError as error:
            problems.append(error.problem)
    return values, tuple(problems)


def _value(field: str, cell: Cell, row: Given, known: Mapping[str, Collection[str]]) -> Any:
    text = cell.text
    if field in CHOICES:
        if text.casefold() not in CHOICES[field]:
            message = say("%(field)s cannot be '%(text)s'", field=field, text=text)
            raise UnfitCellError(unfit(cell, message, nearest_first(text, CHOICES[field])))
        return True if field == "draft" else text.casefold()
    if field == "date":
        return _day(cell)
    if field == "sources":
        return [item for item in map(str.strip, text.split("\n")) if item]
    if field == "subject":
        _known_end(cell, [end for ends in known.values() for end in ends])
    if field == "object" and row.text("relation") != NO_COUNTERPART:
        own = End.parse(row.text("subject")).framework if row.text("subject").count("/") > 1 else ""
        _known_end(cell, [end for side, ends in known.items() if side != own for end in ends])
    return text


def _day(cell: Cell) -> datetime.date:
    found = _DAY.fullmatch(cell.text)
    try:
        return datetime.date.fromisoformat(found[1] if found else cell.text)
    except ValueError as error:
        message = say("'%(text)s' is not a day", text=cell.text)
        raise UnfitCellError(unfit(cell, message, say("Write year, month, day: 2026-01-31"))) from error


def _known_end(cell: Cell, known: Collection[str]) -> None:
    if cell.text not in known:
        message = say("'%(id)s' is no part of the other framework, or of this pair", id=cell.text)
        raise UnfitCellError(unfit(cell, message, did_you_mean(cell.text, known)))


def doubles(rows: Collection[Given]) -> Iterator[Problem]:
    """Report keys that stand in a table twice."""
    seen: set[str] = set()
    for row in rows:
        if row.key and row.key in seen:
            message = say("The key '%(key)s' stands here twice", key=row.key)
            hint = say("Empty the key of the row that is new")
            yield row.cell.problem("I742", message, hint, "error")
        seen.add(row.key)


def turned(values: Mapping[str, Any]) -> dict[str, Any]:
    """Read a row from its other end."""
    found = {_OTHER_SIDE.get(name, name): value for name, value in values.items()}
    inverse: Mapping[Any, Any] = INVERSE
    return found | {"relation": inverse.get(found.get("relation"), found.get("relation"))}
