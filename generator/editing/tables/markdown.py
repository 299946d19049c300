"""Read the pipe tables and HTML tables of a Markdown text and the text outside them, and write pipe tables.

Tables are those of GitHub Flavored Markdown (https://github.github.com/gfm/#tables-extension-); a row may be
longer or shorter than its header, since that is what an editor has to hear about.
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from generator.editing.tables.html_tables import STARTS, read_html
from generator.editing.tables.table import MAX_COLUMNS, Cell, Table, TableFile, within_limits
from generator.problems import Place, Problem

_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*")
_PIPE = re.compile(r"(?<!\\)\|")
_ENDS = re.compile(r"</table\s*>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def has_table(text: str) -> bool:
    """Say whether a text holds a pipe table, or one in HTML."""
    lines = text.split("\n")
    return any(_starts(lines, index) or STARTS.match(lines[index]) for index in range(len(lines)))


def read_markdown(text: str, file: str) -> TableFile:
    """Read every table in order, with its nearest heading, and every paragraph outside of them."""
    lines = text.split("\n")
    tables: list[Table] = []
    outside: list[Cell] = []
    problems: list[Problem] = []
    heading: Cell | None = None
    first: Cell | None = None
    fence, index = "", 0
    while index < len(lines):
        line = lines[index]
        if not fence and _starts(lines, index):
            end = next((i for i in range(index + 2, len(lines)) if "|" not in lines[i]), len(lines))
            numbers = (index, *range(index + 2, end))
            rows = tuple(within_limits(_row(lines[number], number + 1, file) for number in numbers))
            tables.append(Table(rows, rows[0][0].place, heading=heading))
            heading, index = None, end
            continue
        if not fence and STARTS.match(line):
            end = next((i + 1 for i in range(index, len(lines)) if _ENDS.search(lines[i])), len(lines))
            found = read_html("\n".join(lines[index:end]), file, index + 1)
            tables += (replace(table, heading=heading) for table in found.tables)
            problems += found.problems
            heading, index = None, end
            continue
        marks = _FENCE.match(line)
        if marks:
            fence = "" if fence and marks[1].startswith(fence) else fence or marks[1]
        if line.strip():
            words = _HEADING.fullmatch(line) if not fence else None
            cell = Cell(words[1] if words else line.strip(), Place(file, index + 1, _indent(line) + 1))
            outside.append(cell)
            heading = cell if words else heading
            first = first or heading
        index += 1
    return TableFile(tuple(tables), tuple(outside), tuple(problems), first)


def write_markdown(rows: Iterable[Sequence[str]]) -> bytes:
    """Write a pipe table, and escape what would end a cell or a line."""
    first, *rest = rows
    lines = [_written(first), f"|{'---|' * len(first)}", *map(_written, rest)]
    return "".join(f"{line}\n" for line in lines).encode()


def escaped(words: str) -> str:
    """Write a text as it stands in a cell of a pipe table."""
    words = _ENTITY.sub(lambda found: f"&amp;{found[0][1:]}", words)
    words = _BREAK.sub(lambda found: f"&lt;{found[0][1:]}", words)
    # Parsers disagree on a backslash before an escaped pipe.
    words = re.sub(r"(\\*)\|", lambda found: "&#92;" * len(found[1]) + "\\|", words)
    return words.replace("\n", "<br>")


def unescaped(words: str) -> str:
    """Read the text of a cell, parted from its neighbours; markup within it stays."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), _BREAK.sub("\n", words))


def _written(row: Sequence[str]) -> str:
    return f"| {' | '.join(map(escaped, row))} |"


def _starts(lines: Sequence[str], index: int) -> bool:
    if index + 1 >= len(lines) or "|" not in lines[index]:
        return False
    below = lines[index + 1]
    return "-" in below and "|" in below and _DELIMITER.fullmatch(below) is not None


def _row(line: str, number: int, file: str) -> tuple[Cell, ...]:
    cells = tuple(
        Cell(unescaped(words.strip()).strip(), Place(file, number, start + _indent(words) + 1))
        for start, words in _split(line)
    )
    # A row that is one pipe has no text, but a place.
    return cells or (Cell("", Place(file, number, _indent(line) + 1)),)


def _split(line: str) -> Iterator[tuple[int, str]]:
    """Split a row into cells and where they start; pipes at its ends part nothing."""
    end = len(line.rstrip())
    start = _indent(line)
    start += line.startswith("|", start)
    # One more than is allowed is enough to say so.
    for pipe in islice(_PIPE.finditer(line, start, end), MAX_COLUMNS + 1):
        yield start, line[start : pipe.start()].replace("\\|", "|")
        start = pipe.end()
    if start < end:
        yield start, line[start:end].replace("\\|", "|")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
