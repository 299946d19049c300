"""A shell that asks `atlas` is told which commands, options and names of the project may come next."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.completion import SHELLS
from tests.cli.test_commands import LEAVES

Output = pytest.CaptureFixture[str]

ASK = """\
source "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
COMP_TYPE=9
_python_argcomplete atlas "${COMP_WORDS[-1]}" 2>&-
printf '%s\\n' "${COMPREPLY[@]}"
"""
"""What bash does where somebody types these words and presses Tab."""


def completed(project: Path, *words: str) -> set[str]:
    """What bash offers for the last word of a command line."""
    programs = project / "bin"
    programs.mkdir(exist_ok=True)
    program = programs / "atlas"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n')
    program.chmod(0o755)
    bash = shutil.which("bash")
    assert bash, "bash is what completes here"
    root = str(Path(__file__).parent.parent.parent)
    asked = subprocess.run(
        [bash, "--norc", "-c", ASK, "bash", str(project / "completion.bash"), *words],
        cwd=project,
        env={**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=True,
    )
    return {word.strip() for word in asked.stdout.split("\n") if word.strip()}


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("atlas", "va"), {"validate"}),
        (("atlas", "l10n", "ac"), {"accept"}),
        (("atlas", "export", "ha"), {"harbour"}),
        (("atlas", "export", ""), {"harbour", "lantern", "mill"}),
        (("atlas", "export", "mill", "--for"), {"--format"}),
        (("atlas", "export", "mill", "--format", ""), {"csv", "xlsx", "md"}),
        (("atlas", "l10n", "status", "-l", "n"), {"nl"}),
        (("atlas", "explain", "F20"), {"F200", "F208"}),
        (("atlas", "validate", "frameworks/mi"), {"frameworks/mill.yaml"}),
        (("atlas", "level", "rename", "harbour/p"), {"harbour/pier", "harbour/port"}),
    ],
)
def test_bash_offers_what_may_come_next(
    words: tuple[str, ...], offered: set[str], up_to_date: Path, capsys: Output
) -> None:
    assert main(["completion", "bash"]) == 0
    (up_to_date / "completion.bash").write_text(capsys.readouterr().out)

    found = completed(up_to_date, *words)

    assert offered <= found
    assert all(word.startswith(words[-1]) for word in found)


def answered(project: Path, shell: str, line: str) -> dict[str, str]:
    """What the program answers a shell that asks for the last word of a line, with what it says of each."""
    answer = project / "answer"
    asks = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_SHELL": shell,
        "_ARGCOMPLETE_SUPPRESS_SPACE": "1",
        "_ARGCOMPLETE_IFS": "\n",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
        "HOME": str(project),
        "PYTHONPATH": str(Path(__file__).parent.parent.parent),
    }
    if shell == "fish":
        asks["_ARGCOMPLETE_DFS"] = "\t"
    command = [sys.executable, "-m", "generator"]
    subprocess.run(command, cwd=project, env={**os.environ, **asks}, check=True, capture_output=True)
    part = {"zsh": ":", "fish": "\t", "bash": "\0"}[shell]
    lines = answer.read_text(encoding="utf-8").split("\n")
    return {name: said for name, _, said in (item.partition(part) for item in lines if item)}


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_shell_that_shows_more_is_told_in_a_sentence_what_a_code_means(shell: str, project: Path) -> None:
    found = answered(project, shell, "atlas explain F21")

    assert found["F211"] == "A level does not say where it stands on the reference scale."
    assert all(item.startswith("F21") and "(" not in said for item, said in found.items())


def test_zsh_is_told_no_none_beside_the_values_of_an_option(project: Path) -> None:
    found = answered(project, "zsh", "atlas export mill --format=")

    assert set(found) == {"--format=csv", "--format=md", "--format=xlsx"}
    assert "None" not in found.values()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("atlas remove ha", {"harbour"}),
        ("atlas level rename harbour/p", {"harbour/pier", "harbour/port"}),
        ("atlas level move harbour/pier --after ", {"dock", "port"}),
        ("atlas level move --after lantern/", {"lantern/candle", "lantern/lighthouse"}),
        ("atlas level rename harbour/pier p", set()),
        ("atlas level split harbour/pier --into p", set()),
        ("atlas new ha", set()),
        ("atlas l10n export -D ", {"harbour", "lantern", "mill", "shared", "ui", "commands"}),
        ("atlas rename ha", {"harbour", "harbour/"}),
        ("atlas rename harbour/levels/po", {"harbour/levels/port"}),
        ("atlas rename lantern/ca", {"lantern/candle"}),
        ("atlas poster ru", {"ruler"}),
    ],
)
def test_ids_are_offered_where_a_command_takes_them_and_no_files(
    line: str, offered: set[str], project: Path
) -> None:
    (project / "harbour-notes.txt").write_text("A file, and no id.")

    assert set(answered(project, "fish", line)) == offered


@pytest.mark.parametrize("shell", ["bash", "zsh"])
@pytest.mark.parametrize("start", ["~/ho", "$HOME/ho"])
def test_what_only_the_shell_can_read_is_left_to_it(shell: str, start: str, project: Path) -> None:
    (project / "home.csv").write_text("Crew;Level 1")

    assert answered(project, shell, f"atlas import {start}") == {}
    assert set(answered(project, shell, "atlas import ho")) == {"home.csv"}


def test_zsh_completes_files_itself_where_the_program_leaves_them_to_it(capsys: Output) -> None:
    assert main(["completion", "zsh"]) == 0
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]

    shows = next(number for number, line in enumerate(lines) if line.startswith("_describe "))
    assert lines[shows - 1] == "if (( ${#completions} )); then"
    assert lines[shows + 1] == r'elif [[ "$PREFIX" == *[\~\$]* ]]; then'
    assert "_files" in lines[shows + 2 : shows + 5]


@pytest.mark.parametrize("shell", SHELLS)
def test_what_a_shell_reads_names_the_program_and_no_path_of_this_machine(shell: str, capsys: Output) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr().out

    assert "atlas" in said
    assert sys.prefix not in said


def test_every_command_can_be_completed() -> None:
    assert "completion" in LEAVES
