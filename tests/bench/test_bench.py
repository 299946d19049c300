"""A bench trusts no build that is not equal to the others, and its report says what the runs come to."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from generator.crosswalk import EVERY_PAIR_UP_TO
from generator.l10n.catalogs.files import catalogue_path
from generator.project import open_project
from tests.bench.invented import LANGUAGE, Change, changes, translated, write_invented
from tests.bench.markdown import as_markdown
from tests.bench.measure import FailedError, Run, peak_memory, run
from tests.bench.report import KEEPS_NOTHING, UNMEASURED, report
from tests.bench.rounds import BUILDS, WHOLE, Size, UnequalError, built, measured, planned, read_size
from tests.bench.tools import LANGUAGES, Tool, holding
from tests.site.projects import ROOT, content, write

SETTING: dict[str, Any] = {"cores": 2, "processor": "A fine processor", "versions": {"hugo": "0.1"}}
CHANGE = Change("model-001", "Bala bala.", "Bala bala baco.")
ADDRESSES = ["en/", "en/frameworks/", "nl/", "nl/frameworks/"]
HELD = ["en/frameworks", "nl/frameworks"]


def test_an_invented_project_is_the_same_in_another_process(tmp_path: Path) -> None:
    program = "import sys, pathlib, tests.bench.invented as i; i.write_invented(pathlib.Path(sys.argv[1]), 2)"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}

    subprocess.run([sys.executable, "-c", program, tmp_path / "other"], env=environment, check=True)
    write_invented(tmp_path / "one", 2)

    # What was compiled is copied from the real project, which a build of it may fill meanwhile.
    one, other = (
        {name: held for name, held in content(tmp_path / folder).items() if not name.startswith(".cache/")}
        for folder in ("one", "other")
    )
    assert "mkdocs.yml" in one
    assert one == other


@pytest.mark.parametrize("count", [2, EVERY_PAIR_UP_TO + 2])
def test_an_invented_project_is_sound_and_wholly_translated(tmp_path: Path, count: int) -> None:
    project, problems = open_project(write_invented(tmp_path, count), LANGUAGES)

    assert project is not None
    assert problems == ()
    assert list(project.views[LANGUAGE].gaps) == []
    assert len(project.atlas.frameworks) == count


def test_each_change_is_of_another_cell_and_reaches_data_and_translation_once(tmp_path: Path) -> None:
    project, edits = write_invented(tmp_path, 2), changes(2, 5)

    for change in edits:
        for path, before, after in (
            (project / "frameworks" / f"{change.framework}.yaml", change.before, change.after),
            (
                catalogue_path(project / "locales", LANGUAGE, change.framework),
                translated(change.before),
                translated(change.after),
            ),
        ):
            text = path.read_text("utf-8")
            assert text.count(before) == 1
            path.write_text(change.apply(text), encoding="utf-8")
            assert after in path.read_text("utf-8")

    assert len({change.before for change in edits}) == 5
    opened, problems = open_project(project, LANGUAGES)
    assert opened is not None
    assert problems == ()
    assert list(opened.views[LANGUAGE].gaps) == []


def test_markdown_has_what_it_can_say_of_a_page_and_no_link_that_leads_nowhere() -> None:
    html = (
        "<h1>Flow</h1><svg><g><svg><text>1</text></svg></g></svg><ul><li>One</li></ul>"
        "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>"
        '<p><a href="levels/pier/#signs">Pier</a> <a href="#below">below</a> <a href="x.json">JSON</a></p>'
    )

    text = as_markdown(html, "frameworks/flow/", {"frameworks/flow/levels/pier/"})

    assert text == "# Flow\n\n* One\n\n| A |\n| --- |\n| 1 |\n\n[Pier](levels/pier/) below JSON\n"


def python(program: str) -> tuple[str, ...]:
    return (sys.executable, "-c", program)


def nested(program: str) -> tuple[str, ...]:
    return python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {program!r}], check=True)")


@pytest.mark.slow
def test_the_processors_time_counts_what_commands_start_and_not_what_they_wait(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.4: pass"

    done = run([nested(busy), python("import time; time.sleep(1)")], tmp_path, {})

    assert 0.4 <= done.cpu < done.wall - 0.9


def test_memory_counts_what_a_command_starts(tmp_path: Path) -> None:
    large = "import time; held = bytearray(b'x') * (80 << 20); time.sleep(0.5)"

    assert 80 << 20 <= peak_memory([nested(large)], tmp_path, {}) < 300 << 20


@pytest.mark.parametrize("measure", [run, peak_memory])
def test_a_command_that_fails_is_no_measurement(measure: Any, tmp_path: Path) -> None:
    with pytest.raises(FailedError, match=r"exit 3\na reason"):
        measure([python("import sys; print('a reason'); sys.exit(3)")], tmp_path, {})


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
        (python(whole),),
        (folder / "public",),
        lambda _, addresses: [folder / "md" / address / "index.md" for address in addresses],
    )


def test_a_changed_cell_is_found_on_all_pages_that_show_it(tmp_path: Path) -> None:
    tool = copier(tmp_path, "to.write_text(source.read_text())")
    assert holding(tmp_path / "md", [CHANGE]) == [HELD]

    for build in BUILDS:
        built(tool, build, ADDRESSES, CHANGE, HELD)

    assert (tmp_path / "public/frameworks/index.html").read_text() == CHANGE.after
    assert (tmp_path / "public/nl/frameworks/index.html").read_text() == translated(CHANGE.after)


def test_a_build_that_leaves_a_page_out_is_refused(tmp_path: Path) -> None:
    tool = copier(tmp_path, "rest and to.write_text(source.read_text())")

    with pytest.raises(UnequalError, match="copier left out 2 of 4 pages: en/"):
        built(tool, "cold", ADDRESSES, CHANGE, HELD)


def test_only_a_build_from_nothing_may_do_without_what_is_there(tmp_path: Path) -> None:
    tool = copier(tmp_path, "to.exists() or to.write_text(source.read_text())")
    built(tool, "cold", ADDRESSES, CHANGE, HELD)

    with pytest.raises(UnequalError, match="copier did not change en/frameworks, nl/frameworks"):
        built(tool, "cell", ADDRESSES, CHANGE, HELD)
    built(tool, "cold", ADDRESSES, CHANGE, HELD)

    assert tool.unchanged(CHANGE, HELD) == []


def test_a_bench_measures_builds_and_takes_up_where_it_stopped(tmp_path: Path) -> None:
    size = measured(2, ["hugo"], 1, tmp_path, SETTING, resume=False)

    assert {tool: tuple(builds) for tool, builds in size.runs.items()} == {
        "atlas": (*BUILDS, WHOLE),
        "hugo": BUILDS,
    }
    assert 0 < size.runs["atlas"]["cold"][0].cpu < size.runs["atlas"][WHOLE][0].cpu
    assert list((tmp_path / "2/atlas/.cache").iterdir())  # where a build from nothing removes what is kept
    assert 20 << 20 < size.memory < 2 << 30
    # What leads on, and lists of a folder that hugo makes by itself.
    no_page = re.compile(r"/(en|cite|(public|nl)/embed)/index\.html$|/id/")
    for site in ("atlas/site", "hugo/public"):
        pages = list((tmp_path / "2" / site).rglob("index.html"))
        assert len([page for page in pages if not no_page.search(page.as_posix())]) == size.pages
    assert measured(2, ["hugo"], 1, tmp_path, SETTING, resume=True) == size
    assert read_size(tmp_path / "2.json", {**SETTING, "cores": 4}, ["atlas", "hugo"]) is None
    assert read_size(tmp_path / "2.json", SETTING, ["atlas"]) is None


def sized(frameworks: int, pages: int, **walls: tuple[float, ...]) -> Size:
    """Runs of a tool and build, named `atlas_cold`; each takes twice as long in the processor."""
    made = Size(frameworks, pages, 6, SETTING, memory=300 << 20)
    for name, seconds in walls.items():
        tool, _, build = name.rpartition("_")
        runs = [Run(second, 2 * second) for second in seconds]
        made.runs.setdefault(tool.replace("_", "-"), {})[build] = runs
    return made


def test_the_report_says_what_the_runs_come_to(tmp_path: Path) -> None:
    small = sized(
        50, 1000, atlas_cold=(9, 2, 4), atlas_cell=(1, 1.5, 0.5), atlas_nothing=(0.5, 0.5, 0.5),
        mkdocs_material_cold=(40, 44, 48), hugo_cold=(2, 2.5, 3), hugo_cell=(2, 2, 2), hugo_nothing=(2, 2, 2),
    )  # fmt: skip
    large = sized(
        475, 10_000, atlas_cold=(30,), atlas_cell=(3,), atlas_nothing=(1.0,), atlas_whole=(45,),
        hugo_cold=(10,),
    )  # fmt: skip

    lines = report([large, small], tmp_path).splitlines()

    cold = [line for line in lines if line.startswith("| 1")]
    assert cold[0] == (
        "| 1,000 (50) | 3 | 4.00 s (2.00–9.00), CPU 8.00 s | 44.00 s (40.00–48.00), CPU 88.00 s "
        "| 2.50 s (2.00–3.00), CPU 5.00 s | 0.09 | 1.60 |"
    )
    assert cold[1].startswith(f"| 10,000 (475) | 1 | 30.00 s (30.00–30.00), CPU 60.00 s | {UNMEASURED} |")
    assert cold[2] == (
        f"| 1,000 (50) | 3 | 1.00 s (0.50–1.50), CPU 2.00 s | {KEEPS_NOTHING} "
        "| 2.00 s (2.00–2.00), CPU 4.00 s | 0.02 | 0.50 |"
    )
    assert "| Built from nothing, 50 frameworks: at most 1.6 × Hugo from nothing | 1.60 × | yes |" in lines
    assert f"| Nothing changed, 200 frameworks: under 1 s | {UNMEASURED} |  |" in lines
    assert "| Nothing changed, 475 frameworks: under 1 s | 1.00 s | no |" in lines
    assert "| Memory of all processes, 475 frameworks: under 400 MiB | 300 MiB | yes |" in lines
    assert "| 10,000 | 300 MiB | 3.0 ms | 45.00 s (1.50 ×) |" in lines
    assert f"| 1,000 | 300 MiB | 4.0 ms | {UNMEASURED} |" in lines
    assert "Reached: 3 of 4 that were measured." in lines
    assert "- Nothing changed, 475 frameworks: under 1 s (it is 1.00 s)" in lines
    drawn = {text.text for text in ElementTree.parse(tmp_path / "growth.svg").getroot().iter()}
    assert {"atlas build", "Hugo", "mkdocs-material", "atlas build, nothing changed"} <= drawn


def test_large_sizes_are_measured_beside_hugo_only_and_in_fewer_runs() -> None:
    assert planned(200, ["mkdocs-material", "hugo"], 5) == (["mkdocs-material", "hugo"], 5)
    assert planned(475, ["mkdocs-material", "hugo"], 5) == (["hugo"], 3)
