"""Place levels and layers on the ruler: across by the scale, below each other in lanes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Band, Framework
from generator.pages.bands import band_of
from generator.parts import Part, Parts


@dataclass(frozen=True)
class Bar:
    """One level on the scale; `x` and `width` in per cent of the scale, `lane` how far down.

    `ends` are where it begins and ends in whole per cents, in which `atlas.css` counts.
    """

    part: Part
    x: float
    width: float
    ends: tuple[int, int]
    lane: int


@dataclass(frozen=True)
class Row:
    """One framework on the ruler; without bars it has not been placed yet."""

    framework: Framework
    bars: tuple[Bar, ...]
    unplaced: tuple[Part, ...]

    @property
    def lanes(self) -> tuple[tuple[Bar, ...], ...]:
        """The bars of each lane, from the top down."""
        count = max((bar.lane + 1 for bar in self.bars), default=0)
        return tuple(tuple(bar for bar in self.bars if bar.lane == lane) for lane in range(count))


@dataclass(frozen=True)
class Ruler:
    """All rows below each other, with the scale's bands as columns; `ticks` are the bands' borders."""

    rows: tuple[Row, ...]
    bands: tuple[Band, ...]
    ticks: tuple[float, ...]

    @property
    def overlaps(self) -> bool:
        """Whether levels of one framework share a stretch, so that one stands below the other."""
        return any(
            bar.lane != row.bars[0].lane for row in self.rows for bar in row.bars if bar.part.word != "layer"
        )

    @property
    def apart(self) -> tuple[str, int] | None:
        """The level number whose levels lie in most different bands, and in how many; None below two."""
        bands: dict[str, set[int]] = {}
        for row in self.rows:
            for bar in row.bars:
                if bar.part.word != "layer" and bar.part.number:
                    bands.setdefault(bar.part.shown_number, set()).add(band_of(bar.part, len(self.bands)))
        number = max(sorted(bands), key=lambda number: len(bands[number]), default="")
        return (number, len(bands[number])) if number and len(bands[number]) > 1 else None


def ruler(frameworks: Iterable[Framework], parts: Parts, only: Part | None = None) -> Ruler:
    """Draw the ruler for frameworks; with `only`, a single row with that part alone."""
    scale = parts.atlas.shared.scale
    rows: list[Row] = []
    for framework in frameworks:
        found = (only,) if only else parts.ladder(framework)
        bars = _bars([part for part in found if part.span], scale.length)
        rows.append(Row(framework, bars, tuple(part for part in found if not part.span)))
    ticks = tuple(round(100 * n / scale.length, 3) for n in range(1, scale.length))
    return Ruler(tuple(rows), scale.bands, ticks)


def _bars(parts: Sequence[Part], length: int) -> tuple[Bar, ...]:
    """Place each bar in the first lane where it fits behind the one before."""
    lanes: list[float] = []
    bars: list[Bar] = []
    for part in parts:
        if part.span is None:
            continue
        lane = next((n for n, end in enumerate(lanes) if part.span.start >= end), len(lanes))
        lanes[lane : lane + 1] = [part.span.end]
        start, end = (100 * place / length for place in (part.span.start, part.span.end))
        bars.append(Bar(part, round(start, 3), round(end - start, 3), (round(start), round(end)), lane))
    return tuple(bars)
