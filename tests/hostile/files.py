"""Make what may stand at a path and is no file to read; each function takes its path."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

MEGABYTES_50 = 50_000_000


def make_huge(path: Path) -> None:
    """Fifty million bytes, which take no room on the disk."""
    path.unlink(missing_ok=True)
    path.touch()
    os.truncate(path, MEGABYTES_50)


def make_pipe(path: Path) -> None:
    """Who opens it waits for ever."""
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def make_folder(path: Path) -> None:
    """A folder that is called like a file."""
    path.unlink(missing_ok=True)
    path.mkdir()


def make_link_out(path: Path) -> None:
    """A link to a file of the machine."""
    path.unlink(missing_ok=True)
    path.symlink_to("/etc/hosts")


def make_link_to_hidden(path: Path) -> None:
    """A link to a file that holds what is nobody's business, such as the settings of git."""
    root = next(parent for parent in path.parents if (parent / "frameworks").is_dir())
    (root / ".git").mkdir()
    (root / ".git" / "config").write_text("token: 1\n", encoding="utf-8")
    path.unlink(missing_ok=True)
    path.symlink_to(root / ".git" / "config")


def make_circle(path: Path) -> None:
    """A link to itself."""
    path.unlink(missing_ok=True)
    path.symlink_to(path.name)


NO_FILES: Mapping[str, tuple[Callable[[Path], None], str]] = {
    "a link out of the project": (make_link_out, "it is a link that leads out of the project"),
    "a link to a hidden file": (make_link_to_hidden, "it is a link to a hidden file"),
    "a link to itself": (make_circle, "links lead there in a circle"),
    "a pipe": (make_pipe, "it is no ordinary file"),
    "a folder": (make_folder, "it is a folder"),
}
"""What may stand at a path, and what is said of it."""
