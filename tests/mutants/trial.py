"""Try a slip in a copy of the project: with the quick tests first, then those that build, then a browser."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from tests.mutants.mutants import PROJECT, Mutant, made

STAGES = {
    "quick": ("not slow and not browser", 120),
    "slow": ("slow and not browser", 600),
    "browser": ("browser", 600),
}
"""The tests of each stage by their marks, and after how many seconds a slip counts as noticed."""
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "node_modules")
_LEFT_OUT_AT_THE_TOP = shutil.ignore_patterns(".*", "site", "build")
_LENT = (".cache", "tests/browser/node_modules")
_PASSED, _FAILED, _NOTHING_TO_RUN = (0,), (1, 2), 5


class UnsoundError(Exception):
    """Tests fail without a slip, so that they cannot tell of one."""


@dataclass(frozen=True)
class Ran:
    """How tests ended: whether they noticed anything, and what they said."""

    noticed: bool
    said: str


def copy_project(folder: Path) -> Path:
    """Copy what is tried and tested; what tests have downloaded is lent."""

    def left_out(here: str, names: list[str]) -> set[str]:
        at_the_top = _LEFT_OUT_AT_THE_TOP(here, names) if Path(here) == PROJECT else set()
        return _LEFT_OUT(here, names) | at_the_top

    copy = Path(shutil.copytree(PROJECT, folder, ignore=left_out))
    for name in _LENT:
        if (PROJECT / name).exists():
            (copy / name).symlink_to(PROJECT / name)
    return copy


def run_tests(copy: Path, stage: str, tests: Collection[str]) -> Ran:
    """Run the tests of one stage until one fails; a time-out counts as noticed."""
    marks, seconds = STAGES[stage]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider", "-n0"]
    process = subprocess.Popen(
        [*command, "-m", marks, *tests],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        said, _ = process.communicate()
        return Ran(True, f"{said}\nStopped after {seconds} s.")
    if process.returncode not in (*_PASSED, *_FAILED, _NOTHING_TO_RUN):
        raise UnsoundError(said)
    return Ran(process.returncode in _FAILED, said)


def caught_at(mutant: Mutant, copy: Path, check_sound: Callable[[str, Path, Mutant], None]) -> str | None:
    """Find the first stage whose tests notice a slip; None where it survives all of them.

    `check_sound` raises UnsoundError where they fail without it as well.
    """
    for stage in STAGES:
        with made(mutant, copy):
            noticed = run_tests(copy, stage, mutant.caught_by).noticed
        if noticed:
            check_sound(stage, copy, mutant)
            return stage
    return None


def raise_unless_sound(stage: str, copy: Path, tests: Collection[str]) -> None:
    """Run tests on the project as it is; UnsoundError where one fails."""
    ran = run_tests(copy, stage, tests)
    if ran.noticed:
        raise UnsoundError(ran.said)
