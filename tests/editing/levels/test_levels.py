"""A level is moved, removed, merged or split with all that names it, and nothing wrong is said afterwards."""

import datetime
import random
from dataclasses import replace
from typing import Any

import pytest

from generator.editing.levels import finding
from generator.editing.levels.finding import Choice
from generator.editing.levels.planning import Asked, LevelPlan, plan_change
from generator.editing.rename.planning import Files
from generator.load import Loaded, load_contents
from generator.model import Framework
from generator.problems import Message, errors
from generator.unfinished import is_draft
from generator.validate import validate
from tests.editing.rename.projects import after, invented, loaded

DAY = datetime.date(2026, 1, 31)
COUNT = """\
id: count
source_language: en
framework: harbour
title: All
document: A count
publisher: The ports
year: 2026
n: 30
bars:
  - from: pier
    count: 10
  # most of them
  - from: dock
    count: 15
  - from: port
    count: 5
"""


def project() -> Files:
    """The invented project with a benchmark, a term on a level's page and a comment."""
    data = {**invented().data, "frameworks/benchmarks/count.yaml": COUNT.encode()}
    harbour = data["frameworks/harbour.yaml"].replace(
        b"  - id: port\n    number", b"  # the best\n  - id: port\n    number"
    )
    findings = data["frameworks/findings.yaml"].replace(
        b"harbour/claims/most-stay]", b"harbour/claims/most-stay, harbour/self_assessment/has-berths]"
    )
    data["frameworks/findings.yaml"] = findings
    return replace(invented(), data={**data, "frameworks/harbour.yaml": harbour})


def planned(files: Files, level: str, choice: Choice, **given: Any) -> LevelPlan:
    result, problems = plan_change(files, Asked(level, choice, DAY, **given), Message.text)
    assert result is not None, "\n".join(map(str, problems))
    return result


def done(files: Files, level: str, choice: Choice, **given: Any) -> tuple[Files, LevelPlan]:
    result = planned(files, level, choice, **given)
    there = after(files, result)  # type: ignore[arg-type]
    return there, result


def harbour(files: Files) -> Framework:
    return loaded(files).atlas().framework("harbour")


def told(plan: LevelPlan) -> str:
    return "\n".join(map(str, (*plan.gone, *plan.left)))


def warnings(found: Loaded) -> set[tuple[str, str]]:
    return {(problem.code, str(problem.message)) for problem in validate(found)}


def assert_told(before: Files, there: Files, plan: LevelPlan) -> None:
    """What a check says afterwards was said before, or is said by the plan."""
    now, problems = load_contents(there.data, "frameworks")
    assert problems == ()
    found = validate(now)
    assert errors(found) == ()
    new = {str(problem.message) for problem in found} - {text for _, text in warnings(loaded(before))}
    assert [text for text in new if text not in told(plan)] == []


def assert_nothing_wrong(before: Files, there: Files, level: str) -> None:
    """Nothing names a level that is gone, and what is judged was judged of the texts that stand there."""
    now, old = loaded(there).atlas(), loaded(before).atlas()
    framework = level.partition("/")[0]
    same = {
        text: (item.title, item.summary)
        for item in old.framework(framework).levels
        for text in (item.id,)
        if item in [replaced(other, item) for other in now.framework(framework).levels]
    }
    known = {(walk.key, item.id): item for walk in old.crosswalks for item in walk.mappings}
    for walk in now.crosswalks:
        for item in walk.mappings:
            for end in (item.subject, item.object):
                own, kind, *ids = end.split("/")
                if own == framework and kind in ("levels", "cells") and not is_draft(item):
                    assert ids[-1] in same
                    assert known[walk.key, item.id].object == item.object


def replaced(level: Any, like: Any) -> Any:
    return level.model_copy(update={"number": like.number, "span": like.span})


def random_choice(files: Files, chance: random.Random) -> tuple[str, Choice] | None:
    frameworks = [item for item in loaded(files).atlas().frameworks if item.levels]
    framework = chance.choice(frameworks)
    ids = [level.id for level in framework.levels]
    level = chance.choice(ids)
    others = [other for other in ids if other != level]
    new = f"new-{chance.randrange(10**6)}"
    choices: list[Choice] = [
        finding.splitting(*chance.choice([(level, new), (new, level), (new, f"{new}-2")]))
    ]
    if others:
        place = ids.index(level)
        beside = [ids[at] for at in (place - 1, place + 1) if 0 <= at < len(ids)]
        other = chance.choice(others)
        choices += [finding.moving(other, None)] if ids.index(other) != place - 1 else []
        choices += [finding.moving(None, other)] if ids.index(other) != place + 1 else []
        choices += [finding.removing, finding.merging(chance.choice(beside))]
    return f"{framework.id}/{level}", chance.choice(choices)


@pytest.mark.parametrize("seed", range(5))
def test_whatever_is_done_in_whatever_order_the_project_is_sound_and_the_plan_said_so(seed: int) -> None:
    chance = random.Random(seed)
    files = replace(project(), catalogues={})
    for _ in range(5):
        found = random_choice(files, chance)
        assert found is not None
        level, choice = found
        there, plan = done(files, level, choice)
        assert_told(files, there, plan)
        assert_nothing_wrong(files, there, level)
        files = there
