"""Read a table that has keys, such as one that was exported, as the framework's parts."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.editing.drafts.fields import (
    DIMENSION_FIELDS,
    FRAMEWORK_FIELDS,
    GROUP_FIELDS,
    LEVEL_FIELDS,
    MAX_LENGTHS,
    UnfitError,
    put,
    value_of,
)
from generator.editing.drafts.ids import is_id, unique_id
from generator.editing.drafts.matrix import CORNER, TITLE, Matrix
from generator.editing.tables import Cell, Table
from generator.model.fields import Field
from generator.problems import Problem, did_you_mean, say

_LEVEL = {f"#{item.key}": item for item in LEVEL_FIELDS}
_DIMENSION = {f"#{item.key}": item for item in DIMENSION_FIELDS}
_FRAMEWORK = {f"##{item.key}": item for item in (*FRAMEWORK_FIELDS, *GROUP_FIELDS)}


def has_keys(table: Table) -> bool:
    """Whether a table has keys in its second row and first column."""
    return len(table.rows) > 2 and CORNER.fullmatch(table.rows[1][0].text) is not None


def read_keyed(table: Table) -> tuple[Matrix, tuple[Problem, ...]]:
    """A whole table that has keys, read by them; titles are taken from where they stand."""
    return _Keyed(table).read()


class _Keyed:
    def __init__(self, table: Table) -> None:
        self.heads, self.keys, *self.rows = table.rows
        self.problems: list[Problem] = []
        self.cells: dict[tuple[str, ...], Cell] = {}
        self.groups: dict[str, dict[str, Cell]] = {"level_groups": {}, "dimension_groups": {}}

    def read(self) -> tuple[Matrix, tuple[Problem, ...]]:
        named = CORNER.fullmatch(self.keys[0].text)
        levels, columns = self._levels()
        dimensions: list[dict[str, Any]] = []
        texts: dict[str, dict[str, str]] = {}
        facts: dict[str, Any] = {}
        titles = self._column(TITLE)
        taken: set[str] = {row[0].text for row in self.rows}
        for row in self.rows:
            key = row[0]
            if key.text in _FRAMEWORK:
                self._fact(facts, _FRAMEWORK[key.text], row)
            elif key.text in _LEVEL:
                for index, column in enumerate(columns):
                    self._put(levels[index], "levels", _LEVEL[key.text], row[column])
                self._leftover(row, {0, titles, *columns})
            elif key.text.startswith("#"):
                self._unknown(key, [*_LEVEL, *_FRAMEWORK], row[2:])
            else:
                self._dimension(row, titles, taken, dimensions, texts, columns, levels)
        groups = {name: self._listed(name, facts.pop(name, {})) for name in self.groups}
        data = {**facts, **groups, "levels": levels, "dimensions": dimensions}
        data = {name: value for name, value in {**data, "cells": texts}.items() if value}
        framework, language = named.groups() if named else (None, None)
        return Matrix(data, self.cells, framework, language), tuple(self.problems)

    def _levels(self) -> tuple[list[dict[str, Any]], list[int]]:
        levels: list[dict[str, Any]] = []
        columns: list[int] = []
        taken = {cell.text for cell in self.keys}
        seen: set[str] = set()
        for column, (head, key) in enumerate(zip(self.heads, self.keys, strict=True)):
            if column == 0 or key.text in (TITLE, *_DIMENSION):
                continue
            if key.text.startswith("#"):
                self._unknown(key, [TITLE, *_DIMENSION], [row[column] for row in self.rows])
                continue
            if not key.text and not head.text:
                self._leftover([row[column] for row in self.rows], set())
                continue
            own = self._id(key, head, f"level-{len(levels) + 1}", taken, seen)
            levels.append({"id": own, "number": len(levels) + 1, "title": head.text})
            columns.append(column)
            self._labelled(head, key, ("levels", own, "title"))
        return levels, columns

    def _dimension(
        self,
        row: Sequence[Cell],
        titles: int,
        taken: set[str],
        dimensions: list[dict[str, Any]],
        texts: dict[str, dict[str, str]],
        columns: Sequence[int],
        levels: Sequence[Mapping[str, Any]],
    ) -> None:
        title = row[titles]
        seen = {dimension["id"] for dimension in dimensions}
        own = self._id(row[0], title, f"dimension-{len(dimensions) + 1}", taken, seen)
        dimension: dict[str, Any] = {"id": own, "title": title.text}
        self._labelled(title, row[0], ("dimensions", own, "title"))
        for column, key in enumerate(self.keys):
            if key.text in _DIMENSION:
                self._put(dimension, "dimensions", _DIMENSION[key.text], row[column])
        dimensions.append(dimension)
        texts[own] = {}
        for level, column in zip(levels, columns, strict=True):
            cell = row[column]
            texts[own][level["id"]] = cell.text
            self.cells["cells", own, level["id"]] = cell

    def _id(self, key: Cell, title: Cell, otherwise: str, taken: set[str], seen: set[str]) -> str:
        """The id that a key gives; a part without one is new, and gets its id from its title."""
        if not key.text:
            own = unique_id(title.text, otherwise, taken)
            message = say("'%(title)s' has no id yet; it gets '%(id)s'", title=title.text, id=own)
            self.problems.append(key.problem("I724", message))
        else:
            own = key.text
            if not is_id(own):
                hint = say("An id has small letters, digits and single hyphens, such as 'first-steps'")
                message = say("'%(id)s' is not an id", id=own)
                self.problems.append(key.problem("I724", message, hint, "error"))
            elif own in seen:
                message = say("The id '%(id)s' stands here twice", id=own)
                hint = say("Give one of them another id, or leave its id empty")
                self.problems.append(key.problem("I724", message, hint, "error"))
        taken.add(own)
        seen.add(own)
        return own

    def _labelled(self, title: Cell, key: Cell, path: tuple[str, ...]) -> None:
        self.cells[path] = title if title.text else key

    def _fact(self, facts: dict[str, Any], item: Field, row: Sequence[Cell]) -> None:
        given = [cell for cell in row[2:] if cell.text]
        if given:
            self._put(facts, "", item, given[0])
            self._leftover(given[1:], set())

    def _put(self, data: dict[str, Any], where: str, item: Field, cell: Cell) -> None:
        if not cell.text:
            return
        try:
            value = value_of(cell.text, item.kind)
        except UnfitError as error:
            message = say("This cannot be read as '%(key)s': '%(text)s'", key=item.key, text=cell.text[:60])
            self.problems.append(cell.problem("I723", message, error.message, "error"))
            return
        if item.kind == "group":
            self.groups["level_groups" if where == "levels" else "dimension_groups"].setdefault(value, cell)
        put(data, item.path, value)
        if where:
            self.cells[(where, data["id"], *item.path)] = cell
        else:
            self.cells[item.path] = cell

    def _listed(self, name: str, said: Mapping[str, Mapping[str, str]]) -> list[dict[str, str]]:
        """Groups in their own order, then those that only stand with what is in them."""
        listed, summaries = said.get("title", {}), said.get("summary", {})
        found: list[dict[str, str]] = []
        for group in dict.fromkeys((*listed, *summaries, *self.groups[name])):
            beside = self.groups[name].get(group)
            title = listed.get(group) or (beside.text.partition(": ")[2] if beside else "") or group
            if beside and beside.text not in (group, f"{group}: {title}"):
                message = say("Here '%(group)s' has another title than where groups are listed", group=group)
                self.problems.append(beside.problem("I729", message, say("The title in that list counts")))
            found.append({"id": group, "title": title})
            if group in summaries:
                found[-1]["summary"] = summaries[group]
        return found

    def _column(self, key: str) -> int:
        return next((column for column, cell in enumerate(self.keys) if cell.text == key), 1)

    def _unknown(self, key: Cell, known: list[str], cells: Sequence[Cell]) -> None:
        message = say("No field has the key '%(key)s'; what stands there is not imported", key=key.text)
        self.problems.append(key.problem("I722", message, did_you_mean(key.text, known)))
        self._leftover(cells, set())

    def _leftover(self, cells: Sequence[Cell], used: set[int]) -> None:
        self.problems += [
            problem for index, cell in enumerate(cells) if index not in used for problem in not_imported(cell)
        ]


def not_imported(cell: Cell) -> Iterator[Problem]:
    """What is said of a text that has no place in the result."""
    if cell.text:
        yield cell.problem(
            "I707", say("This text has no place, and is not imported: '%(text)s'", text=cell.text)
        )


def too_long(cell: Cell, kind: str) -> Iterator[Problem]:
    """What is said of a text that is longer than a framework's file allows."""
    limit = MAX_LENGTHS.get(kind, 0)
    if limit and len(cell.text) > limit:
        message = say(
            "The text has %(length)s characters; %(limit)s are allowed", length=len(cell.text), limit=limit
        )
        yield cell.problem("I711", message, say("Shorten it, or part it"), "error")
