"""Refuse to replace a folder that no build has written: it would be lost."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.folders import Folders
from generator.problems import Message, say
from generator.site.publish import real

MANIFEST = ".atlas-files"
"""Lists the files of a site, a path a line: by it the next build knows that they may be replaced."""


def refusal_of(target: Path, root: Path) -> Message | None:
    """Say why a folder may not be replaced by a site of the project at `root`; None where it may.

    Raises OSError where links lead there in a circle.
    """
    target, root = real(target), real(root)
    folders = Folders(root)
    if root.is_relative_to(target):
        return say(
            "%(folder)s holds the project itself and would be replaced by the site. "
            "Name a folder of its own, such as %(other)s.",
            folder=target,
            other=root / "site",
        )
    own = (folders.frameworks, folders.locales, folders.templates, folders.docs, root / ".git")
    within = next((folder for folder in own if target.is_relative_to(real(folder))), None)
    if within is not None:
        return say(
            "%(folder)s is a folder of the project and would be replaced by the site. "
            "Name another folder, such as %(other)s.",
            folder=target,
            other=root / "site",
        )
    stranger = next(_strangers(target), None) if target.is_dir() else None
    if stranger is not None:
        return say(
            "%(folder)s holds %(file)s, which no build has written: it would be lost. "
            "Move it away, remove the folder, or name another one.",
            folder=target,
            file=stranger,
        )
    return None


def write_manifest(site: Path) -> None:
    """List the files of a finished site in it; OSError where that fails."""
    paths = sorted(path for path in _files(str(site), "") if path != MANIFEST)
    (site / MANIFEST).write_text(
        "".join(f"{path}\n" for path in paths), encoding="utf-8", errors="surrogateescape"
    )


def _strangers(target: Path) -> Iterator[str]:
    """Find what no build wrote; hidden files are kept by each build, and are in no danger."""
    try:
        known = set((target / MANIFEST).read_text(encoding="utf-8", errors="surrogateescape").splitlines())
    except OSError:
        known = set()
    return (path for path in sorted(_files(str(target), "")) if path not in known and path[0] != ".")


def _files(folder: str, below: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{below}{entry.name}/")
            else:
                yield below + entry.name
