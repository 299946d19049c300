"""Measure one size in rounds: each tool's builds, then the next tool's, then all again."""

import json
import shutil
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.invented import Change, changes, write_invented
from tests.bench.markdown import write_markdown
from tests.bench.measure import Run, peak_memory, run
from tests.bench.tools import LANGUAGES, PEERS, Tool, atlas, holding
from tests.site.projects import ROOT, write

BUILDS = ("cold", "cell", "nothing")
"""A build from nothing, after one changed cell, after no change; a round goes through them in this order."""

WHOLE = "whole"
"""Our build from nothing once more, with what only a site at an address of its own has."""
AS_PUBLISHED = {"BENCH_URL": "https://atlas.internal/", "BENCH_COMPRESS": "true"}

LARGE, LARGE_PEERS, LARGE_RUNS = 400, ("hugo",), 3
"""From so many frameworks on, only these peers in so many runs: others would take minutes each time."""


class UnequalError(Exception):
    """A tool has not built what the others have: its times say nothing."""


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

    @property
    def rounds(self) -> int:
        """How many rounds are complete."""
        return min((len(runs) for builds in self.runs.values() for runs in builds.values()), default=0)

    def walls(self, tool: str, build: str) -> list[float]:
        """Seconds on the clock of each run; none where it was not measured."""
        return [run.wall for run in self.runs.get(tool, {}).get(build, [])]

    def wall(self, tool: str, build: str) -> float | None:
        """The median of a build's seconds; a tool that keeps nothing takes as long as from nothing."""
        walls = self.walls(tool, build) or self.walls(tool, "cold")
        return statistics.median(walls) if walls else None

    def ratio(self, tool: str, build: str, other: str, other_build: str) -> float | None:
        """A build's median as a share of another's."""
        one, two = self.wall(tool, build), self.wall(other, other_build)
        return one / two if one and two else None


def read_size(path: Path, setting: Mapping[str, Any], tools: Sequence[str]) -> Size | None:
    """What was kept of the same tools in the same setting; None otherwise."""
    if not path.is_file():
        return None
    kept = json.loads(path.read_text(encoding="utf-8"))
    runs = {
        tool: {build: [Run(**one) for one in found] for build, found in builds.items()}
        for tool, builds in kept.pop("runs").items()
    }
    return Size(**kept, runs=runs) if kept["setting"] == setting and list(runs) == list(tools) else None


def planned(count: int, peers: Sequence[str], runs: int) -> tuple[list[str], int]:
    """Which of these peers are measured at a size, and in how many of these runs."""
    if count < LARGE:
        return list(peers), runs
    return [peer for peer in peers if peer in LARGE_PEERS], min(runs, LARGE_RUNS)


def measured(
    count: int, peers: Sequence[str], runs: int, folder: Path, setting: Mapping[str, Any], *, resume: bool
) -> Size:
    """All runs of a size, which are kept in `folder` from round to round; `resume` goes on from there.

    Raises UnequalError, and FailedError where a command fails.
    """
    record = folder / f"{count}.json"
    kept = read_size(record, setting, ["atlas", *peers]) if resume else None
    if kept and kept.rounds >= runs and kept.memory:
        return kept
    print(f"{count} frameworks: writing them, and their pages as Markdown", flush=True)
    home = folder / str(count)
    shutil.rmtree(home, ignore_errors=True)
    project, written = write_invented(home / "atlas", count), home / "markdown"
    everywhere = write_markdown(project, LANGUAGES, written)
    ours = atlas(project, ROOT)
    tools = [ours, *(PEERS[name](written, home / name) for name in peers)]
    edits = changes(count, runs)
    addresses = holding(written, edits)
    size = kept or Size(count, len(everywhere), max(map(len, addresses)), setting)
    for turn in range(size.rounds, runs):
        for tool in tools:
            kinds: tuple[str, ...] = BUILDS if tool.kept else BUILDS[:1]
            kinds += (WHOLE,) if tool is ours else ()
            found = [built(tool, build, everywhere, edits[turn], addresses[turn]) for build in kinds]
            for build, one in zip(kinds, found, strict=True):
                size.runs.setdefault(tool.name, {}).setdefault(build, []).append(one)
            walls = ", ".join(f"{one.wall:.2f}" for one in found)
            print(f"{count} frameworks ({size.pages:,} pages), round {turn + 1}: {tool.name} {walls} s",
                  flush=True)  # fmt: skip
        _keep(record, size)
    ours.clean()
    size.memory = peak_memory(ours.commands, ours.folder, ours.environment)
    _keep(record, size)
    return size


def built(tool: Tool, build: str, everywhere: Sequence[str], change: Change, held: Sequence[str]) -> Run:
    """One build, after what comes before it; what was built is looked at when the clock has stopped."""
    if build in ("cold", WHOLE):
        tool.clean()
    elif build == "cell":
        tool.change(change, held)
    asked = AS_PUBLISHED if build == WHOLE else {}
    done = run(tool.commands, tool.folder, {**tool.environment, **asked})
    if lost := [address for address in everywhere if not tool.page(address).is_file()]:
        raise UnequalError(f"{tool.name} left out {len(lost)} of {len(everywhere)} pages: {lost[0]} …")
    if build == "cell" and (silent := tool.unchanged(change, held)):
        raise UnequalError(f"{tool.name} did not change {', '.join(silent)}")
    return done


def _keep(record: Path, size: Size) -> None:
    aside = record.with_suffix(".new")
    write(aside, json.dumps(asdict(size)))
    aside.replace(record)
