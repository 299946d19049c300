"""Put a level of a framework into another place of the order."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from generator.editing.drafts.structure import renumber
from generator.editing.levels.fate import Fate, key_of
from generator.editing.levels.following import transitions_without
from generator.editing.levels.told import Told
from generator.problems import say


def move(data: dict[str, Any], level: str, place: int, told: Told) -> Fate:
    """Move a level to a place, counted from 0 without it; what cannot hold in the new order goes."""
    rest = [item["id"] for item in data["levels"] if item["id"] != level]
    return reorder(data, [*rest[:place], level, *rest[place:]], [level], told)


def reorder(data: dict[str, Any], order: Sequence[str], moved: Sequence[str], told: Told) -> Fate:
    """Put all levels into an order that some of them moved in; what cannot hold in it goes."""
    framework, levels = data["id"], data["levels"]
    data["levels"] = sorted(levels, key=lambda item: order.index(item["id"]))
    renumber(data)
    back = {
        key_of(step)
        for step in data.get("transitions", ())
        if order.index(step["from"]) >= order.index(step["to"])
    }
    transitions_without(data, back, told, framework)
    for step in data.get("transitions", ()):
        if order.index(step["to"]) - order.index(step["from"]) > 1:
            told.left.append(
                say(
                    "%(step)s leads past another level now: see whether its actions still do",
                    step=f"{framework}/transitions/{key_of(step)}",
                )
            )
    sort_questions(data, order)
    held = [level["id"] for level in levels if level["id"] not in moved]
    for level in data["levels"]:
        if level["id"] not in held and _climbs(
            [one for one in data["levels"] if one["id"] in (*held, level["id"])]
        ):
            held.append(level["id"])
        elif level["id"] not in held:
            forget_span(level, framework, told)
    if any("source_number" in item for item in levels):
        told.left.append(say("the numbers of the source (source_number) stay as they were: see to them"))
    return Fate(framework, "", (), steps=dict.fromkeys(back, ()))


def sort_questions(data: dict[str, Any], order: Sequence[str]) -> None:
    """Put the questions of the self-assessment into the order of the levels that they reach."""
    questions = data.get("self_assessment")
    if questions:
        ordered = sorted(questions, key=lambda item: order.index(item["reaches"]))
        if any(one is not two for one, two in zip(ordered, questions, strict=True)):
            data["self_assessment"] = ordered


def _climbs(levels: Sequence[dict[str, Any]]) -> bool:
    spans = [level["span"] for level in levels if level.get("span")]
    return all(low["from"] <= high["from"] and low["to"] <= high["to"] for low, high in pairwise(spans))


def forget_span(level: dict[str, Any], framework: str, told: Told) -> None:
    """Take a level's place on the scale away, and say what it was."""
    span = level.pop("span")
    place = f"{span['from']:g}–{span['to']:g}"
    told.lost(f"{framework}/levels/{level['id']}/span", [place, span["justification"]])
