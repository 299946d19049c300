"""Read one of a file's tables as parts of a framework, and report all that is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from generator.editing.drafts.fields import (
    DIMENSION_FIELDS,
    FRAMEWORK_FIELDS,
    GROUP_FIELDS,
    LEVEL_FIELDS,
    by_position,
)
from generator.editing.drafts.keyed import has_keys, read_keyed, too_long
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.plain import Reading, outside, read_plain
from generator.editing.tables import Cell, Table, TableFile, UnreadableTableError, whole
from generator.load.schema import schema_problems
from generator.load.tree import Path, Positions, Tree
from generator.model import Framework
from generator.problems import Problem, errors, in_order, say
from generator.unwritten import HIDDEN

_KINDS: Mapping[tuple[str, ...], str] = {
    **{("levels", *item.path): item.kind for item in LEVEL_FIELDS},
    **{("dimensions", *item.path): item.kind for item in DIMENSION_FIELDS},
    **{item.path: item.kind for item in (*FRAMEWORK_FIELDS, *GROUP_FIELDS)},
    ("levels", "title"): "label",
    ("dimensions", "title"): "label",
}
"""What a text in a table is, by its path without ids."""


@dataclass(frozen=True)
class Imported:
    """What a table gives; without a matrix where there are errors."""

    matrix: Matrix | None
    problems: tuple[Problem, ...]
    heading: Cell | None = None
    level_word: str | None = None
    has_keys: bool = False


def import_table(file: TableFile, number: int, reading: Reading) -> Imported:
    """One of a file's tables, counted from 1; what else the file holds is reported."""
    chosen = file.tables[number - 1]
    told = [problem for problem in file.problems if _belongs(problem, chosen)]
    told += [_another(table, at) for at, table in enumerate(file.tables, 1) if table is not chosen]
    try:
        table, misfits = whole(_clean(chosen))
    except UnreadableTableError as error:
        return Imported(None, in_order([*told, error.problem]))
    heading = chosen.heading if reading.heading_is_title and not has_keys(table) else None
    told += outside(file.outside, heading)
    told += [*_invisible(chosen), *misfits]
    keyed, word = has_keys(table), None
    if keyed:
        matrix, found = read_keyed(table)
    else:
        matrix, found, word = read_plain(table, reading)
    told += [*found, *_unfit(matrix)]
    return Imported(None if errors(told) else matrix, in_order(told), heading, word, keyed)


def _belongs(problem: Problem, table: Table) -> bool:
    """Whether a problem of the file is about the chosen table: a workbook's sheets are told apart by name."""
    return not table.name or problem.place.file == table.place.file


def _another(table: Table, number: int) -> Problem:
    name = table.name or (table.heading.text if table.heading else str(number))
    message = say("Another table, '%(name)s', is not imported", name=name)
    hint = say("Import it with --table %(number)s", number=number)
    return Problem("I713", table.place, message, hint, "warning")


def _clean(table: Table) -> Table:
    rows = (tuple(replace(cell, text=_visible(cell.text)) for cell in row) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _visible(text: str) -> str:
    return HIDDEN.sub("", text).strip()


def _invisible(table: Table) -> Iterator[Problem]:
    for row in table.rows:
        for cell in row:
            found = HIDDEN.search(cell.text)
            if found:
                code = f"U+{ord(found[0]):04X}"
                yield cell.problem("I726", say("The invisible character %(code)s is left out", code=code))


def _unfit(matrix: Matrix) -> Iterator[Problem]:
    """Texts that are missing, too long, or stand in for a translation."""
    for path, cell in matrix.cells.items():
        yield from too_long(cell, _KINDS.get((path[0], *path[2:]), _KINDS.get(path, "text")))
        if path[0] == "cells" and not cell.text:
            message = say("%(row)s, %(level)s: the cell is empty", **_titles(matrix.data, path))
            yield cell.problem("I708", message, say("It gets a text that asks for one; write it in the file"))
        if matrix.language and cell.text.startswith("[") and cell.text[1:].partition("] ")[0].isalpha():
            yield from _untranslated(cell, matrix.language)


def _untranslated(cell: Cell, language: str) -> Iterator[Problem]:
    tag = cell.text[1:].partition("] ")[0]
    if tag != language and 2 <= len(tag) <= 3:
        message = say("'[%(tag)s]' is what an export writes before a text that is not translated", tag=tag)
        yield cell.problem("I728", message, say("Translate the text, or remove the mark"))


def _titles(data: Mapping[str, Any], path: tuple[str, ...]) -> dict[str, str]:
    titles = {(name, item["id"]): item["title"] for name in ("levels", "dimensions") for item in data[name]}
    return {"row": titles["dimensions", path[1]], "level": titles["levels", path[2]]}


def schema_problems_of(data: Mapping[str, Any], matrix: Matrix, file: str) -> tuple[Problem, ...]:
    """What a framework's file may not hold, told of the table's cells that it comes from."""
    where: dict[Path, tuple[int, int]] = {}
    for path, cell in matrix.cells.items():
        where[by_position(data, path) or path] = (cell.place.line, cell.place.column)
        file = cell.place.file
    tree = Tree(data, Positions(file, where, where))
    try:
        Framework.model_validate(data)
    except ValidationError as error:
        return tuple(schema_problems(error, Framework, tree))
    return ()
