"""Make a framework's quiz, by the kind of quiz that fits what the framework has.

A kind is one class here, one template of its sentences in `templates/parts/quiz/`, and one entry in the
script's `KINDS`, which scores its answers.
"""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from generator.model import Framework, ReferenceScale
from generator.quiz.questions import GRADES, MOSTLY, NO, YES, Ask, Choice, Quiz, QuizKind, Rung


class Kind(ABC):
    """What a kind of quiz asks about a framework, and which results it can have."""

    part: ClassVar[str]
    """The kind of part that its questions are about."""

    @abstractmethod
    def fits(self, framework: Framework) -> bool:
        """Tell whether a framework has what this kind of quiz asks about."""

    @abstractmethod
    def questions(self, framework: Framework) -> tuple[Ask, ...]:
        """List its questions for a framework that it fits."""

    @abstractmethod
    def numbers(self, quiz: Quiz) -> range:
        """List the numbers of the levels that a result can name; 0 is below the first."""


class Ladder(Kind):
    """Levels that build on each other, each with questions about what it takes to have reached it."""

    part = "levels"

    def fits(self, framework: Framework) -> bool:
        """Whether the source has a test of its own, or its levels have questions."""
        return bool(framework.self_assessment) or any(level.questions for level in framework.levels)

    def questions(self, framework: Framework) -> tuple[Ask, ...]:
        """Ask the source's own questions, to be answered with yes or no; else those of each level."""
        numbers = {level.id: level.number for level in framework.levels}
        if framework.self_assessment:
            return tuple(
                Ask(item.id, item.question, yes_or_no(numbers[item.reaches]), item.reaches)
                for item in framework.self_assessment
            )
        return tuple(
            Ask(id_, text, grades(level.number), level.id)
            for level in framework.levels
            for id_, text in level.questions.items()
        )

    def numbers(self, quiz: Quiz) -> range:
        """All levels, and below the first."""
        return range(len(quiz.rungs) + 1)


class Matrix(Kind):
    """Dimensions with a description for each level; without any, the levels' own descriptions."""

    part = "dimensions"

    def fits(self, framework: Framework) -> bool:
        """Whether it has levels."""
        return bool(framework.levels)

    def questions(self, framework: Framework) -> tuple[Ask, ...]:
        """Ask for each dimension which description fits best.

        Where the source is silent at the lowest level, that level's answer is that none of them fits yet.
        """
        if not framework.dimensions:
            own = tuple(Choice(level.id, level.number, level.summary) for level in framework.levels)
            return (Ask("level", "", own, ""),)
        return tuple(
            Ask(
                dimension.id,
                dimension.question or dimension.title,
                tuple(
                    Choice(level.id, level.number, framework.cells[dimension.id].get(level.id, ""))
                    for level in framework.levels
                    if level.number == 1 or level.id not in dimension.silent
                ),
                dimension.id,
                group=dimension.group,
            )
            for dimension in framework.dimensions
            if dimension.id in framework.cells
        )

    def numbers(self, quiz: Quiz) -> range:
        """All levels: the lowest description is that of the first."""
        return range(1, len(quiz.rungs) + 1)


class Checklist(Kind):
    """Layers that are needed together."""

    part = "layers"

    def fits(self, framework: Framework) -> bool:
        """Whether it has layers."""
        return bool(framework.layers)

    def questions(self, framework: Framework) -> tuple[Ask, ...]:
        """Ask how far each layer is in place."""
        return tuple(
            Ask(
                layer.id,
                layer.question or layer.summary,
                grades(layer.number),
                layer.id,
                tuple(layer.needs.values()),
            )
            for layer in framework.layers
        )

    def numbers(self, quiz: Quiz) -> range:
        """None: layers are no levels."""
        return range(0)


KINDS: Mapping[QuizKind, Kind] = {"checklist": Checklist(), "ladder": Ladder(), "matrix": Matrix()}
"""The first that fits a framework makes its quiz."""


def quiz_of(framework: Framework) -> Quiz:
    """Make the quiz that fits a framework's data."""
    name, kind = next((name, kind) for name, kind in KINDS.items() if kind.fits(framework))
    things = framework.layers if framework.kind == "layers" else framework.levels
    return Quiz(
        framework.id,
        name,
        kind.questions(framework),
        tuple(Rung(item.id, item.number) for item in things),
        bool(framework.self_assessment) and name == "ladder",
    )


def quick_check(scale: ReferenceScale) -> Quiz:
    """Make a few questions over all frameworks, which place an organisation on the reference scale.

    Its rungs are the scale's bands; who reaches nothing stands at the first.
    """
    questions = tuple(
        Ask(id_, text, grades(band.number), band.id)
        for band in scale.bands
        for id_, text in band.questions.items()
    )
    return Quiz("scale", "ladder", questions, tuple(Rung(band.id, band.number) for band in scale.bands))


def yes_or_no(number: int) -> tuple[Choice, ...]:
    """The answers to a source's own question: a yes reaches the level."""
    return Choice(NO, 0), Choice(YES, number)


def grades(number: int) -> tuple[Choice, ...]:
    """The answers to a question of ours: what is mostly so counts as reached."""
    reached = GRADES.index(MOSTLY)
    return tuple(Choice(grade, number if at >= reached else 0) for at, grade in enumerate(GRADES))
