"""Add the command `atlas validate`, which lists all that is wrong with data and translations."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.asked_project import project_folder, read_project
from generator.cli.command import PROBLEMS, SOUND, Commands, UsageError, command, listing
from generator.cli.telling import spoken, tell
from generator.problems import say_many

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.project import Project


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "say all that is wrong with data and translations"
    parser = command(commands, "validate", run, does, "atlas validate frameworks/flow.yaml")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="tell of these files and folders only"
    )
    parser.add_argument("-s", "--strict", action="store_true", help="take warnings for errors")
    parser.add_argument("-v", "--verbose", action="store_true", help="say what was read as well")
    listing(parser)


def run(given: argparse.Namespace) -> int:
    """Read everything, since one file's problems may lie in another; report on what was asked for."""
    from generator.folders import Folders
    from generator.load.unread import strays
    from generator.problems import errors
    from generator.reports import report

    root = project_folder(given.paths[0] if given.paths else None)
    wanted = [inside(path, root) for path in given.paths]
    project, found = checked_as_built(root)
    found = (*found, *strays(given.paths, Folders(root).frameworks, root))
    problems = [item for item in found if not wanted or is_below(item.place.file, wanted)]
    if given.strict:
        problems = [replace(item, severity="error") for item in problems]
    if listed := report(problems, root, given.format, spoken(root)):
        tell(listed)
    if given.format == "text" and project is not None and (given.verbose or not problems):
        tell_of(project, sound=not problems, verbose=given.verbose)
    return PROBLEMS if errors(problems) else SOUND


def checked_as_built(root: Path) -> "tuple[Project | None, tuple[Problem, ...]]":
    """Read everything and find all that keeps a site from being built; without a project where it has errors.

    Where mkdocs cannot use its settings, the data are read all the same.
    """
    from generator.preview.mkdocs_warnings import configuration_problems
    from generator.problems import errors, in_order
    from generator.site.frame.configuration import UnusableConfigurationError
    from generator.site.plan import checked, unreadable_templates
    from generator.site.settings import Request, read_settings

    try:
        settings = read_settings(Request(root))
    except UnusableConfigurationError as error:
        _, found = read_project(root)
        unfit = () if any(item.code == "C600" for item in found) else configuration_problems(error, root)
        return None, in_order([*unfit, *found])
    project, found = checked(settings)
    if project is not None:
        found = in_order([*found, *unreadable_templates(settings, project)])
    return None if errors(found) else project, found


def tell_of(project: "Project", *, sound: bool, verbose: bool) -> None:
    """Say what was read, and on demand how far frameworks have been judged."""
    from generator.reports import coverage_report
    from generator.validate import coverage, gates

    count, languages = len(project.atlas.frameworks), ", ".join(project.views)
    if sound:
        told = say_many(
            "Sound: %(number)s framework, in %(languages)s.",
            "Sound: %(number)s frameworks, in %(languages)s.",
            count,
            languages=languages,
        )
    else:
        told = say_many(
            "Read: %(number)s framework, in %(languages)s.",
            "Read: %(number)s frameworks, in %(languages)s.",
            count,
            languages=languages,
        )
    tell(told)
    if verbose:
        gaps = {language: view.gaps for language, view in project.views.items()}
        translate = spoken(project.folders.root)
        tell(coverage_report(coverage(project.atlas, gaps), translate))
        for gate in gates(project.atlas):
            tell(gate)


def inside(path: Path, root: Path) -> str:
    """Write a path as problems name it: from the project's folder."""
    if not path.exists():
        raise UsageError("%(path)s: no such file or folder", path=path)
    if not path.resolve().is_relative_to(root):
        raise UsageError("%(path)s: not in the project %(root)s", path=path, root=root)
    return path.resolve().relative_to(root).as_posix()


def is_below(file: str, wanted: Sequence[str]) -> bool:
    """Say whether a file is one of those wanted, or lies in one."""
    return any(path == "." or file == path or file.startswith(f"{path}/") for path in wanted)
