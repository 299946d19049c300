"""Share the work of a build among processes: copies of this one, which has read everything already."""

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, wait
from typing import Any, TypeVar

_Made = TypeVar("_Made")
_Here = TypeVar("_Here")

_BETWEEN = 0.1  # seconds

_PR_SET_PDEATHSIG = 1
"""https://man7.org/linux/man-pages/man2/PR_SET_PDEATHSIG.2const.html"""

_tasks: Sequence[Callable[[], Any]] = ()
"""What copies of this process find in it: a task refers to what cannot be sent to another process."""


def run_all(
    tasks: Sequence[Callable[[], _Made]], here: Callable[[], _Here], look: Callable[[], None]
) -> tuple[list[_Made], _Here]:
    """Run tasks beside each other and one in this process; gives what they made, and what that one made.

    `look` is called from time to time while they run. Raises what a task raised, and BrokenProcessPool where
    one was killed.
    """
    global _tasks
    if not _can_copy():
        return [task() for task in tasks], here()
    _tasks = tasks
    # What is there now stays: looking through it for garbage would copy it for each process.
    gc.collect()
    gc.freeze()
    try:
        context = multiprocessing.get_context("fork")
        most = min(len(tasks), 2 * (os.cpu_count() or 1))
        with ProcessPoolExecutor(most, context, initializer=_end_with, initargs=(os.getpid(),)) as pool:
            running = [pool.submit(_run, number) for number in range(len(tasks))]
            own = here()
            while wait(running, timeout=_BETWEEN).not_done:
                look()
            return [task.result() for task in running], own
    finally:
        gc.unfreeze()
        _tasks = ()


def _run(number: int) -> Any:
    return _tasks[number]()


def _can_copy() -> bool:
    """Whether this process may be copied, and a copy ends with it.

    A copy has only the thread that made it: another one might hold a lock for which the copy would wait for
    ever.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _end_with(parent: int) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
