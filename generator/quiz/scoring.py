"""Score answers by the sentences on the page: atlas-quiz.js, which scores for readers, is held to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from generator.quiz.questions import NOT_APPLICABLE, RULE, Ask, Quiz, QuizKind

State = Literal["none", "inapplicable", "profile", "clash", "below", "level", "range", "missing", "complete"]
Profile = Mapping[str, int]


@dataclass(frozen=True)
class Result:
    """What answers support: from a lowest to a highest level, 0 below the first, None where none is named.

    `lags` are the questions that hold back, `beyond` those above them that are reached; `why` says what makes
    a range or contradicts the level, and `first` and `last` are the two answers that contradict each other.
    """

    state: State
    low: int | None = None
    high: int | None = None
    lags: tuple[str, ...] = ()
    why: str | None = None
    first: str | None = None
    last: str | None = None
    beyond: tuple[str, ...] = ()


def profile_of(quiz: Quiz, answers: Mapping[str, str]) -> Profile:
    """What each question that has an answer reaches."""
    return {
        ask.id: choice.reaches
        for ask in quiz.questions
        for choice in ask.choices
        if choice.value == answers.get(ask.id)
    }


def score(quiz: Quiz, answers: Mapping[str, str]) -> Result:
    """Score answers by question id; one that is left out is open, `na` does not apply and reaches nothing."""
    profile = profile_of(quiz, answers)
    asked = [ask for ask in quiz.questions if answers.get(ask.id) != NOT_APPLICABLE]
    if not profile:
        return Result("none" if asked else "inapplicable")
    if quiz.kind != "checklist" and not all(_enough(asks, profile) for asks in _parts(quiz)):
        return Result("profile")
    return SCORERS[quiz.kind](quiz, asked, profile)


def _parts(quiz: Quiz) -> list[list[Ask]]:
    """The whole of a quiz, and each group of its dimensions."""
    groups = {ask.group for ask in quiz.questions if ask.group}
    return [[*quiz.questions], *([ask for ask in quiz.questions if ask.group == one] for one in groups)]


def _enough(asks: Sequence[Ask], profile: Profile) -> bool:
    return Fraction(sum(ask.id in profile for ask in asks), len(asks)) >= Fraction(*RULE.enough)


def _matrix(quiz: Quiz, asked: Sequence[Ask], profile: Profile) -> Result:
    """The highest level that enough answers reach; named where enough of them lie near it, else a range."""
    given = list(profile.values())
    level = max(
        rung.number
        for rung in quiz.rungs
        if Fraction(sum(number >= rung.number for number in given), len(given)) >= Fraction(*RULE.reach)
    )
    near = sum(abs(number - level) <= RULE.near_by for number in given)
    named = Fraction(near, len(given)) >= Fraction(*RULE.near)
    least = level if named else max(given) - RULE.near_by
    lags = tuple(ask.id for ask in asked if ask.id in profile and profile[ask.id] < least)
    if named:
        return Result("level", level, level, lags)
    return Result("range", min(given), max(given), lags, "apart")


def _ladder(quiz: Quiz, asked: Sequence[Ask], profile: Profile) -> Result:
    """The highest level up to which all that is asked is reached, and what the answers leave undecided.

    A level is denied where a question about it is not reached. What contradicts the first that is denied: a
    whole level reached above it, or part of one two or more above. It stretches the range as far as the
    highest of these levels that is not denied itself; where each of them is, no level is named. A source's
    own test does not say what lies below its first level, so nobody is put there for certain.
    """
    about = {
        rung.number: [ask for ask in asked if max(c.reaches for c in ask.choices) == rung.number]
        for rung in quiz.rungs
    }
    reached = {n: [ask.id for ask in asks if profile.get(ask.id, 0) > 0] for n, asks in about.items()}
    denied = {n: tuple(ask.id for ask in asks if profile.get(ask.id) == 0) for n, asks in about.items()}
    whole = {n for n, asks in about.items() if asks and len(reached[n]) == len(asks)}
    incomplete = [n for n, asks in about.items() if asks and n not in whole]
    gaps = [n for n in about if denied[n]]

    low = max((n for n in whole if not incomplete or n < incomplete[0]), default=0)
    ceiling = gaps[0] - 1 if gaps else len(quiz.rungs)
    lags = denied[gaps[0]] if gaps else ()
    above = [n for n in about if gaps and n > gaps[0]]
    beyond = tuple(ask for n in above for ask in reached[n])
    against = [n for n in above if n in whole or (reached[n] and n >= gaps[0] + 2)]
    high = max([ceiling, *(n for n in against if not denied[n])])
    state: State = "range" if low < high else "level" if low else "below"
    if against:
        sides = Result("clash", None, None, lags, "clash", lags[0], reached[against[-1]][-1], beyond)
        return replace(sides, state="range", low=low, high=high) if low < high else sides
    if quiz.by_source and low == 0 and ceiling <= 1:
        return Result("below", 0, 1, lags, beyond=beyond)
    why = None
    if low < high:
        why = "open" if any(about[n] for n in range(low + 1, ceiling + 1)) else "na"
    return Result(state, low, high, lags, why, beyond=beyond)


def _checklist(quiz: Quiz, asked: Sequence[Ask], profile: Profile) -> Result:
    """Which layers are not in place; complete only when all are known to be."""
    lags = tuple(ask.id for ask in asked if profile.get(ask.id) == 0)
    if lags:
        return Result("missing", lags=lags)
    return Result("complete" if len(profile) == len(quiz.questions) else "profile")


SCORERS: Mapping[QuizKind, Callable[[Quiz, Sequence[Ask], Profile], Result]] = {
    "checklist": _checklist,
    "ladder": _ladder,
    "matrix": _matrix,
}
