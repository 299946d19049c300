"""Write what measured sizes come to: targets and tables in Markdown, a picture, and all runs as JSON."""

import json
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.bench.invented import DIMENSIONS, LEVELS
from tests.bench.picture import Points, growth
from tests.bench.rounds import BUILDS, LARGE, LARGE_RUNS, WHOLE, Size
from tests.site.projects import write

OURS, MATERIAL, HUGO = "atlas", "mkdocs-material", "hugo"
NAMES = {OURS: "`atlas build`", MATERIAL: "mkdocs-material", "zensical": "Zensical", HUGO: "Hugo"}
HEADS = {"cold": "Built from nothing", "cell": "One cell changed", "nothing": "Nothing changed"}
KEEPS_NOTHING, UNMEASURED = "as from nothing", "not measured"
MIB = 2**20

RATIOS = (
    (5, "cold", MATERIAL, 0.5),
    (50, "cold", HUGO, 1.6),
    (50, "cold", MATERIAL, 0.25),
    (200, "cold", HUGO, 2.0),
    (200, "cell", HUGO, 0.7),
)
"""Targets: frameworks, our build, whose build from nothing it is measured by, the most times that."""
LIMITS = (200, 475)  # frameworks
MOST_SECONDS, MOST_MIB = 1, 400
"""Targets at each of `LIMITS`: for a build where nothing changed, and for the memory of all processes."""

_OURS = "| Pages | Memory | A page from nothing | With everything |"

_HOW = f"""\
## How it was measured

- **Data**: a seeded generator (`tests/bench/invented.py`) writes frameworks of {LEVELS} levels and
  {DIMENSIONS} dimensions with all their texts, crosswalks between some of them, themes and quizzes, in
  English and Dutch. None of it is content of this site.
- **Equal pages**: `atlas build` makes its pages from that data. The others get each of these pages in
  Markdown, at the same address, with the same headings, paragraphs, lists, tables and links. They are
  spared the drawings (the rulers), the fields of quizzes, the published data (`api/`) and the checks of
  data and translations. We make all of that in each build of ours, but for what stands under "Everything".
  After every build each page is looked for, and a changed cell on each page that
  shows it: otherwise the bench fails.
- **mkdocs-material** and **Zensical**: a configuration a language, built one after the other; the
  theme's search; a navigation that lists the top level only, or else the time of a page would grow with
  their number.
- **Hugo**, the program in the registry's package: a plain template with navigation, language links and
  contents list; no theme, no search; both languages in one build. All else is Hugo's default, by which
  a site in several languages looks up the page behind each link.
- **One cell changed**: the text of a cell and its translation, which stand on up to {{held}} pages.
- **Caches**: "from nothing" removes the site and what a tool keeps beside it. mkdocs keeps nothing, so its
  three builds are the same work: it is measured from nothing only, and the tables say "{KEEPS_NOTHING}".
- **Large**: from {LARGE} frameworks on there are at most {LARGE_RUNS} runs, and only Hugo is measured
  beside us: a build of the others would take minutes. The tables say "{UNMEASURED}".
- **Turns**: each tool's builds, then the next tool's, then all again, so that what disturbs the machine
  disturbs all. Files are in the system's cache.
- Wall time is the median, with the shortest and the longest in brackets; CPU is the median of what all
  processes of a build took together; "ours ÷" is our median as a share of theirs for the same build.
- **Everything**: the compared builds leave out what we make only for a site at an address of its own: each
  page once more as Markdown, its picture for links, ZIP copies to take along, a compressed file beside each
  text. "With everything" is our build from nothing with these, and how many times the compared one it takes.
- Memory is measured in a build of its own, from nothing, and counts all processes of that build at once.
"""


def report(sizes: Sequence[Size], folder: Path) -> str:
    """Write `README.md`, `growth.svg` and `runs.json` into a folder; gives the first one's text."""
    sizes = sorted(sizes, key=lambda size: size.frameworks)
    tools = [tool for tool in NAMES if any(tool in size.runs for size in sizes)]
    setting = sizes[-1].setting
    versions = ", ".join(f"{name} {version}" for name, version in setting["versions"].items())
    targets = _targets(sizes)
    parts = [
        "# How long builds take\n",
        f"Written by `make bench` on {setting['cores']} cores ({setting['processor']}).\n{versions}.\n",
        f"## Targets\n\n{_reached(targets)}\n\n{_rows('| Target | Measured | Reached? |', targets)}\n",
        *(f"## {HEADS[build]}\n\n{_table(sizes, tools, build)}\n" for build in BUILDS),
        "![Wall time against the number of pages; the tables above have the same figures](growth.svg)\n",
        f"## Our memory and growth\n\n{_rows(_OURS, _ours(sizes))}\n",
        _HOW.format(held=max(size.held for size in sizes)),
    ]
    text = "\n".join(parts)
    write(folder / "README.md", text)
    write(folder / "growth.svg", growth(_lines(sizes, tools)))
    write(folder / "runs.json", json.dumps([asdict(size) for size in sizes], indent=1) + "\n")
    return text


def _rows(head: str, rows: Sequence[Sequence[str]]) -> str:
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join([head, rule, *(f"| {' | '.join(cells)} |" for cells in rows)])


def _targets(sizes: Sequence[Size]) -> list[tuple[str, str, str]]:
    by_frameworks = {size.frameworks: size for size in sizes}
    rows = []
    for frameworks, build, peer, most in RATIOS:
        size = by_frameworks.get(frameworks)
        said = f"{HEADS[build]}, {frameworks} frameworks: at most {most} × {NAMES[peer]} from nothing"
        ratio = size.ratio(OURS, build, peer, "cold") if size else None
        rows.append(_target(said, "{:.2f} ×", ratio, ratio is not None and ratio <= most))
    for frameworks in LIMITS:
        size = by_frameworks.get(frameworks)
        wall = size.wall(OURS, "nothing") if size else None
        said = f"Nothing changed, {frameworks} frameworks: under {MOST_SECONDS} s"
        rows.append(_target(said, "{:.2f} s", wall, wall is not None and wall < MOST_SECONDS))
        held = size.memory / MIB if size else None
        said = f"Memory of all processes, {frameworks} frameworks: under {MOST_MIB} MiB"
        rows.append(_target(said, "{:.0f} MiB", held, held is not None and held < MOST_MIB))
    return rows


def _reached(targets: Sequence[tuple[str, str, str]]) -> str:
    """Say how many targets are reached, and which are not."""
    measured = [(said, found, reached) for said, found, reached in targets if reached]
    missed = [f"{said} (it is {found})" for said, found, reached in measured if reached == "no"]
    said = f"Reached: {len(measured) - len(missed)} of {len(measured)} that were measured."
    return "\n".join([said, *(["\nNot reached:\n", *(f"- {one}" for one in missed)] if missed else [])])


def _target(said: str, form: str, value: float | None, reached: bool) -> tuple[str, str, str]:
    return (said, UNMEASURED, "") if value is None else (said, form.format(value), "yes" if reached else "no")


def _table(sizes: Sequence[Size], tools: Sequence[str], build: str) -> str:
    peers = [tool for tool in tools if tool != OURS]
    names = [*(NAMES[tool] for tool in tools), *(f"ours ÷ {NAMES[peer]}" for peer in peers)]
    rows = []
    for size in sizes:
        ratios = [size.ratio(OURS, build, peer, build) for peer in peers]
        rows.append(
            (
                f"{size.pages:,} ({size.frameworks})",
                str(size.rounds),
                *(_times(size, tool, build) for tool in tools),
                *(f"{ratio:.2f}" if ratio else "" for ratio in ratios),
            )
        )
    return _rows(f"| Pages (frameworks) | Runs | {' | '.join(names)} |", rows)


def _times(size: Size, tool: str, build: str) -> str:
    if tool not in size.runs:
        return UNMEASURED
    walls = size.walls(tool, build)
    if not walls:
        return KEEPS_NOTHING
    cpu = statistics.median(run.cpu for run in size.runs[tool][build])
    return f"{statistics.median(walls):.2f} s ({min(walls):.2f}–{max(walls):.2f}), CPU {cpu:.2f} s"


def _ours(sizes: Sequence[Size]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for size in sizes:
        page = 1000 * (size.wall(OURS, "cold") or 0) / size.pages
        rows.append((f"{size.pages:,}", f"{size.memory / MIB:.0f} MiB", f"{page:.1f} ms", _whole(size)))
    return rows


def _whole(size: Size) -> str:
    walls, ratio = size.walls(OURS, WHOLE), size.ratio(OURS, WHOLE, OURS, "cold")
    return f"{statistics.median(walls):.2f} s ({ratio:.2f} ×)" if walls and ratio else UNMEASURED


def _lines(sizes: Sequence[Size], tools: Sequence[str]) -> Mapping[str, Points]:
    """All of our builds, and those of others from nothing."""
    found = {}
    for tool, build in [*((OURS, build) for build in BUILDS[1:]), *((tool, "cold") for tool in tools)]:
        name = NAMES[tool].strip("`") + (f", {HEADS[build].lower()}" if build != "cold" else "")
        found[name] = [(size.pages, size.wall(tool, build) or 0) for size in sizes if tool in size.runs]
    return found
