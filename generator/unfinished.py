"""Tell what is still being written, and what a framework is without it.

A text is open that asks for a text (`generator.unwritten`). A framework that no edition holds yet is
published whole or not at all; of one that readers know only those parts stay away that have an open text.
"""

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from generator.model import (
    Crosswalk,
    Framework,
    Mapping,
    Name,
    NoCounterpart,
    Record,
)
from generator.unwritten import is_prompt

Names = Collection[Name]
_Item = TypeVar("_Item", bound=Record)

_ASKED: dict[str, tuple[str, ...]] = {
    "intersects-with": ("shared", "only_subject", "only_object", "extent"),
    **dict.fromkeys(("supports", "is-supported-by"), ("property",)),
}


def is_open(record: Record) -> bool:
    """Say whether a record, or anything in it, has a text that is still to be written."""
    return any(map(is_prompt, _strings(record)))


def is_draft(item: Mapping | NoCounterpart) -> bool:
    """Say whether somebody is still at work on a mapping or on a stated absence."""
    return item.draft or is_open(item)


def is_judged(item: Mapping | NoCounterpart) -> bool:
    """Say whether a mapping or an absence is more than a draft, and has all that its relation asks for."""
    return not is_draft(item) and all(getattr(item, name) is not None for name in asked_of(item))


def asked_of(item: Mapping | NoCounterpart) -> tuple[str, ...]:
    """Name the fields that a mapping's relation asks for, besides those that every mapping has."""
    return _ASKED.get(item.relation, ()) if isinstance(item, Mapping) else ()


def drafts_of(framework: Framework, is_known: bool = True) -> list[Name]:
    """Name what is still being written of a framework: all of it, or some of its parts."""
    whole: list[Name] = [(framework.id,)]
    if framework.draft:
        return whole
    gone: list[Name] = [
        (framework.id, name, item.id)
        for name in ("levels", "layers")
        for item in getattr(framework, name)
        if item.draft
    ]
    left = without(framework, gone)
    if left is not None and is_open(left):
        gone += _open_parts(left) if is_known else whole
        left = without(framework, gone)
    return gone if left is not None and not is_open(left) else whole


def _open_parts(framework: Framework) -> Iterator[Name]:
    """Name the parts that have an open text; an open cell is one of its row if no cell there is written."""
    for field in ("levels", "layers", "dimensions"):
        for item in getattr(framework, field):
            if is_open(item):
                yield framework.id, field, item.id
    for row, cells in framework.cells.items():
        written = [level for level, text in cells.items() if not is_prompt(text)]
        if not written:
            yield framework.id, "dimensions", row
        else:
            yield from ((framework.id, "levels", level) for level in cells.keys() - set(written))
    for field, value in framework:
        if isinstance(value, tuple) and field not in ("levels", "layers", "dimensions"):
            yield from ((framework.id, field, item.key) for item in value if is_open(item))


def without(framework: Framework, gone: Names) -> Framework | None:
    """Leave parts out of a framework, and all that is about them; None where nothing to climb is left."""
    if (framework.id,) in gone:
        return None
    if not any(name[0] == framework.id for name in gone):
        return framework
    here = framework.id
    lists: dict[str, Any] = {
        field: tuple(_about(item, here, gone) for item in value if (here, field, item.key) not in gone)
        for field, value in framework
        if isinstance(value, tuple)
    }
    # What is left is counted anew, and readers see the number that each has in the whole framework.
    lists["levels"] = tuple(
        item if item.number == n else changed(item, number=n, source_number=item.shown_number)
        for n, item in enumerate(lists["levels"], 1)
    )
    lists["layers"] = tuple(changed(item, number=n) for n, item in enumerate(lists["layers"], 1))
    if not lists[framework.kind]:
        return None
    levels = {level.id for level in lists["levels"]}
    lists["transitions"] = tuple(item for item in lists["transitions"] if {item.start, item.end} <= levels)
    lists["self_assessment"] = tuple(item for item in lists["self_assessment"] if item.reaches in levels)
    rows = {item.id for item in lists["dimensions"]}
    lists["practices"] = tuple(
        item for item in lists["practices"] if item.level in levels and item.dimension in {None, *rows}
    )
    lists["profiles"] = tuple(
        changed(item, targets={row: level for row, level in item.targets.items() if row in rows})
        for item in lists["profiles"]
        if levels.issuperset(item.targets.values()) and not rows.isdisjoint(item.targets)
    )
    lists["on_themes"] = tuple(
        changed(item, items=tuple(path for path in item.items if not is_gone(path, gone)))
        for item in lists["on_themes"]
    )
    lists["on_themes"] = tuple(item for item in lists["on_themes"] if item.items or item.silent)
    cells = {
        row: {level: text for level, text in texts.items() if level in levels}
        for row, texts in framework.cells.items()
        if row in rows
    }
    return changed(framework, cells=cells, **lists)


def _about(item: _Item, framework: str, gone: Names) -> _Item:
    """Leave out of an item the levels that it names and that are gone."""
    levels = getattr(item, "levels", None)
    if not levels:
        return item
    return changed(item, levels=tuple(level for level in levels if (framework, "levels", level) not in gone))


def is_gone(path: str, gone: Names) -> bool:
    """Say whether a path of ids, such as `harbour/cells/crew/pier`, leads into something that is gone."""
    steps = tuple(path.split("/"))
    if any(steps[:length] in gone for length in range(1, len(steps) + 1)):
        return True
    if len(steps) > 3 and steps[1] == "cells":
        return (steps[0], "dimensions", steps[2]) in gone or (steps[0], "levels", steps[3]) in gone
    if len(steps) > 2 and steps[1] == "transitions":
        return any((steps[0], "levels", level) in gone for level in steps[2].split("--"))
    return False


def drafts_in(walk: Crosswalk) -> list[Mapping | NoCounterpart]:
    """List the mappings and stated absences of a crosswalk that are still being written."""
    items: tuple[Mapping | NoCounterpart, ...] = (*walk.mappings, *walk.no_counterpart)
    return [item for item in items if not is_judged(item)]


def _strings(value: Any) -> Iterator[str]:
    """List every string in a value: names of authors and documents may be prompts too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for _, inner in value:
            yield from _strings(inner)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _strings(inner)


def changed(record: _Item, **fields: Any) -> _Item:
    """Copy a record, built without a second validation; the same one where nothing differs."""
    if all(getattr(record, name) == value for name, value in fields.items()):
        return record
    return record.model_copy(update=fields)
