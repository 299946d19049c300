"""Add the command `atlas rename`, which gives something another id wherever it is mentioned."""

import argparse
import datetime
import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.cli.asked_project import planned, project_folder
from generator.cli.command import SOUND, Commands, command
from generator.cli.telling import put_all, tell, tell_new
from generator.problems import say, say_many

if TYPE_CHECKING:
    from generator.editing.rename.planning import FileChange, Plan


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "give a framework, a level or anything else another id, wherever it is named"
    parser = command(commands, "rename", run, does, "atlas rename flow/pilot flow/first-steps")
    parser.add_argument(
        "old", metavar="OLD", help="what has the id: flow, flow/pilot, flow/levels/pilot, themes/people"
    )
    parser.add_argument("new", metavar="NEW", help="the same with its new id, or that id alone")
    parser.add_argument("-n", "--dry-run", action="store_true", help="show what would change; change nothing")
    parser.add_argument(
        "--no-redirect",
        action="store_true",
        help="let old addresses end: for what was never published, or to go back",
    )


def run(given: argparse.Namespace) -> int:
    """Plan all changes, then show or write them."""
    from generator.editing.rename.planning import plan

    root = project_folder()
    since = None if given.no_redirect else datetime.date.today()
    nothing = say("Nothing was renamed.")
    found = planned(root, lambda files: plan(files, given.old, given.new, since), nothing)
    if given.dry_run:
        tell("\n".join(_diff(found)))
    else:
        put_all(root, found.changes)
    _summarise(found, given.dry_run)
    return SOUND


def _diff(planned: "Plan") -> Iterator[str]:
    for change in planned.changes:
        names = (
            f"a/{change.before}" if change.before else "/dev/null",
            f"b/{change.after}" if change.after else "/dev/null",
        )
        if change.old == change.new:
            yield f"rename from {change.before}\nrename to {change.after}"
        old, new = (content.decode("utf-8-sig").splitlines() for content in (change.old, change.new))
        yield from difflib.unified_diff(old, new, *names, lineterm="")


def _summarise(planned: "Plan", dry_run: bool) -> None:
    old, new = ("/".join(name) for name in (planned.renaming.old, planned.renaming.new))
    if not dry_run:
        for change in planned.changes:
            if change.before:
                tell(_line(change))
        tell_new(planned.changes)
    count = say_many("%(number)s place", "%(number)s places", planned.places)
    files = say_many("%(number)s file", "%(number)s files", len(planned.changes))
    done = say(
        "%(old)s is now %(new)s: %(places)s in %(files)s.", old=old, new=new, places=count, files=files
    )
    would = say(
        "%(old)s would be %(new)s: %(places)s in %(files)s.", old=old, new=new, places=count, files=files
    )
    tell(would if dry_run else done)


def _line(change: "FileChange") -> str:
    if change.before and change.after and change.before != change.after:
        return f"{change.before} → {change.after}"
    return str(change.after or change.before)
