"""Add the command `atlas serve`, which previews every language and follows each change."""

import argparse
import io
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.asked_project import project_folder
from generator.cli.build import listen
from generator.cli.command import SOUND, Commands, FailedError, UsageError, command
from generator.cli.telling import complain_of, spoken, tell
from generator.problems import Message, reason_of, say

if TYPE_CHECKING:
    from generator.problems import Problem

HOST, PORT = "127.0.0.1", 8000


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "preview the site in every language; it follows each change and outlives each mistake"
    parser = command(commands, "serve", run, does, "atlas serve -a 127.0.0.1:8080 -o")
    parser.add_argument("-a", "--dev-addr", metavar="IP:PORT", help=f"where (default: {HOST}:{PORT})")
    parser.add_argument("-o", "--open", action="store_true", help="open it in a browser")
    parser.add_argument("-q", "--quiet", action="store_true", help="tell errors only")
    parser.add_argument("-v", "--verbose", action="store_true", help="tell everything")


def run(given: argparse.Namespace) -> int:
    """Serve the preview until the user ends it."""
    import webbrowser

    from generator.preview import VARIABLE, is_editor, preview

    root = project_folder()
    host, port = listening_at(given.dev_addr) if given.dev_addr else _configured(root)
    editor = os.environ.get(VARIABLE)
    if editor and not is_editor(editor):
        example = "vscode://file/{path}:{line}:{column}"
        raise UsageError(
            "%(name)s: '%(given)s' has no {path}; %(example)s has",
            name=VARIABLE,
            given=editor,
            example=example,
        )
    # What mkdocs has to say of the files stands among the problems; what is left are our own mistakes.
    listen(logging.DEBUG if given.verbose else logging.CRITICAL)

    # A program that reads these words from a file or a pipe gets them while the preview runs.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(line_buffering=True)

    def on_reading(problems: "Sequence[Problem]", seconds: float) -> None:
        report(problems, root, seconds, quiet=given.quiet)

    try:
        with preview(root, host, port, on_reading) as running:
            if not given.quiet:
                for name, address in running.addresses or (("", running.home),):
                    tell(f"{address}  {name}".rstrip())
                tell(say("Ctrl-C ends the preview."))
            if given.open:
                webbrowser.open(running.home)
            _wait()
    except OSError as error:
        raise FailedError(_refused(error, host, port)) from error
    except KeyboardInterrupt:
        pass
    return SOUND


def report(problems: "Sequence[Problem]", root: Path, seconds: float, *, quiet: bool) -> None:
    """Report the errors of one reading, or else how long it took and what it found."""
    from generator.problems import errors
    from generator.reports import summary

    if found := errors(problems):
        complain_of(found, root)
    elif not quiet:
        count = summary(problems, spoken(root))
        tell(say("Read in %(seconds)s s: %(count)s.", seconds=f"{seconds:.2f}", count=count))


def listening_at(given: str) -> tuple[str, int]:
    """Read a host and a port from `IP:PORT`, `PORT` or `[IPv6]:PORT`."""
    host, _, port = given.rpartition(":")
    host = host.removeprefix("[").removesuffix("]") or HOST
    if not (port.isascii() and port.isdigit() and int(port) < 65536):
        example = f"{HOST}:{PORT}"
        raise UsageError("-a %(given)s is no address; write it as %(example)s", given=given, example=example)
    return host, int(port)


def _configured(root: Path) -> tuple[str, int]:
    from generator.folders import CONFIGURATION
    from generator.mkdocs_yml import UnreadableSettingsError, read_mkdocs_yml

    try:
        address = read_mkdocs_yml(root / CONFIGURATION).get("dev_addr")
    except UnreadableSettingsError:
        # The preview itself tells what is wrong with the file, and goes on when it is mended.
        address = None
    return listening_at(str(address)) if address else (HOST, PORT)


def _refused(error: OSError, host: str, port: int) -> Message:
    """Say why nothing can listen at an address."""
    import errno

    if error.errno == errno.EADDRINUSE:
        example = f"{host}:{port + 1 if port < 65535 else PORT}"
        return say("Port %(port)s is in use; choose another with -a %(example)s", port=port, example=example)
    place = f"{host}:{port}"
    return say("Nothing can listen at %(place)s: %(reason)s", place=place, reason=reason_of(error))


def _wait() -> None:
    """Wait until Ctrl-C, in steps: Windows notices it between them only."""
    import threading

    forever = threading.Event()
    while not forever.wait(1):
        pass
