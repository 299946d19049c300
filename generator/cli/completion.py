"""Add the command `atlas completion`, which lets a shell complete commands, options and names."""

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from generator.cli.command import SOUND, Commands, command
from generator.cli.telling import tell

SHELLS = ("bash", "zsh", "fish")
_ASKED = "_ARGCOMPLETE"
"""The variable by which a shell asks the program itself what may stand where a user is typing."""


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "write what lets a shell complete commands, options and names"
    parser = command(commands, "completion", run, does, "atlas completion bash")
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help=f"one of {', '.join(SHELLS)}")


def run(given: argparse.Namespace) -> int:
    """Write the lines that a shell reads."""
    from argcomplete.shell_integration import shellcode

    # The program is known by its name alone, in whatever environment it is found.
    tell(shellcode(["atlas"], shell=given.shell).strip())
    return SOUND


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell and end the program, where a shell asks; otherwise do nothing."""
    if _ASKED in os.environ:
        import argcomplete

        argcomplete.autocomplete(parser, always_complete_options="long", default_completer=_names)  # type: ignore[arg-type] # any function will do


def _names(prefix: str, action: argparse.Action, **asked: Any) -> Iterable[str]:
    """List what an argument may be: names of the project here, or files."""
    from argcomplete.completers import FilesCompleter

    from generator.explain import EXPLANATIONS
    from generator.folders import Folders, find_project

    root = find_project(Path.cwd())
    if action.metavar == "CODE":
        return EXPLANATIONS
    if root is None or action.metavar not in ("ID", "LANG"):
        files: Iterable[str] = FilesCompleter()(prefix, action=action, **asked)
        return files
    if action.metavar == "LANG":
        return ["en", *(path.name for path in Folders(root).locales.glob("*") if path.is_dir())]
    from generator.editing.rename.finding import RESERVED

    return sorted({path.stem for path in Folders(root).frameworks.glob("*.yaml")} - RESERVED)
