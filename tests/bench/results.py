"""Runs in, what they come to out: medians and spreads; kept as JSON from one start of a bench to the next."""

import json
import statistics
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.measure import Run

BUILDS = ("cold", "cell", "nothing")
"""A build from nothing, after one changed cell, after no change; a round goes through them in this order."""

SHORT = 10.0
"""Seconds: what keeps nothing and takes longer is measured from nothing only, unless all is asked for."""


@dataclass(frozen=True)
class Times:
    """The runs of one build of one tool."""

    runs: tuple[Run, ...]

    @property
    def wall(self) -> float:
        """The median of seconds on the clock."""
        return statistics.median(run.wall for run in self.runs)

    @property
    def cpu(self) -> float:
        """The median of seconds of processor."""
        return statistics.median(run.cpu for run in self.runs)

    @property
    def spread(self) -> tuple[float, float]:
        """The shortest and the longest on the clock."""
        walls = [run.wall for run in self.runs]
        return min(walls), max(walls)


@dataclass
class Size:
    """All that was measured of one size.

    `runs` are by tool and build, `held` is on how many pages a changed cell stands, `memory` is in bytes.
    """

    frameworks: int
    pages: int
    held: int
    setting: Mapping[str, Any]
    runs: dict[str, dict[str, list[Run]]] = field(default_factory=dict)
    memory: int = 0

    def add(self, tool: str, build: str, run: Run) -> None:
        """Take a run in."""
        self.runs.setdefault(tool, {}).setdefault(build, []).append(run)

    @property
    def rounds(self) -> int:
        """How many rounds are complete."""
        return min((len(runs) for builds in self.runs.values() for runs in builds.values()), default=0)

    def times(self, tool: str, build: str) -> Times | None:
        """What a build takes; None where it was not measured."""
        runs = self.runs.get(tool, {}).get(build)
        return Times(tuple(runs)) if runs else None

    def write(self, path: Path) -> None:
        """Keep it."""
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".new")
        aside.write_text(json.dumps(asdict(self), indent=1) + "\n", encoding="utf-8")
        aside.replace(path)


def read_size(path: Path, setting: Mapping[str, Any]) -> Size | None:
    """What is kept, where it was measured in the same setting; None otherwise."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        runs = {
            tool: {build: [Run(**run) for run in found] for build, found in builds.items()}
            for tool, builds in kept.pop("runs").items()
        }
        size = Size(**kept, runs=runs)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return size if dict(size.setting) == dict(setting) else None
