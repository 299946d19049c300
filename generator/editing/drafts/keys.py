"""Find the keys of an exported table wherever they stand, and cut what belongs to others off it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.editing.drafts.fields import DIMENSION_FIELDS, FRAMEWORK_FIELDS, GROUP_FIELDS, LEVEL_FIELDS
from generator.editing.drafts.matrix import CORNER, PART, TITLE
from generator.editing.ids import is_id
from generator.editing.tables import Cell, Table, TableFile
from generator.problems import Problem, say

LEVEL_KEYS = {f"#{item.key}": item for item in LEVEL_FIELDS}
DIMENSION_KEYS = {f"#{item.key}": item for item in DIMENSION_FIELDS}
FRAMEWORK_KEYS = {f"##{item.key}": item for item in (*FRAMEWORK_FIELDS, *GROUP_FIELDS)}
_KEYS = {TITLE, *LEVEL_KEYS, *DIMENSION_KEYS, *FRAMEWORK_KEYS}
_LOOKED_AT = 15
_FEW = 3
"""So many cells a line above a table may fill, such as a state, a name and a year."""


def has_keys(table: Table, corner: re.Pattern[str] = CORNER) -> bool:
    """Whether a table has keys in its second row and first column."""
    return len(table.rows) > 1 and corner.fullmatch(table.rows[1][0].text) is not None


def is_exported(table: Table, corner: re.Pattern[str] = CORNER) -> bool:
    """Whether a table has the key of an export, wherever that stands."""
    return any(corner.fullmatch(cell.text) for row in table.rows[:_LOOKED_AT] for cell in row)


def parted(file: TableFile) -> tuple[TableFile, tuple[Table, ...]]:
    """Take the tables of practices and profiles out of a file, also those that stand below another one."""
    kept: list[Table] = []
    parts: list[Table] = []
    for table in file.tables:
        keys = (
            number for number, row in enumerate(table.rows) if any(PART.fullmatch(cell.text) for cell in row)
        )
        tops = [max(number - 1, 0) for number in keys]
        first = replace(table, rows=table.rows[: tops[0]] if tops else table.rows)
        if tops and not is_exported(first):
            tops[0] = 0
        else:
            kept.append(first)
        ends = pairwise((*tops, len(table.rows)))
        parts += (replace(table, rows=table.rows[top:end]) for top, end in ends)
    return replace(file, tables=tuple(kept)), tuple(parts)


def from_keys(table: Table, corner: re.Pattern[str] = CORNER) -> tuple[Table, tuple[Problem, ...]]:
    """Cut off rows that somebody put above an exported table, and say so.

    Rows of the table itself stay: above its keys they come of sorting these with the others.
    """
    for number, row in enumerate(table.rows[:_LOOKED_AT]):
        if number > 1 and row and corner.fullmatch(row[0].text):
            if any(map(_is_below_keys, table.rows[:number])):
                return table, ()
            above = [cell for other in table.rows[: number - 1] for cell in other if cell.text]
            message = (
                say("This line above the table is not imported: '%(text)s'", text=cell.text) for cell in above
            )
            told = (cell.problem("I730", words) for cell, words in zip(above, message, strict=True))
            return replace(table, rows=table.rows[number - 1 :]), tuple(told)
    return table, ()


def _is_below_keys(row: Sequence[Cell]) -> bool:
    """Whether a row belongs below the keys: one of a field, or of an id with its title and texts."""
    own = row[0].text
    return own in _KEYS or (is_id(own) and own != "id" and sum(bool(cell.text) for cell in row) > _FEW)


def keys_gone(table: Table, corner: re.Pattern[str] = CORNER) -> Iterator[Problem]:
    """An error where a table has keys of an export, but not all of them in their places."""
    if has_keys(table, corner):
        return
    for row in table.rows:
        for cell in row:
            if cell.text in _KEYS or corner.fullmatch(cell.text):
                message = say("This is an exported table, but its keys are not where they were")
                hint = say("Put back the first column and the second row, or export it again")
                yield cell.problem("I737", message, hint, "error")
                return


def unkeyed(table: Table) -> list[str]:
    """List the titles of the columns and rows that somebody put into an exported table."""
    heads, keys, *rows = from_keys(table)[0].rows
    titles = next((at for at, cell in enumerate(keys) if cell.text == TITLE), 1)
    beside = [head.text for head, key in zip(heads, keys, strict=False) if not key.text]
    below = [row[titles].text for row in rows if len(row) > titles and not row[0].text]
    return [text for text in (*beside, *below) if text]
