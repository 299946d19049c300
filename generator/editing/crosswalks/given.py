"""Hold what a table says of relations: a row each, every text with its cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from generator.editing.tables import Cell
from generator.model import Confidence, Extent, Property, Rationale, Relation

NO_COUNTERPART = "no-counterpart"
"""What stands in the place of a relation where nothing in the other framework answers."""

CHOICES: Mapping[str, tuple[str, ...]] = {
    "relation": (*get_args(Relation), NO_COUNTERPART),
    "extent": get_args(Extent),
    "property": get_args(Property),
    "rationale": get_args(Rationale),
    "confidence": get_args(Confidence),
    "draft": ("true",),
}
"""What can be chosen in a field, as the schema has it."""

NEEDED = ("relation", "object", "rationale", "confidence", "justification", "author", "date")
"""Fields that no mapping is without."""

ROOM: Mapping[str, tuple[str, ...]] = {
    "equal": ("shared",),
    "subset-of": ("shared", "only_object"),
    "superset-of": ("shared", "only_subject"),
    "intersects-with": ("shared", "only_subject", "only_object"),
}
"""What each relation leaves room for, and so is asked for."""


_KNOWN_BY = {"mappings": ("id", "subject", "object"), "no_counterpart": ("subject", "framework")}


def items_of(data: Mapping[str, Any], kind: str) -> dict[int, Mapping[str, Any]]:
    """Find the items of a crosswalk's plain data by their positions; who has no name yet is left out."""
    return {
        index: item
        for index, item in enumerate(data.get(kind) or ())
        if isinstance(item, dict) and all(isinstance(item.get(name), str) for name in _KNOWN_BY[kind])
    }


def as_mapping(absence: Mapping[str, Any]) -> dict[str, Any]:
    """Write a part without counterpart as a row has it: under the names of a mapping's fields."""
    return {
        "subject": absence["subject"],
        "relation": NO_COUNTERPART,
        "object": absence["framework"],
        "justification": absence.get("reason"),
    }


@dataclass(frozen=True)
class Given:
    """What one row says: the cells of the fields that the table has, by their names in the data.

    `key` is where it stands in the file (`mappings/id`, `no_counterpart/end`); a row without one is new. A
    `list` says only what it says: what it passes over stays, and its texts have no markup. What somebody
    else judged (`is_foreign`) is a draft here. `held` is what the row said when it was exported, if that is
    known. `shown` are the cells, by their columns' keys, that show what stands elsewhere.
    """

    cell: Cell
    cells: Mapping[str, Cell]
    key: str = ""
    is_list: bool = False
    is_foreign: bool = False
    held: "Given | None" = None
    shown: Mapping[str, Cell] = field(default_factory=dict)

    def text(self, field: str) -> str:
        """Return a field's text, empty where there is none."""
        return self.cells[field].text if field in self.cells else ""

    def at(self, field: str) -> Cell:
        """Find the cell to point at for a field."""
        return self.cells.get(field, self.cell)
