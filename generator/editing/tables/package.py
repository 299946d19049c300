"""Unpack a workbook's ZIP file within limits, and read what its XML says besides values.

ECMA-376 (Office Open XML): part 2 for the package, part 1 section 18 for the sheets.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.editing.tables.package_xml import Handler, parse, refused
from generator.editing.tables.rich_text import Looks, Strings, comments_of, emphasised, looks_of, struck_out
from generator.editing.tables.table import MAX_COLUMNS, MAX_ROWS, UnreadableTableError
from generator.problems import Place, counted, say

MAX_UNPACKED = 30_000_000
MAX_PARTS = 500
_WORKBOOK = "xl/workbook.xml"
_WANTED = re.compile(
    r"(\[Content_Types\]|_rels/[^/]*|xl/(?!media/|embeddings/).*)\.(xml|rels)", re.IGNORECASE
)
_WAYS_TO_PACK = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_SAVE_AGAIN = say("Save it again as XLSX in a spreadsheet program")


@dataclass(frozen=True)
class Extras:
    """What a sheet says of its cells besides their values; rows and columns count from 1."""

    formulas: frozenset[str] = frozenset()
    errors: Mapping[str, str] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)
    """Texts with marks of emphasis and without what is struck out, of cells where that makes a difference."""
    struck: Mapping[str, str] = field(default_factory=dict)
    """What is struck out; nothing where the whole cell is."""
    percent: frozenset[str] = frozenset()
    """The cells whose number is shown in per cent."""
    comments: Mapping[str, str] = field(default_factory=dict)


def unpacked(content: bytes, file: str) -> dict[str, bytes]:
    """Unpack the parts that hold sheets; never more than the limits, whatever the file says of itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            if _WORKBOOK not in archive.namelist():
                hint = say("Only XLSX workbooks are read; save the table as XLSX or CSV")
                raise refused(file, say("This is no XLSX workbook"), hint)
            if any(member.flag_bits & 1 for member in members):
                raise refused(file, say("The workbook is locked with a password"), say("Save it without"))
            if any(member.compress_type not in _WAYS_TO_PACK for member in members):
                raise refused(file, say("The workbook is packed in a way that no workbook is"), _SAVE_AGAIN)
            if len(members) > MAX_PARTS or len({member.filename for member in members}) < len(members):
                raise refused(file, say("The workbook has too many parts, or one twice"))
            if sum(member.file_size for member in members) > MAX_UNPACKED:
                raise _too_large(file)
            return _parts(archive, file)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        message = say("The workbook is damaged, or only a part of it is there")
        raise refused(file, message, _SAVE_AGAIN) from error


def _parts(archive: zipfile.ZipFile, file: str) -> dict[str, bytes]:
    left, parts = MAX_UNPACKED, {}
    for member in archive.infolist():
        if _WANTED.fullmatch(member.filename):
            with archive.open(member) as part:
                parts[member.filename] = part.read(left + 1)
            left -= len(parts[member.filename])
            if left < 0:
                raise _too_large(file)
    return parts


def _too_large(file: str) -> UnreadableTableError:
    message = say("Unpacked, the workbook is larger than %(limit)s bytes", limit=counted(MAX_UNPACKED))
    return UnreadableTableError("I701", Place(file), message, say("Keep the sheet with the table only"))


def sheets_of(parts: Mapping[str, bytes], file: str) -> dict[str, Extras]:
    """Read what each sheet says besides its values, by its name; a chart has no cells and is left out."""
    places = {
        found["Id"]: posixpath.normpath(posixpath.join("/xl", found.get("Target", ""))).lstrip("/")
        for name, found in _starts(parts.get("xl/_rels/workbook.xml.rels", b"<x/>"), file)
        if name == "Relationship" and "Id" in found
    }
    named = [found for name, found in _starts(parts[_WORKBOOK], file) if name == "sheet"]
    for name, part in parts.items():
        if not name.startswith("xl/worksheets/"):
            _starts(part, file)  # for what it refuses
    sheets = {found.get("name", ""): places.get(found.get("id", ""), "") for found in named}
    looks = looks_of(parts, file)
    return {
        name: _extras(parts, part, f"{file}[{name}]", looks)
        for name, part in sheets.items()
        if part in parts and part.startswith("xl/worksheets/")
    }


class _Sheet(Handler):
    """Collects what a sheet says while it is read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.cell, self.type, self.row, self.column = "", "", 0, 0
        self.value: list[str] | None = None
        self.formulas: set[str] = set()
        self.errors: dict[str, str] = {}
        self.strings: dict[str, str] = {}
        # Some programs write a text into its cell and not into the strings that all sheets share.
        self.inline = Strings()
        self.within: dict[int, str] = {}
        self.styles: dict[str, str] = {}
        self.hidden: tuple[set[int], set[int]] = (set(), set())

    def start(self, name: str, found: Mapping[str, str]) -> None:
        if name == "row":
            self.row = int(found.get("r", self.row + 1))
            self.column = 0
            if found.get("hidden") in ("1", "true"):
                self.hidden[0].add(self.row)
        elif name == "c":
            self.type = found.get("t", "")
            self.cell = found.get("r", "")
            self.styles[self.cell] = found.get("s", "0")
            self.column = _column(self.cell) or self.column + 1
        elif name == "col" and found.get("hidden") in ("1", "true"):
            last = min(int(found.get("max", 0)), MAX_COLUMNS)
            self.hidden[1].update(range(max(1, int(found.get("min", 1))), last + 1))
        elif name == "f":
            self.formulas.add(self.cell)
        elif name in ("v", "is"):
            self._inside()
            self.value = [] if self.type in ("e", "s") else None
        if name == "is" or self.inline.is_open:
            self.inline.start(name, found)
            self.within[self.inline.number] = self.cell

    def end(self, name: str) -> None:
        if name == "v" and self.value is not None:
            kept = self.errors if self.type == "e" else self.strings
            kept[self.cell] = "".join(self.value)
            self.value = None
        self.inline.end(name)

    def text(self, words: str) -> None:
        self.inline.text(words)
        if self.value is not None:
            self.value.append(words)

    def _inside(self) -> None:
        row = int(re.sub(r"\D", "", self.cell) or self.row)
        if row > MAX_ROWS or self.column > MAX_COLUMNS:
            message = say(
                "A text stands in %(cell)s; at most %(rows)s rows and %(columns)s columns are read",
                cell=self.cell,
                rows=MAX_ROWS,
                columns=MAX_COLUMNS,
            )
            raise UnreadableTableError(
                "I701", Place(self.file), message, say("Move the table to the top left")
            )


def _extras(parts: Mapping[str, bytes], part: str, file: str, looks: Looks) -> Extras:
    sheet = _Sheet(file)
    parse(parts[part], file, sheet)
    rows, columns = sheet.hidden
    rich = {cell: looks.strings.get(_number(number), ()) for cell, number in sheet.strings.items()}
    rich |= {sheet.within[number]: runs for number, runs in sheet.inline.rich.items()}
    struck = {cell: "" for cell, style in sheet.styles.items() if _number(style) in looks.struck}
    texts = {cell: emphasised(runs) for cell, runs in rich.items() if runs and cell not in struck}
    struck |= {
        cell: words for cell, runs in rich.items() if cell not in struck and (words := struck_out(runs))
    }
    comments = comments_of(parts, part, file)
    hidden = frozenset(rows), frozenset(columns)
    percent = frozenset(cell for cell, style in sheet.styles.items() if _number(style) in looks.percent)
    return Extras(frozenset(sheet.formulas), sheet.errors, *hidden, texts, struck, percent, comments)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() and len(written) < 10 else -1


def _column(cell: str) -> int:
    number = 0
    for letter in re.sub(r"[^A-Z]", "", cell):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


class _Starts(Handler):
    """Collects the starts of all elements."""

    def __init__(self) -> None:
        self.found: list[tuple[str, Mapping[str, str]]] = []

    def start(self, name: str, given: Mapping[str, str]) -> None:
        self.found.append((name, given))


def _starts(part: bytes, file: str) -> list[tuple[str, Mapping[str, str]]]:
    starts = _Starts()
    parse(part, file, starts)
    return starts.found
