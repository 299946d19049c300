"""Say what git could not bring back once it is gone, and let nothing of that go without a word."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.command import FailedError
from generator.cli.telling import tell
from generator.problems import Message, first_of, say, say_many

if TYPE_CHECKING:
    from generator.editing.gone import Word
    from generator.editing.rename.planning import FileChange

_MOST_FILES = 8
_MOST_WORDS = 20


def tell_lost(root: Path, changes: "Sequence[FileChange]", words: "Sequence[Word]") -> bool:
    """Name what no commit has: files that go, and words that others lose; say whether there is any."""
    from generator.cli.revisions import committed, uncommitted
    from generator.editing.gone import never_kept

    files = uncommitted(root, {item.before: item.old for item in changes if item.before and not item.after})
    if files:
        named = first_of(files, _MOST_FILES)
        tell(say("No commit has these as they are, so git cannot bring them back: %(files)s", files=named))
    touched = {word.file for word in words}
    altered = uncommitted(root, {item.before: item.old for item in changes if item.before in touched})
    lost = [word for word in words if word.file in altered]
    lost = never_kept(lost, committed(root)) if lost else []
    for word in lost[:_MOST_WORDS]:
        message = say("no commit has this: %(what)s: %(texts)s", what=word.where, texts=word.text)
        tell(message)
    if more := len(lost[_MOST_WORDS:]):
        tell(say_many("… and %(number)s text more", "… and %(number)s texts more", more))
    return bool(files or lost)


def refuse_to_lose(given: argparse.Namespace, line: str) -> None:
    """End the command where something would be lost and nobody said that it may be."""
    if given.yes and not given.for_good:
        raise FailedError(
            "Nothing was removed. Commit it first; or take it away for good: %(asked)s --yes --for-good",
            asked=line,
        )


def how_to_do_it(given: argparse.Namespace, line: str, *, is_lost: bool) -> Message:
    """Say what to write for it to be done."""
    if not is_lost:
        return say("Nothing was changed. To do it: %(asked)s --yes", asked=line)
    if given.for_good:
        return say("Nothing was changed. To do it: %(asked)s --yes", asked=f"{line} --for-good")
    return say(
        "Nothing was changed. To do it, commit first what no commit has, and then: %(asked)s --yes. "
        "Or take it away for good: %(asked)s --yes --for-good",
        asked=line,
    )
