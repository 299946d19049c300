"""Tell a misspelt name of a part from that of a part that is gone: only the one was meant to be another."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from generator.problems import Message, say

_ALIKE = 0.75
_NEARLY_THE_SAME = 0.9


def end_hint(wrong: str, known: Iterable[str]) -> Message:
    """Suggest the part that a path means, if it is misspelt; else say what becomes of what names no part."""
    steps = wrong.split("/")
    for path in known:
        others = path.split("/")
        if len(others) == len(steps) and all(map(is_misspelt, steps, others)):
            return say("Did you mean '%(word)s'?", word=path)
    return say(
        "Name a part that is there, or take this item away; 'atlas level remove' takes a level away "
        "with all that names it"
    )


def is_misspelt(one: str, other: str) -> bool:
    """Say whether an id is another one but for a slip: word by word, since ids of a list begin alike.

    Another number is another thing.
    """
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    if one.count("-") != other.count("-"):
        return _ratio(one, other) >= _NEARLY_THE_SAME
    words = zip(one.split("-"), other.split("-"), strict=True)
    return all(_ratio(*pair) >= _ALIKE for pair in words)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
