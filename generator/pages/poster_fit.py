"""Choose the largest letters in which a poster's texts fit on one sheet.

Measures are millimetres on A3, those of `atlas-poster.css`; on A1 everything is twice as large. Lines are
reckoned with room to spare, so that what fits here fits in the letters of every machine.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

SIZES = tuple(range(12, 81))
"""Sizes of letters in tenths of a millimetre: the classes `a-fit-12` to `a-fit-80` of the style sheet."""

FAR = 40
"""From this size on, which is 23 points on A1, texts can be read there from two metres."""

LANES = tuple(range(3, 16))
"""Heights of a lane of bars: the classes `a-lane-3` to `a-lane-15`."""

_WIDTH, _HEIGHT = 396.0, 269.0
_LETTER = 0.485  # of the size: how wide a letter is, on average
_LEADING = 1.34
_GAP = 5.0
_FOOT = 7.0  # two lines
_STRIPS, _STRIPS_BESIDE = 41.0, 31.0  # below their heading, and beside it
_ROW_HEAD = 46.0
_TITLE, _SUMMARY = 305.0, 280.0


@dataclass(frozen=True)
class Head:
    """A poster's title and summary, in each of its languages."""

    titles: Sequence[str]
    summaries: Sequence[str]

    @property
    def height(self) -> float:
        """How high it is, at least as high as the code beside it."""
        title, more, text = (13.0, 8.0, 5.0) if len(self.titles) == 1 else (11.0, 7.0, 4.0)
        titles = _high(self.titles[:1], _TITLE, title) + _high(self.titles[1:], _TITLE, more)
        return max(36.0, 9 + 0.85 * titles + _high(self.summaries, _SUMMARY, text))


def fit_columns(head: Head, columns: Sequence[tuple[Sequence[str], Sequence[str]]]) -> int:
    """Choose for columns, each of a title and a text in every language."""
    width = (_WIDTH + 4) / max(len(columns), 1) - 4
    title = max((_high(titles, width - 6, 6.2) for titles, _ in columns), default=0.0)
    rise = 3 * min(len(columns) - 1, 6)
    free = _HEIGHT - head.height - _FOOT - _STRIPS - 3 * _GAP - (19 + title + rise) - 3
    return _largest(
        lambda size: max((_high(texts, width - 2, size) for _, texts in columns), default=0) <= free
    )


def fit_matrix(head: Head, columns: Sequence[Sequence[str]], rows: Sequence[Sequence[Sequence[str]]]) -> int:
    """Choose for a matrix: the heads of its columns, and of each row the head and the cells."""
    width = (_WIDTH - _ROW_HEAD) / max(len(columns), 1) - 3.4
    title = max((_high(titles, width, 5.2) for titles in columns), default=0.0)
    free = _HEIGHT - head.height - _FOOT - _STRIPS_BESIDE - 2 * _GAP - 3 - (12.5 + title)

    def high(row: Sequence[Sequence[str]], size: float) -> float:
        name, *cells = row
        beside = _high(name, _ROW_HEAD - 1.4, size * 1.1) + size
        return 3.2 + max(beside, *(_high(texts, width, size) for texts in cells))

    return _largest(lambda size: sum(high(row, size) for row in rows) <= free)


def fit_lanes(lanes: int, rows: int) -> int:
    """Choose how high the lanes are, of which each row has one more for dots."""
    free = _HEIGHT - 30 - _FOOT - 22 - 3 * _GAP - rows * 7
    return max((high for high in LANES if high * (lanes + rows) <= free), default=LANES[0])


def _largest(fits: Callable[[float], bool]) -> int:
    # Halved, as to wrap a text takes long: what is too high in one size is so in each larger one.
    too_large = bisect_left(SIZES, True, key=lambda size: not fits(size / 10))
    return SIZES[max(too_large - 1, 0)]


def _high(texts: Sequence[str], width: float, size: float) -> float:
    """How high texts below each other are."""
    signs = max(4, int(width / (size * _LETTER)))
    return sum(_lines(text, signs) for text in texts) * size * _LEADING


@lru_cache(maxsize=10_000)
def _lines(text: str, signs: int) -> int:
    """Count the lines of a text: a poster in two languages has all texts of the one in its first."""
    return len(wrap(text, signs))
