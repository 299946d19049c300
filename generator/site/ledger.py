"""What was published in, a record of it out, by which the next build knows what it need not make again.

The record lies apart from the site. It says of every page what it was made from (its key), how the file
looked when it was published, and what the page gave to the search index. A file that looks otherwise is made
again.
"""

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.site.staging import real
from generator.writing import write_files

log = logging.getLogger("mkdocs.plugins.atlas")

_MOST_SITES = 8
"""Records are kept of so many folders that a project was built into, such as those of tests and previews."""

_SPARES = "spare"

_FORM = 2
"""Of the record itself: one of another form is passed over."""


@dataclass(frozen=True)
class Published:
    """One file: its key, its size in bytes and time of change in nanoseconds, its entries in the index."""

    key: str
    size: int
    changed: int
    entries: tuple[Mapping[str, Any], ...] = ()

    def is_intact(self, path: str | Path) -> bool:
        """Whether a file is still as it was published."""
        try:
            return self.is_like(os.lstat(path))
        except OSError:
            return False

    def is_like(self, found: os.stat_result) -> bool:
        """The same of a file that was looked at."""
        return (found.st_size, found.st_mtime_ns) == (self.size, self.changed)


@dataclass(frozen=True)
class Ledger:
    """The files of one language by their path below its folder; `made_from` is a digest of all data."""

    files: Mapping[str, Published] = field(default_factory=dict)
    made_from: str = ""


def taken_over(old: str, new: str, known: Published) -> bool:
    """Let the new site have a file of the old one; both names stand for one file until the old site goes."""
    # Not by way of Path, which takes long for thousands of files.
    folder = os.path.dirname(new)  # noqa: PTH120
    try:
        os.mkdir(folder)  # noqa: PTH102
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(folder)  # noqa: PTH103
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        return False
    # Looked at only now: another build may have published between.
    if known.is_intact(new):
        return True
    os.unlink(new)  # noqa: PTH108
    return False


def kept_in(root: Path) -> Path:
    """Where a project keeps what makes the next build faster, and what may be lost."""
    return root / ".cache" / "atlas"


def place(root: Path, target: Path, name: str) -> Path:
    """Where the record of a site lies: a site in another folder has another."""
    return _kept_of(root, target) / f"{name}.json"


def spares(root: Path, target: Path) -> Path | None:
    """Where the site before the published one is kept; None where nothing is removed, and so none kept."""
    folder = _kept_of(root, target) / _SPARES
    return folder if _is_ours(root, folder) else None


def _is_ours(root: Path, folder: Path) -> bool:
    """Whether a folder is in the project itself: what lies behind a link may be dear to somebody."""
    return folder.resolve() == root.resolve() / folder.relative_to(root)


def _kept_of(root: Path, target: Path) -> Path:
    site = hashlib.sha256(os.fsencode(real(target))).hexdigest()[:16]
    return kept_in(root) / "sites" / site


def beside(folder: Path) -> Path:
    """Where a process that builds into a folder leaves its record for the process that publishes it."""
    return folder.with_name(f"{folder.name}.ledger.json")


def read(path: Path) -> Ledger:
    """A record; an empty one where there is none that can be read."""
    try:
        found = json.loads(path.read_bytes())
        if found["form"] != _FORM:
            return Ledger()
        files = {
            name: Published(str(key), int(size), int(changed), tuple(entries))
            for name, (key, size, changed, entries) in found["files"].items()
        }
        return Ledger(files, str(found["made_from"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Ledger()


WHOLE = "site"
"""The name of the record of all files of a site, whoever made them."""


def whole(site: Path, made_from: str) -> Ledger:
    """The record of a finished site: every file in it as it is now."""
    return Ledger(dict(_files(str(site), "")), made_from)


def _files(folder: str, below: str) -> Iterator[tuple[str, Published]]:
    # Not by way of Path, which takes long for thousands of files.
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{below}{entry.name}/")
        else:
            found = entry.stat(follow_symlinks=False)
            yield f"{below}{entry.name}", Published("", found.st_size, found.st_mtime_ns)


def is_untouched(site: Path, record: Ledger) -> bool:
    """Whether a site has exactly the files of a record, and each as it was."""
    return bool(record.files) and whole(site, record.made_from) == record


def left_beside(folder: Path) -> bytes:
    """The record that a process left of the folder that it built into; empty where there is none."""
    try:
        return beside(folder).read_bytes()
    except OSError:
        return b""


def keep(root: Path, target: Path, records: Mapping[str, bytes]) -> None:
    """Keep the records of a site that was just published; without them the next build makes all pages."""
    try:
        for language, record in records.items():
            write_files({place(root, target, language): record})
        if _is_ours(root, kept_in(root)):
            for part in _parts(kept_in(root)):
                # Left by a process that was killed while it wrote; one that is alive merely keeps nothing.
                part.unlink(missing_ok=True)
        if _is_ours(root, sites := _kept_of(root, target).parent):
            _forget(sites)
    except OSError as error:
        log.debug("The record of the site could not be kept: %s", error)


def written(ledger: Ledger) -> bytes:
    """A record as the content of the file that `read` reads."""
    content = {
        "form": _FORM,
        "made_from": ledger.made_from,
        "files": {
            name: (item.key, item.size, item.changed, item.entries) for name, item in ledger.files.items()
        },
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _parts(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        if _SPARES in folders:
            folders.remove(_SPARES)
        yield from (Path(here, name) for name in names if name.startswith("."))


def _forget(folder: Path) -> None:
    """Remove the records of sites that were not built for longest."""
    sites = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for site in sites[_MOST_SITES:]:
        shutil.rmtree(site, ignore_errors=True)
