"""Say what a build does: a line a stage, and how many pages are made meanwhile."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from generator.problems import Message

Tell = Callable[[Message], None]


def _ignore(message: Message, seconds: float) -> None:
    """Say nothing."""


@dataclass(frozen=True)
class Progress:
    """How a build says what it does; `tell` gets a stage's outcome and its seconds, `detail` those of a part.

    `draw` shows how many pages of how many are made, while more are to come.
    """

    tell: Callable[[Message, float], None] = _ignore
    detail: Callable[[Message, float], None] = _ignore
    draw: Callable[[int, int], None] | None = None

    @contextmanager
    def stage(self) -> Iterator[Tell]:
        """Time a stage; what it tells of itself is said when it has ended well."""
        began, said = time.monotonic(), list[Message]()
        yield said.append
        for message in said:
            self.tell(message, time.monotonic() - began)


class PageCount:
    """Counts pages that several processes make."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._draw, self._total, self._process = progress.draw, total, os.getpid()
        self._made = multiprocessing.Value("i", 0)

    def add(self) -> None:
        """Count one more."""
        with self._made.get_lock():
            self._made.value += 1
        if os.getpid() == self._process:
            self.show()

    def show(self) -> None:
        """Draw how many there are."""
        if self._draw is not None:
            self._draw(self._made.value, self._total)
