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
from generator.editing.drafts.matrix import CORNER, TITLE, Matrix, Parts
from generator.editing.ids import is_id, unique_id
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


class _Keyed(Parts):
    def __init__(self, table: Table) -> None:
        super().__init__()
        self.heads, self.keys, *self.rows = table.rows
        self.groups: dict[str, dict[str, Cell]] = {"level_groups": {}, "dimension_groups": {}}

    def read(self) -> tuple[Matrix, tuple[Problem, ...]]:
        columns = self._levels()
        facts: dict[str, Any] = {}
        titles = next((column for column, cell in enumerate(self.keys) if cell.text == TITLE), 1)
        taken: set[str] = {row[0].text for row in self.rows}
        for row in self.rows:
            key = row[0].text
            if key in _FRAMEWORK:
                self._fact(facts, _FRAMEWORK[key], row)
            elif key in _LEVEL:
                for level, column in zip(self.levels, columns, strict=True):
                    self._put(level, "levels", _LEVEL[key], row[column])
                others = {*range(1, len(row))} - {titles, *columns}
                self.leave_out(row[column] for column in sorted(others))
            elif key.startswith("#"):
                self._unknown(row[0], [*_LEVEL, *_FRAMEWORK], row[2:])
            else:
                self._dimension(row, row[titles], taken, [row[column] for column in columns])
        groups = {name: self._listed(name, facts.pop(name, {})) for name in self.groups}
        named = CORNER.fullmatch(self.keys[0].text)
        matrix = self.matrix({**facts, **groups}, *(named.groups() if named else ()))
        return matrix, tuple(self.problems)

    def _levels(self) -> list[int]:
        columns: list[int] = []
        taken = {cell.text for cell in self.keys}
        for column, (head, key) in enumerate(zip(self.heads, self.keys, strict=True)):
            below = [row[column] for row in self.rows]
            if column == 0 or key.text in (TITLE, *_DIMENSION):
                continue
            if key.text.startswith("#"):
                self._unknown(key, [TITLE, *_DIMENSION], below)
            elif not key.text and not head.text:
                self.leave_out(below)
            else:
                own = self._id(key, head, f"level-{len(columns) + 1}", taken, self.levels)
                self.level(own, head.text, head if head.text else key)
                columns.append(column)
        return columns

    def _dimension(self, row: Sequence[Cell], title: Cell, taken: set[str], texts: Sequence[Cell]) -> None:
        own = self._id(row[0], title, f"dimension-{len(self.dimensions) + 1}", taken, self.dimensions)
        dimension = self.dimension(own, title.text, title if title.text else row[0])
        for key, cell in zip(self.keys, row, strict=True):
            if key.text in _DIMENSION:
                self._put(dimension, "dimensions", _DIMENSION[key.text], cell)
        self.fill(own, texts)

    def _id(
        self, key: Cell, title: Cell, otherwise: str, taken: set[str], before: Sequence[Mapping[str, Any]]
    ) -> str:
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
            elif any(item["id"] == own for item in before):
                message = say("The id '%(id)s' stands here twice", id=own)
                hint = say("Give one of them another id, or leave its id empty")
                self.problems.append(key.problem("I724", message, hint, "error"))
        taken.add(own)
        return own

    def _fact(self, facts: dict[str, Any], item: Field, row: Sequence[Cell]) -> None:
        given = [cell for cell in row[2:] if cell.text]
        if given:
            self._put(facts, "", item, given[0])
            self.leave_out(given[1:])

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
        self.cells[(where, data["id"], *item.path) if where else item.path] = cell

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

    def _unknown(self, key: Cell, known: list[str], cells: Sequence[Cell]) -> None:
        message = say("No field has the key '%(key)s'; what stands there is not imported", key=key.text)
        self.problems.append(key.problem("I722", message, did_you_mean(key.text, known)))
        self.leave_out(cells)


def too_long(cell: Cell, kind: str) -> Iterator[Problem]:
    """What is said of a text that is longer than a framework's file allows."""
    limit = MAX_LENGTHS.get(kind, 0)
    if limit and len(cell.text) > limit:
        message = say(
            "The text has %(length)s characters; %(limit)s are allowed", length=len(cell.text), limit=limit
        )
        yield cell.problem("I711", message, say("Shorten it, or part it"), "error")
