"""Find out on which side of a table the levels stand, and say why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.editing.ids import id_of
from generator.problems import Message, say

Side = Literal["columns", "rows"]

# What people call a level and a dimension in tables of their own, as ids and without an ending for more.
_LEVEL_WORDS = {
    "level": "level",
    "niveau": "level",
    "stufe": "level",
    "maturity": "level",
    "volwassenheid": "level",
    "reifegrad": "level",
    "stage": "stage",
    "stadium": "stage",
    "phase": "phase",
    "fase": "phase",
    "step": "step",
    "stap": "step",
    "trede": "step",
    "schritt": "step",
}
_DIMENSION_WORDS = (
    *("dimension", "aspect", "theme", "area", "category", "criterion", "pillar", "topic", "building-block"),
    *("dimensie", "thema", "gebied", "categorie", "criterium", "pijler", "onderwerp", "bouwsteen", "domein"),
    *("bereich", "kategorie", "kriterium", "baustein", "domain"),
)
_NUMBERED = re.compile(r"(?:(\w+)\s+)?(\d{1,2})(?:\s*[.):–—-]\s*(.*)|)", re.DOTALL)
_USUAL = range(3, 8)


@dataclass(frozen=True)
class Guess:
    """Where the levels stand; `sure` where the table itself says so; `word` is what it calls a level."""

    side: Side
    sure: bool
    reason: Message
    word: str | None = None


def levels_of(corner: str, across: Sequence[str], down: Sequence[str]) -> Guess:
    """On which side levels stand: the titles across the top are `columns`, those down the side `rows`."""
    word = level_word(corner)
    ladders = [_is_ladder(titles) for titles in (across, down)]
    if ladders[0] != ladders[1]:
        numbered = across if ladders[0] else down
        word = level_word(numbered[0]) or word
        return Guess("columns" if ladders[0] else "rows", True, say("their titles are numbered"), word)
    first, _, second = (part.strip() for part in re.sub(r"[\\/|]", "/", corner).partition("/"))
    if second and level_word(first) and _is_dimension(second):
        return Guess("rows", True, say("the corner says so"), word)
    if _is_dimension(first) or (second and level_word(second)):
        return Guess("columns", True, say("the corner says so"), word)
    if word:
        return Guess("columns", False, say("the corner, '%(corner)s', may name them", corner=corner), word)
    if len(across) not in _USUAL and len(down) in _USUAL:
        return Guess("rows", False, say("there are %(count)s of them", count=len(down)))
    return Guess("columns", False, say("most tables have them there"))


def level_word(words: str) -> str | None:
    """The word that a framework's file has for what is named here, if it names a level at all."""
    for word in id_of(words).split("-"):
        for known, meant in _LEVEL_WORDS.items():
            if word == known or (word.startswith(known) and len(word) <= len(known) + 2):
                return meant
    return None


def without_numbers(titles: Sequence[str]) -> list[str]:
    """Titles without the number that each starts with, where all do and in order; else as they are."""
    found = [_NUMBERED.fullmatch(title) for title in titles]
    rest = [match[3] or "" for match in found if match and int(match[2])]
    numbers = [int(match[2]) for match in found if match]
    plain = [match for match in found if match and (not match[1] or level_word(match[1]))]
    in_order = numbers == list(range(1, len(titles) + 1))
    return rest if in_order and len(plain) == len(titles) and all(rest) else list(titles)


def _is_ladder(titles: Sequence[str]) -> bool:
    found = [_NUMBERED.match(title) for title in titles]
    numbers = [int(match[2]) for match in found if match and (not match[1] or level_word(match[1]))]
    counted = bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(titles)))
    named = all(level_word(title.split()[0]) for title in titles if title.split())
    return len(titles) > 1 and ((counted and numbers[0] in (0, 1)) or named)


def _is_dimension(words: str) -> bool:
    return any(id_of(words).startswith(word) for word in _DIMENSION_WORDS)
