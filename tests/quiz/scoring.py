"""Score answers by the rules of quizzes: what atlas-quiz.js, which scores for readers, is held to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.quiz import ENOUGH, NOT_APPLICABLE, Ask, Quiz

Outcome = Literal["level", "below", "profile", "missing", "complete"]


@dataclass(frozen=True)
class Result:
    """The result of answers: the rung that they name, or for a checklist the first missing layer.

    `number` is 0 below the first level and where every layer is in place, None where nothing may be named.
    """

    outcome: Outcome
    number: int | None
    profile: Mapping[str, int]


def score(quiz: Quiz, answers: Mapping[str, str]) -> Result:
    """Score answers by question id; a question that is left out is open, `na` is not applicable.

    Ladder: the highest "yes" before the first "no"; what follows that "no" counts for nothing. Matrix: the
    lower median of the answers, so that at least half of the dimensions stand at or above the level named.
    Checklist: the first layer that is not in place. Open and not applicable never count as a "no", and with
    fewer than three in five of the questions that apply answered, no level is named.
    """
    reached = {ask.id: _reached(ask, answers.get(ask.id)) for ask in quiz.questions}
    profile = {key: value for key, value in reached.items() if value is not None}
    asked = [ask for ask in quiz.questions if answers.get(ask.id) != NOT_APPLICABLE]
    if quiz.kind != "matrix":
        asked = _up_to_first_no(asked, reached)
    numbers = sorted(profile[ask.id] for ask in asked if ask.id in profile)
    if quiz.kind == "checklist":
        return _checked(asked, profile, quiz)
    if not numbers or len(numbers) * ENOUGH[1] < len(asked) * ENOUGH[0]:
        return Result("profile", None, profile)
    number = numbers[-1] if quiz.kind == "ladder" else numbers[(len(numbers) - 1) // 2]
    return Result("level" if number else "below", number, profile)


def _checked(asked: Sequence[Ask], profile: Mapping[str, int], quiz: Quiz) -> Result:
    missing = next((rung.number for rung in quiz.rungs if profile.get(rung.id) == 0), None)
    if missing is not None:
        return Result("missing", missing, profile)
    complete = bool(asked) and all(ask.id in profile for ask in asked)
    return Result("complete", 0, profile) if complete else Result("profile", None, profile)


def _reached(ask: Ask, answer: str | None) -> int | None:
    return next((choice.reaches for choice in ask.choices if choice.value == answer), None)


def _up_to_first_no(asked: Sequence[Ask], reached: Mapping[str, int | None]) -> list[Ask]:
    for index, ask in enumerate(asked):
        if reached[ask.id] == 0:
            return list(asked[: index + 1])
    return list(asked)
