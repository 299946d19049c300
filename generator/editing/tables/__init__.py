"""Read tables from Markdown, CSV and XLSX files, each text with its place, and write them back."""

from generator.editing.tables.files import FORMATS, Format, read_tables, write_tables
from generator.editing.tables.table import Cell, Sheet, Table, TableFile, UnreadableTableError, whole
