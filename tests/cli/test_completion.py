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


@pytest.mark.parametrize("shell", SHELLS)
def test_what_a_shell_reads_names_the_program_and_no_path_of_this_machine(shell: str, capsys: Output) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr().out

    assert "atlas" in said
    assert sys.prefix not in said


def test_every_command_can_be_completed() -> None:
    assert "completion" in LEAVES
