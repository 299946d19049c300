"""Find the project that a command works on, and read it."""

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.command import FailedError, UsageError
from generator.cli.telling import complain_of
from generator.problems import say

if TYPE_CHECKING:
    from generator.problems import Problem
    from generator.project import Project


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
