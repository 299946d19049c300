"""Let what was counted at levels follow what becomes of them, or say that it cannot."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.editing.levels.fate import Fate


def follow_counts(data: dict[str, Any], before: Sequence[str], after: Sequence[str], fate: Fate) -> bool:
    """Let a benchmark's bars follow; tell whether each still counts whom it counted.

    Bars that name levels which are one now become one; a level that was split is a stretch of two.
    """
    numbers = {level: number for number, level in enumerate(after, 1)}
    stretches: list[tuple[int, int, dict[str, Any]]] = []
    for bar in data["bars"]:
        levels = _between(bar, before)
        if fate.level in levels and not fate.heirs:
            return False
        places = sorted({numbers[heir] for heir in fate.ids(levels)})
        below = 0 if bar.get("from") is None else places[0]
        if places and places[-1] - places[0] + 1 != len(places):
            return False
        if below == 0 and places and places[0] != 1:
            return False
        stretches.append((below, places[-1] if places else 0, bar))
    stretches.sort(key=lambda item: item[:2])
    bars: list[tuple[int, int, dict[str, Any]]] = []
    for low, high, bar in stretches:
        if bars and low <= bars[-1][1]:
            first, last, there = bars.pop()
            there["count"] += bar["count"]
            bars.append((first, max(last, high), there))
        else:
            bars.append((low, high, bar))
    for low, high, bar in bars:
        _name(bar, low, high, after)
    if [bar for *_, bar in bars] != data["bars"]:
        data["bars"] = [bar for *_, bar in bars]
    return True


def _between(bar: Mapping[str, Any], levels: Sequence[str]) -> Sequence[str]:
    """List the levels that a bar stretches over."""
    low, high = bar.get("from"), bar.get("to")
    first = levels.index(low) if low else 0
    last = levels.index(high) if high else first if low else -1
    return levels[first : last + 1]


def _name(bar: dict[str, Any], low: int, high: int, levels: Sequence[str]) -> None:
    if low:
        bar["from"] = levels[low - 1]
    if high > low:
        bar["to"] = levels[high - 1]
    elif "to" in bar and bar["to"] != levels[low - 1]:
        del bar["to"]
