"""A bench builds with every tool, keeps what it found, and trusts no build that has not made all pages."""

import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.bench import __main__ as bench
from tests.bench import rounds
from tests.bench.invented import Change, translated
from tests.bench.measure import FailedError
from tests.bench.report import report
from tests.bench.results import BUILDS
from tests.bench.rounds import UnequalError, built, measured
from tests.bench.tools import Tool, holding
from tests.site.projects import write

SETTING: dict[str, Any] = {"cores": 1, "processor": "p", "versions": {}, "levels": 4, "dimensions": 3}
CHANGE = Change("model-001", "Bala bala.", "Bala bala baco.")
ADDRESSES = ["en/", "en/frameworks/", "nl/", "nl/frameworks/"]


def copier(folder: Path, program: str) -> Tool:
    """A tool that publishes each text as it is, by a program that knows `source` and `to`."""
    for number, address in enumerate(ADDRESSES):
        text = CHANGE.before if number % 2 else "Nothing."
        write(folder / "md" / address / "index.md", text if address[0] == "e" else translated(text))
    whole = (
        "import pathlib\n"
        "for source in sorted(pathlib.Path('md').rglob('*.md')):\n"
        "    language, *rest = source.parent.parts[1:]\n"
        "    to = pathlib.Path('public', *([] if language == 'en' else [language]), *rest, 'index.html')\n"
        "    to.parent.mkdir(parents=True, exist_ok=True)\n"
        f"    {program}\n"
    )
    return Tool(
        "copier",
        folder,
        ((sys.executable, "-c", whole),),
        (folder / "public",),
        lambda _, addresses: [folder / "md" / address / "index.md" for address in addresses],
    )


def test_a_bench_measures_builds_and_takes_up_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "SHORT", 0)  # mkdocs-material from nothing only: this test is to be short
    told: list[str] = []

    size = measured(2, ["mkdocs-material"], 1, tmp_path, SETTING, tell=told.append)
    again = measured(2, ["mkdocs-material"], 1, tmp_path, SETTING, resume=True, tell=told.append)

    assert list(size.runs["atlas"]) == list(BUILDS)
    assert list(size.runs["mkdocs-material"]) == ["cold"]
    assert size.runs["atlas"]["nothing"][0].wall < size.runs["atlas"]["cold"][0].wall
    assert 20 << 20 < size.memory < 2 << 30
    assert again == size
    assert told[-1] == "2 frameworks: 1 round is there"
    assert "mkdocs-material" in report([size], tmp_path / "report")
    pages = list((tmp_path / "2" / "atlas" / "site").rglob("index.html"))
    assert len(pages) == size.pages


def test_a_changed_cell_is_found_on_all_pages_that_show_it(tmp_path: Path) -> None:
    tool = copier(tmp_path, "to.write_text(source.read_text())")
    [held] = holding(tmp_path / "md", [CHANGE])

    built(tool, ADDRESSES, CHANGE, [f"{address}/" for address in held], "cold")
    built(tool, ADDRESSES, CHANGE, [f"{address}/" for address in held], "cell")

    assert held == ["en/frameworks", "nl/frameworks"]
    assert (tmp_path / "public/frameworks/index.html").read_text() == CHANGE.after
    assert (tmp_path / "public/nl/frameworks/index.html").read_text() == translated(CHANGE.after)
    assert (tmp_path / "public/nl/index.html").read_text() == translated("Nothing.")


def test_a_build_that_leaves_a_page_out_is_refused(tmp_path: Path) -> None:
    tool = copier(tmp_path, "rest and to.write_text(source.read_text())")

    with pytest.raises(UnequalError, match="copier left out 2 of 4 pages: en/"):
        built(tool, ADDRESSES, CHANGE, [], "cold")


def test_a_build_that_does_not_show_a_changed_cell_is_refused(tmp_path: Path) -> None:
    tool = copier(tmp_path, "to.exists() or to.write_text(source.read_text())")
    built(tool, ADDRESSES, CHANGE, ["en/frameworks"], "cold")

    with pytest.raises(UnequalError, match="copier did not change en/frameworks"):
        built(tool, ADDRESSES, CHANGE, ["en/frameworks"], "cell")


def test_a_build_from_nothing_has_nothing_of_the_one_before(tmp_path: Path) -> None:
    tool = copier(tmp_path, "to.exists() or to.write_text(source.read_text())")
    built(tool, ADDRESSES, CHANGE, [], "cold")
    tool.change(CHANGE, ["en/frameworks"])

    built(tool, ADDRESSES, CHANGE, [], "cold")

    assert tool.unchanged(CHANGE, ["en/frameworks"]) == []


def test_a_build_that_fails_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="no such thing"):
        built(copier(tmp_path, "raise SystemExit('no such thing')"), ADDRESSES, CHANGE, [], "cold")


def test_a_missing_hugo_is_said_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name, **more: None if name == "hugo" else real(name, **more))
    given = ["bench", "--sizes", "2", "--work", str(tmp_path / "work"), "--report", str(tmp_path / "report")]
    monkeypatch.setattr(sys, "argv", given)

    assert bench.main() == 1
    assert "Debian's package 'hugo' has it; --peers leaves it out" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("given", [["--sizes", "0"], ["--runs", "many"], ["--peers", "jekyll"]])
def test_what_cannot_be_measured_is_wrong_usage(given: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", *given])

    with pytest.raises(SystemExit) as ended:
        bench.main()
    assert ended.value.code == 2
