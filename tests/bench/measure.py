"""Commands in; how long they take on the clock and in the processor, and how much memory they hold, out."""

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence[str]


class FailedError(Exception):
    """A command that did not end well, with the end of what it said."""


@dataclass(frozen=True)
class Run:
    """One run: seconds on the clock, and seconds of processor of all processes together."""

    wall: float
    cpu: float


def run(commands: Sequence[Command], folder: Path, environment: Mapping[str, str]) -> Run:
    """Run commands one after the other; FailedError where one ends with another code than 0.

    The processor's time is that of the commands and of all that they started and waited for.
    """
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


def peak_memory(command: Command, folder: Path, environment: Mapping[str, str]) -> int:
    """The most bytes that a command and all that it started held at once, as looks 20 ms apart tell (Linux).

    What processes share is divided among them. FailedError where the command ends with another code than 0.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    most = 0
    over = threading.Event()

    def look() -> None:
        nonlocal most
        while not over.wait(0.02):
            most = max(most, sum(map(_held, _session(process.pid))))

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        code = process.wait()
    finally:
        over.set()
        watcher.join()
        if process.poll() is None:
            # In a session of its own it does not hear of an interruption.
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    if code:
        raise FailedError(f"{' '.join(command)}: exit {code}")
    return most


def _spent() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _session(leader: int) -> list[Path]:
    """The processes of a session, which hold together even when one in between has ended."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            # The name stands in brackets and may hold anything; the session is the fourth thing after it.
            after = (process / "stat").read_text(errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(after[3]) == leader:
            found.append(process)
    return found


def _held(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
