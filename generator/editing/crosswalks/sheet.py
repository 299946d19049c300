"""Lay a crosswalk out as a sheet, a row for each relation and each part that nobody judged, and read it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.crosswalk import End
from generator.editing.crosswalks.drafting import Words, part_text, reasons
from generator.editing.crosswalks.given import Given, as_mapping, items_of
from generator.editing.crosswalks.suggesting import Suggester
from generator.editing.tables import Cell, Table
from generator.judged import unaddressed
from generator.model import Atlas, Crosswalk, Framework
from generator.model import Mapping as Curated
from generator.model.fields import head_of
from generator.problems import Message, Problem, did_you_mean, say
from generator.validate.crosswalks import ends_of

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
KEY = re.compile(rf"#crosswalk/({_ID})--({_ID})/([a-zA-Z-]+)")
_LOOKED_AT = 15
_SUGGESTED = 3


@dataclass(frozen=True)
class Column:
    """A column of the sheet: its key is a field of a mapping, or starts with # where nothing is read."""

    key: str
    head: Message
    is_wide: bool = False

    @property
    def is_locked(self) -> bool:
        """Whether it only shows what stands elsewhere."""
        return self.key.startswith("#") or self.key == "subject"


def _field(key: str, is_wide: bool = False) -> Column:
    """Make the column of a field, which the model names."""
    head = head_of(Curated.model_fields[key])
    assert head is not None
    return Column(key, head, is_wide)


COLUMNS = (
    Column("#key", say("Key")),
    _field("subject"),
    Column("#subject", say("What it says"), True),
    *(_field(key) for key in ("relation", "object")),
    Column("#object", say("What that says"), True),
    *(_field(key) for key in ("extent", "property")),
    *(_field(key, True) for key in ("justification", "shared", "only_subject", "only_object")),
    *(_field(key) for key in ("rationale", "confidence")),
    _field("note", True),
    *(_field(key) for key in ("author", "reviewer", "date", "draft")),
    Column("#suggested", say("Suggested, and judged by nobody"), True),
)


@dataclass(frozen=True)
class Sheet:
    """The rows of a crosswalk with their titles and keys, and the parts that can be chosen from."""

    rows: list[list[str]]
    parts: list[list[str]]


def sheet_of(
    walk: Crosswalk, data: Mapping[str, Any], suggester: Suggester, seen: Atlas, words: Words
) -> Sheet:
    """Lay out a crosswalk; `data` is its file as it stands, `seen` the texts in its language."""
    rows = [[words(column.head) for column in COLUMNS]]
    keys = [column.key for column in COLUMNS]
    rows.append([f"#crosswalk/{walk.subject}--{walk.object}/{walk.source_language}", *keys[1:]])
    shown = _Rows(suggester, seen, words)
    for item in items_of(data, "mappings").values():
        rows.append(shown.row(f"mappings/{item['id']}", item))
    for item in items_of(data, "no_counterpart").values():
        rows.append(shown.row(f"no_counterpart/{item['subject']}", as_mapping(item)))
    sides = (walk.subject, walk.object)
    for own, other in (sides, sides[::-1]):
        for end in unaddressed(walk, seen.framework(own), seen.framework(other)):
            rows.append(shown.open_row(end, other))
    parts = [[str(end), _said(end, seen)] for side in sides for end in _parts(seen.framework(side))]
    return Sheet(rows, parts)


def _parts(framework: Framework) -> list[End]:
    """List what a relation can name, levels and layers first."""
    return sorted(ends_of(framework), key=lambda end: end.kind not in ("levels", "layers"))


def _said(end: End, atlas: Atlas) -> str:
    """Write what stands at any end of a relation."""
    framework = atlas.framework(end.framework)
    if end.kind in ("levels", "layers"):
        return part_text(end, atlas)
    if end.kind == "cells":
        dimension, level = end.ids
        return f"{end}: {framework.cells[dimension][level]}"
    item = next(item for item in getattr(framework, end.kind) if item.id == end.ids[0])
    texts = (getattr(item, name, None) for name in ("title", "summary", "question"))
    return f"{end}: {' – '.join(filter(None, texts))}"


@dataclass(frozen=True)
class _Rows:
    suggester: Suggester
    seen: Atlas
    words: Words

    def row(self, key: str, item: Mapping[str, Any], **also: str) -> list[str]:
        """Lay out what the file says of one relation."""
        known = {
            "#key": key,
            "#subject": self._text(item["subject"]),
            "#object": self._text(item.get("object", "")),
            **{name: _plain(value) for name, value in item.items()},
            **also,
        }
        return [known.get(column.key, "") for column in COLUMNS]

    def open_row(self, end: End, other: str) -> list[str]:
        """Lay out a part that nobody judged, with what may answer to it; nothing of that is chosen."""
        found = self.suggester.suggestions(end, other)[:_SUGGESTED]
        told = "\n".join(f"{item.relation} {item.end}: {reasons(item, self.words)}" for item in found)
        best = part_text(found[0].end, self.seen) if found else ""
        return self.row("", {"subject": str(end)}, **{"#object": best, "#suggested": told})

    def _text(self, written: str) -> str:
        ends = {str(end): end for item in self.seen.frameworks for end in ends_of(item)}
        return _said(ends[written], self.seen) if written in ends else ""


def _plain(value: Any) -> str:
    return "true" if value is True else "" if value in (None, False) else str(value)


def key_of(table: Table) -> tuple[str, str, str] | None:
    """Find the pair and the language of an exported crosswalk; None for any other table."""
    found = _key_row(table)
    match = KEY.fullmatch(found[1][0].text) if found else None
    return (match[1], match[2], match[3]) if match else None


def _key_row(table: Table) -> tuple[int, Sequence[Cell]] | None:
    for number, row in enumerate(table.rows[:_LOOKED_AT]):
        for column, cell in enumerate(row):
            if KEY.fullmatch(cell.text):
                return number, row[column:]
    return None


def given_in(table: Table) -> tuple[tuple[Given, ...], tuple[Problem, ...]]:
    """Read the rows of an exported crosswalk by their keys."""
    found = _key_row(table)
    if found is None:
        raise ValueError("no exported crosswalk")
    number, keys = found
    left = len(table.rows[number]) - len(keys)
    known = {column.key: column for column in COLUMNS}
    problems: list[Problem] = []
    rows: list[Given] = []
    for cell in keys[1:]:
        if cell.text and cell.text not in known:
            message = say("'%(key)s' is no column of a crosswalk; it is not imported", key=cell.text)
            problems.append(cell.problem("I742", message, did_you_mean(cell.text, known)))
    for row in table.rows[number + 1 :]:
        cells = row[left:]
        pairs = list(zip(keys[1:], cells[1:], strict=False))
        fields = {key.text: cell for key, cell in pairs if key.text in known and not key.text.startswith("#")}
        shown = {key.text: cell for key, cell in pairs if key.text in known and key.text.startswith("#")}
        problems += _untitled(pairs, cells[len(keys) :])
        if any(cell.text for cell in fields.values()):
            rows.append(Given(cells[0], fields, cells[0].text, shown=shown))
    return tuple(rows), tuple(problems)


def _untitled(pairs: Sequence[tuple[Cell, Cell]], beyond: Sequence[Cell]) -> Iterator[Problem]:
    for cell in (*(cell for key, cell in pairs if not key.text), *beyond):
        if cell.text:
            message = say("This column has no key; it is not imported: '%(text)s'", text=cell.text)
            yield cell.problem("I742", message)


def passed_over(rows: Sequence[Given], data: Mapping[str, Any], first: Cell) -> Iterator[Problem]:
    """Say what stands in the file and not in the table; it stays."""
    there = {row.key for row in rows}
    keys = [f"mappings/{item['id']}" for item in items_of(data, "mappings").values()]
    keys += [f"no_counterpart/{item['subject']}" for item in items_of(data, "no_counterpart").values()]
    for key in keys:
        if key not in there:
            yield first.problem("I745", say("'%(key)s' is not in the table; the file keeps it", key=key))
