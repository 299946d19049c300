"""Find out on which side of a table the levels stand, and say why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.editing.drafts.known_words import is_title_word, level_word, role_of
from generator.editing.drafts.ladders import Ladder, ladder_in
from generator.problems import Message, say

Side = Literal["columns", "rows"]

_USUAL = range(3, 8)


@dataclass(frozen=True)
class Guess:
    """Where the levels stand; `sure` where the table itself says so; `word` is what it calls a level."""

    side: Side
    sure: bool
    reason: Message
    word: str | None = None


def side_of(corner: str, across: Sequence[str], down: Sequence[str]) -> Guess:
    """On which side levels stand: the titles across the top are `columns`, those down the side `rows`."""
    word = level_word(corner)
    ladders = [ladder_in(across), _whole_ladder(down)]
    if ladders[0] and ladders[1] and ladders[0].numbered != ladders[1].numbered:
        ladders = [ladder if ladder and ladder.numbered else None for ladder in ladders]
    if ladders[0] and ladders[1]:
        # Rows are counted too ("1. Leadership"): the numbers of levels have a word for one before them.
        named = [sum(map(bool, map(level_word, titles))) > 1 for titles in (across, down)]
        ladders = [
            ladder if own or not any(named) else None for ladder, own in zip(ladders, named, strict=True)
        ]
    if bool(ladders[0]) != bool(ladders[1]):
        side: Side = "columns" if ladders[0] else "rows"
        titles, ladder = (across, ladders[0]) if ladders[0] else (down, ladders[1])
        assert ladder is not None
        if (
            side == "rows"
            and ladder.numbered
            and is_title_word(corner)
            and not any(map(level_word, (corner, *down)))
        ):
            return Guess("columns", False, say("the corner says so"), word)
        if ladder.numbered:
            word = level_word(titles[ladder.rungs[0].index]) or word
        return Guess(side, True, say("their titles are those of levels"), word)
    first, _, second = (part.strip() for part in re.sub(r"[\\/|]", "/", corner).partition("/"))
    if second and level_word(first) and is_title_word(second):
        return Guess("rows", True, say("the corner says so"), word)
    if is_title_word(first) or (second and level_word(second)):
        return Guess("columns", True, say("the corner says so"), word)
    if word:
        return Guess("columns", False, say("the corner, '%(corner)s', may name them", corner=corner), word)
    if len(across) not in _USUAL and len(down) in _USUAL:
        return Guess("rows", False, say("there are %(count)s of them", count=len(down)))
    return Guess("columns", False, say("most tables have them there"))


def _whole_ladder(titles: Sequence[str]) -> Ladder | None:
    """Find a ladder that all titles are part of, but for those that name no level."""
    asked = [title for title in titles if title and role_of(title) in (None, "title")]
    ladder = ladder_in(asked)
    return ladder if ladder and len(ladder.rungs) == len(asked) else None
