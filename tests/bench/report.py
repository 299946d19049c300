"""Measured sizes in; a report of them out: tables as Markdown, a picture of the growth, each run as JSON."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench.picture import Points, growth
from tests.bench.results import BUILDS, SHORT, Size, Times
from tests.site.projects import write

OURS, MATERIAL, HUGO = "atlas", "mkdocs-material", "hugo"
NAMES = {OURS: "`atlas build`", MATERIAL: "mkdocs-material", "zensical": "Zensical", HUGO: "Hugo"}
HEADS = {"cold": "Built from nothing", "cell": "One cell changed", "nothing": "Nothing changed"}
KEEPS_NOTHING = "as from nothing"

_HOW = """\
## How it was measured

- **Data**: a seeded generator (`tests/bench/invented.py`) writes frameworks of {levels} levels and
  {dimensions} dimensions with all their texts, crosswalks between some of them, themes and quizzes, in
  English and Dutch. None of it is content of this site.
- **Equal pages**: `atlas build` makes its pages from that data. The others get each of these pages in
  Markdown, at the same address, with the same headings, paragraphs, lists, tables and links. They are
  spared the drawings (the rulers), the fields of quizzes, the published data (`api/`) and the checks of
  data and translations. After every build each page is looked for, and a changed cell on each page that
  shows it: otherwise the bench fails.
- **mkdocs-material** and **Zensical**: a configuration a language, built one after the other; the
  theme's search; a navigation that lists the top level only, or else the time of a page would grow with
  their number.
- **Hugo**: a plain template with navigation, language links and contents list; no theme, no search; both
  languages in one build.
- **One cell changed**: the text of a cell and its translation, which stand on up to {held} pages.
- **Caches**: `atlas build` and Zensical keep what they made; "from nothing" removes it, and the site.
  mkdocs and Hugo keep nothing, so their three builds are the same work. Where that takes longer than
  {short:.0f} s, it is measured from nothing only, and the table says "{nothing}".
- **Turns**: each tool's three builds, then the next tool's, then all again, so that what disturbs the
  machine disturbs all. Files are in the system's cache.
- Wall time is the median, with the shortest and the longest in brackets; CPU is the median of what all
  processes of a build took together; × is the wall time as a multiple of ours.
"""


def report(sizes: Sequence[Size], folder: Path) -> str:
    """Write `README.md`, `growth.svg` and `runs.json` into a folder; gives the first one's text."""
    sizes = sorted(sizes, key=lambda size: size.frameworks)
    last = sizes[-1]
    tools = [tool for tool in NAMES if all(tool in size.runs for size in sizes)]
    setting = last.setting
    text = "\n".join(
        (
            "# How long builds take\n",
            f"Written by `make bench`: {_runs(sizes)} on {setting['cores']} cores ({setting['processor']}).\n"
            f"{_versions(setting['versions'])}\n",
            *(f"## {HEADS[build]}\n\n{_table(sizes, tools, build)}\n" for build in BUILDS),
            "![Wall time against the number of pages; the tables above have the same figures](growth.svg)\n",
            "## What that comes to\n",
            *(f"- {line}" for line in _figures(sizes)),
            "",
            _HOW.format(
                levels=setting["levels"],
                dimensions=setting["dimensions"],
                held=max(size.held for size in sizes),
                short=SHORT,
                nothing=KEEPS_NOTHING,
            ),
        )
    )
    write(folder / "README.md", text)
    write(
        folder / "growth.svg",
        growth(
            _lines(sizes, tools),
            "How long a build takes, by its pages",
            "pages, both languages together",
            "seconds",
        ),
    )
    write(folder / "runs.json", json.dumps([asdict(size) for size in sizes], indent=1) + "\n")
    return text


def _table(sizes: Sequence[Size], tools: Sequence[str], build: str) -> str:
    head = "".join(f" {size.pages:,} pages ({size.frameworks} frameworks) | CPU | × |" for size in sizes)
    rows = [f"| |{head}", "|---|" + "---:|---:|---:|" * len(sizes)]
    rows += [f"| {NAMES[tool]} |" + "".join(_cells(size, tool, build) for size in sizes) for tool in tools]
    return "\n".join(rows)


def _cells(size: Size, tool: str, build: str) -> str:
    times, ours = size.times(tool, build), size.times(OURS, build)
    if times is None:
        cold = size.times(tool, "cold")
        return f" {KEEPS_NOTHING} | | {_times(cold, ours)} |"
    low, high = times.spread
    return f" {times.wall:.2f} s ({low:.2f}–{high:.2f}) | {times.cpu:.2f} s | {_times(times, ours)} |"


def _times(times: Times | None, ours: Times | None) -> str:
    return f"{times.wall / ours.wall:.2f}" if times and ours else ""


def _figures(sizes: Sequence[Size]) -> list[str]:
    last = sizes[-1]
    cold, cell, nothing = (last.times(OURS, build) for build in BUILDS)
    found = []
    for tool in (MATERIAL, HUGO):
        shares = [(size, ours, theirs) for size in sizes if (ours := size.times(OURS, "cold"))
                  and (theirs := size.times(tool, "cold"))]  # fmt: skip
        if shares:
            said = ", ".join(
                f"{ours.wall / theirs.wall:.2f} at {size.pages:,}" for size, ours, theirs in shares
            )
            found.append(f"From nothing, our time as a share of {NAMES[tool]}'s: {said} pages.")
    hugo = last.times(HUGO, "cold")
    if cell and hugo:
        found.append(
            f"One changed cell at {last.pages:,} pages: {cell.wall:.2f} s, which is "
            f"{cell.wall / hugo.wall:.2f} of what Hugo takes for its whole build ({hugo.wall:.2f} s)."
        )
    if nothing:
        found.append(f"Nothing changed at {last.pages:,} pages: {nothing.wall:.2f} s.")
    if len(sizes) > 1 and cold and (before := sizes[-2].times(OURS, "cold")):
        one, other = (1000 * each.wall / size.pages for each, size in ((before, sizes[-2]), (cold, last)))
        found.append(
            f"Growth: {one:.1f} ms a page at {sizes[-2].pages:,} pages, {other:.1f} ms at {last.pages:,}: "
            f"{other / one:.2f} times as much."
        )
    held = ", ".join(f"{size.memory / 2**20:.0f} MiB at {size.pages:,}" for size in sizes if size.memory)
    if held:
        found.append(f"Most memory that all processes of our build from nothing held together: {held} pages.")
    return found


def _lines(sizes: Sequence[Size], tools: Sequence[str]) -> Mapping[str, Points]:
    """All of ours; of the others the build from nothing, and that after a change where it is another."""
    found: dict[str, Points] = {}
    for tool in tools:
        for build in BUILDS if tool == OURS else ("cold", "cell") if tool == "zensical" else ("cold",):
            points = [(size.pages, times.wall) for size in sizes if (times := size.times(tool, build))]
            name = NAMES[tool].strip("`")
            found[name if build == "cold" else f"{name}, {HEADS[build].lower()}"] = points
    return found


def _versions(versions: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {version}" for name, version in versions.items()) + "."


def _runs(sizes: Sequence[Size]) -> str:
    counts = [len(runs) for size in sizes for builds in size.runs.values() for runs in builds.values()]
    fewest = min(counts)
    return f"{fewest} run of each build" if fewest == 1 else f"{fewest} runs of each build"
