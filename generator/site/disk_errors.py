"""Say why the file system refused, and which site its owner has now."""

import os
from pathlib import Path

from generator.problems import Message, reason_of, say


def refused_write(error: OSError, target: Path) -> Message:
    """Say why a build of the site in a folder ended before it published anything."""
    # Where a file could not be copied, the first name is that of the one that was read.
    file = error.filename if error.filename2 is None else error.filename2
    if file is None:
        return say(
            "%(folder)s could not be built: %(reason)s. It is as it was.",
            folder=target,
            reason=reason_of(error),
        )
    return say(
        "%(folder)s could not be built: %(file)s: %(reason)s. It is as it was.",
        folder=target,
        file=os.fsdecode(file),
        reason=reason_of(error),
    )


def refused_build_folder(error: OSError, target: Path) -> Message:
    """Say why there is no place for the next site."""
    if os.path.ismount(target):
        return say(
            "%(folder)s is a mount point, which cannot be replaced in one step. It is as it was. "
            "Build into a folder in it, such as %(inner)s.",
            folder=target,
            inner=target / "site",
        )
    return say(
        "Nothing can be written beside %(folder)s: %(reason)s. It is as it was.",
        folder=target,
        reason=reason_of(error),
    )


def refused_exchange(error: OSError, target: Path) -> Message:
    """Say why the finished site did not take the old one's place."""
    return say(
        "%(folder)s could not be replaced: %(reason)s. It is as it was.",
        folder=target,
        reason=reason_of(error),
    )
