"""Describe what a table file holds: texts that know their places, and the problems found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.problems import Message, Place, Problem, Severity, counted, say, say_many

MAX_BYTES = 10_000_000
MAX_ROWS = 2_000
MAX_COLUMNS = 300
MAX_CELLS = 50_000


@dataclass(frozen=True)
class Cell:
    """A text and where it stands; `name` is what a spreadsheet calls the place, such as B3."""

    text: str
    place: Place
    name: str = ""

    def problem(
        self, code: str, message: Message, hint: Message | None = None, severity: Severity = "warning"
    ) -> Problem:
        """Make a problem of this cell; where it has a name, the message starts with that."""
        here = say("%(cell)s: %(message)s", cell=self.name, message=message) if self.name else message
        return Problem(code, self.place, here, hint, severity)


@dataclass(frozen=True)
class Table:
    """Rows of cells, each as long as in its file; `heading` stands above them, `name` is that of a sheet.

    A sheet that `is_hidden` is read too: people may not know that it is there.
    """

    rows: tuple[tuple[Cell, ...], ...]
    place: Place
    name: str = ""
    heading: Cell | None = None
    is_hidden: bool = False

    @property
    def columns(self) -> int:
        """How many cells the first row has, up to its last text."""
        return len(trimmed(self.rows[0])) if self.rows else 0


@dataclass(frozen=True)
class Sheet:
    """Rows to be written, the first two with titles and keys; from column `wide` on texts are long."""

    rows: Sequence[Sequence[str]]
    name: str
    wide: int = 2


@dataclass(frozen=True)
class TableFile:
    """What was found in a file: tables, text that belongs to none of them, and all that is wrong.

    `heading` is the first one of the whole file; `exported` are tables as they were when they were written.
    """

    tables: tuple[Table, ...] = ()
    outside: tuple[Cell, ...] = ()
    problems: tuple[Problem, ...] = ()
    heading: Cell | None = None
    exported: tuple[Table, ...] = ()


_Row = TypeVar("_Row", bound=Sequence[Cell])


class UnreadableTableError(Exception):
    """A file that cannot be read as a table; says why."""

    def __init__(self, code: str, place: Place, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.problem = Problem(code, place, message, hint)


def too_large(size: int, file: str) -> UnreadableTableError:
    """Make the error for a file with more bytes than are read."""
    message = say(
        "The file has %(size)s bytes; at most %(limit)s are read",
        size=counted(size),
        limit=counted(MAX_BYTES),
    )
    return UnreadableTableError("I701", Place(file), message, say("Split the table"))


def within_limits(rows: Iterable[_Row]) -> Iterator[_Row]:
    """Pass on each row of a table; raise UnreadableTableError at one with which it is too large."""
    cells = 0
    for number, row in enumerate(rows, 1):
        cells += len(row)
        for count, limit, message in (
            (number, MAX_ROWS, say("The table has more than %(limit)s rows", limit=MAX_ROWS)),
            (len(row), MAX_COLUMNS, say("The table has more than %(limit)s columns", limit=MAX_COLUMNS)),
            (cells, MAX_CELLS, say("The table has more than %(limit)s cells", limit=MAX_CELLS)),
        ):
            if count > limit:
                raise UnreadableTableError("I701", row[0].place, message, say("Split the table"))
        yield row


def trimmed(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return a row without the empty cells at its end."""
    end = len(row)
    while end and not row[end - 1].text:
        end -= 1
    return row[:end]


def whole(table: Table) -> tuple[Table, tuple[Problem, ...]]:
    """Make every row as long as the first and drop empty ones; report rows of another length."""
    kept = [row for row in table.rows if any(cell.text for cell in row)]
    skip = min((next(i for i, cell in enumerate(row) if cell.text) for row in kept), default=0)
    rows = [row[skip:] for row in kept]
    width = len(trimmed(rows[0])) if rows else 0
    if len(rows) < 2 or max(len(trimmed(row)) for row in rows) < 2:
        hint = say("A table has a row of titles, and below it rows that start with a title")
        raise UnreadableTableError("I702", table.place, say("There is no table here"), hint)
    full = [row for row in rows[1:] if sum(bool(cell.text) for cell in row) > 1]
    longer = [row for row in full if len(trimmed(row)) > width]
    shifted: Severity = "error" if len(longer) < len(full) else "warning"
    found = [problem for row in rows[1:] for problem in _misfits(row, width, shifted)]
    filled = [(*row[:width], *(Cell("", row[-1].place, row[-1].name),) * (width - len(row))) for row in rows]
    return replace(table, rows=tuple(filled)), tuple(found)


def _misfits(row: tuple[Cell, ...], width: int, shifted: Severity) -> Iterator[Problem]:
    """Report a row of another length; where only some are longer, texts may stand under wrong titles.

    A spreadsheet has no separators: there nothing is shifted by one.
    """
    if len(row) < width:
        message = say_many(
            "The row has %(number)s cell, the first row %(width)s",
            "The row has %(number)s cells, the first row %(width)s",
            len(row),
            width=width,
        )
        hint = say("The missing ones are taken to be at its end; look for a separator too few")
        yield row[0].problem("I706", message, hint)
    for cell in row[width:]:
        if cell.text:
            message = say("No title stands above this text; it is not imported: '%(text)s'", text=cell.text)
            if shifted == "warning" or cell.name:
                yield cell.problem("I707", message, say("Write a title above it"))
            else:
                yield cell.problem("I707", message, say("Look for a separator too many in this row"), "error")
