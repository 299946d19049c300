"""Read a table that has keys, such as one that was exported, as the framework's parts."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from generator.editing.drafts.fields import UnfitError, put, value_of
from generator.editing.drafts.keys import DIMENSION_KEYS, FRAMEWORK_KEYS, LEVEL_KEYS
from generator.editing.drafts.known_words import ROLES, Role, is_total_word, role_of
from generator.editing.drafts.matrix import CORNER, TITLE, Matrix, Parts
from generator.editing.ids import is_id, unique_id
from generator.editing.tables import Cell, Table
from generator.model.fields import Field
from generator.problems import Message, Problem, did_you_mean, say
from generator.text import plain

_OUTSIDE: tuple[Role, ...] = ("none",)
_BESIDE: tuple[Role, ...] = tuple(role for role in ROLES if role != "level")
"""What a column without a key is, when it is no new level; of a row most such titles name a dimension."""


def read_keyed(table: Table, given: Mapping[str, Role]) -> tuple[Matrix, tuple[Problem, ...]]:
    """A whole table that has keys, read by them; titles are taken from where they stand.

    `given` says what columns and rows without a key are, by their titles in small letters.
    """
    return _Matrix(table, given).read()


class Keyed(Parts):
    """Collects what a table with keys says, by them."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self.heads, self.keys, *self.rows = table.rows
        self.groups: dict[str, dict[str, Cell]] = {"level_groups": {}, "dimension_groups": {}}

    def own_id(
        self, key: Cell, title: Cell, otherwise: str, taken: set[str], before: Sequence[Mapping[str, Any]]
    ) -> str:
        """The id that a key gives; a part without one is new, and gets its id from its title."""
        if not key.text:
            own = unique_id(title.text, otherwise, taken)
            message = say("'%(title)s' has no id yet; it gets '%(id)s'", title=title.text, id=own)
            self.problems.append(key.problem("I724", message, self.way_out(title)))
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

    def way_out(self, title: Cell) -> Message | None:
        """Say what to do where something new is no part of the framework; None where nothing can be done."""
        return None

    def put(self, data: dict[str, Any], where: str, item: Field, cell: Cell) -> None:
        """Take the value of a cell; a text that is none is an error."""
        path = (where, data["id"], *item.path) if where else item.path
        if not cell.text:
            self.cells[path] = cell
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
        self.cells[path] = cell

    def unknown(self, key: Cell, known: list[str], cells: Sequence[Cell]) -> None:
        """Say that no field has a key, and which texts are left out with it."""
        message = say("No field has the key '%(key)s'; what stands there is not imported", key=key.text)
        self.problems.append(key.problem("I722", message, did_you_mean(key.text, known)))
        self.leave_out(cells)


class _Matrix(Keyed):
    def __init__(self, table: Table, given: Mapping[str, Role]) -> None:
        super().__init__(table)
        self.given = given

    def way_out(self, title: Cell) -> Message | None:
        """Say how to keep a new column or row out."""
        return say("If it is no part of the framework, say so with --as '%(title)s=none'", title=title.text)

    def _is_remark(self, title: Cell, others: Collection[Role]) -> bool:
        """Say whether what somebody put in is none of the framework, by its title or as it is said to be."""
        words = " ".join(plain(title.text).split())
        role = self.given.get(words.casefold()) or role_of(words)
        return role in others or (role is None and is_total_word(words))

    def read(self) -> tuple[Matrix, tuple[Problem, ...]]:
        columns = self._levels()
        facts: dict[str, Any] = {}
        titles = next((column for column, cell in enumerate(self.keys) if cell.text == TITLE), 1)
        taken: set[str] = {row[0].text for row in self.rows}
        for row in self.rows:
            key = row[0].text
            if key in FRAMEWORK_KEYS:
                self._fact(facts, FRAMEWORK_KEYS[key], row)
            elif key in LEVEL_KEYS:
                for level, column in zip(self.levels, columns, strict=True):
                    self.put(level, "levels", LEVEL_KEYS[key], row[column])
                others = {*range(1, len(row))} - {titles, *columns}
                self.leave_out(row[column] for column in sorted(others))
            elif key.startswith("#"):
                self.unknown(row[0], [*LEVEL_KEYS, *FRAMEWORK_KEYS], row[2:])
            elif not key and self._is_remark(row[titles], _OUTSIDE):
                self.leave_out(row)
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
            if column == 0 or key.text in (TITLE, *DIMENSION_KEYS):
                continue
            if key.text.startswith("#"):
                self.unknown(key, [TITLE, *DIMENSION_KEYS], below)
            elif not key.text and (not head.text or self._is_remark(head, _BESIDE)):
                self.leave_out((head, *below))
            else:
                own = self.own_id(key, head, f"level-{len(columns) + 1}", taken, self.levels)
                self.level(own, head.text, head if head.text else key)
                columns.append(column)
        return columns

    def _dimension(self, row: Sequence[Cell], title: Cell, taken: set[str], texts: Sequence[Cell]) -> None:
        own = self.own_id(row[0], title, f"dimension-{len(self.dimensions) + 1}", taken, self.dimensions)
        dimension = self.dimension(own, title.text, title if title.text else row[0])
        for key, cell in zip(self.keys, row, strict=True):
            if key.text in DIMENSION_KEYS:
                self.put(dimension, "dimensions", DIMENSION_KEYS[key.text], cell)
        silent = dimension.get("silent", ())
        self.fill(
            own,
            texts,
            [
                level["id"]
                for level, cell in zip(self.levels, texts, strict=True)
                if level["id"] in silent and not cell.text
            ],
        )

    def _fact(self, facts: dict[str, Any], item: Field, row: Sequence[Cell]) -> None:
        given = [cell for cell in row[2:] if cell.text] or [*row[2:3]]
        for cell in given[:1]:
            self.put(facts, "", item, cell)
        self.leave_out(given[1:])

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
