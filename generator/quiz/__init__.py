"""Make each framework's quiz: its questions and its published definition."""

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
    quiz_of,
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
    "abouts",
    "definition",
    "published",
    "quiz_of",
]
