"""Find the levels that a command line names, and refuse what cannot be done with them."""

from collections.abc import Callable
from typing import Any

from generator.editing.ids import is_id
from generator.editing.levels.fate import Fate
from generator.editing.levels.merging import merge
from generator.editing.levels.moving import move
from generator.editing.levels.removing import remove
from generator.editing.levels.splitting import split
from generator.editing.levels.told import Told
from generator.load import Loaded
from generator.model import Framework
from generator.problems import Message, Place, Problem, did_you_mean, did_you_mean_path, say

Change = Callable[[dict[str, Any], Told], Fate]
"""Changes a framework's data, and says what becomes of the level."""
Choice = Callable[[Framework, str], Change]
"""Chooses the change of a level, or raises RefusedError."""


class RefusedError(Exception):
    """Raised where nothing can be done; `problem` says why."""

    def __init__(self, code: str, message: Message, hint: Message | None = None) -> None:
        super().__init__(str(message))
        self.problem = Problem(code, Place(""), message, hint)


def find_level(loaded: Loaded, written: str) -> tuple[Framework, str]:
    """Find the framework and the level that `flow/pilot` or `flow/levels/pilot` means."""
    steps = written.strip("/").split("/")
    known = [
        f"{document.record.id}/{level.id}"
        for document in loaded.frameworks
        for level in document.record.levels
    ]
    name = f"{steps[0]}/{steps[-1]}"
    if name not in known or steps[1:-1] not in ([], ["levels"]) or len(steps) < 2:
        here = [path for path in known if path.startswith(f"{steps[0]}/")]
        hint = did_you_mean_path(written, here) if here else did_you_mean(written, known)
        raise RefusedError("R801", say("No level has the id '%(id)s'", id=written), hint)
    return loaded.by_id[steps[0]], steps[-1]


def sibling(framework: Framework, level: str, written: str) -> str:
    """Find another level of the framework, by its id or its whole name."""
    steps = written.strip("/").split("/")
    others = [item.id for item in framework.levels if item.id != level]
    if steps[-1] not in others or steps[:-1] not in ([], [framework.id], [framework.id, "levels"]):
        message = say("%(framework)s has no other level '%(id)s'", framework=framework.id, id=written)
        raise RefusedError("R801", message, did_you_mean(steps[-1], others))
    return steps[-1]


def removing(framework: Framework, level: str) -> Change:
    """Choose to remove a level, unless it is the last one."""
    if len(framework.levels) < 2:
        raise RefusedError(
            "R811",
            say("'%(id)s' is the only level of %(framework)s", id=level, framework=framework.id),
            say("To take the framework out: atlas remove %(id)s", id=framework.id),
        )
    return lambda data, told: remove(data, level, told)


def moving(after: str | None, before: str | None) -> Choice:
    """Choose to move a level behind another one, or in front of it."""

    def choice(framework: Framework, level: str) -> Change:
        other = sibling(framework, level, after or before or "")
        rest = [item.id for item in framework.levels if item.id != level]
        place = rest.index(other) + bool(after)
        if [item.id for item in framework.levels].index(level) == place:
            raise RefusedError("R811", say("'%(id)s' stands there already", id=level))
        return lambda data, told: move(data, level, place, told)

    return choice


def merging(into: str) -> Choice:
    """Choose to merge a level into the one beside it."""

    def choice(framework: Framework, level: str) -> Change:
        other = sibling(framework, level, into)
        order = [item.id for item in framework.levels]
        if abs(order.index(level) - order.index(other)) > 1:
            raise RefusedError(
                "R811",
                say("'%(one)s' and '%(other)s' do not follow each other", one=level, other=other),
                say("Put them beside each other first: atlas level move"),
            )
        return lambda data, told: merge(data, level, other, told)

    return choice


def splitting(first: str, second: str) -> Choice:
    """Choose to split a level into two that have these ids, of which one may be its own."""

    def choice(framework: Framework, level: str) -> Change:
        if first == second:
            hint = say("Write two ids, the lower level's first; one of them may be '%(id)s'", id=level)
            raise RefusedError("R805", say("The two levels cannot both be '%(id)s'", id=first), hint)
        taken = {*(item.id for item in framework.levels), *(item.id for item in framework.layers)} - {level}
        for own in (first, second):
            if not is_id(own):
                hint = say("An id has small letters, digits and single hyphens, such as 'first-steps'")
                raise RefusedError("R803", say("'%(id)s' is not an id", id=own), hint)
            if own in taken:
                raise RefusedError(
                    "R805", say("'%(name)s' is there already", name=own), say("Choose another id")
                )
        return lambda data, told: split(data, level, first, second, told)

    return choice
