"""Gather what the quiz pages show: questions, the script's definition, all results."""

import json
from collections.abc import Mapping
from typing import Any

from generator.pages.quiz_results import limits, results, strips
from generator.pages.sitedata import SiteData
from generator.quiz import RULE, abouts, definition, quiz_of

MOST_IN_TEAM = 30
"""So many results can be laid side by side: a word stands ready for each count up to it."""


def quizzes(site: SiteData) -> Mapping[str, Any]:
    """Gather every framework's quiz, to choose from."""
    return {"quizzes": [(framework, quiz_of(framework)) for framework in site.atlas.frameworks]}


def quiz(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather one quiz: its questions, its rungs, and every result with its place in the other frameworks."""
    framework = site.atlas.framework(framework_id)
    made = quiz_of(framework)
    outcomes = results(site, framework, made)
    limited = limits(site, framework)
    scale = site.atlas.shared.scale
    others = [site.atlas.framework(other) for other in site.walks.partners(framework_id)]
    numbers = {
        item.framework.id: {limit.layer.end.ids[0]: limit.number for limit in item.limits} for item in limited
    }
    script = {**definition(made), **({"limits": numbers} if numbers else {})}
    return {
        "framework": framework,
        "others": others,
        "quiz": made,
        "rule": RULE,
        "definition": json.dumps(script, ensure_ascii=False, separators=(",", ":")),
        "rungs": site.parts.of(framework, framework.kind),
        "asks": list(zip(made.questions, abouts(site.parts, framework, made), strict=True)),
        "groups": [group for group in framework.dimension_groups if group.id in made.groups],
        "outcomes": outcomes,
        "limits": limited,
        "strips": strips(site, sorted(others, key=lambda item: item.id), outcomes, limited),
        "stages": scale.stages,
        "ticks": [round(100 * n / scale.length, 3) for n in range(1, scale.length)],
        "most_in_team": MOST_IN_TEAM,
    }
