"""Give commands what they share: how they are described, and how they end."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.l10n.message_language import VARIABLE, WRITTEN_IN
from generator.problems import Message, did_you_mean, say

SOUND, PROBLEMS, USAGE, STOPPED, UNREAD = 0, 1, 2, 130, 141

FORMATS = ("text", "json", "github", "sarif")
"""How problems can be listed: the names of `generator.reports.FORMATS`, which is slower to load."""

Commands = Any  # argparse gives its collection of subcommands no public type
Run = Callable[[argparse.Namespace], int]


class _EndError(Exception):
    """Ends a command; `said` is what is left to say: a message, or a template and its values as for `say`."""

    ends = PROBLEMS

    def __init__(self, said: Message | str = "", **values: object) -> None:
        super().__init__(said)
        self.said = say(said, **values) if said and isinstance(said, str) else said


class UsageError(_EndError):
    """Raised where the command line names something that is not there, or is wrong otherwise."""

    ends = USAGE


class FailedError(_EndError):
    """Raised where a command ends with problems, which may have been told already."""


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


def group(commands: Commands, name: str, does: str, example: str) -> Commands:
    """Add a command that only gathers others, its actions, with an example of one of them; return these."""
    parser = commands.add_parser(
        name,
        help=does,
        description=f"{does[0].upper()}{does[1:]}.",
        epilog=f"Example: {example}",
        allow_abbrev=False,
    )
    actions: Commands = parser.add_subparsers(required=True, dest="action", metavar="ACTION")
    return actions


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


def forcing(parser: argparse.ArgumentParser) -> None:
    """Add the option to write over files in which somebody may have worked."""
    parser.add_argument(
        "--force", action="store_true", help="write over a file of that name which has other content"
    )


def check_language(wanted: str | None) -> None:
    """Refuse a language of answers that neither the project here nor the program has words in."""
    from generator.folders import BROUGHT, Folders, find_project

    if not wanted or wanted.partition("-")[0] == WRITTEN_IN:
        return
    # Knows languages by their names, which takes a moment to load.
    from generator.l10n.languages import suggestion

    known = [WRITTEN_IN, *Folders(find_project(Path.cwd()) or BROUGHT).spoken]
    if wanted.partition("-")[0] not in {tag.partition("-")[0] for tag in known}:
        raise UsageError(
            "--lang %(language)s: the words are there in %(known)s. %(hint)s",
            language=wanted,
            known=", ".join(known),
            hint=suggestion(wanted) or did_you_mean(wanted, known) or "",
        )
