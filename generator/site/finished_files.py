"""Write finished files, or take them from the last site where nothing that they are made from has changed.

The record of them lies apart from the site and may be lost: then all files are made. It says of every file
what it was made from (its key), and how it looked when it was published. A file that looks otherwise is
made again. Links, and not copies: both sites are one file system's.
"""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path

from generator.site.compress import compressed
from generator.writing import write_files

_FORM = 4
"""Of the record itself: one of another form is passed over."""


@dataclass(frozen=True)
class Finished:
    """A finished file: its key, its size in bytes, its time of change in nanoseconds.

    `packed_size` and `packed_changed` are those of the compressed file beside it, 0 where there is none.
    """

    key: str
    size: int
    changed: int
    packed_size: int = 0
    packed_changed: int = 0


class FinishedFiles:
    """The files of one part of a site, below `folder`, which takes the place of `last`."""

    def __init__(self, folder: Path, last: Path, record: Path | None, *, compress: bool) -> None:
        """`record` is where the last site's record is; without one nothing is taken from it."""
        self._folder, self._last, self._compress = str(folder), str(last), compress
        self._before = _read(record) if record else {}
        self.files: dict[str, Finished] = {}
        self.taken = 0

    def get(self, name: str, key: str, make: Callable[[], bytes]) -> Finished:
        """Have a file with this key at a path below the folder: taken, or made and written.

        OSError where it cannot be written; raises what `make` raises.
        """
        known = self._before.get(name)
        if known is None or known.key != key or not self._take(name, known):
            known = self._write(name, key, make())
        else:
            self.taken += 1
        self.files[name] = known
        return known

    def written_record(self) -> bytes:
        """The record of all files, as the next build reads it."""
        files = {name: astuple(item) for name, item in self.files.items()}
        return json.dumps({"form": _FORM, "files": files}, ensure_ascii=False, separators=(",", ":")).encode()

    def _take(self, name: str, known: Finished) -> bool:
        if bool(known.packed_size) and not self._compress:
            return False
        pairs = [(name, (known.size, known.changed))]
        if known.packed_size:
            pairs.append((f"{name}.gz", (known.packed_size, known.packed_changed)))
        return all(_linked(f"{self._last}/{path}", f"{self._folder}/{path}", look) for path, look in pairs)

    def _write(self, name: str, key: str, content: bytes) -> Finished:
        size, changed = _written(f"{self._folder}/{name}", content)
        packed = compressed(name, content) if self._compress else None
        look = _written(f"{self._folder}/{name}.gz", packed) if packed is not None else (0, 0)
        return Finished(key, size, changed, *look)


def keep_records(records: Mapping[Path, bytes]) -> None:
    """Keep records for the next build; where they cannot be written, that one makes all files."""
    with suppress(OSError):
        write_files(records)


def _linked(old: str, new: str, look: tuple[int, int]) -> bool:
    # Not by way of Path, which takes long for thousands of files.
    _make_folder(new)
    try:
        with suppress(FileExistsError):
            os.link(old, new, follow_symlinks=False)
        # Looked at only now: another build may have published between.
        found = os.lstat(new)
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == look


def _written(path: str, content: bytes) -> tuple[int, int]:
    _make_folder(path)
    # What lies there may be a file of the published site, too.
    with suppress(FileNotFoundError):
        os.unlink(path)  # noqa: PTH108 - as above
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(content)
    found = os.stat(path)  # noqa: PTH116
    return found.st_size, found.st_mtime_ns


def _make_folder(path: str) -> None:
    folder = os.path.dirname(path)  # noqa: PTH120
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103


def _read(path: Path) -> Mapping[str, Finished]:
    try:
        found = json.loads(path.read_bytes())
        if found["form"] != _FORM:
            return {}
        return {name: Finished(*item) for name, item in found["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
