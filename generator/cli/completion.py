"""Add the command `atlas completion`, which lets a shell complete commands, options and names."""

import argparse
import os

from generator.cli.command import SOUND, Commands, command
from generator.cli.telling import tell

SHELLS = ("bash", "zsh", "fish")
_ASKED = "_ARGCOMPLETE"
"""The variable by which a shell asks the program itself what may stand where a user is typing."""

_OFFER = """\
        _describe "${words[1]}" completions "${nosort[@]}" "${nospace[@]}"
"""
_OFFER_OR_FILES = f"""\
        if (( ${{#completions}} )); then
    {_OFFER.rstrip()}
        elif [[ "$PREFIX" == *[\\~\\$]* ]]; then
            # Only zsh knows what it makes of ~ and $HOME.
            [[ "$PREFIX" == --*=* ]] && compset -P 1 '*='
            _files
        fi
"""
"""How zsh shows what the program names. It does not fall back on files of its own accord, as bash does."""


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "write what lets a shell complete commands, options and names"
    parser = command(commands, "completion", run, does, "atlas completion bash")
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=f"one of {', '.join(SHELLS)}")


def run(given: argparse.Namespace) -> int:
    """Write the lines that a shell reads."""
    from argcomplete.shell_integration import shellcode

    # The program is known by its name alone, in whatever environment it is found.
    lines = shellcode(["atlas"], shell=given.shell)
    tell((lines.replace(_OFFER, _OFFER_OR_FILES) if given.shell == "zsh" else lines).strip())
    return SOUND


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell and end the program, where a shell asks; otherwise do nothing."""
    if _ASKED in os.environ:
        from generator.cli.finder import Finder
        from generator.cli.offering import offered

        Finder()(parser, always_complete_options="long", default_completer=offered)  # type: ignore[arg-type] # any function will do
