"""Add the command `atlas level`, which changes the levels of a framework one at a time."""

import argparse
import datetime
from typing import TYPE_CHECKING

from generator.cli import rename
from generator.cli.asked_project import planned, project_folder
from generator.cli.command import SOUND, Commands, command, group
from generator.cli.drafting import words
from generator.cli.losing import how_to_do_it, refuse_to_lose, tell_lost
from generator.cli.telling import put_all, spoken, tell
from generator.problems import say

if TYPE_CHECKING:
    from pathlib import Path

    from generator.editing.levels.finding import Choice
    from generator.editing.levels.planning import LevelPlan


def add(commands: Commands) -> None:
    """Describe the command and its actions."""
    does = "rename, move, remove, merge or split a level of a framework"
    actions = group(commands, "level", does, "atlas level move flow/pilot --after dock")

    does = "give a level another id, wherever it is named"
    renaming = command(actions, "rename", run_rename, does, "atlas level rename flow/pilot first-steps")
    renaming.add_argument("level", metavar="LEVEL", help="the level: flow/pilot")
    renaming.add_argument("new", metavar="ID", help="its new id")

    does = "put a level into another place of the order"
    moving = command(actions, "move", run, does, "atlas level move flow/pilot --after dock")
    place = moving.add_mutually_exclusive_group(required=True)
    place.add_argument("--after", metavar="ID", help="the level that it is to follow")
    place.add_argument("--before", metavar="ID", help="the level that is to follow it")

    does = "take a level out, with its texts and what was judged of it"
    removing = command(actions, "remove", run, does, "atlas level remove flow/pilot --instead dock")
    removing.add_argument("--instead", metavar="ID", help="a level that its old addresses name instead")
    removing.add_argument("-y", "--yes", action="store_true", help="do it; else only say what would go")
    removing.add_argument(
        "--for-good",
        action="store_true",
        help="with --yes: also words that no commit has, and git cannot bring back",
    )

    does = "make one level of two that follow each other"
    merging = command(actions, "merge", run, does, "atlas level merge flow/pilot --into dock")
    merging.add_argument("--into", metavar="ID", required=True, help="the one beside it, which keeps its id")

    does = "make two levels of one"
    splitting = command(actions, "split", run, does, "atlas level split flow/pilot --into pilot rollout")
    splitting.add_argument(
        "--into", metavar="ID", nargs=2, required=True, help="the ids of the two, the lower first"
    )

    for action in (moving, removing, merging, splitting):
        action.add_argument("level", metavar="LEVEL", help="the level: flow/pilot")
    for action in (renaming, moving, removing, merging, splitting):
        action.add_argument(
            "-n", "--dry-run", action="store_true", help="show what would change; change nothing"
        )
        action.add_argument(
            "--no-redirect",
            action="store_true",
            help="let old addresses end: for what was never published, or to go back",
        )


def run_rename(given: argparse.Namespace) -> int:
    """Rename a level as anything else is renamed; a short name is that of a level here."""
    framework, *_, level = given.level.strip("/").split("/")
    given.old = f"{framework}/levels/{level}"
    return rename.run(given)


def run(given: argparse.Namespace) -> int:
    """Plan a change, say what goes and what is left to be done, and make it."""
    from generator.cli.level_plan import tell_plan
    from generator.editing.levels.planning import Asked, plan_change

    root = project_folder()
    day = None if given.no_redirect else datetime.date.today()
    asked = Asked(given.level, _choice(given), day, getattr(given, "instead", None))
    speak = words(spoken(root))
    found = planned(root, lambda files: plan_change(files, asked, speak), say("Nothing was changed."))
    if given.action == "remove":
        return _remove(given, root, found)
    if not given.dry_run:
        put_all(root, found.changes)
    tell_plan(found)
    if given.dry_run:
        tell(say("Nothing was changed. Without -n it is done."))
    return SOUND


def _remove(given: argparse.Namespace, root: "Path", found: "LevelPlan") -> int:
    """Take a level out when told to, as `atlas remove` does; what git cannot bring back waits longer."""
    from generator.cli.level_plan import tell_plan

    line = f"atlas level remove {given.level}"
    tell_plan(found)
    is_lost = tell_lost(root, found.changes, found.words)
    if is_lost:
        refuse_to_lose(given, line)
    if not given.yes:
        tell(how_to_do_it(given, line, is_lost=is_lost))
    elif given.dry_run:
        tell(say("Nothing was changed. Without -n it is done."))
    else:
        put_all(root, found.changes)
    return SOUND


def _choice(given: argparse.Namespace) -> "Choice":
    from generator.editing.levels import finding

    if given.action == "move":
        return finding.moving(given.after, given.before)
    if given.action == "merge":
        return finding.merging(given.into)
    return finding.splitting(*given.into) if given.action == "split" else finding.removing
