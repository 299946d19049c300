"""The example in each command's help is true: in a small project it ends well, and says what it did."""

import shlex
import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from generator.cli import main
from tests.cli.test_benchmark import saved
from tests.cli.test_commands import GROUPS, LEAVES
from tests.cli.test_diff import translate
from tests.cli.test_import import write_as
from tests.site.projects import ROOT, replace
from tests.site.test_reproducible import commit, git

Output = pytest.CaptureFixture[str]

ONLY_PARSED = {
    "serve": "runs until somebody ends it",
    "poster": "prints with Chromium what was built before",
}
"""Commands whose example is not run here, with the reason; `test_commands` holds that it can be typed."""

BEGINNING = ("new", "import")
"""Commands that make the framework `flow`, which all others find there."""

BUILDING = ("build",)
"""Commands that take longer than a moment."""


@pytest.fixture(scope="module")
def with_all(made_up_to_date: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with whatever examples name: results, a table, translations that came back, a branch."""
    project = tmp_path_factory.mktemp("examples") / "project"
    shutil.copytree(made_up_to_date, project)
    (project / "results").mkdir()
    with chdir(project / "results"):
        saved(*[2] * 12, *[3] * 9)
    (project / write_as("xlsx", project)).rename(project / "table.xlsx")
    translate(project, **{"One plank for every boat.": "Eén plank voor elke boot."})
    git(commit(project), "branch", "--move", "main")
    replace(project / "frameworks" / "harbour.yaml", "One plank for every boat.", "A plank for every boat.")
    with chdir(project):
        assert main(["l10n", "update"]) == 0
        assert main(["l10n", "export", "-l", "nl", "-d", "."]) == 0
    return project


def typed(line: str) -> Iterator[str]:
    """The words of a command line as a shell gives them to the program, names of files filled in."""
    for word in shlex.split(line)[1:]:
        found = sorted(map(str, Path().glob(word))) if "*" in word else []
        yield from found or [word]


def add_flow(project: Path) -> None:
    """Add the framework that examples name: another one of the same shape as the harbour."""
    harbour = (project / "frameworks" / "harbour.yaml").read_text(encoding="utf-8")
    flow = harbour.replace("harbour", "flow").replace("pier", "pilot")
    (project / "frameworks" / "flow.yaml").write_text(flow, encoding="utf-8")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.slow if name in BUILDING else ())
        for name in (*LEAVES, *GROUPS)
        if name not in ONLY_PARSED
    ],
)
def test_the_example_of_a_command_runs_and_says_what_it_did(
    name: str, with_all: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    project = shutil.copytree(with_all, tmp_path / "project")
    monkeypatch.chdir(project)
    if name not in BEGINNING:
        add_flow(project)
    if name == "crosswalk import":
        # The workbook of a pair with the framework that was only added here.
        assert main(["crosswalk", "export", "flow", "harbour"]) == 0
    if name in BUILDING:
        shutil.copytree(ROOT / "templates", project / "templates", dirs_exist_ok=True)
    capsys.readouterr()

    ended = main(list(typed(({**LEAVES, **GROUPS}[name].epilog or "").removeprefix("Example: "))))

    said = capsys.readouterr()
    assert (ended, said if ended else "") == (0, "")
    assert said.out.strip()


def test_what_is_not_run_is_a_command_that_there_is() -> None:
    assert {*ONLY_PARSED, *BEGINNING, *BUILDING} <= set(LEAVES)
