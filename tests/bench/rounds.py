"""A size in, every run of it out: each tool's three builds, then the next tool's, then all again."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.invented import Change, changes, write_invented
from tests.bench.markdown import write_markdown
from tests.bench.measure import Run, peak_memory, run
from tests.bench.results import BUILDS, SHORT, Size, read_size
from tests.bench.tools import LANGUAGES, PEERS, Tool, atlas, holding
from tests.site.projects import ROOT


class UnequalError(Exception):
    """A tool has not built what the others have: its times say nothing."""


def measured(
    count: int,
    peers: Sequence[str],
    runs: int,
    folder: Path,
    setting: Mapping[str, Any],
    *,
    resume: bool = False,
    everything: bool = False,
    tell: Callable[[str], None] = print,
) -> Size:
    """All runs of a size, which are kept in `folder` from round to round; `resume` goes on from there.

    Raises UnequalError, and FailedError where a command fails.
    """
    record = folder / f"{count}.json"
    kept = read_size(record, setting) if resume else None
    if kept and kept.rounds >= runs and kept.memory:
        tell(f"{count} frameworks: {kept.rounds} round{'s are' if kept.rounds > 1 else ' is'} there")
        return kept
    tell(f"{count} frameworks: writing them, and their pages as Markdown")
    home = folder / str(count)
    shutil.rmtree(home, ignore_errors=True)
    project, written = write_invented(home / "atlas", count), home / "markdown"
    everywhere = write_markdown(project, LANGUAGES, written)
    made = [atlas(project, ROOT), *(PEERS[name](written, home / name) for name in peers)]
    planned = changes(count, runs)
    addresses = holding(written, planned)
    size = kept or Size(count, len(everywhere), max(map(len, addresses)), setting)
    for turn in range(size.rounds, runs):
        for tool in made:
            step = partial(built, tool, everywhere, planned[turn], addresses[turn])
            found = {"cold": step("cold")}
            first = size.times(tool.name, "cold")
            if tool.kept or everything or (first.runs[0] if first else found["cold"]).wall < SHORT:
                found |= {build: step(build) for build in BUILDS[1:]}
            for build, one in found.items():
                size.add(tool.name, build, one)
            walls = ", ".join(f"{one.wall:.2f}" for one in found.values())
            tell(f"{count} frameworks ({size.pages:,} pages), round {turn + 1}: {tool.name} {walls} s")
        size.write(record)
    made[0].clean()
    size.memory = peak_memory(made[0].commands[0], made[0].folder, made[0].environment)
    size.write(record)
    return size


def built(tool: Tool, everywhere: Sequence[str], change: Change, held: Sequence[str], build: str) -> Run:
    """One build, after what comes before it; what was built is looked at when the clock has stopped."""
    if build == "cold":
        tool.clean()
    elif build == "cell":
        tool.change(change, held)
    done = run(tool.commands, tool.folder, tool.environment)
    if lost := tool.missing(everywhere):
        raise UnequalError(f"{tool.name} left out {len(lost)} of {len(everywhere)} pages: {lost[0]} …")
    if build == "cell" and (silent := tool.unchanged(change, held)):
        raise UnequalError(f"{tool.name} did not change {', '.join(silent)}")
    return done
