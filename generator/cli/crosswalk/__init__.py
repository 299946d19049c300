"""Add the command `atlas crosswalk`, which begins crosswalks and takes them from tables and to them."""

import argparse
from pathlib import Path

from generator.cli.command import Commands, Run, command, forcing, group, listing


def add(commands: Commands) -> None:
    """Describe the command and its actions."""
    does = "begin crosswalks, list what is left to judge, judge in a workbook"
    actions = group(commands, "crosswalk", does, "atlas crosswalk new flow harbour")
    does = "write what nobody has judged yet of two frameworks as drafts, with suggestions"
    new = command(actions, "new", run, does, "atlas crosswalk new flow harbour", is_spoken=False)
    _pair(new, "the language that reasons will be written in, and of answers")
    new.add_argument("--author", metavar="NAME", help="who judges: editor, sceptic, or a name")
    does = "list what is left to judge, a line for each level and layer"
    todo = command(actions, "todo", run, does, "atlas crosswalk todo flow")
    todo.add_argument("ids", nargs="*", metavar="ID", help="of these frameworks only; two: of this pair")
    todo.add_argument(
        "-v", "--verbose", action="store_true", help="say what may answer to each, and what speaks for it"
    )
    does = "write a crosswalk as a workbook, to judge in; what nobody judged comes with suggestions"
    out = command(actions, "export", run, does, "atlas crosswalk export flow harbour", is_spoken=False)
    _pair(out, "the language of what is written, where nobody began it, and of answers")
    out.add_argument("-d", "--dir", type=Path, metavar="PATH", help="to which folder (default: this one)")
    forcing(out)
    does = "take from a crosswalk's workbook, or from SSSOM, what it says otherwise"
    into = command(actions, "import", run, does, "atlas crosswalk import flow--harbour.xlsx", is_spoken=False)
    into.add_argument("file", type=Path, metavar="FILE", help="a workbook of 'export', or SSSOM as TSV")
    into.add_argument(
        "--lang",
        dest="language",
        metavar="LANG",
        help="the language of crosswalks that nobody began, and of answers (default: the site's first)",
    )
    into.add_argument("--author", metavar="NAME", help="who judges, where no author is written")
    into.add_argument("-n", "--dry-run", action="store_true", help="only say what would be written")
    listing(into)


def _pair(parser: argparse.ArgumentParser, language: str) -> None:
    """Add what names a pair of frameworks, and a language."""
    parser.add_argument("one", metavar="ID", help="a framework")
    parser.add_argument("other", nargs="?", metavar="ID", help="another one (default: each of the others)")
    parser.add_argument(
        "--lang",
        dest="language",
        metavar="LANG",
        help=f"{language} (default: that of both frameworks; if they have two, of answers)",
    )


def run(given: argparse.Namespace) -> int:
    """Run an action."""
    from generator.cli.crosswalk import beginning, exporting, importing, worklist

    runs: dict[str, Run] = {
        "new": beginning.run_new,
        "todo": worklist.run_todo,
        "export": exporting.run_export,
        "import": importing.run_import,
    }
    return runs[given.action](given)
