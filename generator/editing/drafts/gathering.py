"""Gather problems of one kind to one, so that a table of many rows is told of in a few lines."""

from collections.abc import Sequence
from dataclasses import replace

from generator.problems import Message, Problem, first_of, in_order, say_many

_FEW = 3
_NAMED = 12
"""So many places are named; of more there are the first ones and how many there are."""


def gathered_for(form: str, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Gather problems for people; a program, for which the other formats are, gets each."""
    return gathered(problems) if form == "text" else tuple(problems)


def gathered(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Give each kind of problem that comes often once, with the places of all others of its kind."""
    kinds: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        kind = (problem.place.file, problem.code, problem.severity, *_kind(problem))
        kinds.setdefault(kind, []).append(problem)
    return in_order(
        problem for found in kinds.values() for problem in (found if len(found) <= _FEW else [_one(found)])
    )


def _kind(problem: Problem) -> tuple[str, ...]:
    """The sentences without what stands in their gaps, and without a cell's name before them.

    What cannot be read as one field is of another kind than what cannot be read as another.
    """
    inner = dict(problem.message.values).get("message")
    message = inner if isinstance(inner, Message) else problem.message
    field = dict(message.values).get("key", "") if problem.severity == "error" else ""
    return message.template, str(field)


def _one(found: Sequence[Problem]) -> Problem:
    first, *others = found
    message = say_many(
        "%(first)s (and %(number)s more of this kind: %(places)s)",
        "%(first)s (and %(number)s more of this kind: %(places)s)",
        len(others),
        first=first.message,
        places=first_of([*map(_named, others)], _NAMED),
    )
    return replace(first, message=message)


def _named(problem: Problem) -> str:
    """The place of a problem as short as it can be: a cell's name, or line and column."""
    name = dict(problem.message.values).get("cell")
    return str(name) if name else f"{problem.place.line}:{problem.place.column}"
