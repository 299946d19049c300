"""The report says what the given runs come to, and what was not measured."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.bench.measure import Run
from tests.bench.report import KEEPS_NOTHING, report
from tests.bench.results import BUILDS, Size, read_size

SETTING: dict[str, Any] = {
    "cores": 2,
    "processor": "A fine processor",
    "versions": {"Python": "3.11.0", "hugo": "0.1"},
    "levels": 4,
    "dimensions": 3,
}


def size(frameworks: int, pages: int, **walls: tuple[float, ...]) -> Size:
    """Runs of a tool and build, named `atlas_cold`; each takes twice as long in the processor."""
    made = Size(frameworks, pages, 6, SETTING, memory=300 * 2**20)
    for name, seconds in walls.items():
        tool, _, build = name.rpartition("_")
        for second in seconds:
            made.add(tool.replace("_", "-"), build, Run(second, 2 * second))
    return made


def two_sizes() -> list[Size]:
    ours = {"atlas_cold": (9.0, 2.0, 4.0), "atlas_cell": (1.0, 1.5, 0.5), "atlas_nothing": (0.5, 0.5, 0.5)}
    large = {
        "atlas_cold": (12.0, 10.0, 11.0),
        "atlas_cell": (1.5, 1.5, 1.5),
        "atlas_nothing": (1.0, 1.0, 1.0),
    }
    peers = {"mkdocs_material_cold": (40.0, 44.0, 48.0)}
    hugo = {f"hugo_{build}": (3.0, 3.0, 3.0) for build in BUILDS}
    return [size(200, 4000, **large, **peers, **hugo), size(50, 1000, **ours, **peers, **hugo)]


def row(text: str, head: str, name: str) -> list[str]:
    """The cells of a row of one build's table."""
    table = text.split(f"## {head}\n")[1].split("\n## ")[0]
    [line] = [line for line in table.splitlines() if line.startswith(f"| {name} |")]
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_a_cell_of_the_table_has_median_spread_processor_and_ratio(tmp_path: Path) -> None:
    text = report(two_sizes(), tmp_path)

    assert row(text, "Built from nothing", "`atlas build`")[:3] == ["4.00 s (2.00–9.00)", "8.00 s", "1.00"]
    assert row(text, "Built from nothing", "mkdocs-material")[:3] == [
        "44.00 s (40.00–48.00)",
        "88.00 s",
        "11.00",
    ]


def test_smaller_sizes_stand_first_whatever_the_order_of_measuring(tmp_path: Path) -> None:
    [head] = {line for line in report(two_sizes(), tmp_path).splitlines() if "frameworks) |" in line}

    assert head.index("1,000 pages (50 frameworks)") < head.index("4,000 pages (200 frameworks)")


def test_a_build_that_was_not_measured_is_said_to_be_as_from_nothing(tmp_path: Path) -> None:
    text = report(two_sizes(), tmp_path)

    assert row(text, "One cell changed", "mkdocs-material")[:3] == [KEEPS_NOTHING, "", "44.00"]


@pytest.mark.parametrize(
    "said",
    [
        "share of mkdocs-material's: 0.09 at 1,000, 0.25 at 4,000 pages",
        "share of Hugo's: 1.33 at 1,000, 3.67 at 4,000 pages",
        "One changed cell at 4,000 pages: 1.50 s, which is 0.50 of what Hugo takes for its whole build",
        "Nothing changed at 4,000 pages: 1.00 s",
        "Growth: 4.0 ms a page at 1,000 pages, 2.8 ms at 4,000: 0.69 times as much",
        "300 MiB at 1,000, 300 MiB at 4,000 pages",
        "3 runs of each build on 2 cores (A fine processor)",
        "Python 3.11.0, hugo 0.1",
    ],
)
def test_the_report_says_what_the_figures_come_to(tmp_path: Path, said: str) -> None:
    assert said in report(two_sizes(), tmp_path)


def test_the_report_has_its_picture_and_every_run_beside_it(tmp_path: Path) -> None:
    text = report(two_sizes(), tmp_path)

    kept = json.loads((tmp_path / "runs.json").read_text(encoding="utf-8"))
    picture = (tmp_path / "growth.svg").read_text(encoding="utf-8")
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == text
    assert "(growth.svg)" in text
    assert all(f">{name}</text>" in picture for name in ("atlas build", "Hugo", "mkdocs-material"))
    assert kept[0]["runs"]["atlas"]["cold"] == [
        {"wall": 9, "cpu": 18},
        {"wall": 2, "cpu": 4},
        {"wall": 4, "cpu": 8},
    ]


def test_a_report_without_peers_can_be_written(tmp_path: Path) -> None:
    text = report([size(5, 100, atlas_cold=(2.0,), atlas_cell=(1.0,), atlas_nothing=(0.5,))], tmp_path)

    assert "Hugo takes" not in text
    assert "1 run of each build" in text


def test_runs_are_read_again_as_they_were_kept(tmp_path: Path) -> None:
    [large, _] = two_sizes()
    large.write(tmp_path / "200.json")

    assert read_size(tmp_path / "200.json", SETTING) == large
    assert large.rounds == 3


def test_runs_of_another_setting_or_of_a_broken_file_are_not_taken_up(tmp_path: Path) -> None:
    [large, _] = two_sizes()
    large.write(tmp_path / "200.json")
    (tmp_path / "50.json").write_text('{"runs": {"atlas": ', encoding="utf-8")

    assert read_size(tmp_path / "200.json", {**SETTING, "cores": 4}) is None
    assert read_size(tmp_path / "50.json", SETTING) is None
    assert read_size(tmp_path / "5.json", SETTING) is None
