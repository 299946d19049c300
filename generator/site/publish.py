"""Let the next site grow beside the published one, and change places with it at once.

What is published was whole before a reader saw it: the folders change places in one step of the file system.
A build that was killed leaves its place behind, and the next build of the same site clears it away. A lock on
the folder, which ends with the last process that builds in it, tells a dead build's place from a live one's.
"""

import ctypes
import errno
import fcntl
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})
_PREVIOUS = "previous"
_PROBE = 64 * 1024
"""More than a disk that is called full has left."""


@dataclass(frozen=True)
class BuildFolder:
    """A folder of one build's own, beside its site; `lock` is held while anyone builds in it."""

    target: Path
    folder: Path
    lock: int

    def publish(self, built: Path) -> Path | None:
        """Put a folder of this one in the target's place; gives where the old one is now, if there was one.

        After an OSError the target is as it was.
        """
        while True:
            if self.target.exists():
                _keep_hidden(self.target, built)
                return exchange(built, self.target, self.folder / _PREVIOUS)
            try:
                built.rename(self.target)
                return None
            except OSError as error:
                # Another build of the same site was quicker: change places with that one.
                if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                    raise

    def probe(self) -> None:
        """Raise the OSError that whoever writes into it gets now, if there is one."""
        with tempfile.TemporaryFile(dir=self.folder) as file:
            file.write(bytes(_PROBE))

    def close(self) -> None:
        """Remove it and whatever is left in it."""
        shutil.rmtree(self.folder, ignore_errors=True)
        os.close(self.lock)


def real(target: Path) -> Path:
    """Where a folder is, whatever links lead there; OSError where they lead in a circle."""
    try:
        return target.resolve()
    except RuntimeError as error:
        # So Python tells it before 3.13.
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target)) from error


def open_build_folder(target: Path) -> BuildFolder:
    """Make a new build folder for a site; clears away what killed builds of that site left behind.

    Raises OSError where the target is no folder, or one that cannot be moved, or nothing can stand beside it.
    """
    target = real(target)
    if target.exists() and not target.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target))
    if os.path.ismount(target):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    sweep(target)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_prefix(target), dir=target.parent))
        lock = _lock(folder)
        if lock is not None:
            return BuildFolder(target, folder, lock)


def sweep(target: Path) -> None:
    """Clear away what killed builds of a site left beside it."""
    target = real(target)
    for folder in _build_folders(target):
        _clear(folder, target)


def exchange(new: Path, old: Path, aside: Path) -> Path:
    """Let two folders change places: in one step, or with `aside` where the system has no such step.

    Gives the place of the old one.
    """
    if _exchange_at_once(new, old):
        return new
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    return aside


def _exchange_at_once(new: Path, old: Path) -> bool:
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(new), os.fsencode(old)
    if sys.platform == "darwin":
        swap = 2  # RENAME_SWAP
        failed = library.renamex_np(*paths, swap)
    elif hasattr(library, "renameat2"):
        here, swap = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
        failed = library.renameat2(here, paths[0], here, paths[1], swap)
    else:
        return False
    if failed and (code := ctypes.get_errno()) not in _UNSUPPORTED:
        raise OSError(code, os.strerror(code), str(new), None, str(old))
    return not failed


def _keep_hidden(old: Path, new: Path) -> None:
    """Copy what is not ours, such as `.nojekyll` or a `.git`: mkdocs leaves it in a site's folder as well."""
    for path in old.glob(".*"):
        copy = new / path.name
        if not copy.exists():
            if path.is_dir() and not path.is_symlink():
                shutil.copytree(path, copy, symlinks=True)
            else:
                shutil.copy2(path, copy, follow_symlinks=False)


def _prefix(target: Path) -> str:
    return f".{target.name}.building-"


def _build_folders(target: Path) -> Iterator[Path]:
    for path in sorted(target.parent.iterdir()):
        if path.name.startswith(_prefix(target)) and path.is_dir() and not path.is_symlink():
            yield path


def _clear(folder: Path, target: Path) -> None:
    """Remove a dead build's folder; the old site comes back if it died between two renames."""
    lock = _lock(folder)
    if lock is None:
        return
    if not target.exists() and (folder / _PREVIOUS).is_dir():
        (folder / _PREVIOUS).rename(target)
    shutil.rmtree(folder, ignore_errors=True)
    os.close(lock)


def _lock(folder: Path) -> int | None:
    """A lock on a folder; None where another process has it or removed the folder meanwhile."""
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), os.stat(folder)):  # noqa: PTH116 - a pair with fstat
            return descriptor
    except OSError:
        pass
    os.close(descriptor)
    return None
