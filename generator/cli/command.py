"""What commands have in common: exit codes, the project they work on, and how they tell of problems."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.site.project import Project

SOUND, PROBLEMS, USAGE = 0, 1, 2

Commands = Any  # argparse gives its collection of subcommands no public type
Run = Callable[[argparse.Namespace], int]


class UsageError(Exception):
    """The command line names something that is not there."""


def command(commands: Commands, name: str, run: Run, does: str, example: str) -> argparse.ArgumentParser:
    """A command with a sentence on what it does and an example of it."""
    description = f"{does[0].upper()}{does[1:]}."
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=does, description=description, epilog=f"Example: {example}"
    )
    parser.set_defaults(run=run)
    return parser


def project_folder(start: Path | None = None) -> Path:
    """The project at or above a path, or the current folder."""
    from generator.site.project import CONFIGURATION, find_project

    if start is not None and not start.exists():
        raise UsageError(f"{start}: no such file or folder")
    root = find_project(start or Path.cwd())
    if root is None:
        raise UsageError(f"no {CONFIGURATION} here or in a folder above; go to the project's folder first")
    return root


def read_project(root: Path) -> "tuple[Project | None, tuple[Problem, ...]]":
    """A project in the languages of its configuration, and all that is wrong with it."""
    from generator.problems import errors, in_order
    from generator.site.configuration import configured_languages
    from generator.site.project import open_project

    languages, unfit = configured_languages(root)
    project, found = open_project(root, [language.tag for language in languages])
    return None if errors(unfit) else project, in_order([*unfit, *found])


def sound_project(root: Path) -> "Project | None":
    """A project without errors; None after its errors were told."""
    from generator.problems import errors
    from generator.site.report import text_report

    project, problems = read_project(root)
    if project is None:
        complain(text_report(errors(problems), root))
    return project


def complain(text: str) -> None:
    """Say what went wrong, apart from what a command gives."""
    if text:
        print(text, file=sys.stderr)


def write(path: Path, content: bytes) -> None:
    """Write a file whose content changed."""
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def short(path: Path) -> str:
    """A path as someone in the current folder writes it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
