"""Make each framework's quiz: its questions and its published definition."""

from generator.quiz.definition import SAID, abouts, definition, published
from generator.quiz.kinds import KINDS, Kind, quick_check, quiz_of
from generator.quiz.questions import (
    GRADES,
    NO,
    NOT_APPLICABLE,
    RULE,
    YES,
    Ask,
    Choice,
    Quiz,
    QuizKind,
    Rule,
    Rung,
)

__all__ = [
    "GRADES",
    "KINDS",
    "NO",
    "NOT_APPLICABLE",
    "RULE",
    "SAID",
    "YES",
    "Ask",
    "Choice",
    "Kind",
    "Quiz",
    "QuizKind",
    "Rule",
    "Rung",
    "abouts",
    "definition",
    "published",
    "quick_check",
    "quiz_of",
]
