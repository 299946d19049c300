"""Compare a row of a crosswalk's workbook with what it said when it was exported."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from generator.editing.crosswalks.given import Given
from generator.editing.crosswalks.reading import turned, values_of
from generator.editing.tables import Cell, exported
from generator.problems import Message, Problem, say


@dataclass(frozen=True)
class Before:
    """The values of a row as it was exported, by the names of fields; none where that is not known."""

    row: Given
    values: Mapping[str, Any]

    @classmethod
    def of(cls, row: Given, item: Mapping[str, Any], known: Mapping[str, Collection[str]]) -> Self:
        """Read what a row said of an item of the file, from the end that the item starts at."""
        values = values_of(row.held, known)[0] if row.held else {}
        if values and values.get("subject") == item.get("object"):
            values = turned(values)
        return cls(row, {name: _written(value) for name, value in values.items()})

    def is_untouched(self, name: str, here: Any) -> bool:
        """Whether a field is as it was exported."""
        return name in self.values and exported.same(self.values[name], _written(here))

    def stays(self, name: str, there: Any) -> Iterator[Problem]:
        """Say where the file has changed an untouched field since."""
        if self._has_changed(name, there):
            yield exported.stays(self.row.at(name), "I745")

    def conflict(self, name: str, there: Any, cell: Cell | None = None) -> Iterator[Problem]:
        """Stop where the file has changed a field since that the row changes or takes away, in a cell."""
        if self._has_changed(name, there):
            yield exported.conflict(cell or self.row.at(name), "I745", there)

    def _has_changed(self, name: str, there: Any) -> bool:
        return name in self.values and not exported.same(self.values[name], there)


def is_untouched(row: Given) -> bool:
    """Whether nothing in a row was changed since it was exported."""
    return row.held is not None and all(row.text(name) == row.held.text(name) for name in row.cells)


def shown_otherwise(rows: Sequence[Given], was: Sequence[Given]) -> Iterator[Problem]:
    """Say of texts that are shown beside the rows, and that somebody changed, that they are not taken."""
    before = {row.key or row.text("subject"): row for row in was}
    for row in rows:
        held = before.get(row.key or row.text("subject"))
        if held is None or row.text("subject") != held.text("subject"):
            continue
        for name, cell in row.shown.items():
            # Who names another end may show its text as well.
            is_other = name == "#object" and row.text("object") != held.text("object")
            shown = held.shown.get(name)
            if cell.text and shown and not is_other and not exported.same(cell.text, shown.text):
                message = say("This column only shows what stands elsewhere; the change is not imported")
                yield cell.problem("I745", message, _where(row.text(name.removeprefix("#"))))


def _where(end: str) -> Message | None:
    framework, is_part, _ = end.partition("/")
    return say("Change it in %(path)s", path=f"frameworks/{framework}.yaml") if is_part else None


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value
