"""Lay practices and target profiles out as tables of their own, a row for each, and read them back.

Their keys are those of the matrix: names of fields behind a `#`, ids, and in the corner what the rows are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from generator.editing.drafts.changes import ValueChange
from generator.editing.drafts.fields import PART_FIELDS, PARTS, cell_of, marked, value_at
from generator.editing.drafts.importing import Imported, cleaned, unfit
from generator.editing.drafts.keyed import Keyed
from generator.editing.drafts.keys import from_keys, has_keys, keys_gone
from generator.editing.drafts.matrix import PART, TITLE, Matrix, Words
from generator.editing.tables import Cell, Sheet, Table, UnreadableTableError, whole
from generator.model import Framework, Practice, Profile, Record
from generator.model.fields import Field, Shown
from generator.model.levels import Effort
from generator.problems import Problem, did_you_mean, errors, in_order, say

_NAMES = {"practices": say("Practices"), "profiles": say("Target profiles")}
_RECORDS: Mapping[str, type[Record]] = {"practices": Practice, "profiles": Profile}
_NAMED = {"dimension": "dimensions", "level": "levels", "targets": "levels"}
"""Of fields that name a part of the matrix, the list that it is in."""
_WIDE = {"practices": 6, "profiles": 2}


def part_sheets(framework: Framework, language: str, words: Words, *, empty: bool) -> Iterator[Sheet]:
    """The tables beside a framework's matrix; on demand one without a row too, to write in."""
    data = framework.model_dump(by_alias=True)
    titles = {name: {item["id"]: item["title"] for item in data[name]} for name in ("levels", "dimensions")}
    for kind in PARTS:
        records = data[kind]
        if not records and (not empty or (kind == "profiles" and not framework.dimensions)):
            continue
        fields = PART_FIELDS[kind]
        heads = [words(item.head) for item in fields]
        if kind == "profiles":
            fields += tuple(_target(own) for own in titles["dimensions"])
            heads += [marked(title) for title in titles["dimensions"].values()]
        rows = [
            [words(say("Id")), *heads],
            [f"#{framework.id}/{language}/{kind}", *(f"#{item.key}" for item in fields)],
        ]
        for record in records:
            rows.append([record["id"], *(_text(record, item, titles) for item in fields)])
        yield Sheet(rows, words(_NAMES[kind]), _WIDE[kind] - 1)


def _target(dimension: str) -> Field:
    path = ("targets", dimension)
    return Field(path, path, "group", Shown(say("Level")), required=False)


def _text(record: Mapping[str, Any], item: Field, titles: Mapping[str, Mapping[str, str]]) -> str:
    return cell_of(value_at(record, item.path), item.kind, titles.get(_NAMED.get(item.path[0], ""), {}))


@dataclass(frozen=True)
class Listed:
    """What the tables beside a matrix say, as a matrix without levels, and which fields they speak of."""

    matrix: Matrix = field(default_factory=lambda: Matrix({}))
    fields: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def with_matrix(self, matrix: Matrix) -> Matrix:
        """Put all together."""
        data, cells = {**matrix.data, **self.matrix.data}, {**matrix.cells, **self.matrix.cells}
        return replace(matrix, data=data, cells=cells)


def only_parts(beside: tuple[Table, ...]) -> Imported:
    """What a file gives that has no matrix: whose practices or profiles they are."""
    found = (PART.fullmatch(cell.text) for table in beside for row in table.rows for cell in row)
    named = next(match for match in found if match)
    return Imported(Matrix({}, {}, named[1], named[2]), (), has_keys=True)


def read_parts(imported: Imported, main: Matrix, data: Mapping[str, Any]) -> Listed:
    """Read them; levels and dimensions are named by ids or titles, of the matrix or the framework's file."""
    known = {
        name: _named_by([*data.get(name, ()), *main.data.get(name, ())]) for name in ("levels", "dimensions")
    }
    records: dict[str, Any] = {}
    fields: dict[str, tuple[tuple[str, ...], ...]] = {}
    cells: dict[tuple[str, ...], Cell] = {}
    told: list[Problem] = []
    named: tuple[str | None, str | None] = (main.framework, main.language)
    for table in imported.beside:
        table, found = from_keys(cleaned(table), PART)
        here = (
            problem for problem in imported.of_file if table.name and problem.place.file == table.place.file
        )
        told += [*found, *here, *keys_gone(table, PART)]
        if not has_keys(table, PART):
            continue
        try:
            table, found = whole(table)
        except UnreadableTableError as error:
            told.append(error.problem)
            continue
        reader = _Rows(table, known)
        framework, language, kind = reader.names
        if kind in records or named not in ((None, None), (framework, language)):
            message = say("These are '%(kind)s' of another framework, or stand here twice", kind=kind)
            told.append(table.rows[1][0].problem("I737", message, None, "error"))
            continue
        named = framework, language
        records[kind], fields[kind] = reader.read(), tuple(item.path for item in reader.columns.values())
        cells |= reader.cells
        told += [*found, *reader.problems]
    matrix = Matrix(records, cells, *named)
    return Listed(matrix, fields, in_order([*told, *unfit(matrix)]))


def _named_by(items: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """Map titles and ids in small letters to ids; where one part's title is another's id, the id counts."""
    titles = {
        words.casefold(): item["id"]
        for item in items
        for words in (item["title"], f"{item.get('number', '')}. {item['title']}")
    }
    return titles | {item["id"]: item["id"] for item in items}


class _Rows(Keyed):
    """The rows of one table, a record each."""

    def __init__(self, table: Table, known: Mapping[str, Mapping[str, str]]) -> None:
        super().__init__(table)
        found = PART.fullmatch(self.keys[0].text)
        assert found is not None
        self.names = found[1], found[2], found[3]
        self.known = known
        targets = tuple(map(_target, dict.fromkeys(known["dimensions"].values()))) * (found[3] == "profiles")
        fields = {f"#{item.key}": item for item in (*PART_FIELDS[found[3]], *targets)}
        self.columns = {at: fields[key.text] for at, key in enumerate(self.keys) if key.text in fields}
        for at, key in enumerate(self.keys[1:], 1):
            below = [self.heads[at], *(row[at] for row in self.rows)]
            if key.text and at not in self.columns:
                self.unknown(key, [*fields], below)
            elif not key.text:
                self.leave_out(below)

    def read(self) -> list[dict[str, Any]]:
        """Every row as a record, in the order of the model's fields."""
        kind, records = self.names[2], list[dict[str, Any]]()
        titles = next((at for at, key in enumerate(self.keys) if key.text == TITLE), 0)
        taken = {row[0].text for row in self.rows}
        for row in self.rows:
            own = self.own_id(row[0], row[titles], f"{kind}-{len(records) + 1}", taken, records)
            record: dict[str, Any] = {"id": own}
            records.append(record)
            for at, item in self.columns.items():
                if item.kind == "group":
                    self._name(record, item, row[at])
                else:
                    self._plain(record, item, row[at])
            needed = [item for item in self.columns.values() if item.required]
            missing = [item.key for item in needed if item.key not in record]
            if kind == "profiles" and "targets" not in record:
                missing.append("targets")
            if missing and not errors(self.problems):
                message = say("'%(id)s' has nothing for: %(keys)s", id=own, keys=", ".join(missing))
                hint = say("Write it, or take the whole row away")
                self.problems.append(row[0].problem("I723", message, hint, "error"))
        order = [*_RECORDS[kind].model_fields]
        return [dict(sorted(record.items(), key=lambda item: order.index(item[0]))) for record in records]

    def _plain(self, record: dict[str, Any], item: Field, cell: Cell) -> None:
        if item.kind == "word" and cell.text and cell.text not in get_args(Effort):
            self._unfit(item, cell, get_args(Effort))
        else:
            self.put(record, self.names[2], item, cell)

    def _name(self, record: dict[str, Any], item: Field, cell: Cell) -> None:
        """Take the name of a level or dimension: 'id: title', or one of them."""
        known = self.known[_NAMED[item.path[0]]]
        words = cell.text.casefold()
        found = known.get(words) or known.get(words.partition(":")[0])
        if cell.text and not found:
            self._unfit(item, cell, list(dict.fromkeys(known.values())))
        else:
            self.put(record, self.names[2], replace(item, kind="name"), replace(cell, text=found or ""))

    def _unfit(self, item: Field, cell: Cell, known: Sequence[str]) -> None:
        message = say("This cannot be read as '%(key)s': '%(text)s'", key=item.key, text=cell.text[:60])
        self.problems.append(cell.problem("I723", message, did_you_mean(cell.text, known), "error"))


def differing(data: Mapping[str, Any], listed: Listed) -> Iterator[ValueChange]:
    """Every field of what is in the file that a table has a column for and says otherwise of."""
    for kind, rows in listed.matrix.data.items():
        table = {row["id"]: row for row in rows}
        for place, item in enumerate(data.get(kind, ())):
            for path in listed.fields[kind] if item["id"] in table else ():
                old, new = (value_at(one, path) or None for one in (item, table[item["id"]]))
                if old != new:
                    yield ValueChange((kind, place, *path), old, new)


def rows_gone(data: Mapping[str, Any], listed: Listed) -> tuple[str, ...]:
    """The ids of what a table that is there has no more."""
    return tuple(
        item["id"]
        for kind, rows in listed.matrix.data.items()
        for item in data.get(kind, ())
        if item["id"] not in {row["id"] for row in rows}
    )
