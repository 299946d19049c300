"""`atlas remove` says what goes with a framework, and does it when it is told to."""

from pathlib import Path

import pytest

from generator.cli import main

Output = pytest.CaptureFixture[str]


def test_without_a_word_nothing_changes(project: Path, capsys: Output) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}

    assert main(["--lang", "en", "remove", "lantern"]) == 0

    told = capsys.readouterr().out
    assert "goes: frameworks/lantern.yaml\n" in told
    assert "goes: the finding 'every-boat', which would rest on too little\n" in told
    assert told.endswith("Nothing was changed. To do it: atlas remove lantern --yes\n")
    assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_with_a_word_it_is_gone_and_all_is_sound(up_to_date: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "remove", "lantern", "--instead", "harbour", "--yes"]) == 0
    assert capsys.readouterr().out.endswith("lantern is removed.\n")

    assert list(up_to_date.rglob("*lantern*")) == []
    assert main(["--lang", "en", "l10n", "update", "--check", "-D", "shared"]) == 0
    assert main(["--lang", "en", "validate"]) == 0
    assert "error[" not in capsys.readouterr().out


def test_a_name_that_nothing_has_is_answered_with_the_nearest(project: Path, capsys: Output) -> None:
    assert main(["--lang", "en", "remove", "lantrn"]) == 2
    assert "Did you mean 'lantern'?" in capsys.readouterr().err
