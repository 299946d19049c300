"""Read the tables of HTML, in Markdown files and in saved pages; the marks that a text may have stay.

Cells that span several each get the text that they share, as joined cells of a workbook do.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.editing.tables.table import MAX_COLUMNS, MAX_ROWS, Cell, Table, TableFile, within_limits
from generator.problems import Place, Problem, say

STARTS = re.compile(r"(?:[ \t]*|[ \t]*<[^`|]*>[ \t]*)<table\b", re.IGNORECASE)
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`"}
_STRUCK = frozenset({"del", "s", "strike"})
_HIDDEN = frozenset({"script", "style", "template"})
_BLOCKS = frozenset({"p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass
class _Read:
    """A cell while it is read."""

    place: Place
    across: int
    down: int
    parts: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        words = re.sub(r"[ \t\r\f\v]+", " ", "".join(self.parts))
        words = re.sub(r" ?\n ?", "\n", words)
        words = re.sub(r"\n{2,}(?=- )", "\n", re.sub(r"\n{3,}", "\n\n", words))
        return re.sub(r"\*{4}|``", "", words).strip()


def read_html(text: str, file: str, line: int = 1) -> TableFile:
    """Read every table of a text that begins on a line of its file; what is in no table is no part of it."""
    reader = _Reader(file, line)
    reader.feed(text)
    reader.close()
    reader.end_table()
    return TableFile(tuple(reader.tables), (), tuple(reader.problems))


class _Reader(HTMLParser):
    def __init__(self, file: str, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.file, self.line = file, line
        self.tables: list[Table] = []
        self.problems: list[Problem] = []
        self.rows: list[list[_Read]] = []
        self.cell: _Read | None = None
        self.depth, self.hidden, self.struck = 0, 0, 0
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.hidden += tag in _HIDDEN
        self.struck += tag in _STRUCK
        if tag == "table":
            self.depth += 1
        elif self.depth == 1 and tag == "tr":
            self.cell = None
            self.rows.append([])
        elif self.depth == 1 and tag in ("td", "th"):
            if not self.rows:
                self.rows.append([])
            across, down = _number(given.get("colspan"), MAX_COLUMNS), _number(given.get("rowspan"), MAX_ROWS)
            self.cell = _Read(self._here(), across, down)
            self.rows[-1].append(self.cell)
        elif tag == "br":
            self._add("\n")
        elif tag == "li":
            self._add("\n- ")
        elif tag in _BLOCKS:
            self._add("\n\n")
        elif tag in _MARKS:
            self._add(_MARKS[tag])
        elif tag == "a":
            target = given.get("href") or ""
            self.links.append(target if target.startswith(("https://", "http://")) else "")
            self._add("[" if self.links[-1] else "")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in _HIDDEN and self.hidden > 0
        self.struck -= tag in _STRUCK and self.struck > 0
        if tag == "table":
            self.depth = max(0, self.depth - 1)
            if not self.depth:
                self.end_table()
        elif self.depth == 1 and tag in ("td", "th", "tr"):
            self.cell = None
        elif tag in _BLOCKS:
            self._add("\n\n")
        elif tag in _MARKS:
            self._add(_MARKS[tag])
        elif tag == "a" and self.links:
            target = self.links.pop()
            self._add(f"]({target})" if target else "")

    def handle_data(self, data: str) -> None:
        if self.cell and not self.hidden:
            (self.cell.struck if self.struck else self.cell.parts).append(re.sub(r"\s+", " ", data))

    def end_table(self) -> None:
        """Close a table, also one that the file leaves open."""
        rows = [row for row in self.rows if row]
        if rows:
            grid = tuple(within_limits(self._spread(rows)))
            self.tables.append(Table(grid, rows[0][0].place))
        self.rows, self.cell = [], None

    def _add(self, words: str) -> None:
        if self.cell:
            self.cell.parts.append(words)

    def _here(self) -> Place:
        line, column = self.getpos()
        return Place(self.file, self.line + line - 1, column + 1)

    def _spread(self, rows: list[list[_Read]]) -> Iterator[tuple[Cell, ...]]:
        """Give rows with each cell in all places that it spans."""
        below: dict[int, tuple[_Read, int]] = {}
        for row in rows:
            found: list[Cell] = []
            for read in row:
                self._taken_over(found, below)
                cell = Cell(read.text, read.place)
                alone = len(row) == 1 and read.across > 1
                for number in range(read.across):
                    if read.down > 1:
                        below[len(found)] = (read, read.down - 1)
                    found.append(Cell("", read.place) if alone and number else cell)
                self._told(read, cell, is_title=alone)
                if len(found) > MAX_COLUMNS:
                    break
            self._taken_over(found, below)
            yield tuple(found)

    def _taken_over(self, found: list[Cell], below: dict[int, tuple[_Read, int]]) -> None:
        while len(found) in below:
            read, left = below.pop(len(found))
            if left > 1:
                below[len(found)] = (read, left - 1)
            found.append(Cell(read.text, read.place))

    def _told(self, read: _Read, cell: Cell, *, is_title: bool) -> None:
        if (read.across > 1 or read.down > 1) and cell.text and not is_title:
            message = say("Joined cells: each gets the text '%(text)s'", text=cell.text)
            hint = say("Part the cells if each has to have its own text")
            self.problems.append(cell.problem("I715", message, hint))
        if struck := " ".join("".join(read.struck).split()):
            self.problems.append(
                cell.problem("I736", say("Struck text is not imported: '%(text)s'", text=struck))
            )


def _number(written: str | None, most: int) -> int:
    return (
        min(int(written), most)
        if written and written.isdecimal() and len(written) < 6 and int(written)
        else 1
    )
