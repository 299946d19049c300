"""List what a result says that contradicts itself, its answers, or the quiz."""

from collections.abc import Mapping

from generator.quiz import Quiz
from tests.quiz.scoring import Result, profile_of


def contradictions(quiz: Quiz, answers: Mapping[str, str], result: Result) -> list[str]:
    """Each rule is a sentence that no result may make false; gives those that this one does."""
    profile = profile_of(quiz, answers)
    low, high = result.low, result.high
    named = low is not None and high is not None
    top = max(profile.values(), default=0)
    rules = {
        "a range is in the quiz": low is None or high is None or 0 <= low <= high <= len(quiz.rungs),
        "levels are named where the state says so": named == (result.state in ("below", "level", "range")),
        "one level is one level": (result.state in ("below", "level")) == (named and low == high),
        "below is below": (result.state == "below") == (named and high == 0),
        "nothing is said of no answers": (result.state == "none") == (not profile),
        "a range has its reason": (result.state == "range") == (result.why is not None),
        "a clash names its two sides": (result.why == "clash") == bool(result.first and result.last),
        "what holds back is not reached": all(
            profile[ask] < (high or 1) or quiz.kind == "matrix" for ask in result.lags
        ),
        "the best answers hold nothing back": not result.lags or min(profile.values()) < len(quiz.rungs),
        "no level is above every answer": quiz.kind == "checklist"
        or not named
        or result.why == "open"
        or (high or 0) <= top,
        "a layer that is missing is named": (result.state == "missing")
        == (quiz.kind == "checklist" and bool(result.lags)),
        "the first of a clash is not reached, the last is": result.why != "clash"
        or (profile[str(result.first)] == 0 and profile[str(result.last)] > 0),
        "a spread is the spread of the answers": result.why != "apart"
        or (low, high) == (min(profile.values()), top),
    }
    return [rule for rule, holds in rules.items() if not holds]
