"""Score answers by the sentences on the page: what atlas-quiz.js, which scores for readers, is held to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from generator.quiz import NOT_APPLICABLE, RULE, Ask, Quiz, QuizKind

State = Literal["none", "profile", "below", "level", "range", "missing", "complete"]
Profile = Mapping[str, int]


@dataclass(frozen=True)
class Result:
    """What answers support: from a lowest to a highest level, 0 below the first, None where none is named.

    `lags` are the questions that hold back; `why` says what makes a range, and `first` and `last` are the
    two answers that contradict each other.
    """

    state: State
    low: int | None = None
    high: int | None = None
    lags: tuple[str, ...] = ()
    why: str | None = None
    first: str | None = None
    last: str | None = None


def profile_of(quiz: Quiz, answers: Mapping[str, str]) -> Profile:
    """What each question that has an answer reaches."""
    return {
        ask.id: choice.reaches
        for ask in quiz.questions
        for choice in ask.choices
        if choice.value == answers.get(ask.id)
    }


def score(quiz: Quiz, answers: Mapping[str, str]) -> Result:
    """Score answers by question id; one that is left out is open, `na` does not apply and counts nowhere."""
    profile = profile_of(quiz, answers)
    if not profile:
        return Result("none")
    asked = [ask for ask in quiz.questions if answers.get(ask.id) != NOT_APPLICABLE]
    return SCORERS[quiz.kind](quiz, asked, profile)


def _matrix(quiz: Quiz, asked: Sequence[Ask], profile: Profile) -> Result:
    """The highest level that enough answers reach; named where enough of them lie near it, else a range."""
    given = list(profile.values())
    if Fraction(len(given), len(asked)) < Fraction(*RULE.enough):
        return Result("profile")
    level = max(
        rung.number
        for rung in quiz.rungs
        if Fraction(sum(number >= rung.number for number in given), len(given)) >= Fraction(*RULE.reach)
    )
    lags = tuple(ask.id for ask in asked if profile.get(ask.id, level) < level)
    near = sum(abs(number - level) <= RULE.near_by for number in given)
    if Fraction(near, len(given)) >= Fraction(*RULE.near):
        return Result("level", level, level, lags)
    return Result("range", min(given), max(given), lags, "apart")


def _ladder(quiz: Quiz, asked: Sequence[Ask], profile: Profile) -> Result:
    """The highest level up to which all that is asked is reached.

    Contradicting it: a whole level reached above one that is not, or part of one two or more above.
    """
    about = {
        rung.number: [ask for ask in asked if max(c.reaches for c in ask.choices) == rung.number]
        for rung in quiz.rungs
    }
    rungs = [number for number, asks in about.items() if asks]
    whole = {n: all(profile.get(ask.id, 0) > 0 for ask in about[n]) for n in rungs}
    failed = {n: [ask.id for ask in about[n] if profile.get(ask.id) == 0] for n in rungs}

    def before(number: int) -> int:
        return max((n for n in rungs if n < number), default=0)

    gap = next((n for n in rungs if failed[n]), None)
    first_short = next((n for n in rungs if not whole[n]), None)
    low = max(rungs) if first_short is None else before(first_short)
    if gap is None:
        high = max(rungs)
        state: State = "level" if low == high else "range"
        return Result(state, low, high, (), "open" if low < high else None)
    ceiling = before(gap)
    above = [n for n in rungs if n > gap]
    partly = {n: [ask.id for ask in about[n] if profile.get(ask.id, 0) > 0] for n in above}
    against = [n for at, n in enumerate(above) if whole[n] or (at and partly[n])]
    lags = tuple(failed[gap])
    if against:
        top = max(against)
        return Result("range", low, top, lags, "clash", lags[0], partly[top][-1])
    if low < ceiling:
        return Result("range", low, ceiling, lags, "open")
    return Result("level" if low else "below", low, low, lags)


def _checklist(_: Quiz, asked: Sequence[Ask], profile: Profile) -> Result:
    """Which layers are not in place; complete only when all that apply are known to be."""
    lags = tuple(ask.id for ask in asked if profile.get(ask.id) == 0)
    if lags:
        return Result("missing", lags=lags)
    return Result("complete" if all(ask.id in profile for ask in asked) else "profile")


SCORERS: Mapping[QuizKind, Callable[[Quiz, Sequence[Ask], Profile], Result]] = {
    "checklist": _checklist,
    "ladder": _ladder,
    "matrix": _matrix,
}
