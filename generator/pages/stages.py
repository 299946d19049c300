"""Align the parts of frameworks in columns, one for each stage of the reference scale.

A part stands once, in the stage that it shares most with (the first one, where several are equal). A stage
that would stay empty names the parts that reach into it. atlas-compare.js places parts by the same rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.parts import Part


@dataclass(frozen=True)
class StageColumn:
    """One column of one row: what stands here, and what else reaches in where nothing does."""

    stage: int
    parts: tuple[Part, ...]
    reaching: tuple[Part, ...]


def places(parts: Iterable[Part], stages: int) -> tuple[StageColumn, ...]:
    """Find what stands in each stage, counted from 1; parts without a span stand nowhere."""
    placed = list(parts)
    result = []
    for stage in range(1, stages + 1):
        here = tuple(part for part in placed if stage_of(part, stages) == stage)
        reaching = () if here else tuple(part for part in placed if _share(part, stage) > 0)
        result.append(StageColumn(stage, here, reaching))
    return tuple(result)


def stage_of(part: Part, stages: int) -> int:
    """Find the stage that a part stands in, counted from 1; 0 without a span."""
    shares = [_share(part, stage) for stage in range(1, stages + 1)]
    most = max(shares, default=0)
    return shares.index(most) + 1 if most > 0 else 0


def _share(part: Part, stage: int) -> float:
    """Measure how much of a stage a part takes up; a cell lies where its level lies."""
    span = (part.level or part).span
    return min(span.end, stage) - max(span.start, stage - 1) if span else 0
