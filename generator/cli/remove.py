"""Add the command `atlas remove`, which takes a framework out with all that is about it."""

import argparse
import datetime
from typing import TYPE_CHECKING

from generator.cli.asked_project import planned, project_folder
from generator.cli.command import SOUND, Commands, command
from generator.cli.losing import how_to_do_it, refuse_to_lose, tell_lost
from generator.cli.telling import put_all, tell, tell_new
from generator.problems import first_of, say, say_many

if TYPE_CHECKING:
    from pathlib import Path

    from generator.editing.removal.planning import Removal

_MOST = 8


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "take a framework out, with its crosswalks, its catalogues and wherever it is named"
    parser = command(commands, "remove", run, does, "atlas remove flow --instead harbour")
    parser.add_argument("id", metavar="ID", help="the framework")
    parser.add_argument("-y", "--yes", action="store_true", help="do it; else only say what would go")
    parser.add_argument("--instead", metavar="ID", help="a framework that its old addresses name instead")
    parser.add_argument(
        "--for-good",
        action="store_true",
        help="with --yes: also what no commit has, and git cannot bring back",
    )
    parser.add_argument(
        "--no-notice", action="store_true", help="let its addresses end: for what was never published"
    )


def run(given: argparse.Namespace) -> int:
    """Say what depends on it, and on demand remove it; what git cannot bring back only when told so."""
    from generator.editing.removal.planning import plan_removal

    root = project_folder()
    day = None if given.no_notice else datetime.date.today()
    nothing = say("Nothing was removed.")
    found = planned(root, lambda files: plan_removal(files, given.id, given.instead, day), nothing)
    _say(found, notice=not given.no_notice)
    line = f"atlas remove {given.id}"
    is_lost = tell_lost(root, found.changes, found.words)
    if is_lost:
        refuse_to_lose(given, line)
    if not given.yes:
        tell(how_to_do_it(given, line, is_lost=is_lost))
        return SOUND
    put_all(root, found.changes)
    _update_catalogues(root)
    tell(say("%(id)s is removed.", id=given.id))
    return SOUND


def _say(found: "Removal", *, notice: bool) -> None:
    """Say what goes with it, what changes, and what is left to do by hand."""
    for file in found.gone:
        tell(say("goes: %(file)s", file=file))
    for name in found.findings:
        tell(say("goes: the finding '%(id)s', which would rest on too little", id=name))
    for file, count in found.changed.items():
        message = say_many(
            "changes: %(file)s, in %(number)s place",
            "changes: %(file)s, in %(number)s places",
            count,
            file=file,
        )
        tell(message)
    tell_new(found.changes)
    if notice:
        tell(
            say(
                "Its old addresses will say that it was withdrawn (frameworks/redirects.yaml); "
                "was it never published, add --no-notice."
            )
        )
    else:
        tell(say("Its old addresses will lead nowhere."))
    tell(
        say(
            "Sentences that name it are left to you: look for '%(title)s'.",
            title=found.framework.short_title,
        )
    )
    if found.prose:
        lines = first_of([f"{place.file}:{place.line}" for place in found.prose], _MOST)
        tell(say("By hand: these lines link to it: %(lines)s", lines=lines))


def _update_catalogues(root: "Path") -> None:
    """Let the catalogue that all share forget what was said of its crosswalks."""
    from generator.folders import Folders
    from generator.l10n.updating import languages_begun, open_data, update
    from generator.translate import SHARED_DOMAIN

    data, _ = open_data(root)
    if data is not None:
        update(data, languages_begun(Folders(root)), write=True, domain=SHARED_DOMAIN)
