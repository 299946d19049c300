"""Lay a framework out as the rows of a table that people can work with, and lose nothing on the way back.

The first row and the second column are titles, the second row and the first column keys: ids, and names of
fields behind a `#`, which no id has. So a title can change and stay what it is about.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.editing.drafts.fields import (
    DIMENSION_FIELDS,
    FRAMEWORK_FIELDS,
    GROUP_FIELDS,
    LEVEL_FIELDS,
    LISTS,
    PARTS,
    Groups,
    cell_of,
    marked,
    value_at,
)
from generator.editing.tables import Cell
from generator.model import Framework
from generator.model.fields import Field
from generator.problems import Message, Problem, say

CORNER = re.compile(r"#([a-z0-9]+(?:-[a-z0-9]+)*)/([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)")
PART = re.compile(f"{CORNER.pattern}/({'|'.join(PARTS)})")
TITLE = "#title"
_IN_THE_TABLE = {"id", "kind", "source_language", *LISTS, *PARTS, "cells"} | {
    item.path[0] for item in (*FRAMEWORK_FIELDS, *GROUP_FIELDS)
}

Words = Callable[[Message], str]


@dataclass(frozen=True)
class Matrix:
    """What a table says of a framework, in the shape of its YAML file, and the cell of each text.

    Paths name items by their ids: `("levels", "pier", "summary")`. `framework` and `language` are those that
    an exported table names itself; a table that was made elsewhere names none.
    """

    data: Mapping[str, Any]
    cells: Mapping[tuple[str, ...], Cell] = field(default_factory=dict)
    framework: str | None = None
    language: str | None = None


class Parts:
    """Collects what a table says of a framework, with the cell of each text and all that is wrong."""

    def __init__(self) -> None:
        self.levels: list[dict[str, Any]] = []
        self.dimensions: list[dict[str, Any]] = []
        self.texts: dict[str, dict[str, str]] = {}
        self.cells: dict[tuple[str, ...], Cell] = {}
        self.problems: list[Problem] = []

    def level(self, own: str, title: str, cell: Cell) -> dict[str, Any]:
        """Begin a level, which a cell names."""
        self.levels.append({"id": own, "number": len(self.levels) + 1, "title": title})
        self.cells["levels", own, "title"] = cell
        return self.levels[-1]

    def dimension(self, own: str, title: str, cell: Cell) -> dict[str, Any]:
        """Begin a dimension, which a cell names."""
        self.dimensions.append({"id": own, "title": title})
        self.cells["dimensions", own, "title"] = cell
        return self.dimensions[-1]

    def fill(self, own: str, row: Sequence[Cell], silent: Container[str] = ()) -> None:
        """Take a dimension's text at each level, but for those at which its source is silent."""
        self.texts[own] = {}
        for level, cell in zip(self.levels, row, strict=True):
            if level["id"] not in silent:
                self.texts[own][level["id"]] = cell.text
                self.cells["cells", own, level["id"]] = cell

    def leave_out(self, cells: Iterable[Cell]) -> None:
        """Say of each text that it has no place in the result."""
        for cell in cells:
            if cell.text:
                message = say("This text has no place, and is not imported: '%(text)s'", text=cell.text)
                self.problems.append(cell.problem("I707", message))

    def matrix(
        self, facts: Mapping[str, Any], framework: str | None = None, language: str | None = None
    ) -> Matrix:
        """Put all together; what is empty is left out."""
        parts = {"levels": self.levels, "dimensions": self.dimensions, "cells": self.texts}
        data = {name: value for name, value in {**facts, **parts}.items() if value}
        return Matrix(data, self.cells, framework, language)


def rows_of(framework: Framework, language: str, words: Words) -> tuple[list[list[str]], int]:
    """The table of a framework with levels, and in how many columns titles and fields come before texts."""
    data = framework.model_dump(by_alias=True)
    levels, dimensions = data["levels"], data["dimensions"]
    level_groups, dimension_groups = (
        {group["id"]: group["title"] for group in data[name]} for name in ("level_groups", "dimension_groups")
    )
    beside = [item for item in DIMENSION_FIELDS if _used(item, dimensions)]
    blank = [""] * len(beside)
    rows = [
        [words(say("Id")), words(say("Dimension")), *(words(item.head) for item in beside)],
        [f"#{framework.id}/{language}", TITLE, *(f"#{item.key}" for item in beside)],
    ]
    rows[0] += [marked(level["title"]) for level in levels]
    rows[1] += [level["id"] for level in levels]
    for item in LEVEL_FIELDS:
        if _used(item, levels):
            texts = [cell_of(value_at(level, item.path), item.kind, level_groups) for level in levels]
            rows.append([f"#{item.key}", words(item.head), *blank, *texts])
    for dimension in dimensions:
        fields = [_text(dimension, item, dimension_groups) for item in beside]
        texts = [marked(data["cells"].get(dimension["id"], {}).get(level["id"], "")) for level in levels]
        rows.append([dimension["id"], marked(dimension["title"]), *fields, *texts])
    rows += _facts(data, words, len(rows[0]))
    return rows, 2 + len(beside)


def left_out(framework: Framework) -> list[str]:
    """The keys of a framework that its table does not hold."""
    data = framework.model_dump(by_alias=True)
    gone = [name for name, value in data.items() if value and name not in _IN_THE_TABLE]
    beside = [f"source.{name}" for name in ("further", "added") if getattr(framework.source, name)]
    return [*beside, *gone]


def _facts(data: Mapping[str, Any], words: Words, width: int) -> Iterator[list[str]]:
    for item in FRAMEWORK_FIELDS:
        if text := _text(data, item, {}):
            yield [f"##{item.key}", words(item.head), text, *[""] * (width - 3)]
    for item in GROUP_FIELDS:
        groups, name = item.path
        said = {group["id"]: group[name] for group in data[groups] if group[name]}
        if said:
            yield [f"##{item.key}", words(item.head), cell_of(said, item.kind, {}), *[""] * (width - 3)]


def _text(data: Mapping[str, Any], item: Field, groups: Groups) -> str:
    return cell_of(value_at(data, item.path), item.kind, groups)


def _used(item: Field, records: Sequence[Mapping[str, Any]]) -> bool:
    return any(value_at(record, item.path) not in (None, "", {}, (), []) for record in records)
