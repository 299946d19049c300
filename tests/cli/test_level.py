"""`atlas level` changes one level of a framework, and lets all that names it follow."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.site.projects import replace
from tests.site.test_reproducible import commit

Output = pytest.CaptureFixture[str]


def test_a_level_gets_another_id_wherever_it_is_named(up_to_date: Path, capsys: Output) -> None:
    assert main(["level", "rename", "harbour/pier", "jetty"]) == 0

    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "harbour/levels/pier is now harbour/levels/jetty: 18 places in 6 files."
    assert main(["validate"]) == 0


@pytest.mark.parametrize("asked", [["-n"], ["--yes", "-n"], []])
def test_a_level_goes_only_when_somebody_says_so(up_to_date: Path, capsys: Output, asked: list[str]) -> None:
    commit(up_to_date)
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
        "remove harbour/dock --instead port --yes --for-good",
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
    assert main(["--lang", "en", "level", "remove", "harbour/dock", "--yes", "--for-good"]) == 0
    assert "\nnew: frameworks/redirects.yaml; git leaves it there" in capsys.readouterr().out


def files_of(project: Path) -> dict[Path, bytes]:
    """All files but git's own."""
    return {
        path: path.read_bytes()
        for path in project.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(project).parts
    }


def test_words_that_no_commit_has_are_told_and_go_with_a_level_only_for_good(
    up_to_date: Path, capsys: Output
) -> None:
    commit(up_to_date)
    harbour = up_to_date / "frameworks/harbour.yaml"
    replace(harbour, "dock: Two people with a rota.", "dock: >-\n      Four people\n      with a rota.")
    replace(harbour, "  - id: dock\n    number", "  - id: dock\n    # Anna: ask the pilots\n    number")
    walk = up_to_date / "frameworks/crosswalks/harbour--mill.yaml"
    written = files_of(up_to_date)

    for asked in ([], ["-n"], ["-y"], ["-y", "-n"]):
        assert main(["--lang", "en", "level", "remove", "harbour/dock", *asked]) == ("-y" in asked)
        told = capsys.readouterr()
        assert "no commit has this: harbour/cells/crew/dock: Four people with a rota.\n" in told.out
        assert "no commit has this: frameworks/harbour.yaml:31: # Anna: ask the pilots\n" in told.out
        assert told.out.count("no commit has this") == 2
        assert "atlas level remove harbour/dock --yes --for-good" in told.out + told.err
        assert files_of(up_to_date) == written
    assert walk.exists()

    assert main(["--lang", "en", "level", "remove", "harbour/dock", "-y", "--for-good"]) == 0
    assert b"Four people" not in harbour.read_bytes()


def test_what_is_not_committed_elsewhere_does_not_keep_a_level_from_going(
    up_to_date: Path, capsys: Output
) -> None:
    commit(up_to_date)
    harbour = up_to_date / "frameworks/harbour.yaml"
    replace(harbour, "pier: Whoever is there.", "pier: Whoever is there today.")
    replace(harbour, "dock: Two people with a rota.", 'dock: "Two people\n      with a rota."')

    assert main(["--lang", "en", "level", "remove", "harbour/dock", "-y"]) == 0
    assert "no commit has" not in capsys.readouterr().out
    assert "today" in harbour.read_text(encoding="utf-8")


def test_a_level_that_waits_for_several_texts_is_named_once(up_to_date: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "level", "merge", "harbour/dock", "--into", "port", "-n"]) == 0
    assert "until its texts are written: harbour/levels/port\n" in capsys.readouterr().out
