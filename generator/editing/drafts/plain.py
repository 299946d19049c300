"""Read a table that somebody made by hand as levels, dimensions and cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.editing.drafts.fields import DIMENSION_FIELDS, MAX_LENGTHS
from generator.editing.drafts.matrix import Matrix, Parts
from generator.editing.drafts.orientation import Guess, Side, levels_of, without_numbers
from generator.editing.ids import unique_id
from generator.editing.tables import Cell, Table
from generator.problems import Problem, say
from generator.text import plain

_UNLISTED = re.compile(r"!\[|~~|</?[a-zA-Z][^>]*>|^(?:[-*+]|\d+[.)]) |^#{1,6} |^> ", re.MULTILINE)
_TEXTS = tuple(item.key for item in DIMENSION_FIELDS if item.kind in ("label", "text"))


@dataclass(frozen=True)
class Reading:
    """How to read a table: where levels stand, where that was said, and what heads of columns mean.

    `heading_is_title` for the heading above a table to be the framework's title.
    """

    side: Side | None = None
    heads: Mapping[str, str] = field(default_factory=dict)
    heading_is_title: bool = True


def read_plain(table: Table, reading: Reading) -> tuple[Matrix, tuple[Problem, ...], str | None]:
    """A whole table with titles on two sides; the third value is what it calls a level, if anything."""
    guess = levels_of(
        plain(table.rows[0][0].text),
        [plain(cell.text) for cell in table.rows[0][1:] if not _meaning(cell, reading.heads)],
        [plain(row[0].text) for row in table.rows[1:] if not _meaning(row[0], reading.heads)],
    )
    side = reading.side or guess.side
    told = [] if reading.side or guess.sure else [_assumed(table, guess)]
    reader = _Plain(table if side == "columns" else _turned(table), reading.heads)
    matrix, found = reader.read()
    return matrix, (*told, *found), guess.word if side == guess.side else None


def _assumed(table: Table, guess: Guess) -> Problem:
    levels = table.rows[0][1:] if guess.side == "columns" else [row[0] for row in table.rows[1:]]
    names = ", ".join(plain(cell.text) for cell in levels)
    other = "rows" if guess.side == "columns" else "columns"
    message = say(
        "These are taken to be the levels, since %(reason)s: %(names)s", reason=guess.reason, names=names
    )
    hint = say("If they are the dimensions, say so with --levels %(side)s", side=other)
    return table.rows[0][0].problem("I719", message, hint)


def _turned(table: Table) -> Table:
    return replace(table, rows=tuple(zip(*table.rows, strict=True)))


def _meaning(cell: Cell, heads: Mapping[str, str]) -> str | None:
    return heads.get(plain(cell.text).casefold())


class _Plain(Parts):
    def __init__(self, table: Table, heads: Mapping[str, str]) -> None:
        super().__init__()
        self.table, self.heads = table, heads

    def read(self) -> tuple[Matrix, tuple[Problem, ...]]:
        head, *rows = self.table.rows
        beside = {column: meant for column, cell in enumerate(head) if (meant := _meaning(cell, self.heads))}
        titles = next(column for column in range(len(head)) if column not in beside)
        columns = [column for column in range(titles + 1, len(head)) if column not in beside]
        self._levels([head[column] for column in columns])
        taken: set[str] = {
            row[column].text for row in rows for column, name in beside.items() if name == "id"
        }
        for row in rows:
            meant = _meaning(row[titles], self.heads)
            texts = [row[column] for column in columns]
            if meant in ("summary", "subtitle"):
                for level, cell in zip(self.levels, texts, strict=True):
                    level[meant] = cell.text
                    self.cells["levels", level["id"], meant] = cell
                    self._doubt(cell)
                self.leave_out(row[column] for column in sorted(beside))
            else:
                self._dimension(
                    row[titles], texts, [(name, row[column]) for column, name in beside.items()], taken
                )
        return self.matrix({}), tuple(self.problems)

    def _levels(self, heads: Sequence[Cell]) -> None:
        taken: set[str] = set()
        titles = without_numbers([plain(cell.text) for cell in heads])
        for number, (cell, title) in enumerate(zip(heads, titles, strict=True), 1):
            self.level(self._new(cell, title, f"level-{number}", taken), title, cell)

    def _dimension(
        self, cell: Cell, texts: Sequence[Cell], beside: Sequence[tuple[str, Cell]], taken: set[str]
    ) -> None:
        title = plain(cell.text)
        given = next((other.text for meant, other in beside if meant == "id"), "")
        own = given or self._new(cell, title, f"dimension-{len(self.dimensions) + 1}", taken)
        dimension = self.dimension(own, title, cell)
        for meant, other in beside:
            if meant in _TEXTS and other.text:
                dimension[meant] = other.text
                self.cells["dimensions", own, meant] = other
            elif meant != "id":
                self.leave_out([other])
        self.fill(own, texts)
        for text in texts:
            self._doubt(text)

    def _new(self, cell: Cell, title: str, otherwise: str, taken: set[str]) -> str:
        own = unique_id(title, otherwise, taken)
        taken.add(own)
        if not title:
            message = say("There is no title here; the id is '%(id)s'", id=own)
            self.problems.append(cell.problem("I710", message, say("Write the title, or remove the texts")))
        elif own != unique_id(title, otherwise, ()):
            message = say("The title '%(title)s' stands here twice; the id is '%(id)s'", title=title, id=own)
            self.problems.append(cell.problem("I709", message, say("Give one of them another title")))
        return own

    def _doubt(self, cell: Cell) -> None:
        """Say of a text which of its marks mean nothing in a framework's file."""
        found = _UNLISTED.search(cell.text[: MAX_LENGTHS["text"]])
        if found:
            message = say("'%(mark)s' is kept, and shown as it stands", mark=found[0].strip())
            hint = say("Use *emphasis*, **strong**, `code` or [a link](https://…)")
            self.problems.append(cell.problem("I720", message, hint))


def outside(cells: tuple[Cell, ...], heading: Cell | None) -> Iterator[Problem]:
    """One problem for each paragraph that stands outside of a table, but for the heading that is used."""
    paragraph: list[Cell] = []
    for cell in (*cells, None):
        if paragraph and (cell is None or cell.place.line > paragraph[-1].place.line + 1):
            words = " ".join(item.text for item in paragraph)
            words = words if len(words) <= 60 else f"{words[:59].rstrip()}…"
            message = say("Text outside the table is not imported: '%(text)s'", text=words)
            yield paragraph[0].problem("I712", message)
            paragraph = []
        if cell is not None and cell != heading:
            paragraph.append(cell)
