"""Run `atlas crosswalk todo`, which lists what is left to judge."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.cli.asked_project import project_folder, sound_project
from generator.cli.command import SOUND
from generator.cli.crosswalk.asked import Pair, asked_pairs, suggesters
from generator.cli.drafting import words
from generator.cli.telling import spoken, tell
from generator.editing.crosswalks.drafting import reasons
from generator.editing.crosswalks.given import NO_COUNTERPART
from generator.editing.crosswalks.suggesting import Suggester
from generator.editing.crosswalks.worklist import Task, count_of, tasks
from generator.problems import Message, say, say_many
from generator.reports.coverage import aligned

_MOST = 3


def run_todo(given: argparse.Namespace) -> int:
    """List every part that is left to judge, then how many there are."""
    root = project_folder()
    project = sound_project(root, drafts=True)
    pairs = asked_pairs(project.atlas, given.ids)
    left = tuple(tasks(project.atlas, pairs))
    if left:
        tell("\n".join(_lines(left, suggesters(project), root, verbose=given.verbose)))
    tell(_sum(left, count_of(project.atlas, pairs)))
    return SOUND


def _lines(
    left: Sequence[Task], suggester_of: Callable[[Pair], Suggester], root: Path, *, verbose: bool
) -> Iterator[str]:
    speak = words(spoken(root))
    every = [
        suggester_of(task.pair).suggestions(task.end, task.other) if task.state != "overlap" else ()
        for task in left
    ]
    rows = []
    for task, found in zip(left, every, strict=True):
        best = f"{found[0].relation} {found[0].end}?" if found else f"{NO_COUNTERPART}?"
        rows.append((str(task.end), task.other, speak(_state(task)), best if task.state == "open" else ""))
    for line, found in zip(aligned(rows, 4), every, strict=True):
        yield line
        for item in found[:_MOST] if verbose else ():
            yield f"    {item.relation} {item.end}: {reasons(item, speak)}"


def _state(task: Task) -> Message:
    if task.state == "overlap":
        return say("half a band or more in common, not judged")
    if task.state == "draft":
        return say("draft: write %(fields)s", fields=", ".join(task.missing))
    return say("not judged")


def _sum(left: Sequence[Task], total: int) -> Message:
    open_parts = {(task.pair, task.end) for task in left if task.state != "overlap"}
    return say(
        "%(judged)s of %(total)s levels and layers are judged; %(drafts)s.",
        judged=total - len(open_parts),
        total=total,
        drafts=say_many(
            "%(number)s stands in a draft",
            "%(number)s stand in drafts",
            sum(t.state == "draft" for t in left),
        ),
    )
