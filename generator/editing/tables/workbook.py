"""Read each sheet of an XLSX workbook as a table, and report what no matrix of texts can hold; write one.

What comes from elsewhere is not trusted: sizes are measured while unpacking, document types are refused, and
the reader gets a copy that holds nothing but the sheets.
"""

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import xlsxwriter
from python_calamine import CalamineSheet, CalamineWorkbook, SheetVisibleEnum
from xlsxwriter.utility import xl_rowcol_to_cell

from generator.editing.tables.exported import HELD
from generator.editing.tables.package import Extras, sheets_of, unpacked
from generator.editing.tables.package_xml import unreadable
from generator.editing.tables.table import Cell, Sheet, Table, TableFile, UnreadableTableError, within_limits
from generator.problems import Place, Problem, say

# ECMA-376 gives no limit; this is Excel's.
MAX_TEXT = 32_767
MAX_NAME = 31
_ALWAYS = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC).replace(tzinfo=None)
_NARROW, _WIDE = 18, 40
_LAST_COLUMN = 16_383
ALLOWED = dict.fromkeys(
    (
        "format_cells",
        "format_columns",
        "format_rows",
        "insert_columns",
        "insert_rows",
        "delete_columns",
        "delete_rows",
    ),
    True,
)
"""What a protected sheet lets people do besides writing; without a password anybody can lift it."""
_SAVE_ANEW = say("Open it in a spreadsheet and save it as XLSX once more, or as CSV")

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def read_workbook(content: bytes, file: str, *, comma: bool = False) -> TableFile:
    """Read every sheet that holds something, in order; UnreadableTableError for what is no workbook.

    A number is no text yet: its decimals stand behind a comma where the table's language has one.
    """
    parts = unpacked(content, file)
    extras = sheets_of(parts, file)
    tables: list[Table] = []
    exported: list[Table] = []
    problems: list[Problem] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(_packed(parts))) as book:
            for meta in book.sheets_metadata:
                if meta.name.startswith(HELD) and meta.name in extras:
                    exported.append(_sheet(book.get_sheet_by_name(meta.name), Extras(), file, comma=comma)[0])
                elif meta.name in extras:
                    sheet = book.get_sheet_by_name(meta.name)
                    table, found = _sheet(sheet, extras[meta.name], file, comma=comma)
                    hidden = meta.visible != SheetVisibleEnum.Visible
                    problems += [*_hidden_sheet(table, hidden), *found] if table.rows else []
                    tables += [replace(table, is_hidden=hidden)] if table.rows else []
    except (KeyboardInterrupt, SystemExit, MemoryError, UnreadableTableError):
        raise
    except BaseException as error:  # a panic of the reader, which is written in Rust, is no Exception
        raise unreadable(file, error, _SAVE_ANEW) from error
    return TableFile(tuple(tables), (), tuple(problems), exported=tuple(exported))


def write_workbook(sheets: Sequence[Sheet], *, held: bool) -> bytes:
    """Write rows of texts as sheets, the same bytes for the same rows; on demand remember what they held.

    Titles and keys stay in view. Raises ValueError for a text that no cell can hold.
    """
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"created": _ALWAYS})
    for sheet in sheets:
        _write_sheet(book, sheet.rows, book.add_worksheet(sheet.name[:MAX_NAME]), sheet.wide)
    for sheet in sheets if held else ():
        hold(book, sheet.rows)
    book.close()
    return content.getvalue()


def hold(book: xlsxwriter.Workbook, rows: Sequence[Sequence[str]]) -> None:
    """Keep out of sight what a sheet holds now: what somebody changes in it is told from that later."""
    sheet = book.add_worksheet(f"{HELD} {len(book.worksheets()) + 1}")
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            if words:
                sheet.write_string(number, column, words)
    sheet.very_hidden()


def _write_sheet(
    book: xlsxwriter.Workbook, rows: Sequence[Sequence[str]], sheet: xlsxwriter.worksheet.Worksheet, wide: int
) -> None:
    # Who sorts or inserts without its keys gives texts to other levels: so they are grey, and locked.
    grey = {"font_color": "#595959", "bg_color": "#e7e6e6", "font_size": 9, "italic": True, "valign": "top"}
    key = book.add_format({**grey, "locked": True})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "locked": False})
    text = book.add_format({"text_wrap": True, "valign": "top", "locked": False})
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            if len(words) > MAX_TEXT:
                raise ValueError(f"a cell of a spreadsheet holds at most {MAX_TEXT} characters")
            kind = key if column == 0 or number == 1 else head if number == 0 or column == 1 else text
            if words:
                sheet.write_string(number, column, words, kind)
            else:
                sheet.write_blank(number, column, None, kind)
    width = max(map(len, rows), default=1)
    sheet.set_column(0, 0, _NARROW, key)
    sheet.set_column(1, 1, _NARROW, text)
    sheet.set_column(min(2, wide), max(wide - 1, 2), _NARROW, text)
    sheet.set_column(wide, max(width - 1, wide), _WIDE, text)
    sheet.set_column(max(width, wide + 1), _LAST_COLUMN, None, text)
    sheet.freeze_panes(2, 2)
    sheet.protect("", ALLOWED)


def _packed(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _sheet(
    sheet: CalamineSheet, extras: Extras, file: str, *, comma: bool
) -> tuple[Table, tuple[Problem, ...]]:
    named = f"{file}[{sheet.name}]"
    found: list[Problem] = []

    def cell_of(row: int, column: int, value: Value) -> Cell:
        name = xl_rowcol_to_cell(row, column)
        text = _text(extras.texts.get(name, value), in_percent=name in extras.percent, comma=comma)
        cell = Cell(text, Place(named, row + 1, column + 1), name)
        found.extend((*_doubts(cell, value, extras), *_beside(cell, extras)))
        return replace(cell, text="") if extras.struck.get(name) == "" else cell

    lines = enumerate(sheet.to_python(skip_empty_area=False))
    rows = within_limits([cell_of(row, *item) for item in enumerate(line)] for row, line in lines)
    found += _unmerged(grid := list(rows), sheet.merged_cell_ranges or [])
    filled = (tuple(row) for row in grid if any(cell.text for cell in row))
    return Table(tuple(filled), Place(named), sheet.name), tuple(found)


def _text(value: Value, *, in_percent: bool, comma: bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        text = f"{value * 100:.12g}%" if in_percent else f"{value:.15g}"
        return text.replace(".", ",") if comma else text
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _doubts(cell: Cell, value: Value, extras: Extras) -> Iterator[Problem]:
    if cell.name in extras.errors:
        message = say(
            "The formula gives an error, %(error)s; the cell is taken as empty",
            error=extras.errors[cell.name],
        )
        yield cell.problem("I717", message, say("Mend the formula, or write a text in its place"))
    elif cell.name in extras.formulas:
        message = say("A formula stands here; what it last gave is imported: '%(text)s'", text=cell.text)
        yield cell.problem("I714", message, say("Check that this is the text; formulas are not kept"))
    elif cell.text and not isinstance(value, str):
        message = say("This is a number or a date, not a text; it is imported as '%(text)s'", text=cell.text)
        yield cell.problem("I716", message, say("Check it: a spreadsheet may show it in another way"))
    if cell.text and (cell.place.line in extras.hidden_rows or cell.place.column in extras.hidden_columns):
        message = say("The cell is hidden; it is imported: '%(text)s'", text=cell.text)
        yield cell.problem("I718", message, say("Delete it if it does not belong in the table"))


def _beside(cell: Cell, extras: Extras) -> Iterator[Problem]:
    """Say what was written beside a text, and what was struck out of it."""
    if cell.name in extras.struck and (struck := extras.struck[cell.name] or cell.text):
        message = say("Struck text is not imported: '%(text)s'", text=struck)
        yield cell.problem("I736", message, say("Delete it, or take the stroke away"))
    if comment := extras.comments.get(cell.name):
        message = say("A comment stands here; it is not imported: '%(text)s'", text=comment)
        yield cell.problem("I735", message, say("Put into the table what readers should know"))


def _hidden_sheet(table: Table, hidden: bool) -> Iterator[Problem]:
    if hidden:
        message = say("The sheet '%(name)s' is hidden", name=table.name)
        hint = say("Delete it if it does not belong in the table")
        yield Problem("I718", table.place, message, hint, "warning")


def _unmerged(grid: list[list[Cell]], merged: Iterable[Any]) -> Iterator[Problem]:
    """Part cells that were joined, and give each the text that it shows."""
    for (top, left), (bottom, right) in merged:
        if top >= len(grid) or left >= len(grid[top]) or not grid[top][left].text:
            continue
        first = grid[top][left]
        if top == bottom and all(cell.text in ("", first.text) for cell in grid[top]):
            continue  # a heading, and no text of each column
        for row in grid[top : bottom + 1]:
            row[left : right + 1] = [replace(cell, text=first.text) for cell in row[left : right + 1]]
        message = say(
            "Joined cells, %(area)s: each gets the text '%(text)s'",
            area=f"{first.name}:{xl_rowcol_to_cell(bottom, right)}",
            text=first.text,
        )
        yield first.problem("I715", message, say("Part the cells if each has to have its own text"))
