"""Say what goes with a planned change of levels, and what is left to be done."""

from generator.cli.telling import tell, tell_new
from generator.editing.levels.planning import LevelPlan
from generator.problems import say


def tell_plan(plan: LevelPlan, own: str = "") -> None:
    """Say what goes, which files change but for one that is spoken of apart, and what is left."""
    for message in plan.gone:
        tell(message)
    for change in plan.changes:
        if change.before and change.after and change.after != own:
            tell(say("changes: %(file)s", file=change.after))
    tell_new(plan.changes)
    for message in plan.left:
        tell(say("left to you: %(message)s", message=message))
