"""Recognise what a spreadsheet shows where it has no value, in a file that keeps only what was shown."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.editing.tables.table import Cell, TableFile
from generator.problems import Problem, say

# In English, Dutch and German, as Excel and LibreOffice write them.
_ERRORS = re.compile(
    r"#(N/A|(VALUE|REF|DIV/0|NUM|NULL|SPILL|CALC|FIELD|BLOCKED|UNKNOWN|BUSY)!|NAME\?"
    r"|N/B|(WAARDE|VERW|DEEL/0|GETAL|LEEG|OVERLOOP)!|NAAM\?"
    r"|NV|(WERT|BEZUG|ZAHL|ÜBERLAUF)!)",
    re.IGNORECASE,
)
_TOO_NARROW = re.compile(r"#{3,}")


def without_errors(file: TableFile) -> TableFile:
    """Empty each cell that holds nothing but a spreadsheet's error, and say so."""
    problems: list[Problem] = []
    tables = tuple(
        replace(table, rows=tuple(tuple(_emptied(row, problems)) for row in table.rows))
        for table in file.tables
    )
    return replace(file, tables=tables, problems=(*file.problems, *problems)) if problems else file


def is_error_value(text: str) -> bool:
    """Say whether a text is one that a spreadsheet shows where it has no value."""
    words = _words(text)
    return bool(_ERRORS.fullmatch(words) or _TOO_NARROW.fullmatch(words))


def _words(text: str) -> str:
    """A text without what a table's cell has around it; emphasis is a cell's look."""
    return text.strip().strip("*")


def _emptied(row: tuple[Cell, ...], problems: list[Problem]) -> Iterator[Cell]:
    for cell in row:
        words = _words(cell.text)
        if not words.startswith("#"):
            yield cell
        elif _ERRORS.fullmatch(words):
            message = say("The formula gives an error, %(error)s; the cell is taken as empty", error=words)
            problems.append(
                cell.problem("I717", message, say("Mend the formula, or write a text in its place"))
            )
            yield replace(cell, text="")
        elif _TOO_NARROW.fullmatch(words):
            message = say(
                "'%(text)s' is what a column shows that is too narrow; the cell is taken as empty", text=words
            )
            problems.append(
                cell.problem("I717", message, say("Make the column wider, and save the table once more"))
            )
            yield replace(cell, text="")
        else:
            yield cell
