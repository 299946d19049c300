"""Place levels and layers on the ruler: percentages across, pixels down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Band, Framework
from generator.pages.bands import band_of
from generator.parts import Part, Parts

LABEL, LANE, GAP = 24, 32, 14
"""Heights in pixels: a row's name, one lane of bars, and the space between rows."""


@dataclass(frozen=True)
class Bar:
    """One level on the scale; `x` and `width` in per cent of the scale, `y` in pixels."""

    part: Part
    x: float
    width: float
    y: int


@dataclass(frozen=True)
class Row:
    """One framework on the ruler; without bars it has not been placed yet."""

    framework: Framework
    y: int
    bars: tuple[Bar, ...]
    unplaced: tuple[Part, ...]


@dataclass(frozen=True)
class Ruler:
    """All rows below each other, with the scale's bands as columns; `ticks` are the bands' borders."""

    rows: tuple[Row, ...]
    bands: tuple[Band, ...]
    ticks: tuple[float, ...]
    height: int

    @property
    def overlaps(self) -> bool:
        """Whether levels of one framework share a stretch, so that one stands below the other."""
        return any(
            bar.y != row.bars[0].y for row in self.rows for bar in row.bars if bar.part.word != "layer"
        )

    @property
    def apart(self) -> tuple[int, int] | None:
        """The level number whose levels lie in most different bands, and in how many; None below two."""
        bands: dict[int, set[int]] = {}
        for row in self.rows:
            for bar in row.bars:
                if bar.part.word != "layer" and bar.part.number:
                    bands.setdefault(bar.part.number, set()).add(band_of(bar.part, len(self.bands)))
        number = max(bands, key=lambda number: (len(bands[number]), -number), default=0)
        return (number, len(bands[number])) if number and len(bands[number]) > 1 else None


def ruler(frameworks: Iterable[Framework], parts: Parts, only: Part | None = None) -> Ruler:
    """Draw the ruler for frameworks; with `only`, a single row with that part alone."""
    scale = parts.atlas.shared.scale
    rows: list[Row] = []
    y = 0
    for framework in frameworks:
        found = (only,) if only else parts.ladder(framework)
        top = y if only else y + LABEL
        bars, lanes = _bars([part for part in found if part.span], scale.length, top)
        rows.append(Row(framework, y, bars, tuple(part for part in found if not part.span)))
        y = top + max(lanes, 1) * LANE + (0 if only else GAP)
    ticks = tuple(round(100 * n / scale.length, 3) for n in range(1, scale.length))
    return Ruler(tuple(rows), scale.bands, ticks, y)


def _bars(parts: Sequence[Part], length: int, top: int) -> tuple[tuple[Bar, ...], int]:
    """Place each bar in the first lane where it fits behind the one before."""
    lanes: list[float] = []
    bars: list[Bar] = []
    for part in parts:
        if part.span is None:
            continue
        lane = next((n for n, end in enumerate(lanes) if part.span.start >= end), len(lanes))
        lanes[lane : lane + 1] = [part.span.end]
        width = 100 * (part.span.end - part.span.start) / length
        bars.append(Bar(part, round(100 * part.span.start / length, 3), round(width, 3), top + lane * LANE))
    return tuple(bars), len(lanes)
