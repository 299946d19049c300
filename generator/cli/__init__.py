"""Run the commands of `atlas`, and print what they have to say; nothing else prints.

Each command is a module with `add`, which describes it, and is named in `COMMANDS`. What a command needs is
imported when it runs, so that `atlas --help` answers at once.
"""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module

from generator.cli import completion
from generator.cli.command import (
    PROBLEMS,
    STOPPED,
    UNREAD,
    FailedError,
    UsageError,
    check_language,
    speaking,
)
from generator.cli.parsing import Parser
from generator.cli.telling import OutputLostError, ReaderLeftError, complain, in_words
from generator.l10n.message_language import VARIABLE
from generator.problems import reason_of, say

COMMANDS = (
    *("site", "new", "build", "validate", "explain", "serve", "schema", "importing", "export", "crosswalk"),
    *("poster", "l10n", "rename", "remove", "level", "edition", "benchmark", "diff", "completion"),
)
"""The modules of the commands, in the order in which `atlas --help` lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 if sound, 1 if there are problems, 2 if called wrongly.

    It is 130 if stopped, and 141 if whoever read along left, as a shell tells of other programs.
    """
    _open_streams()
    understood = parser()
    completion.complete(understood)
    given = understood.parse_args(arguments)
    # What is built by others in this process, and in its children, answers in the same language.
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = getattr(given, "speak", before or "")
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a sign gets another one in its place, never a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        check_language(getattr(given, "speak", None))
        ended = int(given.run(given))
        _flush()
        return ended
    except UsageError as error:
        complain(f"atlas: {in_words(error.said)}")
        return error.ends
    except FailedError as error:
        complain(error.said)
        return error.ends
    except OutputLostError as error:
        complain(say("What the command says cannot be written: %(reason)s", reason=error))
        _forget_output()
        return PROBLEMS
    except KeyboardInterrupt:
        complain(say("Stopped."))
        return STOPPED
    except (ReaderLeftError, BrokenPipeError):
        # What is left to say goes nowhere.
        _forget_output()
        return UNREAD
    finally:
        os.environ.pop(VARIABLE)
        if before is not None:
            os.environ[VARIABLE] = before


def _open_streams() -> None:
    """Give what is closed to nothing: else the next file that is opened would get what is printed."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            descriptor = os.open(os.devnull, os.O_RDWR)
            if descriptor != number:
                os.dup2(descriptor, number)
            setattr(sys, name, os.fdopen(number, "r" if number == 0 else "w", closefd=False))


def _flush() -> None:
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputLostError(reason_of(error)) from error


def _forget_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@cache
def parser() -> argparse.ArgumentParser:
    """Make the parser of all commands with their options; whoever runs several of them needs but one."""
    result = Parser(
        prog="atlas",
        description="Check, build and translate a Maturity Atlas.",
        epilog="More on one command: atlas build -h",
        allow_abbrev=False,
    )
    speaking(result)
    result.add_argument("-V", "--version", action=_Version, nargs=0, help="say which version this is")
    commands = result.add_subparsers(required=True, metavar="COMMAND")
    for name in COMMANDS:
        import_module(f"{__name__}.{name}").add(commands)
    return result


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        import importlib.metadata

        print(f"atlas {importlib.metadata.version('maturity-atlas')}")
        parser.exit()
