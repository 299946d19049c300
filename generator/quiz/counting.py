"""Count saved results by level, without telling where a single one of them stands."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.quiz.questions import Quiz
from generator.quiz.scoring import score

SMALL = 5
"""A bar of fewer than so many could tell who is in it."""


@dataclass(frozen=True)
class Counted:
    """How many stand at levels `low` to `high`, 0 being below the first."""

    low: int
    high: int
    count: int

    @property
    def tells_on_people(self) -> bool:
        """Whether so few stand there that one of them could be known by it."""
        return 0 < self.count < SMALL


@dataclass(frozen=True)
class Count:
    """All that was handed in: by level, and without a single one."""

    bars: tuple[Counted, ...]
    without_level: int

    @property
    def n(self) -> int:
        """How many in all."""
        return sum(bar.count for bar in self.bars) + self.without_level


def count(quiz: Quiz, results: Iterable[Mapping[str, str]]) -> Count:
    """Count answers by the one level that they support; a range or no level is counted apart."""
    found = [score(quiz, answers) for answers in results]
    at = Counter(one.low for one in found if one.low is not None and one.low == one.high)
    bars = [Counted(number, number, at[number]) for number in range(len(quiz.rungs) + 1)]
    # A source's own test puts nobody below its first level.
    bars = bars[1:] if quiz.by_source else bars
    return Count(tuple(bars), len(found) - sum(at.values()))


def joined(bars: Sequence[Counted]) -> tuple[Counted, ...]:
    """Put bars that could tell who is in them together with the smaller neighbour, until none is left."""
    left = list(bars)
    while len(left) > 1 and any(bar.tells_on_people for bar in left):
        at = next(place for place, bar in enumerate(left) if bar.tells_on_people)
        sides = [place for place in (at - 1, at + 1) if 0 <= place < len(left)]
        other = min(sides, key=lambda place: (left[place].count == 0, left[place].count))
        first, last = sorted((at, other))
        one, two = left[first], left[last]
        left[first : last + 1] = [Counted(one.low, two.high, one.count + two.count)]
    return tuple(left)
