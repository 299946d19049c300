"""Print what a command gives and what went wrong, in the user's language, and write its files."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.command import FailedError
from generator.l10n.message_language import spoken_language, translator
from generator.problems import Message, Translate, reason_of, say_many

if TYPE_CHECKING:
    from generator.editing.rename.planning import FileChange
    from generator.explain import Explanation
    from generator.problems import Problem


def spoken(root: Path | None) -> Translate:
    """Return what translates a sentence to the user's language, as far as a project has it."""
    return translator(root, spoken_language(os.environ))


def in_words(said: "Message | Explanation | str") -> str:
    """Put a message or an explanation into the user's language; leave a text as it is."""
    if isinstance(said, str):
        return said
    from generator.folders import find_project

    return said.text(spoken(find_project(Path.cwd())))


class OutputLostError(Exception):
    """What a command gives cannot be written, as where standard output is a full disk."""


class ReaderLeftError(Exception):
    """The program that read along, such as `head`, has read enough; whoever writes files has not failed."""


def tell(said: "Message | Explanation | str") -> None:
    """Print what a command gives."""
    try:
        print(in_words(said))
    except BrokenPipeError as error:
        raise ReaderLeftError from error
    except OSError as error:
        raise OutputLostError(reason_of(error)) from error


def complain(said: Message | str) -> None:
    """Print what went wrong, apart from what a command gives."""
    if words := in_words(said):
        print(words, file=sys.stderr)


def complain_of(problems: "Sequence[Problem]", root: Path, form: str = "text") -> None:
    """Report problems apart from what a command gives."""
    from generator.reports import report

    if problems:
        complain(report(problems, root, form, spoken(root)))


def stop_at(problems: "Sequence[Problem]", root: Path, form: str = "text", said: Message | str = "") -> None:
    """Report problems, if there are any, and end the command."""
    if problems:
        complain_of(problems, root, form)
        raise FailedError(said)


def put(path: Path, content: bytes) -> None:
    """Write a file so that it is there wholly or not at all; where it cannot be written, say why."""
    from generator.writing import write_files

    try:
        write_files({path: content})
    except OSError as error:
        raise FailedError(
            "%(path)s cannot be written: %(reason)s", path=short(path), reason=reason_of(error)
        ) from error


def put_new(contents: Mapping[Path, bytes], *, force: bool) -> None:
    """Write files for people to work in: none of them where one is there already with other content."""
    for path, content in contents.items():
        # Who worked in a file of that name would lose it without a word.
        if not force and _is_other(path, content):
            raise FailedError(
                "%(path)s is there already, with other content; nothing was written. To write over it: "
                "--force; to write elsewhere: -d PATH",
                path=short(path),
            )
    for path, content in contents.items():
        put(path, content)


def _is_other(path: Path, content: bytes) -> bool:
    from generator.writing import differs

    try:
        return differs(path, content)
    except OSError:
        return True


def put_all(root: Path, changes: "Sequence[FileChange]") -> None:
    """Make all changes of a plan, or none; where one cannot be made, say why."""
    from generator.editing.rename.disk import write_changes

    try:
        write_changes(root, changes)
    except OSError as error:
        raise FailedError("%(reason)s: nothing was changed", reason=reason_of(error)) from error


def tell_new(changes: "Sequence[FileChange]") -> None:
    """Name the files that are new: whoever goes back with `git checkout` or `git restore` keeps them.

    One that was renamed is new as well, to git.
    """
    files = [change.after for change in changes if change.after not in (None, change.before)]
    if files:
        message = say_many(
            "new: %(files)s; git leaves it there when you go back, so delete it then",
            "new: %(files)s; git leaves these there when you go back, so delete them then",
            len(files),
            files=", ".join(map(str, files)),
        )
        tell(message)


def short(path: Path) -> str:
    """Write a path as someone in the current folder writes it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
