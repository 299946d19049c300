"""Make one level of two that follow each other."""

from typing import Any

from generator.editing.drafts.structure import renumber
from generator.editing.ids import unique_id
from generator.editing.levels.fate import Fate, key_of
from generator.editing.levels.following import transitions_without
from generator.editing.levels.removing import questions_without
from generator.editing.levels.told import Told
from generator.problems import say
from generator.unwritten import prompt

_TEXTS = ("summary", "typical")
_LISTS = ("signs", "examples", "needs", "focus", "kpis", "evidence", "questions")
_SURE = ("high", "medium", "low")


def merge(data: dict[str, Any], gone: str, kept: str, told: Told) -> Fate:
    """Merge a level into a neighbour, which keeps id and name; where both have a text, one is asked for."""
    framework, levels = data["id"], data["levels"]
    both = [item for item in levels if item["id"] in (gone, kept)]
    low, high = both
    into, other = (low, high) if low["id"] == kept else (high, low)
    items = _merge_levels(into, low, high, other, told)
    names = (other.get(name) for name in ("source_number", "title", "subtitle"))
    told.lost(f"{framework}/levels/{gone}", [name for name in names if name])
    _merge_cells(data, gone, kept, low["id"], told)
    data["levels"] = [item for item in levels if item is not other]
    renumber(data)
    steps = _merge_steps(data, low["id"], high["id"], gone, kept, told)
    asked = questions_without(data, high["id"], told)
    for item in data.get("self_assessment", ()):
        if item["reaches"] == gone:
            item["reaches"] = kept
    return Fate(framework, gone, (kept,), frozenset({gone, kept}), steps, items, asked)


def _merge_levels(
    into: dict[str, Any], low: dict[str, Any], high: dict[str, Any], other: dict[str, Any], told: Told
) -> dict[tuple[str, str], str]:
    """Put the texts of two levels into one; return the ids of those that got another."""
    for name in _TEXTS:
        _put(into, name, low.get(name), high.get(name), told)
    items: dict[tuple[str, str], str] = {}
    for name in _LISTS:
        there = into.get(name) or {}
        for own, text in (other.get(name) or {}).items():
            new = own if there.get(own, text) == text else unique_id(own, own, there)
            there[new] = text
            items[name, own] = new
        if there:
            into[name] = there
    spans = [level["span"] for level in (low, high) if level.get("span")]
    if spans:
        span = into.get("span") or other["span"]
        into["span"] = span
        texts = [item["justification"] for item in spans]
        span["from"], span["to"] = min(item["from"] for item in spans), max(item["to"] for item in spans)
        span["confidence"] = max((item["confidence"] for item in spans), key=_SURE.index)
        span["justification"] = _one_of(texts[0], texts[-1], told)
    if other.get("draft"):
        into["draft"] = True
    return items


def _put(into: dict[str, Any], name: str, low: str | None, high: str | None, told: Told) -> None:
    text = _one_of(low, high, told) if low and high else low or high
    if text:
        into[name] = text


def _one_of(low: str, high: str, told: Told) -> str:
    """Put two texts below each other, and ask for one."""
    if low == high:
        return low
    asked = prompt(told.words(say("Make one text of these two:")))
    return f"{asked}\n\n{low}\n\n{high}"


def _merge_cells(data: dict[str, Any], gone: str, kept: str, low: str, told: Told) -> None:
    rows = {item["id"]: item for item in data.get("dimensions", ())}
    for row, texts in data.get("cells", {}).items():
        one, two = texts.pop(gone, None), texts.get(kept)
        if one and two:
            texts[kept] = _one_of(*((one, two) if gone == low else (two, one)), told)
        elif one:
            texts[kept] = one
        if kept in texts and kept in rows[row].get("silent", ()):
            rows[row]["silent"] = [level for level in rows[row]["silent"] if level != kept]
        if kept in texts and gone in rows[row].get("silent", ()):
            rows[row]["silent"] = [level for level in rows[row]["silent"] if level != gone]
        if not rows[row].get("silent", [""]):
            del rows[row]["silent"]


def _merge_steps(
    data: dict[str, Any], low: str, high: str, gone: str, kept: str, told: Told
) -> dict[str, tuple[str, ...]]:
    """Let transitions lead to the one level; what led from the one to the other goes."""
    steps: dict[str, tuple[str, ...]] = {}
    lost: set[str] = set()
    there = {key_of(step) for step in data.get("transitions", ())}
    for step in data.get("transitions", ()):
        key = key_of(step)
        ends = [kept if end == gone else end for end in (step["from"], step["to"])]
        new = "--".join(ends)
        if ends[0] == ends[1] or (new != key and new in there):
            lost.add(key)
            steps[key] = ()
        elif new != key:
            there.add(new)
            steps[key] = (new,)
    transitions_without(data, lost, told, data["id"])
    for step in data.get("transitions", ()):
        for end in ("from", "to"):
            if step[end] == gone:
                step[end] = kept
    return steps
