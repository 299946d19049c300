"""Add the command `atlas import`, which makes a framework from a table, or changes its texts to match."""

import argparse
from pathlib import Path

from generator.cli.command import Commands, command, listing
from generator.cli.drafting import naming


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "make a framework from a table in Markdown, HTML, CSV or XLSX, or update one"
    parser = command(
        commands, "import", run, does, "atlas import table.xlsx --id flow --lang nl", is_spoken=False
    )
    parser.add_argument("file", type=Path, metavar="TABLE", help="the file that the table is in")
    parser.add_argument(
        "--id", metavar="ID", help="the framework's id (default: the table's own, or that of its file)"
    )
    naming(parser)
    parser.add_argument(
        "--levels",
        choices=("auto", "columns", "rows"),
        default="auto",
        help="where levels stand: side by side, or below each other (default: auto)",
    )
    parser.add_argument(
        "--as",
        action="append",
        default=[],
        dest="roles",
        metavar="TITLE=WHAT",
        help="what a column (by its title or number) is: level, title, group, question, subtitle, code or "
        "none; and what a row is: title, group or none",
    )
    parser.add_argument("--table", type=int, metavar="N", help="which table or sheet, counted from 1")
    parser.add_argument("--to", type=Path, metavar="FILE", help="where (default: frameworks/ID.yaml)")
    parser.add_argument(
        "--update", action="store_true", help="where the framework is there: change the texts that differ"
    )
    parser.add_argument(
        "-n", "--dry-run", action="store_true", help="show what would come of it, and write nothing"
    )
    listing(parser)


def run(given: argparse.Namespace) -> int:
    """Make a framework, or update it."""
    from generator.cli.tabling import import_framework

    return import_framework(given)
