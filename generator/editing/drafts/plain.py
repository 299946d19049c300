"""Read a table that somebody made by hand as levels, dimensions and cells."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from generator.editing.drafts.fields import DIMENSION_FIELDS, MAX_LENGTHS
from generator.editing.drafts.ids import unique_id
from generator.editing.drafts.keyed import not_imported
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.orientation import Guess, Side, levels_of, without_numbers
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


class _Plain:
    def __init__(self, table: Table, heads: Mapping[str, str]) -> None:
        self.table, self.heads = table, heads
        self.problems: list[Problem] = []
        self.cells: dict[tuple[str, ...], Cell] = {}

    def read(self) -> tuple[Matrix, tuple[Problem, ...]]:
        head, *rows = self.table.rows
        beside = {column: meant for column, cell in enumerate(head) if (meant := _meaning(cell, self.heads))}
        titles = next(column for column in range(len(head)) if column not in beside)
        columns = [column for column in range(titles + 1, len(head)) if column not in beside]
        levels = self._levels([head[column] for column in columns], [row[titles] for row in rows])
        dimensions: list[dict[str, Any]] = []
        texts: dict[str, dict[str, str]] = {}
        used: set[str] = {row[column].text for row in rows for column, name in beside.items() if name == "id"}
        for row in rows:
            meant = _meaning(row[titles], self.heads)
            if meant in ("summary", "subtitle"):
                for level, column in zip(levels, columns, strict=True):
                    self._text(level, ("levels", level["id"], meant), row[column])
                self._beside(row, {titles, *columns})
                continue
            own = self._dimension(row, titles, beside, used, dimensions)
            texts[own] = {}
            for level, column in zip(levels, columns, strict=True):
                self._text(texts[own], ("cells", own, level["id"]), row[column])
        data = {"levels": levels, "dimensions": dimensions, "cells": texts}
        return Matrix({name: value for name, value in data.items() if value}, self.cells), tuple(
            self.problems
        )

    def _levels(self, heads: list[Cell], below: list[Cell]) -> list[dict[str, Any]]:
        titles = without_numbers([plain(cell.text) for cell in heads])
        levels: list[dict[str, Any]] = []
        taken: set[str] = set()
        for number, (cell, title) in enumerate(zip(heads, titles, strict=True), 1):
            own = self._new(cell, title, f"level-{number}", taken)
            levels.append({"id": own, "number": number, "title": title})
            self.cells["levels", own, "title"] = cell
        return levels

    def _dimension(
        self,
        row: tuple[Cell, ...],
        titles: int,
        beside: Mapping[int, str],
        taken: set[str],
        dimensions: list[dict[str, Any]],
    ) -> str:
        cell = row[titles]
        title = plain(cell.text)
        given = next((row[column].text for column, meant in beside.items() if meant == "id"), "")
        own = given or self._new(cell, title, f"dimension-{len(dimensions) + 1}", taken)
        dimension: dict[str, Any] = {"id": own, "title": title}
        self.cells["dimensions", own, "title"] = cell
        for column, meant in beside.items():
            if meant in _TEXTS and row[column].text:
                dimension[meant] = row[column].text
                self.cells["dimensions", own, meant] = row[column]
            elif meant != "id":
                self.problems += not_imported(row[column])
        dimensions.append(dimension)
        return own

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

    def _text(self, data: dict[str, Any], path: tuple[str, ...], cell: Cell) -> None:
        data[path[-1]] = cell.text
        self.cells[path] = cell
        found = _UNLISTED.search(cell.text[: MAX_LENGTHS["text"]])
        if found:
            message = say("'%(mark)s' is kept, and shown as it stands", mark=found[0].strip())
            hint = say("Use *emphasis*, **strong**, `code` or [a link](https://…)")
            self.problems.append(cell.problem("I720", message, hint))

    def _beside(self, row: tuple[Cell, ...], used: set[int]) -> None:
        for index, cell in enumerate(row):
            if index not in used:
                self.problems += not_imported(cell)


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
