"""Watch a project's files, and call with what changed each time that they have come to rest."""

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event, Thread

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.folders import CONFIGURATION, Folders

# What editors write beside a file while they save it, and what no page is made from.
_PASSING = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".part", ".lock", ".pyc")
_REST = 0.05  # seconds without a further change, after which files are taken as saved
_LONGEST = 1.0  # seconds after which changes are taken up, even when there is no end to them
_PATROL = 1.0  # seconds between looks of our own: some file systems tell of nothing

FileStamps = Mapping[Path, tuple[int, int]]


class Watcher(FileSystemEventHandler):
    """Tells of changes from a thread of its own until it is stopped."""

    def __init__(self, root: Path, on_change: Callable[[frozenset[Path]], None]) -> None:
        self._root, self._on_change = root, on_change
        self._woken, self._stopped = Event(), Event()
        self._state = state_of(root)
        self._observer = Observer()
        self._thread = Thread(target=self._run, name="watching", daemon=True)

    def start(self) -> None:
        """Begin."""
        try:
            self._observer.schedule(self, str(self._root), recursive=False)
            for folder in Folders(self._root).watched:
                self._observer.schedule(self, str(folder), recursive=True)
            self._observer.start()
        except OSError:
            # The system has no watches left; our own looks find changes as well, a little later.
            pass
        self._thread.start()

    def stop(self) -> None:
        """End; returns when no further call will come."""
        self._stopped.set()
        self._woken.set()
        self._thread.join()
        if self._observer.is_alive():
            # It would complain of changes that come while it ends.
            logging.getLogger("watchdog").setLevel(logging.CRITICAL)
            self._observer.stop()
            self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look what it is."""
        if event.event_type not in ("opened", "closed_no_write"):
            self._woken.set()

    def _run(self) -> None:
        while not self._stopped.is_set():
            self._woken.wait(_PATROL)
            began = time.monotonic()
            while self._woken.is_set() and time.monotonic() - began < _LONGEST:
                self._woken.clear()
                self._woken.wait(_REST)
            state = state_of(self._root)
            changed = frozenset(
                path for path in {*state, *self._state} if state.get(path) != self._state.get(path)
            )
            self._state = state
            if changed and not self._stopped.is_set():
                self._on_change(changed)


def state_of(root: Path) -> FileStamps:
    """Every file that pages are made from, with what tells that it changed."""
    found: dict[Path, tuple[int, int]] = {}
    files = (file for folder in Folders(root).watched for file in _files(folder))
    for path in (root / CONFIGURATION, *files):
        try:
            status = path.stat()
        except OSError:
            continue
        found[path] = status.st_mtime_ns, status.st_size
    return found


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".git", "__pycache__"))]
        yield from (Path(parent, name) for name in names if not is_passing(name))


def is_passing(name: str) -> bool:
    """Whether a file is an editor's own and will be gone in a moment."""
    return name.endswith(_PASSING) or name.startswith((".#", "#", ".goutputstream")) or name == "4913"
