"""A command of mkdocs in, a copy of this process that runs it out: all that is loaded here, it need not load.

A copy has only the thread that made it. Where another thread runs it might hold a lock, for which the copy
would wait for ever: there a new process has to be started instead.
"""

import ctypes
import io
import logging
import os
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_PR_SET_PDEATHSIG = 1
"""https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html"""


@dataclass
class Copy:
    """A running copy; `returncode` is that of `subprocess`: None while it runs, negative for a signal."""

    pid: int
    returncode: int | None = None

    def poll(self) -> int | None:
        """Whether it has ended, and how."""
        return self._ended(os.WNOHANG)

    def wait(self) -> int:
        """Its end."""
        return self._ended(0) or 0

    def kill(self) -> None:
        """End it, whatever it is doing."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def _ended(self, how: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, how)
            if pid:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode


def can_copy() -> bool:
    """Whether this process may be copied, and a copy would end with it."""
    return sys.platform == "linux" and threading.active_count() == 1


def copy(arguments: Sequence[str], environment: Mapping[str, str], log: int) -> Copy:
    """Let a copy run mkdocs with these arguments; the descriptor `log` gets all that it says.

    The copy sees the descriptors of this process, and ends with it.
    """
    parent = os.getpid()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    pid = os.fork()
    if pid:
        return Copy(pid)
    code = 1
    try:
        _end_with(parent)
        _speak_to(log)
        os.environ.update(environment)
        code = _run(arguments)
    except BaseException:
        traceback.print_exc()
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        # Nothing that the parent has begun is this process's to end.
        os._exit(code)


def _end_with(parent: int) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _speak_to(log: int) -> None:
    nothing = os.open(os.devnull, os.O_RDONLY)
    for descriptor, number in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(descriptor, number)
    sys.stdin = io.TextIOWrapper(open(0, "rb", closefd=False))  # noqa: SIM115 - it stays open to the end
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(
            open(number, "wb", closefd=False),  # noqa: SIM115 - the same
            encoding="utf-8",
            line_buffering=True,
        )
        for number in (1, 2)
    )
    for name in (None, "mkdocs"):
        logging.getLogger(name).handlers.clear()
    warnings.resetwarnings()


def _run(arguments: Sequence[str]) -> int:
    from mkdocs.__main__ import cli

    try:
        cli.main(args=list(arguments), prog_name="mkdocs")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0
