"""Add the command `atlas new`, which writes a new framework's file with comments and prompts."""

import argparse

from generator.cli.asked_project import project_folder
from generator.cli.command import SOUND, Commands, FailedError, UsageError, command
from generator.cli.drafting import fit_id, language_of, naming, outset, words
from generator.cli.telling import put, short, spoken, tell
from generator.problems import say

MOST = 20


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "write the file of a new framework, with comments on what goes where"
    parser = command(commands, "new", run, does, "atlas new flow --lang nl --levels 5", is_spoken=False)
    parser.add_argument("id", metavar="ID", help="its id, which names its file too: small letters, hyphens")
    naming(parser)
    parser.add_argument("--kind", choices=("levels", "layers"), default="levels", help="(default: levels)")
    parser.add_argument(
        "--levels", type=int, default=5, metavar="N", help="how many levels, or layers (default: 5)"
    )
    parser.add_argument(
        "--dimensions", type=int, default=1, metavar="N", help="how many rows its matrix has (default: 1)"
    )


def run(given: argparse.Namespace) -> int:
    """Write the file of a framework that is not there yet."""
    from generator.editing.drafts.framework import blank_layers, blank_levels, blank_matrix, complete, file_of

    root = project_folder()
    language = language_of(given, root)
    framework_id = fit_id(given.id)
    for name, least in (("levels", 1), ("dimensions", 0)):
        if not least <= getattr(given, name) <= MOST:
            raise UsageError(
                "--%(name)s: a number from %(least)s to %(most)s", name=name, least=least, most=MOST
            )
    path = root / "frameworks" / f"{framework_id}.yaml"
    if path.exists():
        raise FailedError("%(path)s is there already; it is left as it is.", path=short(path))
    speak = words(spoken(root))
    if given.kind == "layers":
        known = blank_layers(given.levels, speak)
    else:
        known = blank_matrix(blank_levels(given.levels, speak), given.dimensions, speak)
    start = outset(root, path, framework_id, language, given, title=given.title)
    put(path, file_of(complete(known, start, speak), start, speak).encode())
    tell(say("Wrote %(path)s.", path=short(path)))
    tell(say("Open it in an editor: its comments say what goes where."))
    tell(say("Then: atlas validate %(path)s", path=short(path)))
    return SOUND
