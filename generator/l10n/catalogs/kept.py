"""Keep on disk what was made of files, so that unchanged files are not read again.

What is kept may be lost: it is then made again.
"""

import hashlib
import importlib.metadata
import json
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from generator.writing import write_files

_PROGRAM = Path(__file__).parents[2]


class Store:
    """A store of what was made of sound files, each by its name and content, as JSON can hold it.

    What another version of the program made does not count. `save` keeps what was found or put since the
    store was opened, and nothing else: what no file asks for any more is forgotten.
    """

    def __init__(self, path: Path | None) -> None:
        """`path` is the store's file; without one nothing is kept."""
        self._path = path
        self._before = _read(path) if path else {}
        self._now: dict[str, Any] = {}

    def find(self, name: str, content: bytes) -> Any:
        """Find what was made of a file with this content; None where that is not known."""
        known = self._now.get(name, self._before.get(name))
        if not isinstance(known, list) or len(known) != 2 or known[0] != _digest(content):
            return None
        self._now[name] = known
        return known[1]

    def put(self, name: str, content: bytes, made: Any) -> None:
        """Remember what was made of a file."""
        self._now[name] = [_digest(content), made]

    def save(self) -> None:
        """Write the store for the next time; where it cannot be written, leave it."""
        if self._path is None or self._now == self._before:
            return
        with suppress(OSError):
            write_files({self._path: json.dumps({"form": _form(), "files": self._now}).encode()})


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes())
        return dict(found["files"]) if found["form"] == _form() else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@cache
def _form() -> str:
    """Identify the program that fills a store: its files, and the library that reads catalogues."""
    made = hashlib.sha256(importlib.metadata.version("polib").encode())
    for path in sorted(_PROGRAM.rglob("*.py")):
        made.update(path.read_bytes())
    return made.hexdigest()
