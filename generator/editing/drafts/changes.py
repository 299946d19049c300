"""Compare a table with a framework's file, and write into the file what the table says otherwise.

A change touches one scalar; comments, order, quotes and line ends of all else stay as they are.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.editing.drafts.fields import LISTS, by_position, put, value_at
from generator.editing.drafts.matrix import Matrix
from generator.editing.tables import Cell
from generator.editing.yaml import quoted, scalar
from generator.load.scalars import Extent, extents, replaced
from generator.load.tree import Path, read_tree
from generator.problems import Place, Problem, did_you_mean, say


@dataclass(frozen=True)
class ValueChange:
    """A value of the file, by its path in it, that the table gives another one for."""

    path: Path
    old: Any
    new: Any


def matched(matrix: Matrix, data: Mapping[str, Any]) -> tuple[Matrix, tuple[Problem, ...]]:
    """A table without keys, with the ids of the framework's own levels and dimensions of the same titles."""
    names: dict[tuple[str, str], str] = {}
    problems: list[Problem] = []
    for kind in LISTS:
        titles = {item["title"].casefold(): item["id"] for item in data.get(kind, [])}
        for item in matrix.data.get(kind, []):
            found = titles.get(item["title"].casefold())
            if found is None:
                cell = matrix.cells[kind, item["id"], "title"]
                message = say("The framework has nothing with the title '%(title)s'", title=item["title"])
                known = [item["title"] for item in data.get(kind, [])]
                problems.append(cell.problem("I725", message, did_you_mean(item["title"], known), "error"))
            names[kind, item["id"]] = found or item["id"]
    return _renamed(matrix, names), tuple(problems)


def _renamed(matrix: Matrix, names: Mapping[tuple[str, str], str]) -> Matrix:
    data = dict(matrix.data)
    for kind in LISTS:
        data[kind] = [{**item, "id": names[kind, item["id"]]} for item in data.get(kind, [])]
    data["cells"] = {
        names["dimensions", row]: {names["levels", level]: text for level, text in texts.items()}
        for row, texts in matrix.data.get("cells", {}).items()
    }
    cells = {_own(path, names): cell for path, cell in matrix.cells.items()}
    return replace(matrix, data=data, cells=cells)


def _own(path: tuple[str, ...], names: Mapping[tuple[str, str], str]) -> tuple[str, ...]:
    if path[0] == "cells":
        return "cells", names["dimensions", path[1]], names["levels", path[2]]
    return (path[0], names[path[0], path[1]], *path[2:]) if path[0] in LISTS else path


def differences(
    matrix: Matrix, data: Mapping[str, Any], held: Matrix | None = None
) -> tuple[tuple[ValueChange, ...], tuple[Problem, ...]]:
    """Every value of a framework's file that a table says otherwise, and what cannot be changed in place.

    `held` is what the table said when it was exported, if it still says that.
    """
    found = _Differences(data)
    for path, cell in matrix.cells.items():
        found.compare(path, value_at(matrix.data, by_position(matrix.data, path) or ()), cell)
    for kind in LISTS:
        given = {item["id"] for item in matrix.data.get(kind, [])}
        known = None if held is None else {item["id"] for item in held.data.get(kind, [])}
        for item in data.get(kind, []):
            if item["id"] not in given and matrix.cells:
                is_younger = known is not None and item["id"] not in known
                found.absent(kind, item["id"], next(iter(matrix.cells.values())), is_younger=is_younger)
    if held is not None and matrix.cells:
        file = next(iter(matrix.cells.values())).place.file
        for name in sorted(_fields(held) - _fields(matrix, empty=True)):
            message = say("'%(key)s' is not in the table; the file keeps it", key=".".join(name))
            found.problems.append(Problem("I725", Place(file), message, None, "warning"))
    return tuple(found.changes), tuple(found.problems)


def _fields(matrix: Matrix, *, empty: bool = False) -> set[tuple[str, ...]]:
    """The columns and rows of a table that say something of levels, dimensions and the framework itself."""
    filled = (path for path, cell in matrix.cells.items() if (cell.text or empty) and path[0] != "cells")
    return {(path[0], *path[2:]) if path[0] in LISTS else path for path in filled}


class _Differences:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.changes: list[ValueChange] = []
        self.problems: list[Problem] = []
        self.told: set[tuple[str, ...]] = set()

    def compare(self, path: tuple[str, ...], new: Any, cell: Cell) -> None:
        where = by_position(self.data, path)
        if where is None or (path[0] == "cells" and path[1] not in self.data.get("cells", {})):
            self._by_hand(path[:2] if path[0] in LISTS else path, cell)
            return
        old = value_at(self.data, where)
        if isinstance(new, dict) or isinstance(old, dict):
            self._items(path, where, old or {}, new or {}, cell)
        elif old != new and not (isinstance(new, list) and list(old or ()) == new):
            if new in (None, ""):
                name = ".".join(path)
                message = say("The table has no text for %(name)s; the file keeps its own", name=name)
                self.problems.append(cell.problem("I725", message))
            elif old is None or isinstance(new, list):
                self._by_hand(path, cell)
            else:
                self.changes.append(ValueChange(where, old, new))

    def absent(self, kind: str, own: str, first: Cell, *, is_younger: bool) -> None:
        message = say("'%(id)s' (%(kind)s) is not in the table; the file keeps it", id=own, kind=kind)
        if is_younger:
            # Nobody took it out of the table: it was renamed, or put into the file, when that was there.
            hint = say("It has this id since the table was exported: export it again, and change that one")
        elif kind == "levels":
            hint = say("To take it away: atlas level remove %(name)s", name=f"{self.data['id']}/{own}")
        else:
            hint = say("To take it away, remove it by hand in the framework's file")
        self.problems.append(Problem("I725", Place(first.place.file), message, hint, "warning"))

    def _items(self, path: tuple[str, ...], where: Path, old: Any, new: Any, cell: Cell) -> None:
        for key in {**old, **new}:
            if key not in old or key not in new:
                self._by_hand((*path, key), cell)
            elif old[key] != new[key]:
                self.changes.append(ValueChange((*where, key), old[key], new[key]))

    def _by_hand(self, path: tuple[str, ...], cell: Cell) -> None:
        if path not in self.told:
            self.told.add(path)
            message = say("%(name)s differs in a way that is not updated", name=".".join(path))
            hint = say("Add, remove or change it by hand in the framework's file")
            self.problems.append(cell.problem("I725", message, hint))


class UnchangedError(Exception):
    """The text could not be changed without touching more than was asked for."""


def changed(content: bytes, file: str, changes: Sequence[ValueChange]) -> bytes:
    """A file with other values in the places of those that changed, and nothing else other than it was.

    Raises UnchangedError where the result would not be read as exactly that.
    """
    text = content.decode("utf-8-sig")
    tree = read_tree(content, file)
    where = extents(text)
    edits = []
    for change in changes:
        place, key = tree.positions.values.get(change.path), tree.positions.keys.get(change.path)
        if place is None or key is None or place not in where:
            raise UnchangedError(".".join(map(str, change.path)))
        extent = where[place]
        edits.append((extent, _in_place(text, extent, place[1], key[1], change.new)))
    result = replaced(content, edits)
    expected = tree.value
    for change in changes:
        new = change.new
        put(expected, change.path, new.isoformat() if isinstance(new, datetime.date) else new)
    if read_tree(result, file).value != expected:
        raise UnchangedError(file)
    return result


def _in_place(text: str, extent: Extent, column: int, indent: int, value: Any) -> str:
    """The scalar that takes another one's place; a comment behind that stays behind this."""
    head, _, _ = text[extent.start : extent.end].partition("\n")
    head = head.rstrip("\r")
    comment = head[head.index("#") :] if extent.block and "#" in head else ""
    line_end = text.find("\n", extent.end)
    behind = text[extent.end : line_end if line_end >= 0 else len(text)].strip()
    first, *rest = scalar(value, " " * (indent - 1), column - 1)
    if behind and rest:
        first, rest = quoted(str(value)), []
    if isinstance(value, str) and first == value and (comment or behind.startswith("#")):
        first = quoted(value)  # without quotes a comment behind a text looks like a part of it
    newline = "\r\n" if "\r\n" in text else "\n"
    return newline.join([f"{first} {comment}".rstrip() if comment else first, *rest])


def described(change: ValueChange, data: Mapping[str, Any]) -> Iterator[str]:
    """A change as two lines, after its path by ids."""
    steps: list[str] = []
    here: Any = data
    for step in change.path:
        here = value_at(here, (step,))
        steps.append(here["id"] if isinstance(step, int) else str(step))
    yield ".".join(steps)
    yield f"  - {_shown(change.old)}"
    yield f"  + {_shown(change.new)}"


def _shown(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else "" if value is None else str(value)
