"""Describe a quiz as data for the page's script and for other programs."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.model import Framework
from generator.parts import Part, Parts
from generator.quiz.questions import ENOUGH, NO, NOT_APPLICABLE, YES, Quiz, quiz_of


def definition(made: Quiz) -> Mapping[str, Any]:
    """Describe what the script needs to score: ids and numbers, no words; choices go from low to high."""
    return {
        "id": made.id,
        "version": made.version,
        "kind": made.kind,
        "enough": ENOUGH,
        "asks": [
            {
                "id": ask.id,
                "choices": sorted(
                    ((choice.value, choice.reaches) for choice in ask.choices), key=lambda c: c[1]
                ),
            }
            for ask in made.questions
        ],
    }


def published(framework: Framework, parts: Parts, word: Callable[[str], str]) -> Mapping[str, Any]:
    """Describe the quiz with all its words in one language; `word` translates those of the interface."""
    made = quiz_of(framework)
    said = {YES: word("Yes"), NO: word("No")}
    plain = definition(made)
    return {
        **plain,
        "title": framework.title,
        "not_applicable": NOT_APPLICABLE,
        "rungs": [
            {"id": part.end.ids[0], "number": part.number, "title": part.title, "summary": part.text}
            for part in parts.of(framework, framework.kind)
        ],
        "asks": [
            {
                "id": ask.id,
                "about": {"id": str(about.end), "title": about.title},
                "question": ask.text,
                "details": list(ask.details),
                "choices": [
                    {
                        "value": choice.value,
                        "reaches": choice.reaches,
                        "text": choice.text or said[choice.value],
                    }
                    for choice in sorted(ask.choices, key=lambda choice: choice.reaches)
                ],
            }
            for ask, about in zip(made.questions, abouts(parts, framework, made), strict=True)
        ],
    }


def abouts(parts: Parts, framework: Framework, made: Quiz) -> tuple[Part, ...]:
    """Find what each question is about: a dimension, a layer, or the level that a yes reaches."""
    if made.kind == "matrix":
        return parts.of(framework, "dimensions")
    if made.kind == "checklist":
        return parts.of(framework, "layers")
    by_number = {part.number: part for part in parts.of(framework, "levels")}
    return tuple(by_number[max(choice.reaches for choice in ask.choices)] for ask in made.questions)
