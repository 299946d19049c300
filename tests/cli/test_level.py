"""`atlas level` changes one level of a framework, and lets all that names it follow."""

from pathlib import Path

import pytest

from generator.cli import main

Output = pytest.CaptureFixture[str]


def test_a_level_gets_another_id_wherever_it_is_named(up_to_date: Path, capsys: Output) -> None:
    assert main(["level", "rename", "harbour/pier", "jetty"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "harbour/levels/pier is now harbour/levels/jetty: 18 places in 6 files."
    assert main(["validate"]) == 0


@pytest.mark.parametrize("asked", [["-n"], ["--yes", "-n"], []])
def test_a_level_goes_only_when_somebody_says_so(up_to_date: Path, capsys: Output, asked: list[str]) -> None:
    before = {path: path.read_bytes() for path in up_to_date.rglob("*") if path.is_file()}

    assert main(["--lang", "en", "level", "remove", "harbour/dock", *asked]) == 0

    told = capsys.readouterr().out
    assert "goes: the mapping 'harbour--mill/wheel-dock' with mill/layers/wheel\n" in told
    assert "left to you: sentences that name it: look for 'Dock'\n" in told
    assert "Nothing was changed. " in told.splitlines()[-1]
    assert ("To do it: atlas level remove harbour/dock --yes" in told) == ("--yes" not in asked)
    assert before == {path: path.read_bytes() for path in up_to_date.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "line",
    [
        "move harbour/port --before dock",
        "remove harbour/dock --instead port --yes",
        "merge harbour/dock --into port",
        "split harbour/dock --into dock quay",
    ],
)
def test_afterwards_catalogues_are_up_to_date_and_all_is_sound(
    up_to_date: Path, capsys: Output, line: str
) -> None:
    assert main(["--lang", "en", "level", *line.split()]) == 0
    capsys.readouterr()

    assert main(["--lang", "en", "l10n", "update", "--check"]) == 0, capsys.readouterr().out
    assert main(["--lang", "en", "validate"]) == 0


def test_what_cannot_be_done_is_said_with_its_code(project: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "level", "merge", "harbour/pier", "--into", "port"]) == 2
    assert "error[R811]: 'pier' and 'port' do not follow each other" in capsys.readouterr().err


def test_a_file_that_git_would_leave_when_it_goes_back_is_named(up_to_date: Path, capsys: Output) -> None:
    (up_to_date / "frameworks/redirects.yaml").unlink(missing_ok=True)
    assert main(["--lang", "en", "level", "remove", "harbour/dock", "--yes"]) == 0
    assert "\nnew: frameworks/redirects.yaml; git leaves it there" in capsys.readouterr().out
