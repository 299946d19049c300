"""Align the parts of frameworks in columns, one for each band of the reference scale.

A part stands once, in the band that it shares most with (the first one, where several are equal). A band
that would stay empty names the parts that reach into it. atlas-compare.js places parts by the same rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.parts import Part


@dataclass(frozen=True)
class BandColumn:
    """One column of one row: what stands here, and what else reaches in where nothing does."""

    band: int
    parts: tuple[Part, ...]
    reaching: tuple[Part, ...]


def places(parts: Iterable[Part], bands: int) -> tuple[BandColumn, ...]:
    """Find what stands in each band, counted from 1; parts without a span stand nowhere."""
    placed = [(part, band_of(part, bands)) for part in parts]
    result = []
    for band in range(1, bands + 1):
        here = tuple(part for part, home in placed if home == band)
        reaching = () if here else tuple(part for part, _ in placed if share(part, band) > 0)
        result.append(BandColumn(band, here, reaching))
    return tuple(result)


def band_of(part: Part, bands: int) -> int:
    """Find the band that a part stands in, counted from 1; 0 without a span."""
    shares = [share(part, band) for band in range(1, bands + 1)]
    most = max(shares, default=0)
    return shares.index(most) + 1 if most > 0 else 0


def share(part: Part, band: int) -> float:
    """Measure how much of a band, counted from 1, a part takes up; a cell lies where its level lies."""
    span = (part.level or part).span
    return min(span.end, band) - max(span.start, band - 1) if span else 0
