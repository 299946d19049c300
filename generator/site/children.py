"""A language in, a process that builds it beside the others out; and, in that process, what it was told.

A child runs the command that the parent runs, `mkdocs build` with the same configuration; a variable in its
environment says which language it builds, and what the parent knows and the configuration does not. It is a
copy of the parent where that can be, which saves it the second in which a new process loads what it needs.
"""

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self

from mkdocs.utils import get_build_datetime

from generator.site.copying import Copy, can_copy, copy

VARIABLE = "ATLAS_CHILD"

_ABORTED = "Aborted with a BuildError!"
"""What mkdocs says after the reason; that the build failed we say ourselves."""

_RECORD = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL) *-  ?(.*)")


@dataclass(frozen=True)
class Task:
    """What a child is told; `site_url` is that of the whole site's root, `pseudo` adds the pseudo-locales.

    `target` is the folder of the whole site, which the new one replaces; `clean` takes nothing over from it.
    `serving` says that mkdocs' own preview shows the pages, and not a server that publishes them; `copied`
    that the child is a copy of its parent.
    """

    language: str
    site_url: str | None
    pseudo: bool = False
    target: str = ""
    clean: bool = False
    serving: bool = False
    copied: bool = False

    @classmethod
    def given(cls, environment: Mapping[str, str]) -> Self | None:
        """The task of this process; None in a parent."""
        text = environment.get(VARIABLE)
        return cls(**json.loads(text)) if text else None


@dataclass(frozen=True)
class Outcome:
    """How a child ended, and its log as (level, message)."""

    language: str
    code: int
    records: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Child:
    """A running build of one language into a folder."""

    task: Task
    folder: Path
    log: Path
    process: subprocess.Popen[bytes] | Copy

    def wait(self) -> Outcome:
        """Its end."""
        code = self.process.wait()
        self._let_go()
        return Outcome(
            self.task.language, code, read_log(self.log.read_text(encoding="utf-8", errors="replace"))
        )

    def stop(self) -> None:
        """End it, whatever it is doing."""
        stop(self.process)
        self._let_go()

    def _let_go(self) -> None:
        if isinstance(self.process, subprocess.Popen) and self.process.stdin:
            self.process.stdin.close()


def stop(process: subprocess.Popen[bytes] | Copy) -> None:
    """End a process, whatever it is doing."""
    if process.poll() is None:
        process.kill()
        process.wait()


def start(task: Task, config_file: str, folder: Path, *, strict: bool, lock: int) -> Child:
    """Start a child; it inherits the stage's lock, so that the stage outlives a parent that is killed."""
    log = folder.with_name(f"{folder.name}.log")
    copied = can_copy()
    arguments = [
        "--no-color", "build",
        "--config-file", config_file,
        "--site-dir", str(folder),
        "--strict" if strict else "--no-strict",
    ]  # fmt: skip
    environment = {
        **os.environ,
        VARIABLE: json.dumps(asdict(replace(task, copied=copied))),
        # All languages carry one date, even when midnight passes between them.
        "SOURCE_DATE_EPOCH": str(int(get_build_datetime().timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    with log.open("wb") as output:
        if copied:
            return Child(task, folder, log, copy(arguments, environment, output.fileno()))
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", *arguments],
            env=environment,
            # Nothing is ever written: it ends when we end, however we end.
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            pass_fds=(lock,),
        )
    return Child(task, folder, log, process)


def end_with_parent(task: Task) -> None:
    """In a child: end this process as soon as its parent has ended, were it killed; a copy does so anyway."""
    if task.copied:
        return

    def wait() -> None:
        # Not by way of sys.stdin, whose lock Python wants when it ends.
        os.read(0, 1)
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def read_log(text: str) -> tuple[tuple[str, str], ...]:
    """The records of mkdocs' log as (level, message); a line without a level belongs to the one before."""
    records: list[tuple[str, str]] = []
    for line in text.splitlines():
        if line == _ABORTED:
            continue
        found = _RECORD.match(line)
        if found:
            records.append((found[1], found[2]))
        elif records and line.strip():
            level, message = records[-1]
            records[-1] = (level, f"{message}\n{line}")
        elif line.strip():
            records.append(("INFO", line))
    return tuple(records)
