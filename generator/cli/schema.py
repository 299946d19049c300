"""Add the command `atlas schema`, which writes the JSON Schemas that editors check data files with."""

import argparse
from pathlib import Path

from generator.cli.asked_project import project_folder
from generator.cli.command import SOUND, Commands, command
from generator.cli.telling import put, short, tell
from generator.problems import say


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "write the JSON Schemas that editors check data files with"
    parser = command(commands, "schema", run, does, "atlas schema")
    parser.add_argument("-d", "--dir", type=Path, metavar="DIR", help="where (default: schemas)")


def run(given: argparse.Namespace) -> int:
    """Write the schema files that changed."""
    from generator.load.json_schema import schema_files

    folder = given.dir.absolute() if given.dir else project_folder() / "schemas"
    for name, content in schema_files().items():
        put(folder / name, content.encode())
    tell(say("Wrote %(path)s.", path=short(folder)))
    return SOUND
