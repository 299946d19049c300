"""Gather what a source says to do for single cells, and which levels it wants of whom."""

from dataclasses import dataclass

from generator.model import Dimension, Framework, Practice, Profile


@dataclass(frozen=True)
class TargetRow:
    """One dimension, with the number of the level that each profile wants there; None where it wants none."""

    dimension: Dimension
    numbers: tuple[int | None, ...]


def by_dimension(framework: Framework) -> list[tuple[Dimension | None, list[Practice]]]:
    """List practices from the lowest level up for each dimension; first those that belong to none."""
    order = {level.id: level.number for level in framework.levels}
    found = sorted(framework.practices, key=lambda one: order[one.level])
    rows = (
        (dimension, [one for one in found if one.dimension == (dimension and dimension.id)])
        for dimension in (None, *framework.dimensions)
    )
    return [(dimension, practices) for dimension, practices in rows if practices]


def practices_at(framework: Framework, level: str, dimension: str | None = None) -> list[Practice]:
    """List the practices of a cell, or those of a level that belong to no dimension."""
    return [one for one in framework.practices if (one.level, one.dimension) == (level, dimension)]


def target_rows(framework: Framework) -> list[TargetRow]:
    """Lay the targets of all profiles beside each other, a row for each dimension that one of them names."""
    order = {level.id: level.number for level in framework.levels}

    def number(profile: Profile, dimension: Dimension) -> int | None:
        target = profile.targets.get(dimension.id)
        return order[target] if target else None

    rows = (
        TargetRow(dimension, tuple(number(profile, dimension) for profile in framework.profiles))
        for dimension in framework.dimensions
    )
    return [row for row in rows if any(row.numbers)]
