"""List what a result says that contradicts itself, its answers, or the quiz."""

from collections.abc import Mapping

from generator.quiz import Quiz
from generator.quiz.scoring import Result, profile_of


def contradictions(quiz: Quiz, answers: Mapping[str, str], result: Result) -> list[str]:
    """Each rule is a sentence that no result may make false; gives those that this one does."""
    profile = profile_of(quiz, answers)
    low, high = result.low, result.high
    named = low is not None and high is not None
    top = max(profile.values(), default=0)
    clash = result.why == "clash"
    rules = {
        "a range is in the quiz": low is None or high is None or 0 <= low <= high <= len(quiz.rungs),
        "levels are named where the state says so": named == (result.state in ("below", "level", "range")),
        "one level is one level": result.state != "level" or (low == high and low != 0),
        "a range is wider than a level": result.state != "range" or low != high,
        "below is below": result.state != "below" or (low, high) == (0, 1 if quiz.by_source else 0),
        "answers that contradict each other name no level": not clash
        or (result.state == "range" and low != high)
        or (result.state == "clash" and not named),
        "no contradiction without two answers": result.state != "clash" or clash,
        "nothing is said of no answers": (result.state in ("none", "inapplicable")) == (not profile),
        "nothing is said of few answers": quiz.kind == "checklist"
        or not named
        or len(profile) * 5 >= len(quiz.questions) * 3,
        "no part of a framework is passed over": quiz.kind != "matrix"
        or not named
        or all(
            5 * sum(ask.id in profile for ask in quiz.questions if ask.group == one)
            >= 3 * sum(ask.group == one for ask in quiz.questions)
            for one in {ask.group for ask in quiz.questions if ask.group}
        ),
        "a range has its reason": result.state != "range" or result.why is not None,
        "what is no range has no reason but a clash": result.state == "range"
        or result.why == ("clash" if result.state == "clash" else None),
        "a clash names its two sides": clash == bool(result.first and result.last),
        "what holds back is not reached": all(
            profile[ask] < (high or 1) or quiz.kind == "matrix" for ask in result.lags
        ),
        "who stands in a range of descriptions has something that holds back": result.why != "apart"
        or bool(result.lags),
        "the best answers hold nothing back": not result.lags or min(profile.values()) < len(quiz.rungs),
        "no level is above every answer": quiz.kind == "checklist"
        or not named
        or result.why in ("open", "na")
        or result.state == "below"
        or (high or 0) <= top,
        "the highest level of a ladder is not denied": quiz.kind != "ladder"
        or not high
        or result.state == "below"
        or not any(profile.get(ask.id) == 0 for ask in quiz.questions if ask.choices[-1].reaches == high),
        "what is reached beyond is reached": all(profile[ask] > (low or 0) for ask in result.beyond),
        "a layer that is missing is named": (result.state == "missing")
        == (quiz.kind == "checklist" and bool(result.lags)),
        "complete is all of it": result.state != "complete" or len(profile) == len(quiz.questions),
        "the first of a clash is not reached, the last is": not clash
        or (profile[str(result.first)] == 0 and profile[str(result.last)] > 0),
        "a spread is the spread of the answers": result.why != "apart"
        or (low, high) == (min(profile.values()), top),
    }
    return [rule for rule, holds in rules.items() if not holds]
