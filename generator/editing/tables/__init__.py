"""Read tables from Markdown, CSV and XLSX files, each text with its place, and write them back."""

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
