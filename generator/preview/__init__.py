"""Preview the site in every language, and follow each change of the project.

Pages are made when a browser asks for them, from the newest good data. `state` knows what is good, `inject`
adds what only a preview shows, `server` talks to browsers.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.preview.editor_links import VARIABLE, Editing, is_editor
from generator.preview.hub import Hub
from generator.preview.responses import Answers
from generator.preview.server import Server
from generator.preview.state import Keeper
from generator.preview.watch import Watcher
from generator.problems import Problem

OnReading = Callable[[Sequence[Problem], float], None]
"""Is told, after the first reading and after each change, all that is wrong and how many seconds it took."""


@dataclass(frozen=True)
class Preview:
    """A running preview."""

    server: Server
    keeper: Keeper
    answers: Answers

    @property
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """Each language's name with its home page's address; none while nothing could be read."""
        return tuple((item.name, f"{self.home}{item.folder}") for item in self.keeper.reading.languages)

    @property
    def home(self) -> str:
        """Where a browser starts."""
        return f"{self.server.origin}{self.answers.mount}"


@contextmanager
def preview(root: Path, host: str, port: int, on_reading: OnReading) -> Iterator[Preview]:
    """A preview that runs while the context lasts; OSError where it cannot listen at the address."""
    root = root.resolve()
    keeper, hub = Keeper(root), Hub()
    answers = Answers(keeper, hub, Editing(root, os.environ.get(VARIABLE) or None))
    server = Server(host, port, answers)

    def read() -> None:
        began = time.monotonic()
        keeper.refresh(where for path in hub.looked_at() if (where := answers.where(path)))
        hub.tell("page")
        on_reading(keeper.problems, time.monotonic() - began)

    def follow(changed: frozenset[Path]) -> None:
        if all(path.suffix == ".css" and path.is_file() for path in changed):
            hub.tell("style")
        else:
            read()

    watcher = Watcher(root, follow)
    with server:
        read()
        server.begin()
        watcher.start()
        try:
            yield Preview(server, keeper, answers)
        finally:
            watcher.stop()
            server.end()
