"""Recognise a ladder: titles that follow each other as levels do, by their numbers or by known words.

Numbers may stand before a name, behind it or alone, with a word for a level or without: `Level 0`,
`1a. Start`, `Start (level 2)`, `ML3`, `Stage IV`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.editing.drafts.known_words import LADDERS, NUMBER_WORDS, is_level_word
from generator.editing.ids import id_of
from generator.model.base import LABEL_LENGTH

_NUMBER = r"\d{1,2}(?:[.,]\d)?[a-e]?"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_PARTED = r"\s*(?:[.):=–—-]|\n)\s*"
# A word for a level may be two ("Maturity level one"), and a number a word ("Phase I Begun"): both are tried.
_BEFORE = tuple(
    re.compile(
        rf"(?:(?P<word>[^\W\d_]+(?:[ -][^\W\d_]+)?{few})[ \n]*)?"
        rf"(?P<number>{_NUMBER}|(?<![^\W\d_])[^\W\d_]+)"
        rf"(?:\s*\((?P<inside>[^()]+)\)|{_PARTED}(?P<parted>.*)|\s+(?P<rest>.*)|)",
        re.DOTALL,
    )
    for few in ("", "?")
)
_BEHIND = re.compile(
    rf"(?P<rest>.*?)(?:\s*\(\s*(?:(?P<inner>[^\W\d_]+)\s*)?(?P<in>{_NUMBER})\s*\)"
    rf"|\s*[–—:,-]?\s+(?P<word>[^\W\d_]+)\s*(?P<number>{_NUMBER}))",
    re.DOTALL,
)
_RANGE = re.compile(r"(\d{1,3})\s*%?\s*[–—-]\s*\d{1,3}\s*%?")
_PARTS = re.compile(r"[/,;|\n]| of | or | oder |\(")
_MOST_GAP = 1.01


@dataclass(frozen=True)
class Rung:
    """One title of a ladder: where it stands among the titles, its name alone, and its number as written."""

    index: int
    title: str
    number: str | None


@dataclass(frozen=True)
class Ladder:
    """Rungs in the order of the titles; `falls` where the best comes first, `numbered` by numbers."""

    rungs: tuple[Rung, ...]
    falls: bool
    numbered: bool

    @property
    def lowest_first(self) -> tuple[Rung, ...]:
        """The rungs from the lowest to the highest."""
        return tuple(reversed(self.rungs)) if self.falls else self.rungs


@dataclass(frozen=True)
class _Numbered:
    value: float
    number: str
    rest: str
    has_word: bool


def ladder_in(titles: Sequence[str], open_: Sequence[int] | None = None) -> Ladder | None:
    """Find the longest ladder among titles; `open_` lists those that may be part of one."""
    places = [index for index in (range(len(titles)) if open_ is None else open_) if titles[index].strip()]
    return _by_numbers(titles, places) or _by_words(titles, places)


def order_of(titles: Sequence[str]) -> list[int] | None:
    """Find the ladder that all titles make together, in whatever order: their places, lowest first."""
    numbers = [number.value for title in titles if (number := _numbered(title))]
    orders: list[list[int]] = [list(range(len(titles)))]
    if len(numbers) == len(titles):
        orders = [sorted(orders[0], key=numbers.__getitem__)]
    else:
        for ladder in LADDERS:
            ranks = [_ranks(title, ladder) for title in titles]
            if all(ranks):
                lowest, highest = [min(found) for found in ranks], [max(found) for found in ranks]
                orders += [sorted(orders[0], key=rank.__getitem__) for rank in (lowest, highest)]
    for order in orders:
        found = ladder_in([titles[place] for place in order])
        if found and len(found.rungs) == len(titles):
            return order[::-1] if found.falls else order
    return None


def _by_numbers(titles: Sequence[str], places: Sequence[int]) -> Ladder | None:
    """Take the titles with a number, if these follow each other."""
    found = [(index, number) for index in places if (number := _numbered(titles[index]))]
    if any(number.has_word for _, number in found):
        found = [(index, number) for index, number in found if number.has_word]
    values = [number.value for _, number in found]
    rises = all(a < b for a, b in pairwise(values))
    falls = all(a > b for a, b in pairwise(values))
    if len(found) < 2 or not (rises or falls) or not _counts(values, found[0][1].has_word):
        return None
    rungs = (
        Rung(index, number.rest or _one_line(titles[index]), number.number or None) for index, number in found
    )
    return Ladder(tuple(rungs), falls, True)


def _counts(values: Sequence[float], has_word: bool) -> bool:
    """Say whether numbers are those of levels: behind a word for one they may leave some out."""
    if has_word:
        return True
    steps = [abs(b - a) for a, b in pairwise(values)]
    is_range = values[-1] > 10 or values[0] > 10
    return int(min(values)) in (0, 1) and (is_range or max(steps) <= _MOST_GAP)


def _numbered(title: str) -> _Numbered | None:
    title = title.strip()
    if len(title) > LABEL_LENGTH:
        return None
    if found := _RANGE.fullmatch(title):
        return _Numbered(float(found[1]), "", title, False)
    for found in filter(None, (pattern.fullmatch(title) for pattern in _BEFORE)):
        word = found["word"]
        value = _value(found["number"], spelled=bool(word))
        if value is not None and (not word or is_level_word(word)):
            rest = found["inside"] or found["parted"] or found["rest"] or ""
            number = found["number"] if found["number"][0].isdigit() else f"{value:g}"
            if not re.match(r"\d", rest):
                return _Numbered(value, number.replace(",", "."), _one_line(rest), bool(word))
    if found := _BEHIND.fullmatch(title):
        word = found["inner"] or found["word"]
        number = found["in"] or found["number"]
        value = _value(number, spelled=False)
        if value is not None and found["rest"] and (not word or is_level_word(word)):
            return _Numbered(value, number.replace(",", "."), _one_line(found["rest"]), bool(word))
    return None


def _value(written: str, *, spelled: bool) -> float | None:
    if written[0].isdigit():
        letter = written[-1] if written[-1].isalpha() else ""
        value = float(written.removesuffix(letter).replace(",", "."))
        return value + (ord(letter) - ord("a") + 1) / 10 if letter else value
    if spelled and written.isupper() and written.lower() in _ROMAN:
        return float(_ROMAN.index(written.lower()) + 1)
    return float(NUMBER_WORDS[written.casefold()]) if spelled and written.casefold() in NUMBER_WORDS else None


def _by_words(titles: Sequence[str], places: Sequence[int]) -> Ladder | None:
    """Take the longest row of titles from one known word to another, most of them known and in order."""
    best: Ladder | None = None
    for ladder in LADDERS:
        ranks = {index: _ranks(titles[index], ladder) for index in places}
        for falls in (False, True):
            known = _climb([(index, ranks[index]) for index in places if ranks[index]], falls)
            inside = [index for index in places if known and known[0] <= index <= known[-1]]
            if (
                len(known) >= 2
                and len(known) * 2 > len(inside)
                and (not best or len(inside) > len(best.rungs))
            ):
                rungs = tuple(Rung(index, _one_line(titles[index]), None) for index in inside)
                best = Ladder(rungs, falls, False)
    return best


def _climb(known: Sequence[tuple[int, frozenset[int]]], falls: bool) -> list[int]:
    """Step from each title to the next while the rank rises (or falls); none where one does not fit."""
    taken: list[int] = []
    last: int | None = None
    for index, ranks in known:
        fit = [rank for rank in ranks if last is None or (rank < last if falls else rank > last)]
        if not fit:
            return []
        last = max(fit) if falls else min(fit)
        taken.append(index)
    return taken


def _ranks(title: str, ladder: Sequence[frozenset[str]]) -> frozenset[int]:
    """The places on a known ladder that a title may name; one with two names counts by each."""
    names = _names(title)
    return frozenset(rank for rank, words in enumerate(ladder) if names & words)


@lru_cache(maxsize=4096)
def _names(title: str) -> frozenset[str]:
    """The names that a title may hold, as ids."""
    if len(title) > LABEL_LENGTH:
        return frozenset()
    return frozenset({_bare(part) for part in (title, *_PARTS.split(title))} - {""})


def _bare(name: str) -> str:
    """A name as an id, without a word for a level before or behind it."""
    words = id_of(name).split("-")
    kept = [word for word in words if not is_level_word(word)]
    return "-".join(kept)


def _one_line(title: str) -> str:
    return " ".join(title.split())
