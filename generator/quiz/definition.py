"""Describe a quiz as data for the page's script and for other programs."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from generator.crosswalk import End
from generator.model import Framework
from generator.parts import Part, Parts
from generator.problems import say
from generator.quiz.kinds import KINDS, quiz_of
from generator.quiz.questions import (
    EVERYWHERE,
    IN_PLACES,
    MOSTLY,
    NO,
    NOT_APPLICABLE,
    NOT_YET,
    RULE,
    YES,
    Quiz,
)

SAID = {
    YES: say("Yes"),
    NO: say("No"),
    NOT_YET: say("Not yet"),
    IN_PLACES: say("In places"),
    MOSTLY: say("Mostly"),
    EVERYWHERE: say("Everywhere"),
    NOT_APPLICABLE: say("Does not apply"),
}
"""The words of the answers that have none of their own."""

NONE_YET = say("None of these yet")
"""That no description fits yet: the words of an answer that has no text where the others have one."""

WHICH_FITS = say("Which of these describes you best?")


def definition(made: Quiz) -> Mapping[str, Any]:
    """Describe what the script needs to score: ids and numbers, no words; choices go from low to high."""
    return {
        "id": made.id,
        "version": made.version,
        "kind": made.kind,
        "by": "source" if made.by_source else "atlas",
        "rule": asdict(RULE),
        "rungs": len(made.rungs),
        "asks": [
            {
                "id": ask.id,
                "choices": [(choice.value, choice.reaches) for choice in ask.choices],
                "rung": max(choice.reaches for choice in ask.choices),
                **({"group": ask.group} if ask.group else {}),
            }
            for ask in made.questions
        ],
    }


def letters_of(edition_id: str, changed: bool) -> str:
    """Write an edition as the two letters that it has in a share code.

    To the base of 36: one, and for each month since January 2026 six, for each edition before it in its month
    two, and one more where the content has changed since. "00" is none, also for what does not fit: editions
    before 2026 and after 2043, and from the fourth of a month on.
    """
    year, month, nth = (*(int(part) for part in edition_id.split(".")), 1)[:3]
    number = 1 + ((year - 2026) * 12 + month - 1) * 6 + (nth - 1) * 2 + changed
    return f"{_DIGITS[number // 36]}{_DIGITS[number % 36]}" if nth <= 3 and 0 < number < 36 * 36 else "00"


_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def published(framework: Framework, parts: Parts, word: Callable[[str], str]) -> Mapping[str, Any]:
    """Describe the quiz with all its words in one language; `word` translates those of the interface."""
    made = quiz_of(framework)
    return {
        **definition(made),
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
                "question": ask.text or WHICH_FITS.text(word),
                "details": list(ask.details),
                "choices": [
                    {
                        "value": choice.value,
                        "reaches": choice.reaches,
                        "text": choice.text or SAID.get(choice.value, NONE_YET).text(word),
                    }
                    for choice in ask.choices
                ],
            }
            for ask, about in zip(made.questions, abouts(parts, framework, made), strict=True)
        ],
    }


def abouts(parts: Parts, framework: Framework, made: Quiz) -> tuple[Part, ...]:
    """Find what each question is about: a level, a layer, a dimension, or the whole framework."""
    kind = KINDS[made.kind].part
    return tuple(
        parts.part(End(framework.id, kind, (ask.part,)) if ask.part else End(framework.id, "all", ()))
        for ask in made.questions
    )
