"""Find what a path of ids leads to in a framework: anything, or the texts of its levels."""

from collections.abc import Mapping
from typing import Any

from generator.model.base import Record, Texts
from generator.model.framework import Framework


def found_at(framework: Framework, path: str) -> Any:
    """Find the record or text that a path such as `harbour/levels/pier/signs/one-plank` leads to.

    None where it leads to nothing, or to a whole list.
    """
    home, *steps = path.split("/")
    found: Any = framework if home == framework.id else None
    for step in steps:
        if isinstance(found, Record):
            found = getattr(found, step, None)
        elif isinstance(found, Mapping):
            found = found.get(step)
        else:
            found = next((item for item in found or () if getattr(item, "key", None) == step), None)
    return found if isinstance(found, Record | str) else None


def texts_on(framework: Framework, path: str) -> tuple[tuple[str, str], ...]:
    """Find the texts that a path of `on_themes` leads to, each with the id of its level; none if it dangles.

    What to do between two levels stands with the lower one.
    """
    home, kind, key, *steps = path.split("/")
    if home != framework.id:
        return ()
    if kind == "cells":
        text = framework.cells.get(key, {}).get(steps[0])
        return ((steps[0], text),) if text else ()
    if kind == "transitions":
        found = next((step for step in framework.transitions if step.key == key), None)
        return _texts_in(found.actions, found.start, steps[1:]) if found else ()
    level = next((level for level in framework.levels if level.id == key), None)
    if level is None:
        return ()
    return _texts_in(getattr(level, steps[0]), key, steps[1:]) if steps else ((key, level.summary),)


def _texts_in(texts: Texts, level: str, wanted: list[str]) -> tuple[tuple[str, str], ...]:
    return tuple((level, text) for id_, text in texts.items() if not wanted or id_ in wanted)
