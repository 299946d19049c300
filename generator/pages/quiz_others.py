"""Gather where others stand in one framework: counted distributions, and what its source claims."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Benchmark, Framework
from generator.pages.sitedata import SiteData


@dataclass(frozen=True)
class Row:
    """One bar of a benchmark: from which level to which, 0 being below the first, how many, and of one."""

    low: int
    high: int
    count: int
    share: float

    @property
    def facts(self) -> str:
        """What the script knows of a result that may stand here."""
        return " ".join(f"in:{number}" for number in range(self.low, self.high + 1))


@dataclass(frozen=True)
class Spread:
    """A benchmark as it is shown; `lower` and `higher` tell by a level's number how many stand off it."""

    benchmark: Benchmark
    rows: tuple[Row, ...]

    def lower(self, number: int) -> int:
        """How many stand lower than a level for certain."""
        return sum(row.count for row in self.rows if row.high < number)

    def higher(self, number: int) -> int:
        """How many stand higher than a level for certain."""
        return sum(row.count for row in self.rows if row.low > number)


def others(site: SiteData, framework: Framework) -> Mapping[str, Any]:
    """Gather what is known of others in a framework; both are empty where nothing is."""
    return {
        "spreads": [
            _spread(item, framework) for item in site.atlas.benchmarks if item.framework == framework.id
        ],
        "where_others_stand": [claim for claim in framework.claims if claim.where_others_stand],
    }


def _spread(benchmark: Benchmark, framework: Framework) -> Spread:
    return Spread(benchmark, tuple(_rows(benchmark, framework)))


def _rows(benchmark: Benchmark, framework: Framework) -> Iterator[Row]:
    numbers = {level.id: at for at, level in enumerate(framework.levels, 1)}
    for bar in benchmark.bars:
        low = numbers[bar.low] if bar.low else 0
        high = numbers[bar.high] if bar.high else low
        yield Row(low, high, bar.count, bar.count / benchmark.n)
