"""Take a level out of a framework."""

from typing import Any

from generator.editing.drafts.structure import renumber
from generator.editing.levels.fate import Fate, key_of
from generator.editing.levels.following import transitions_without
from generator.editing.levels.told import Told


def remove(data: dict[str, Any], level: str, told: Told) -> Fate:
    """Remove a level with its cells, its transitions and the question that reaches it."""
    framework = data["id"]
    data["levels"] = [item for item in data["levels"] if item["id"] != level]
    renumber(data)
    _cells_without(data, level)
    gone = {key_of(step) for step in data.get("transitions", ()) if level in (step["from"], step["to"])}
    transitions_without(data, gone, told, framework)
    asked = questions_without(data, level, told)
    return Fate(framework, level, (), frozenset(), dict.fromkeys(gone, ()), gone=asked)


def _cells_without(data: dict[str, Any], level: str) -> None:
    """Take a level's texts out of the matrix; a row of which nothing is left goes."""
    cells = data.get("cells", {})
    for row, texts in [*cells.items()]:
        texts.pop(level, None)
        if not texts:
            del cells[row]


def questions_without(data: dict[str, Any], level: str, told: Told) -> frozenset[str]:
    """Take the question out that reaches a level; return its path."""
    kept, gone = [], set()
    for item in data.get("self_assessment", ()):
        if item["reaches"] == level:
            gone.add(f"{data['id']}/self_assessment/{item['id']}")
            told.lost(f"{data['id']}/self_assessment/{item['id']}", [item["question"]])
        else:
            kept.append(item)
    if "self_assessment" in data and len(kept) < len(data["self_assessment"]):
        data["self_assessment"] = kept
        if not kept:
            del data["self_assessment"]
    return frozenset(gone)
