"""`atlas validate`: the project in, all that is wrong with its data and translations out."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.cli.command import (
    PROBLEMS,
    SOUND,
    Commands,
    UsageError,
    command,
    project_folder,
    read_project,
    speaking,
    spoken,
    tell,
)
from generator.problems import say


def add(commands: Commands) -> None:
    """Describe the command."""
    parser = command(
        commands,
        "validate",
        run,
        "say all that is wrong with data and translations",
        "atlas validate frameworks/flow.yaml",
    )
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="tell of these files and folders only"
    )
    parser.add_argument("-s", "--strict", action="store_true", help="take warnings for errors")
    parser.add_argument("-v", "--verbose", action="store_true", help="say what was read as well")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how problems are listed (default: text)"
    )
    speaking(parser)


def run(given: argparse.Namespace) -> int:
    """Read everything, since one file's problems may lie in another; tell of what was asked for."""
    from generator.problems import errors
    from generator.site.report import coverage_report, json_report, text_report
    from generator.validate.crosswalk_coverage import coverage

    root = project_folder(given.paths[0] if given.paths else None)
    wanted = [inside(path, root) for path in given.paths]
    project, found = read_project(root)
    problems = [item for item in found if not wanted or is_below(item.place.file, wanted)]
    if given.strict:
        problems = [replace(item, severity="error") for item in problems]
    if given.format == "json":
        tell(json_report(problems))
    else:
        if problems:
            tell(text_report(problems, root, spoken(root)))
        if project is not None and (given.verbose or not problems):
            count, languages = len(project.atlas.frameworks), ", ".join(project.views)
            read = say("Read: %(count)s frameworks, in %(languages)s.", count=count, languages=languages)
            sound = say("Sound: %(count)s frameworks, in %(languages)s.", count=count, languages=languages)
            tell(read if problems else sound)
            if given.verbose:
                gaps = {language: view.gaps for language, view in project.views.items()}
                tell(coverage_report(coverage(project.atlas, gaps)))
    return PROBLEMS if errors(problems) else SOUND


def inside(path: Path, root: Path) -> str:
    """A path as problems name it: from the project's folder."""
    if not path.exists():
        raise UsageError(say("%(path)s: no such file or folder", path=path))
    if not path.resolve().is_relative_to(root):
        raise UsageError(say("%(path)s: not in the project %(root)s", path=path, root=root))
    return path.resolve().relative_to(root).as_posix()


def is_below(file: str, wanted: Sequence[str]) -> bool:
    """Whether a file is one of those wanted, or lies in one."""
    return any(path == "." or file == path or file.startswith(f"{path}/") for path in wanted)
