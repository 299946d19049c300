"""Find the project that a command works on, and read it."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from generator.cli.command import PROBLEMS, USAGE, FailedError, UsageError
from generator.cli.telling import complain, complain_of, in_words
from generator.problems import Message

if TYPE_CHECKING:
    from generator.editing.rename.planning import Files
    from generator.problems import Problem
    from generator.project import Project

_Plan = TypeVar("_Plan")


def project_folder(start: Path | None = None) -> Path:
    """Find the project at or above a path; the current folder where there is none."""
    from generator.folders import CONFIGURATION, find_project

    if start is not None and not start.exists():
        raise UsageError("%(path)s: no such file or folder", path=start)
    root = find_project(start or Path.cwd())
    if root is None:
        raise UsageError(
            "no %(file)s here or in a folder above; go to the project's folder first", file=CONFIGURATION
        )
    return root


def read_project(root: Path, *, drafts: bool = False) -> "tuple[Project | None, tuple[Problem, ...]]":
    """Read a project in the languages of its configuration, and find all that is wrong with it."""
    from generator.problems import errors, in_order
    from generator.project import configured_languages, open_project

    languages, unfit = configured_languages(root)
    tags = [language.tag for language in languages]
    project, found = open_project(root, tags, drafts=drafts)
    return None if errors(unfit) else project, in_order([*unfit, *found])


def sound_project(root: Path, *, drafts: bool = False, told: Collection[str] = ()) -> "Project":
    """Read a project without errors, on demand with what is still being written; fail with its errors.

    Warnings whose codes are `told` are said.
    """
    from generator.problems import errors

    project, problems = read_project(root, drafts=drafts)
    if project is None:
        complain_of(errors(problems), root)
        raise FailedError
    complain_of([problem for problem in problems if problem.code in told], root)
    return project


def planned(
    root: Path, plan: "Callable[[Files], tuple[_Plan | None, tuple[Problem, ...]]]", nothing: Message
) -> _Plan:
    """Read the project's files and plan a change of them; where that is refused, say why and end the command.

    A problem of the command line has no place in a file; of others `nothing` says that no file was changed.
    """
    from generator.editing.rename.disk import read_files

    files, problems = read_files(root)
    found, problems = (None, problems) if problems else plan(files)
    if found is not None:
        return found
    asked = [problem for problem in problems if not problem.place.file]
    for problem in asked:
        complain(f"atlas: error[{problem.code}]: {in_words(problem.message)}")
        if problem.hint:
            complain(f"    = {in_words(problem.hint)}")
    placed = [problem for problem in problems if problem.place.file]
    complain_of(placed, root)
    said = nothing if placed else ""
    failed = FailedError(said)
    failed.ends = USAGE if asked else PROBLEMS
    raise failed
