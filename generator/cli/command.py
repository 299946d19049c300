"""Give commands what they share: how they are described, and how they end."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.l10n.message_language import VARIABLE, WRITTEN_IN
from generator.problems import Message, did_you_mean, say

SOUND, PROBLEMS, USAGE, STOPPED = 0, 1, 2, 130

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
