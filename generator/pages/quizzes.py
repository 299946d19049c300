"""Site data in, the contents of the quiz pages out: questions, the script's definition, and every possible result."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Framework
from generator.pages.parts import Part
from generator.pages.sitedata import SiteData
from generator.quiz import ENOUGH, Quiz, quiz_of

MOST_STEPS = 3


@dataclass(frozen=True)
class Possible:
    """One result that the page can show; the script only chooses which.

    `key` is a rung's number (0 below the first), or for a checklist the number of the first missing layer.
    """

    key: str
    part: Part | None
    missing: Part | None
    next: Part | None
    steps: tuple[str, ...]
    elsewhere: tuple[tuple[Framework, tuple[Part, ...]], ...]


def quizzes(site: SiteData) -> Mapping[str, Any]:
    """Every framework's quiz, to choose from."""
    return {"quizzes": [(framework, quiz_of(framework)) for framework in site.atlas.frameworks]}


def quiz(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """One quiz: its questions, its rungs, and every result with its place in the other frameworks."""
    framework = site.atlas.framework(framework_id)
    made = quiz_of(framework)
    rungs = site.parts.of(framework, framework.kind)
    return {
        "framework": framework,
        "quiz": made,
        "definition": json.dumps(definition(made), ensure_ascii=False, separators=(",", ":")),
        "rungs": rungs,
        "asks": list(zip(made.questions, _rows(framework, made.kind), strict=True)),
        "outcomes": list(_possible(site, framework, made, rungs)),
    }


def definition(made: Quiz) -> Mapping[str, Any]:
    """What the script needs to score: ids and numbers, no words."""
    return {
        "id": made.id,
        "version": made.version,
        "kind": made.kind,
        "enough": ENOUGH,
        "asks": [
            {"id": ask.id, "reaches": {choice.value: choice.reaches for choice in ask.choices}}
            for ask in made.questions
        ],
    }


def _rows(framework: Framework, kind: str) -> list[Any]:
    """What each question is about: a dimension, a layer, a level or a question of the source's own."""
    if kind == "matrix":
        return list(framework.dimensions)
    if kind == "checklist":
        return list(framework.layers)
    return list(framework.self_assessment or framework.levels)


def _possible(site: SiteData, framework: Framework, made: Quiz, rungs: tuple[Part, ...]) -> Iterator[Possible]:
    length = float(site.atlas.shared.scale.length)
    if made.kind == "checklist":
        for part in rungs:
            ceiling = part.span.start if part.span else length
            place = (max(0.0, ceiling - 1), ceiling)
            yield Possible(str(part.number), None, part, None, (), _elsewhere(site, framework, place))
        yield Possible("0", None, None, None, (), _elsewhere(site, framework, (length - 1, length)))
        return
    first = rungs[0].span.start if rungs[0].span else 0.0
    yield Possible("0", None, None, rungs[0], (), _elsewhere(site, framework, (0.0, first)))
    for index, part in enumerate(rungs):
        following = rungs[index + 1] if index + 1 < len(rungs) else None
        steps = [
            action
            for step in framework.transitions
            if step.start == part.end.ids[0]
            for action in step.actions.values()
        ]
        span = (part.span.start, part.span.end) if part.span else (0.0, 0.0)
        elsewhere = _elsewhere(site, framework, span)
        yield Possible(str(part.number), part, None, following, tuple(steps[:MOST_STEPS]), elsewhere)


def _elsewhere(
    site: SiteData, framework: Framework, place: tuple[float, float]
) -> tuple[tuple[Framework, tuple[Part, ...]], ...]:
    """The levels of the other frameworks that share some of a stretch of the scale."""
    if place[0] >= place[1]:
        return ()
    found = []
    for other_id in site.walks.partners(framework.id):
        other = site.atlas.framework(other_id)
        parts = site.parts.of(other, "levels")
        if parts:
            found.append((other, tuple(part for part in parts if _meets(part, place))))
    return tuple(found)


def _meets(part: Part, place: tuple[float, float]) -> bool:
    return part.span is not None and part.span.start < place[1] and place[0] < part.span.end
