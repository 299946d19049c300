"""Make a planned change of levels, and say what goes with it and what is left to be done."""

from pathlib import Path

from generator.cli.command import FailedError
from generator.cli.telling import tell
from generator.editing.levels.planning import LevelPlan
from generator.editing.rename.disk import write_changes
from generator.problems import reason_of, say


def write_plan(root: Path, plan: LevelPlan) -> None:
    """Write all files of a plan, or none."""
    try:
        write_changes(root, plan.changes)
    except OSError as error:
        raise FailedError("%(reason)s: nothing was changed", reason=reason_of(error)) from error


def tell_plan(plan: LevelPlan, own: str = "") -> None:
    """Say what goes, which files change but for one that is spoken of apart, and what is left."""
    for message in plan.gone:
        tell(message)
    for change in plan.changes:
        if change.after and change.after != own:
            tell(say("changes: %(file)s", file=change.after))
    for message in plan.left:
        tell(say("left to you: %(message)s", message=message))
