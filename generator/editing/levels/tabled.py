"""Write into a framework's data what a table says otherwise; levels in another order move as one does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.editing.drafts.changes import ValueChange
from generator.editing.drafts.fields import PARTS, put, value_at
from generator.editing.drafts.records import Listed, differing
from generator.editing.drafts.structure import Structure, restructure
from generator.editing.levels.fate import Fate
from generator.editing.levels.moving import reorder
from generator.editing.levels.told import Told
from generator.load.tree import Path


def apply(
    data: dict[str, Any],
    changes: Sequence[ValueChange],
    lists: Sequence[Structure],
    listed: Listed,
    completed: Mapping[str, Any],
    told: Told,
) -> Fate:
    """Make all changes; say what goes with them, and what becomes of what other files name."""
    for change in (*changes, *differing(data, listed)):
        _set(data, change.path, change.new)
    restructure(data, [found for found in lists if found.kind not in PARTS], completed)
    fate = Fate(data["id"], "", ())
    for found in lists:
        if found.kind == "levels":
            fate = reorder(data, found.order, found.moved, told)
    gone = [path for kind, rows in listed.matrix.data.items() for path in _put_rows(data, kind, rows, told)]
    return replace(fate, gone=frozenset(gone))


def _put_rows(
    data: dict[str, Any], kind: str, rows: Sequence[Mapping[str, Any]], told: Told
) -> Iterator[str]:
    """Let a list have the table's rows; yield the paths of those that it has no more."""
    before = {item["id"]: item for item in data.get(kind, ())}
    kept = {row["id"] for row in rows}
    for own, item in before.items():
        if own in kept:
            continue
        path = f"{data['id']}/{kind}/{own}"
        told.lost(path, [text for text in (item["title"], item.get("summary")) if text])
        told.parts[path] = item["title"]
        yield path
    data[kind] = [before.get(row["id"], row) for row in rows]
    if not rows:
        del data[kind]


def _set(data: dict[str, Any], path: Path, value: Any) -> None:
    """Set a field, or take it away."""
    if value is None:
        value_at(data, path[:-1]).pop(path[-1], None)
    else:
        put(data, path, value)
