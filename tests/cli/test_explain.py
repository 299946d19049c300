"""`atlas explain` says more about a code, and helps to find it."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.explain import EXPLANATIONS

Output = pytest.CaptureFixture[str]


def test_a_code_is_explained_with_a_wrong_and_a_right_example(capsys: Output) -> None:
    assert main(["explain", "F209"]) == 0
    assert capsys.readouterr().out == (
        "F209: A cell belongs to a level that is not there.\n"
        "\n"
        "The text has no column in the matrix and would not be shown.\n"
        "\n"
        "Wrong, in frameworks/harbour.yaml:\n"
        "\n"
        "        prot: Soundings, kept up to date.\n"
        "\n"
        "Right:\n"
        "\n"
        "        port: Soundings, kept up to date.\n"
    )


def test_small_letters_will_do(capsys: Output) -> None:
    assert main(["explain", "f209"]) == 0
    assert capsys.readouterr().out.startswith("F209: ")


def test_without_a_code_all_are_listed_a_line_each(capsys: Output) -> None:
    assert main(["explain"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.partition(" ")[0] for line in listed] == list(EXPLANATIONS)
    assert "F209  A cell belongs to a level that is not there." in listed


def test_an_unknown_code_is_a_wrong_command_line(capsys: Output) -> None:
    assert main(["explain", "F2009"]) == 2
    assert capsys.readouterr().err.startswith("atlas: there is no code 'F2009'. Did you mean 'F20")


def test_it_can_be_asked_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "Y100"]) == 0
    assert capsys.readouterr().out.startswith("Y100: ")


def test_a_sign_that_nobody_sees_is_named_and_not_sent_to_a_terminal(
    capsys: Output,
) -> None:
    main(["explain", "Y110"])
    told = capsys.readouterr().out
    assert "title: The <U+0007>mill" in told
    assert "\x07" not in told


def test_a_reader_who_has_seen_enough_breaks_nothing(project: Path) -> None:
    reading = subprocess.Popen(
        [sys.executable, "-m", "generator", "explain"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert reading.stdout is not None
    assert reading.stderr is not None
    reading.stdout.close()
    assert reading.stderr.read() == b""
    reading.stderr.close()
    reading.wait()
