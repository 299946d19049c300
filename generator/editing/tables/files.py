"""Read the tables of a file of any known kind, and write a table as one."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Literal

from generator.editing.tables.delimited import read_csv, write_csv
from generator.editing.tables.error_values import without_errors
from generator.editing.tables.markdown import has_table, read_markdown, write_markdown
from generator.editing.tables.table import MAX_BYTES, Sheet, TableFile, UnreadableTableError, too_large
from generator.encodings import encoding_of, plain_lines
from generator.problems import Place, Problem, say

Format = Literal["csv", "xlsx", "md"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "md")
_PROSE = (".md", ".markdown", ".html", ".htm")
_WORKBOOKS = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers")
_AROUND = 40
_NO_TEXT = say("The file is no text")
_SAVE_AS = say("Save the table as Markdown, CSV or XLSX")
_OPEN_DOCUMENT, _BEGINNING = b"urn:oasis:names:tc:opendocument", 4096
"""What the first bytes of OpenDocument in one XML file name: https://docs.oasis-open.org/office/OpenDocument/."""
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_tables(content: bytes, file: str, *, comma: bool = False) -> TableFile:
    """Read every table of a file; raise UnreadableTableError, which says why, if it has none.

    `comma` is for the numbers of a workbook: whether the table's language writes decimals behind one.
    """
    if len(content) > MAX_BYTES:
        raise too_large(len(content), file)
    _known_for_none(content, file)
    if content.startswith(_OLD_OFFICE):
        message = say("This is a workbook of the old kind, or one with a password")
        raise UnreadableTableError("I700", Place(file), message, say("Save it as XLSX, without a password"))
    if content.startswith(_ZIP):
        from generator.editing.tables.workbook import read_workbook

        found = read_workbook(content, file, comma=comma)
    else:
        text, told = text_of(content, file)
        is_markdown = PurePath(file).suffix.lower() in _PROSE or has_table(text)
        try:
            found = read_markdown(text, file) if is_markdown else read_csv(text, file)
        except UnreadableTableError as error:
            if PurePath(file).suffix.lower() not in _WORKBOOKS:
                raise
            message = say("This is no workbook, though its name ends in %(end)s", end=PurePath(file).suffix)
            raise UnreadableTableError("I702", Place(file), message, _SAVE_AS) from error
        found = replace(found, problems=(*told, *found.problems))
    if not found.tables:
        hint = say("A table has a row of titles, and below it rows that start with a title")
        raise UnreadableTableError("I702", Place(file), say("There is no table here"), hint)
    return without_errors(found)


def _known_for_none(content: bytes, file: str) -> None:
    """Say of what has no table what it is, whatever its name says."""
    if PurePath(file.rpartition("/")[2]).name.startswith("~$"):
        message = say("This is what a spreadsheet program keeps beside a workbook that is open")
        hint = say("Name the workbook itself: %(name)s", name=PurePath(file).name.removeprefix("~$"))
        raise UnreadableTableError("I700", Place(file), message, hint)
    if not content.strip():
        raise UnreadableTableError("I702", Place(file), say("The file is empty"), _SAVE_AS)
    if content.startswith(b"%PDF-"):
        raise UnreadableTableError("I700", Place(file), say("This is a PDF"), _SAVE_AS)
    if _OPEN_DOCUMENT in content[:_BEGINNING]:
        raise UnreadableTableError("I700", Place(file), say("This is no XLSX workbook"), _SAVE_AS)


def write_tables(sheets: Sequence[Sheet], form: Format, *, held: bool = False) -> bytes:
    """Write tables as a file: as sheets of a workbook, which may remember them, or below each other."""
    if form == "csv":
        first, *others = sheets
        return write_csv([*first.rows, *(row for sheet in others for row in ([""], *sheet.rows))])
    if form == "md":
        return b"\n".join(write_markdown(sheet.rows) for sheet in sheets)
    from generator.editing.tables.workbook import write_workbook

    return write_workbook(sheets, held=held)


def text_of(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode a text, each line ending in a line feed; UnreadableTableError for what is no text."""
    found: tuple[Problem, ...] = ()
    start, encoding = encoding_of(content)
    try:
        text = content[start:].decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise UnreadableTableError("I700", Place(file), _NO_TEXT, _SAVE_AS) from error
        text, found = _windows(content, file)
    if "\0" in text:
        raise UnreadableTableError("I700", Place(file), _NO_TEXT, _SAVE_AS)
    return plain_lines(text), found


def _windows(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode what Excel calls CSV outside the Unicode variants; five of its bytes stand for nothing."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = say("Byte 0x%(byte)s is no character", byte=f"{content[error.start]:02X}")
        hint = say("Save the file as UTF-8; in Excel choose 'CSV UTF-8'")
        raise UnreadableTableError("I700", Place(file, line), message, hint) from error
    at = next(index for index, sign in enumerate(text) if not sign.isascii())
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    before, behind = text[max(0, at - _AROUND) : at].split(), text[at : at + _AROUND].split()
    joined = before and not text[at - 1].isspace()
    word = (before[-1] if joined else "") + (behind[0] if behind else "")
    message = say("Read as Windows-1252, since it is not UTF-8: see for example '%(word)s'", word=word)
    hint = say("If that word is not right, save the file as UTF-8; in Excel choose 'CSV UTF-8'")
    return text, (Problem("I703", Place(file, line, column), message, hint, "warning"),)
