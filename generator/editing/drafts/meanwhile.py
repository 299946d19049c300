"""Leave alone what changed in a framework's file since its table was exported, where the table did not."""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

from generator.editing.drafts.fields import LISTS, by_position, put, value_at
from generator.editing.drafts.importing import Imported, import_table
from generator.editing.drafts.keys import parted
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.plain import Reading
from generator.editing.drafts.records import Listed, only_parts
from generator.editing.tables import Cell, TableFile
from generator.editing.tables.exported import ConflictError, conflict, joined, same, stays
from generator.problems import Problem

Said = tuple[Matrix, Listed]
"""What a table says: the matrix, and the lists beside it."""
_Items = Sequence[Mapping[str, Any]]


def as_exported(file: TableFile) -> Imported | None:
    """What a workbook held when it was exported, where it still says that."""
    kept, beside = parted(TableFile(file.exported))
    if not kept.tables and not beside:
        return None
    found = import_table(kept, 1, Reading()) if kept.tables else only_parts(beside)
    return replace(found, beside=beside)


def meanwhile(said: Said, held: Said, data: Mapping[str, Any]) -> tuple[Said, tuple[Problem, ...]]:
    """What a table says of a file as it is by now; `held` is what it said when it was exported."""
    work = _Meanwhile(data)
    matrix = work.matrix(said[0], held[0])
    listed = work.listed(said[1], held[1])
    return (matrix, listed), tuple(work.problems)


class _Meanwhile:
    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.problems: list[Problem] = []

    def matrix(self, matrix: Matrix, held: Matrix) -> Matrix:
        result, cells = deepcopy(dict(matrix.data)), dict(matrix.cells)
        for kind in LISTS:
            there, before = _ids(self.data, kind), _ids(held.data, kind)
            for own in [own for own in _ids(result, kind) if own in before and own not in there]:
                mine = [path for path in cells if _is_about(path, kind, own)]
                touched = [one for one in mine if not same(_value(matrix.data, one), _value(held.data, one))]
                self._lost(cells[(*touched, (kind, own, "title"))[0]], bool(touched))
                for path in mine:
                    del cells[path]
                result[kind] = [item for item in result[kind] if item["id"] != own]
            result |= {kind: _in_order(result[kind], before, there)} if kind in result else {}
        for path, cell in cells.items():
            if self._is_there(path):
                values = (_value(one, path) for one in (matrix.data, held.data, self.data))
                _set(result, by_position(result, path) or path, self._joined(cell, *values))
        return replace(matrix, data=result, cells=cells)

    def _is_there(self, path: tuple[str, ...]) -> bool:
        """Whether the file has what a path is about; what is new in the table stays as it is."""
        if path[0] == "cells":
            return path[1] in _ids(self.data, "dimensions") and path[2] in _ids(self.data, "levels")
        return by_position(self.data, path) is not None

    def listed(self, listed: Listed, held: Listed) -> Listed:
        kinds = {
            kind: self._rows(kind, rows, held.matrix.data.get(kind, ()), listed)
            for kind, rows in listed.matrix.data.items()
        }
        return replace(listed, matrix=replace(listed.matrix, data=kinds))

    def _rows(self, kind: str, rows: _Items, held: _Items, listed: Listed) -> list[dict[str, Any]]:
        before, there = ({item["id"]: item for item in items} for items in (held, self.data.get(kind, ())))
        fields, cells, result = listed.fields[kind], listed.matrix.cells, list[dict[str, Any]]()
        for row in rows:
            own, new = row["id"], deepcopy(dict(row))
            old = before.get(own, {})
            if own in before and own not in there:
                touched = not all(same(value_at(row, path), value_at(old, path)) for path in fields)
                self._lost(cells[kind, own, "title"], touched)
                continue
            for path in fields if own in there else ():
                cell = cells.get((kind, own, *path), cells[kind, own, "title"])
                _set(new, path, self._joined(cell, *(value_at(one, path) for one in (row, old, there[own]))))
            result.append(new)
        mine = [row["id"] for row in rows]
        result += [dict(item) for own, item in there.items() if own not in mine and own not in before]
        return _in_order(result, list(before), list(there))

    def _joined(self, cell: Cell, here: Any, was: Any, there: Any) -> Any:
        try:
            value = joined(here, was, there)
        except ConflictError:
            self.problems.append(conflict(cell, "I725", there))
            return here
        if same(here, was) and not same(was, there):
            self.problems.append(stays(cell, "I725"))
        return value

    def _lost(self, cell: Cell, touched: bool) -> None:
        self.problems.append(conflict(cell, "I725", None) if touched else stays(cell, "I725"))


def _in_order(items: _Items, before: Sequence[str], there: Sequence[str]) -> list[Any]:
    """The order of the file, unless the table has been sorted; what is new stands behind what it follows."""
    order = [item["id"] for item in items]
    known = [own for own in order if own in before and own in there]
    if known != [own for own in before if own in known]:
        return list(items)
    result = [own for own in there if own in order]
    for place, own in enumerate(order):
        if own not in there:
            result.insert(result.index(order[place - 1]) + 1 if place else 0, own)
    return sorted(items, key=lambda item: result.index(item["id"]))


def _is_about(path: tuple[str, ...], kind: str, own: str) -> bool:
    return path[:2] == (kind, own) or (path[0] == "cells" and path[1 if kind == "dimensions" else 2] == own)


def _ids(data: Mapping[str, Any], kind: str) -> list[str]:
    return [item["id"] for item in data.get(kind, ())]


def _value(data: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    return value_at(data, by_position(data, path) or path)


def _set(data: dict[str, Any], path: Iterable[str | int], value: Any) -> None:
    path = tuple(path)
    if value is not None:
        put(data, path, value)
    elif isinstance(parent := value_at(data, path[:-1]), dict):
        parent.pop(path[-1], None)
