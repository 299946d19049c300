"""`atlas remove` says what goes with a framework, and does it when it is told to."""

from pathlib import Path

import pytest

from generator.cli import main
from tests.site.projects import replace
from tests.site.test_reproducible import commit

Output = pytest.CaptureFixture[str]


def test_without_a_word_nothing_changes(project: Path, capsys: Output) -> None:
    commit(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    assert main(["--lang", "en", "remove", "lantern"]) == 0

    told = capsys.readouterr().out
    assert "goes: frameworks/lantern.yaml\n" in told
    assert "goes: the finding 'every-boat', which would rest on too little\n" in told
    assert told.endswith("Nothing was changed. To do it: atlas remove lantern --yes\n")
    assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_with_a_word_it_is_gone_and_all_is_sound(up_to_date: Path, capsys: Output) -> None:
    commit(up_to_date)
    assert main(["--lang", "en", "remove", "lantern", "--instead", "harbour", "--yes"]) == 0
    assert capsys.readouterr().out.endswith("lantern is removed.\n")

    assert list(up_to_date.rglob("*lantern*")) == []
    assert main(["--lang", "en", "l10n", "update", "--check", "-D", "shared"]) == 0
    assert main(["--lang", "en", "validate"]) == 0
    assert "error[" not in capsys.readouterr().out


def test_what_no_commit_has_goes_only_for_good(up_to_date: Path, capsys: Output) -> None:
    commit(up_to_date)
    file = up_to_date / "frameworks/lantern.yaml"
    written = file.read_bytes() + b"# Anna's remark\n"
    file.write_bytes(written)

    assert main(["--lang", "en", "remove", "lantern", "--yes"]) == 1

    told = capsys.readouterr()
    assert "git cannot bring them back: frameworks/lantern.yaml\n" in told.out
    assert "atlas remove lantern --yes --for-good" in told.err
    assert file.read_bytes() == written

    assert main(["--lang", "en", "remove", "lantern", "--yes", "--for-good"]) == 0
    assert not file.exists()


def test_where_git_keeps_nothing_all_that_would_be_lost_is_named(project: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "remove", "lantern", "--yes"]) == 1

    assert "harbour--lantern.yaml, frameworks/crosswalks/lantern--mill.yaml" in capsys.readouterr().out
    assert (project / "frameworks/lantern.yaml").exists()


def test_a_notice_can_be_left_out_and_that_is_said(project: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "remove", "lantern"]) == 0
    assert "was it never published, add --no-notice" in capsys.readouterr().out


def test_a_name_that_nothing_has_is_answered_with_the_nearest(project: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "remove", "lantrn"]) == 2
    assert "Did you mean 'lantern'?" in capsys.readouterr().err


def test_a_command_line_that_would_be_refused_is_not_advised(up_to_date: Path, capsys: Output) -> None:
    commit(up_to_date)
    file = up_to_date / "frameworks/lantern.yaml"
    file.write_bytes(file.read_bytes() + b"# Anna's remark\n")

    assert main(["--lang", "en", "remove", "lantern"]) == 0

    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("Nothing was changed. To do it, commit first what no commit has, and then: atlas ")
    assert last.endswith("Or take it away for good: atlas remove lantern --yes --for-good")


def test_words_that_a_file_which_stays_would_lose_are_told_too(up_to_date: Path, capsys: Output) -> None:
    commit(up_to_date)
    findings = up_to_date / "frameworks/findings.yaml"
    title = next(line for line in findings.read_text(encoding="utf-8").splitlines() if "title: " in line)
    replace(findings, title, "    title: Nobody has seen this yet")

    assert main(["--lang", "en", "remove", "lantern", "--yes"]) == 1
    told = capsys.readouterr()
    assert "no commit has this: findings/every-boat/title: Nobody has seen this yet\n" in told.out
    assert "atlas remove lantern --yes --for-good" in told.err
