"""Read a project's files without trusting them, or say why one is not read.

Somebody else may decide what is at a file's path: a link to another file of the machine, a pipe on which a
reader waits for ever, a file that fills the memory. All of that is noticed before a byte is read.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Message, counted, reason_of, say


@dataclass(frozen=True)
class Refused:
    """Why a file is not read; `size` is given where that is the reason."""

    reason: Message | str
    size: int | None = None


def read_file(path: Path, root: Path, limit: int) -> bytes | Refused:
    """Read a file of the project at `root`, of at most `limit` bytes, or say why not; raise nothing."""
    try:
        reason = out_of_place(path, root)
        if reason is not None:
            return Refused(reason)
        size = path.stat().st_size
        if size > limit:
            return Refused(_too_large(size, limit), size)
        # It may have become another one meanwhile: a pipe is opened without waiting, and read to the limit.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            content = file.read(limit + 1)
    except OSError as error:
        return Refused(reason_of(error))
    if len(content) > limit:
        return Refused(_too_large(len(content), limit), len(content))
    return content


def closed_folders(folders: Iterable[Path]) -> Iterator[tuple[Path, Message | str]]:
    """Find what of these folders, and of those below them, this user may not list, with the reason.

    Whoever looks for files in such a folder finds none, and would take it for empty.
    """
    found: list[OSError] = []
    for folder in folders:
        if folder.is_dir():
            for _ in os.walk(folder, onerror=found.append):
                pass
    for error in found:
        yield Path(error.filename), reason_of(error)


def out_of_place(path: Path, root: Path) -> Message | None:
    """Say why a path is no file of the project, whatever it holds; OSError where nothing is there.

    A link may lead to another file of the project. One that leads out of it would publish a file of the
    machine that builds, and one to a hidden file, such as those in `.git`, what was never meant to be read.
    """
    real, home = Path(os.path.realpath(path)), Path(os.path.realpath(root))
    if not real.is_relative_to(home):
        return say("it is a link that leads out of the project")
    within = path.absolute().relative_to(root.absolute()) if path.is_relative_to(root) else path
    hidden = {step for step in real.relative_to(home).parts if step.startswith(".")}
    if hidden - {*within.parts}:
        return say("it is a link to a hidden file")
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        return say("it is a folder")
    return None if stat.S_ISREG(kind) else say("it is no ordinary file")


def _too_large(size: int, limit: int) -> Message:
    return say("it has %(size)s bytes; at most %(limit)s are read", size=counted(size), limit=counted(limit))
