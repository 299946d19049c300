"""Make two levels of one."""

from copy import deepcopy
from typing import Any

from generator.editing.drafts.structure import renumber
from generator.editing.levels.fate import Fate, key_of
from generator.editing.levels.told import Told
from generator.problems import say
from generator.unwritten import prompt

_TEXTS = ("summary", "typical")


def split(data: dict[str, Any], level: str, first: str, second: str, told: Told) -> Fate:
    """Split a level; each of the two has all that it said, and waits until somebody says what is its own."""
    framework, levels = data["id"], data["levels"]
    place = next(number for number, item in enumerate(levels) if item["id"] == level)
    low = levels[place]
    high = deepcopy(low)
    for item, own in ((low, first), (high, second)):
        item["id"] = own
        if own != level:
            item["title"] = prompt(told.words(say("Title of '%(id)s'", id=own)))
        for name in _TEXTS:
            if item.get(name):
                item[name] = _own(item[name], told)
        if item.get("span"):
            item["span"]["justification"] = _own(item["span"]["justification"], told)
    data["levels"] = [*levels[: place + 1], high, *levels[place + 1 :]]
    renumber(data)
    for texts in data.get("cells", {}).values():
        if level in texts:
            items = [*texts.items()]
            texts.clear()
            for key, text in items:
                if key != level:
                    texts[key] = text
                else:
                    texts[first] = texts[second] = _own(text, told)
    steps: dict[str, tuple[str, ...]] = {}
    for step in data.get("transitions", ()):
        key = key_of(step)
        if step["to"] == level:
            step["to"] = first
        if step["from"] == level:
            step["from"] = second
        if key_of(step) != key:
            steps[key] = (key_of(step),)
    for item in data.get("self_assessment", ()):
        if item["reaches"] == level:
            item["reaches"] = first
            told.left.append(
                say(
                    "the question '%(id)s' reaches '%(first)s'; none asks for '%(second)s'",
                    id=item["id"],
                    first=first,
                    second=second,
                )
            )
    if data.get("transitions"):
        told.left.append(
            say("nothing says what leads from '%(first)s' to '%(second)s'", first=first, second=second)
        )
    lists = [key for key, value in high.items() if isinstance(value, dict) and key != "span"]
    if lists:
        told.left.append(
            say(
                "both have all lines of %(lists)s: take away from each what belongs to the other",
                lists=", ".join(lists),
            )
        )
    return Fate(framework, level, (first, second), frozenset({level}), steps)


def _own(text: str, told: Told) -> str:
    """Ask for what of a text belongs to the one level, with the whole below it."""
    asked = prompt(told.words(say("What of this is about this level:")))
    return f"{asked}\n\n{text}"
