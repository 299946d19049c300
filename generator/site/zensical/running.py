"""A project on disk in, Zensical run on it out: how it ended, and what it found wrong, by file and line."""

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from generator.problems import Message, say
from generator.site.children import stop
from generator.site.zensical.projects import Written

REQUIREMENT = "zensical>=0.0.73,<0.1"
"""What has to be installed; the same range stands in pyproject.toml."""

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_FOUND = re.compile(
    r"^(?:Warning|Error): (?P<words>.+)\n\s*╭─\[ (?P<file>.+?):(?P<line>\d+):(?P<column>\d+) ]", re.M
)
_NOTHING = "No issues found"


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code, what it found in pages written by hand, and all that it said."""

    code: int
    found: tuple[str, ...]
    said: str

    @property
    def reason(self) -> str:
        """Why it failed: what it said last, after the steps that led there."""
        return self.said.rpartition("\n")[2]


@dataclass(frozen=True)
class Run:
    """A running build of one language."""

    project: Written
    documents: str
    log: Path
    process: subprocess.Popen[bytes]

    def wait(self) -> Ended:
        """Its end."""
        code = self.process.wait()
        return read_log(
            code, self.log.read_text(encoding="utf-8", errors="replace"), self.documents, self.project.shifts
        )

    def stop(self) -> None:
        """End it, whatever it is doing."""
        stop(self.process)


def missing() -> Message | None:
    """What to install where Zensical is not there."""
    if find_spec("zensical"):
        return None
    return say(
        "--engine zensical: Zensical is not installed. Run: pip install '%(requirement)s'",
        requirement=REQUIREMENT,
    )


def start(project: Written, documents: str, *, strict: bool, lock: int) -> Run:
    """Start Zensical; `documents` is how the folder of this language's pages by hand is called in messages.

    It inherits the stage's lock, so that the stage outlives a parent that is killed.
    """
    log = project.folder.with_name(f"{project.folder.name}.log")
    command = [sys.executable, "-m", "zensical", "build", "--config-file", str(project.configuration)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*command, *["--strict"] * strict],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=(lock,),
        )
    return Run(project, documents, log, process)


def read_log(code: int, text: str, documents: str, shifts: Mapping[str, int]) -> Ended:
    """What Zensical said, with its findings at the lines where the author of a page has them."""
    said = _COLOUR.sub("", text).strip()
    found = tuple(
        f"{documents}/{item['file']}:{int(item['line']) - shifts.get(item['file'], 0)}:{item['column']}: "
        f"{item['words']}"
        for item in _FOUND.finditer(said)
    )
    return Ended(code, found or (() if _NOTHING in said else (said,) * (not code and "issue" in said)), said)
