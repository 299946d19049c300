"""Read and write CSV, by RFC 4180 and as spreadsheets write it.

The separator is found by reading: that which gives most rows the width of one of the first. A text that a
spreadsheet would take for a formula is written behind an apostrophe, and read without it.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from generator.editing.tables.table import Cell, Table, TableFile, UnreadableTableError, within_limits
from generator.encodings import named_separator
from generator.formulas import guarded, is_guarded, unguarded
from generator.problems import Place, Problem, say

SEPARATORS = (",", ";", "\t")
_QUOTED = re.compile(r'"((?:[^"]|"")*+)("?)')
_TRIED = 50
_TITLES = 4
"""Among so many rows is the first of the table: lines above it may have no separator."""


def read_csv(text: str, file: str) -> TableFile:
    """Read the one table of a CSV file, and note everything that had to be guessed."""
    start, named = named_separator(text)
    separator = named or _separator(text, file)
    rows, problems = _rows(text, start, separator, file, None)
    guards = [problem for row in rows for cell in row for problem in _unguarded(cell)]
    undone = tuple(tuple(replace(cell, text=unguarded(cell.text)) for cell in row) for row in rows)
    place = undone[0][0].place if undone else Place(file)
    return TableFile((Table(undone, place),), (), (*problems, *guards))


def write_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """Write a CSV file with the byte order mark without which Excel reads it as Windows-1252."""
    text = io.StringIO()
    # With every cell in quotes no other separator can be taken for this one.
    writer = csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerows([guarded(words) for words in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _unguarded(cell: Cell) -> Iterator[Problem]:
    if is_guarded(cell.text):
        message = say(
            "The apostrophe before '%(text)s' is left out: it keeps a spreadsheet from calculating",
            text=cell.text[1:40],
        )
        yield cell.problem("I721", message)


def _separator(text: str, file: str) -> str:
    best: tuple[tuple[bool, float, int, int], str] | None = None
    for separator in SEPARATORS:
        rows, problems = _rows(text, 0, separator, file, _TRIED)
        rows = tuple(row for row in rows if any(cell.text for cell in row))
        width = max(map(len, rows[:_TITLES]), default=0)
        if width > 1:
            as_wide = sum(len(row) == width for row in rows) / len(rows)
            score = (not problems, as_wide, sum(bool(cell.text) for cell in rows[0]), width)
            best = (score, separator) if best is None or score > best[0] else best
    if best is None:
        hint = say("Columns are parted by commas, semicolons or tabs")
        raise UnreadableTableError("I702", Place(file), say("There is no table here"), hint)
    return best[1]


def _rows(
    text: str, start: int, separator: str, file: str, limit: int | None
) -> tuple[tuple[tuple[Cell, ...], ...], tuple[Problem, ...]]:
    """Read rows with the place of every cell; up to a number of rows where only a look is wanted."""
    reader = _Reader(text, separator, file)
    return tuple(islice(within_limits(reader.rows(start)), limit)), tuple(reader.problems)


class _Reader:
    def __init__(self, text: str, separator: str, file: str) -> None:
        self.text, self.file = text, file
        self.plain = re.compile(f"[^{re.escape(separator)}\n]*+")
        self.line, self.line_start = 1, 0
        self.problems: list[Problem] = []

    def rows(self, position: int) -> Iterator[tuple[Cell, ...]]:
        self._count(0, position)
        while position < len(self.text):
            row: list[Cell] = []
            while True:
                cell, position = self._cell(position)
                row.append(cell)
                at_end = position >= len(self.text)
                ends = at_end or self.text[position] == "\n"
                self._count(position, position + 1)
                position += 1
                if ends:
                    break
            yield tuple(row)

    def _cell(self, start: int) -> tuple[Cell, int]:
        place = Place(self.file, self.line, start - self.line_start + 1)
        if not self.text.startswith('"', start):
            found = self.plain.match(self.text, start)
            end = found.end() if found else start
            return Cell(self.text[start:end].strip(), place), end
        quoted = _QUOTED.match(self.text, start)
        if quoted is None or not quoted[2]:
            hint = say('Close it, and write a quotation mark within a text twice: ""')
            self.problems.append(Problem("I704", place, say("This quotation mark is never closed"), hint))
            return Cell(self.text[start:].strip(), place), len(self.text)
        words = quoted[1].replace('""', '"')
        self._count(start, quoted.end())
        rest = self.plain.match(self.text, quoted.end())
        end = rest.end() if rest else quoted.end()
        if self.text[quoted.end() : end].strip():
            hint = say('Write a quotation mark within a text twice: ""')
            message = say("Text stands behind the closing quotation mark; it is taken as part of the cell")
            self.problems.append(Problem("I705", place, message, hint, "warning"))
            words = self.text[start:end]
        return Cell(words.strip(), place), end

    def _count(self, start: int, end: int) -> None:
        lines = self.text.count("\n", start, end)
        if lines:
            self.line += lines
            self.line_start = self.text.rindex("\n", start, end) + 1
