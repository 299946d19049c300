"""Make each framework's quiz: its questions, how answers are scored, and its published definition."""

from generator.quiz.definition import abouts, definition, published
from generator.quiz.questions import (
    ENOUGH,
    NO,
    NOT_APPLICABLE,
    YES,
    Ask,
    Choice,
    Quiz,
    QuizKind,
    Result,
    quiz_of,
    score,
)

__all__ = [
    "ENOUGH",
    "NO",
    "NOT_APPLICABLE",
    "YES",
    "Ask",
    "Choice",
    "Quiz",
    "QuizKind",
    "Result",
    "abouts",
    "definition",
    "published",
    "quiz_of",
    "score",
]
