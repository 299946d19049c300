"""`atlas export`: the project in, the data that the site publishes out, without the site."""

import argparse
from pathlib import Path

from generator.cli.command import (
    PROBLEMS,
    SOUND,
    Commands,
    command,
    project_folder,
    short,
    sound_project,
    speaking,
    tell,
    write,
)
from generator.problems import say


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "write the data that the site publishes, without the site"
    parser = command(commands, "export", run, does, "atlas export -d data")
    parser.add_argument("-d", "--dir", type=Path, metavar="DIR", help="where (default: build/data)")
    speaking(parser)


def run(given: argparse.Namespace) -> int:
    """Write the files that changed."""
    from generator.export import exports
    from generator.site.configuration import configured_address

    root = project_folder()
    project = sound_project(root)
    if project is None:
        return PROBLEMS
    terms = project.terms(configured_address(root))
    folder = given.dir.absolute() if given.dir else root / "build" / "data"
    for path, content in exports(project.views, project.default_language, terms):
        write(folder / path, content)
    tell(say("Wrote %(path)s.", path=short(folder)))
    return SOUND
