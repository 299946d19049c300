"""Gather what the quiz pages show: questions, the script's definition, all results."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from generator.model import Framework
from generator.pages.practices import practices_at
from generator.pages.quiz_others import others as others_of
from generator.pages.quiz_results import limits, results, strips
from generator.pages.sitedata import SiteData
from generator.quiz import NONE_YET, RULE, SAID, Quiz, abouts, definition, letters_of, quick_check, quiz_of

MOST_IN_TEAM = 30
"""So many results can be laid side by side: a word stands ready for each count up to it."""


def quizzes(site: SiteData) -> Mapping[str, Any]:
    """Gather every framework's quiz, to choose from, and the quick check that helps to choose."""
    scale = site.atlas.shared.scale
    check = quick_check(scale)
    made = [(framework, quiz_of(framework)) for framework in site.atlas.frameworks]
    return {
        "quizzes": made,
        "check": check,
        "check_definition": _as_json(definition(check)),
        "rule": RULE,
        "said_words": SAID,
        "bands": scale.bands,
        "sharpest": {
            f"{low}:{high}": sharpest(made, low, high)
            for low in range(1, len(scale.bands) + 1)
            for high in range(low, len(scale.bands) + 1)
        },
    }


def sharpest(quizzes: Iterable[tuple[Framework, Quiz]], low: int, high: int) -> Framework | None:
    """Choose the quiz that tells most levels apart from one band of the scale to another.

    None where none has two levels there. Where two tell as many apart, the one that asks less.
    """

    def levels(framework: Framework) -> int:
        spans = (level.span for level in framework.levels)
        return sum(span is not None and span.start < high and span.end > low - 1 for span in spans)

    found = ((levels(framework), -len(quiz.questions), framework) for framework, quiz in quizzes)
    most, _, best = max(found, key=lambda one: one[:2], default=(0, 0, None))
    return best if most > 1 else None


def quiz(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather one quiz: its questions, its rungs, and every result with its place in the other frameworks."""
    framework = site.atlas.framework(framework_id)
    made = quiz_of(framework)
    outcomes = results(site, framework, made)
    limited = limits(site, framework)
    asked = {ask.group for ask in made.questions}
    scale = site.atlas.shared.scale
    others = [site.atlas.framework(other) for other in site.walks.partners(framework_id)]
    numbers = {
        item.framework.id: {limit.layer.end.ids[0]: limit.number for limit in item.limits} for item in limited
    }
    made_with = site.published
    script = {
        **definition(made),
        **({"limits": numbers} if numbers else {}),
        **({"edition": letters_of(made_with.edition.id, made_with.changed)} if made_with else {}),
    }
    return {
        "framework": framework,
        "others": others,
        "quiz": made,
        "rule": RULE,
        "said_words": SAID,
        "none_yet": NONE_YET,
        "definition": _as_json(script),
        "rungs": site.parts.of(framework, framework.kind),
        "asks": list(zip(made.questions, abouts(site.parts, framework, made), strict=True)),
        "evidence": _evidence(framework),
        "practices_at": practices_at,
        "numbers": {level.id: level.number for level in framework.levels},
        "groups": [group for group in framework.dimension_groups if group.id in asked],
        "outcomes": outcomes,
        "limits": limited,
        "strips": strips(site, sorted(others, key=lambda item: item.id), outcomes, limited),
        "bands": scale.bands,
        "ticks": [round(100 * n / scale.length, 3) for n in range(1, scale.length)],
        "most_in_team": MOST_IN_TEAM,
        **others_of(site, framework),
    }


def _evidence(framework: Framework) -> Mapping[str, Mapping[str, str]]:
    """What a team can show, by the id of the level, layer or dimension that a question is about."""
    shown = {item.id: item.evidence for item in framework.levels}
    shown |= {item.id: item.evidence for item in framework.layers}
    return defaultdict(dict, shown)


def _as_json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
