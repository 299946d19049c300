"""Preview the site in every language, and follow each change of the project.

Pages are made when a browser asks for them, from the newest good data. `keeper` knows what is good,
`dressing` adds what only a preview shows, `server` talks to browsers.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.preview.editor_links import VARIABLE, editing, is_editor
from generator.preview.hub import Hub
from generator.preview.load import Reread
from generator.preview.responses import Answers
from generator.preview.search_index import Index
from generator.preview.server import Server
from generator.preview.state import Keeper
from generator.preview.watch import Watcher, kinds_of
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
        start = f"{self.server.origin}{self.answers.mount}"
        return tuple((item.name, f"{start}{item.folder}") for item in self.keeper.reading.languages)

    @property
    def home(self) -> str:
        """Where a browser starts."""
        return f"{self.server.origin}{self.answers.mount}"


@contextmanager
def preview(root: Path, host: str, port: int, on_reading: OnReading) -> Iterator[Preview]:
    """A preview that runs while the context lasts; OSError where it cannot listen at the address."""
    root = root.resolve()
    keeper, index, hub = Keeper(root), Index(root), Hub()
    answers = Answers(keeper, index, hub, editing(root, os.environ))
    server = Server(host, port, answers)

    def follow(changed: frozenset[Path]) -> None:
        began = time.monotonic()
        if all(path.suffix == ".css" and path.is_file() for path in changed):
            hub.tell("style")
            return
        index.hold()
        looked_at = [where for path in hub.looked_at() if (where := answers.where(path))]
        keeper.refresh(kinds_of(changed, root), looked_at)
        hub.tell("page")
        index.follow(keeper.reading.sound)
        on_reading(keeper.problems, time.monotonic() - began)

    watcher = Watcher(root, follow)
    with server:
        began = time.monotonic()
        keeper.refresh(Reread.ALL)
        on_reading(keeper.problems, time.monotonic() - began)
        server.begin()
        watcher.start()
        index.follow(keeper.reading.sound)
        index.start()
        try:
            yield Preview(server, keeper, answers)
        finally:
            watcher.stop()
            index.stop()
            server.end()


__all__ = ["VARIABLE", "OnReading", "Preview", "is_editor", "preview"]
