"""Run commands and tell how long they take and how much memory they hold, with all that they start."""

import os
import resource
import subprocess
import threading
import time
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Commands = Sequence[Sequence[str]]


class FailedError(Exception):
    """A command that did not end well, with the end of what it said."""


@dataclass(frozen=True)
class Run:
    """One run: seconds on the clock, and seconds of processor of all processes together."""

    wall: float
    cpu: float


def run(commands: Commands, folder: Path, environment: Mapping[str, str]) -> Run:
    """Run commands one after the other; FailedError where one ends with another code than 0."""
    before, started = _spent(), time.perf_counter()
    for command in commands:
        done = subprocess.run(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        if done.returncode:
            raise FailedError(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-2000:]}")
    return Run(time.perf_counter() - started, _spent() - before)


def peak_memory(commands: Commands, folder: Path, environment: Mapping[str, str]) -> int:
    """Run commands and tell the most bytes that all their processes held at once, by looks 20 ms apart.

    What processes share is divided among them. Linux only.
    """
    # A variable that children inherit finds them, even those whose parent has ended.
    name, mark = "ATLAS_BENCH_RUN", uuid.uuid4().hex
    most, over = 0, threading.Event()

    def look() -> None:
        nonlocal most
        while not over.wait(0.02):
            held = (_held(process, f"{name}={mark}".encode()) for process in Path("/proc").glob("[0-9]*"))
            most = max(most, sum(held))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        run(commands, folder, {**environment, name: mark})
    finally:
        over.set()
        watcher.join()
    return most


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _held(process: Path, mark: bytes) -> int:
    try:
        if mark not in (process / "environ").read_bytes().split(b"\0"):
            return 0
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
