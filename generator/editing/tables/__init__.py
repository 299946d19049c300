"""Tables out of files and into them: Markdown, CSV and XLSX in, texts with their places out, and back."""

from generator.editing.tables.files import FORMATS, Format, read_tables, write_table
from generator.editing.tables.table import Cell, Table, TableFile, UnreadableTableError, whole

__all__ = [
    "FORMATS",
    "Cell",
    "Format",
    "Table",
    "TableFile",
    "UnreadableTableError",
    "read_tables",
    "whole",
    "write_table",
]
