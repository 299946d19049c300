"""Give commands what they share: exit codes, the project they work on, and a way to report problems."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.l10n.message_language import VARIABLE, WRITTEN_IN, spoken_language, translator
from generator.problems import Message, Translate, did_you_mean, reason_of, say

if TYPE_CHECKING:
    from generator.explain import Explanation
    from generator.problems import Problem
    from generator.project import Project

SOUND, PROBLEMS, USAGE = 0, 1, 2

FORMATS = ("text", "json", "github", "sarif")
"""How problems can be listed: the names of `generator.reports.FORMATS`, which is slower to load."""

Commands = Any  # argparse gives its collection of subcommands no public type
Run = Callable[[argparse.Namespace], int]


class UsageError(Exception):
    """Raised where the command line names something that is not there, or is wrong otherwise."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class FailedError(Exception):
    """Raised where a command ends with problems; `said` is what is left to say of them."""

    def __init__(self, said: Message | str) -> None:
        super().__init__(said)
        self.said = said


def command(
    commands: Commands, name: str, run: Run, does: str, example: str, *, is_spoken: bool = True
) -> argparse.ArgumentParser:
    """Add a command with a sentence on what it does and an example of it.

    It has the option of `speaking`, unless it has a `--lang` of its own.
    """
    description = f"{does[0].upper()}{does[1:]}."
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=does, description=description, epilog=f"Example: {example}", allow_abbrev=False
    )
    parser.set_defaults(run=run)
    if is_spoken:
        speaking(parser)
    return parser


def speaking(parser: argparse.ArgumentParser) -> None:
    """Add the option that says which language a command, or all of them, answers in."""
    parser.add_argument(
        "--lang",
        dest="speak",
        metavar="LANG",
        default=argparse.SUPPRESS,
        help=f"answer in this language (default: {VARIABLE}, or that of the environment)",
    )


def listing(parser: argparse.ArgumentParser) -> None:
    """Add the option that says how a command lists problems."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=FORMATS[0],
        help=f"how problems are listed (default: {FORMATS[0]})",
    )


def check_language(wanted: str | None) -> None:
    """Refuse a language of answers that the project here, if there is one, has no words in."""
    from generator.folders import Folders, find_project

    root = find_project(Path.cwd())
    if not wanted or root is None or wanted.partition("-")[0] == WRITTEN_IN:
        return
    # Knows languages by their names, which takes a moment to load.
    from generator.l10n.languages import suggestion

    known = [WRITTEN_IN, *sorted(path.name for path in Folders(root).locales.glob("*") if path.is_dir())]
    if wanted.partition("-")[0] not in {tag.partition("-")[0] for tag in known}:
        raise UsageError(
            say(
                "--lang %(language)s: the words are there in %(known)s. %(hint)s",
                language=wanted,
                known=", ".join(dict.fromkeys(known)),
                hint=suggestion(wanted) or did_you_mean(wanted, known) or "",
            )
        )


def project_folder(start: Path | None = None) -> Path:
    """Find the project at or above a path; the current folder where there is none."""
    from generator.folders import CONFIGURATION, find_project

    if start is not None and not start.exists():
        raise UsageError(say("%(path)s: no such file or folder", path=start))
    root = find_project(start or Path.cwd())
    if root is None:
        raise UsageError(
            say("no %(file)s here or in a folder above; go to the project's folder first", file=CONFIGURATION)
        )
    return root


def read_project(root: Path) -> "tuple[Project | None, tuple[Problem, ...]]":
    """Read a project in the languages of its configuration, and find all that is wrong with it."""
    from generator.problems import errors, in_order
    from generator.project import configured_languages, open_project

    languages, unfit = configured_languages(root)
    tags = [language.tag for language in languages]
    project, found = open_project(root, tags)
    return None if errors(unfit) else project, in_order([*unfit, *found])


def sound_project(root: Path) -> "Project":
    """Read a project without errors; fail with its errors otherwise."""
    from generator.problems import errors

    project, problems = read_project(root)
    if project is None:
        complain_of(errors(problems), root)
        raise FailedError("")
    return project


def spoken(root: Path | None) -> Translate:
    """Return what translates a sentence to the user's language, as far as a project has it."""
    return translator(root, spoken_language(os.environ))


def in_words(said: "Message | Explanation | str") -> str:
    """Put a message or an explanation into the user's language; leave a text as it is."""
    if isinstance(said, str):
        return said
    from generator.folders import find_project

    return said.text(spoken(find_project(Path.cwd())))


def tell(said: "Message | Explanation | str") -> None:
    """Print what a command gives."""
    print(in_words(said))


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
        message = say("%(path)s cannot be written: %(reason)s", path=short(path), reason=reason_of(error))
        raise FailedError(message) from error


def short(path: Path) -> str:
    """Write a path as someone in the current folder writes it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
