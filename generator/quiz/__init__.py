"""Make each framework's quiz: its questions and its published definition."""

from generator.quiz.counting import Count, Counted, count, joined
from generator.quiz.definition import NONE_YET, SAID, abouts, definition, letters_of, published
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
