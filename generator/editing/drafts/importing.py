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
    MAX_LENGTHS,
    PART_FIELDS,
    by_position,
)
from generator.editing.drafts.framing import framed
from generator.editing.drafts.keyed import read_keyed
from generator.editing.drafts.keys import from_keys, has_keys, keys_gone
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.plain import Reading, read_plain
from generator.editing.drafts.several import doubts_of
from generator.editing.tables import Cell, Table, TableFile, UnreadableTableError, whole
from generator.load.schema import schema_problems
from generator.load.tree import Path, Positions, Tree
from generator.model import Framework
from generator.problems import Problem, counted, errors, in_order, say, shortened
from generator.unwritten import HIDDEN

_KINDS: Mapping[tuple[str, ...], str] = {
    **{("levels", *item.path): item.kind for item in LEVEL_FIELDS},
    **{("dimensions", *item.path): item.kind for item in DIMENSION_FIELDS},
    **{item.path: item.kind for item in (*FRAMEWORK_FIELDS, *GROUP_FIELDS)},
    **{(name, *item.path): item.kind for name, fields in PART_FIELDS.items() for item in fields},
    ("levels", "title"): "label",
    ("dimensions", "title"): "label",
}
"""What a text in a table is, by its path without ids."""


_OF_CELLS = ("I714", "I716", "I717", "I718")
"""What is said of a cell that is imported; of one that is not, it would be false."""


@dataclass(frozen=True)
class Imported:
    """What a table gives; without a matrix where there are errors."""

    matrix: Matrix | None
    problems: tuple[Problem, ...]
    heading: Cell | None = None
    level_word: str | None = None
    has_keys: bool = False
    beside: tuple[Table, ...] = ()
    """Tables of practices and profiles in the same file, not read yet."""
    of_file: tuple[Problem, ...] = ()
    """What was said of the file, and may be about these."""
    held: "Imported | None" = None
    """What the same tables gave when they were exported, where the file says it."""


def import_table(file: TableFile, number: int, reading: Reading) -> Imported:
    """One of a file's tables, counted from 1; what else the file holds is reported."""
    chosen = file.tables[number - 1]
    told = [problem for problem in file.problems if _belongs(problem, chosen)]
    told += [_another(table, at) for at, table in enumerate(file.tables, 1) if table is not chosen]
    told += _invisible(chosen)
    clean, found = from_keys(cleaned(chosen))
    keyed, word, above = has_keys(clean), None, None
    told += [*found, *keys_gone(clean)]
    heading = _heading(file, chosen) if reading.heading_is_title and not keyed else None
    try:
        if not keyed:
            frame = framed(clean, names_it=reading.heading_is_title and heading is None)
            clean, above = frame.table, frame.title
            told += frame.told
        table, misfits = whole(clean)
        lines = {cell.place.line for row in table.rows for cell in row}
        told = [problem for problem in told if problem.code != "I715" or problem.place.line in lines]
    except UnreadableTableError as error:
        return Imported(None, in_order([*told, error.problem]))
    told += [*outside(file.outside, heading), *misfits]
    told += () if keyed else doubts_of(table, reading.given, side_is_said=reading.side is not None)
    if errors(told):
        return Imported(None, in_order(told))
    if keyed:
        matrix, found = read_keyed(table, reading.given)
    else:
        matrix, found, word = read_plain(table, reading)
    used = {cell.place for cell in matrix.cells.values()}
    told = [problem for problem in told if problem.code not in _OF_CELLS or problem.place in used]
    told += [*found, *unfit(matrix)]
    return Imported(None if errors(told) else matrix, in_order(told), heading or above, word, keyed)


def _heading(file: TableFile, table: Table) -> Cell | None:
    """The heading that names the framework: that of the whole file where it holds this table only."""
    return file.heading if len(file.tables) == 1 and file.heading else table.heading


def _belongs(problem: Problem, table: Table) -> bool:
    """Whether a problem of the file is about the chosen table: a workbook's sheets are told apart by name."""
    return not table.name or problem.place.file == table.place.file


def _another(table: Table, number: int) -> Problem:
    name = table.name or (table.heading.text if table.heading else str(number))
    message = say("Another table, '%(name)s', is not imported", name=name)
    hint = say("Import it with --table %(number)s", number=number)
    return Problem("I713", table.place, message, hint, "warning")


def cleaned(table: Table) -> Table:
    """Return a table without invisible signs and spaces around its texts."""
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


def unfit(matrix: Matrix) -> Iterator[Problem]:
    """Texts that are missing, too long, or stand in for a translation."""
    for path, cell in matrix.cells.items():
        yield from _too_long(cell, _KINDS.get((path[0], *path[2:]), _KINDS.get(path, "text")))
        if path[0] == "cells" and not cell.text:
            message = say("%(row)s, %(level)s: the cell is empty", **_titles(matrix.data, path))
            hint = say("It gets a text that asks for one; where the source says nothing, write – in the cell")
            if matrix.framework:
                hint = say("What the file says there stays; what is new gets a text that asks for one")
            yield cell.problem("I708", message, hint)
        if matrix.language and cell.text.startswith("[") and cell.text[1:].partition("] ")[0].isalpha():
            yield from _untranslated(cell, matrix.language)


def _too_long(cell: Cell, kind: str) -> Iterator[Problem]:
    """What is said of a text that is longer than a framework's file allows."""
    limit = MAX_LENGTHS.get(kind, 0)
    if limit and len(cell.text) > limit:
        message = say(
            "The text has %(length)s characters; %(limit)s are allowed",
            length=counted(len(cell.text)),
            limit=counted(limit),
        )
        yield cell.problem("I711", message, say("Shorten it, or part it"), "error")


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


def outside(cells: tuple[Cell, ...], heading: Cell | None) -> Iterator[Problem]:
    """One problem for each paragraph that stands outside of a table, but for the heading that is used."""
    paragraph: list[Cell] = []
    for cell in (*cells, None):
        if paragraph and (cell is None or cell.place.line > paragraph[-1].place.line + 1):
            words = " ".join(item.text for item in paragraph)
            message = say("Text outside the table is not imported: '%(text)s'", text=shortened(words, 60))
            yield paragraph[0].problem("I712", message)
            paragraph = []
        if cell is not None and cell != heading:
            paragraph.append(cell)
