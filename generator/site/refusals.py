"""A file system that refused in, what a reader is told of it out: why, and which site they have now."""

import os
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from generator.l10n.message_language import spoken_language, translator
from generator.problems import Message, reason_of, say


class RefusedError(MkDocsException):
    """What cannot be written, told by mkdocs and by us in a sentence and without a traceback."""


def told(message: Message, root: Path) -> str:
    """A message in the language of this process's environment."""
    return message.text(translator(root, spoken_language(os.environ)))


def refusal(error: OSError, target: Path) -> Message:
    """Why a build of the site in a folder ended before it published anything."""
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


def refused_stage(error: OSError, target: Path) -> Message:
    """Why there is no place for the next site."""
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
    """Why the finished site did not take the old one's place."""
    return say(
        "%(folder)s could not be replaced: %(reason)s. It is as it was.",
        folder=target,
        reason=reason_of(error),
    )
