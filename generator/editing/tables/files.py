"""Read the tables of a file of any known kind, and write a table as one."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Literal

from generator.editing.tables.delimited import read_csv, write_csv
from generator.editing.tables.encoding import text_of
from generator.editing.tables.markdown import has_table, read_markdown, write_markdown
from generator.editing.tables.table import MAX_BYTES, TableFile, UnreadableTableError, too_large
from generator.problems import Place, say

Format = Literal["csv", "xlsx", "md"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "md")
_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read_tables(content: bytes, file: str) -> TableFile:
    """Read every table of a file; raise UnreadableTableError, which says why, if it has none."""
    if len(content) > MAX_BYTES:
        raise too_large(len(content), file)
    if content.startswith(_OLD_OFFICE):
        message = say("This is a workbook of the old kind, or one with a password")
        raise UnreadableTableError("I700", Place(file), message, say("Save it as XLSX, without a password"))
    if content.startswith(_ZIP):
        from generator.editing.tables.workbook import read_workbook

        found = read_workbook(content, file)
    else:
        text, told = text_of(content, file)
        is_markdown = PurePath(file).suffix.lower() in (".md", ".markdown") or has_table(text)
        found = read_markdown(text, file) if is_markdown else read_csv(text, file)
        found = TableFile(found.tables, found.outside, (*told, *found.problems))
    if not found.tables:
        hint = say("A table has a row of titles, and below it rows that start with a title")
        raise UnreadableTableError("I702", Place(file), say("There is no table here"), hint)
    return found


def write_table(rows: Sequence[Sequence[str]], form: Format, name: str, wide: int = 2) -> bytes:
    """Write a table as a file; `name` is its sheet's, texts of some length begin at column `wide`."""
    if form == "csv":
        return write_csv(rows)
    if form == "md":
        return write_markdown(rows)
    from generator.editing.tables.workbook_writing import write_workbook

    return write_workbook(rows, name, (2, 2), wide)
