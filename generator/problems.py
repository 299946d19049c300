"""A place, a code and a message in, what is wrong with a file as a value that any front can print out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file, counted from 1; the file's path is relative to the project."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Message:
    """A sentence with named gaps, kept apart from its values so that it can be said in another language."""

    template: str
    values: tuple[tuple[str, str], ...] = ()

    def text(self, translate: Callable[[str], str] = str) -> str:
        """The sentence with its gaps filled; `translate` maps an English template to another language's."""
        return translate(self.template) % dict(self.values)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.text()


def say(template: str, **values: object) -> Message:
    """A message; every template written as `say("…")` is collected into the catalogues."""
    return Message(template, tuple((name, str(value)) for name, value in values.items()))


@dataclass(frozen=True)
class Problem:
    """One thing to mend, with what to do about it where that is known."""

    code: str
    place: Place
    message: Message
    hint: Message | None = None
    severity: Severity = "error"

    def __str__(self) -> str:
        """`file:line:column: severity[code]: message`, with the hint on a second line."""
        place = self.place
        line = f"{place.file}:{place.line}:{place.column}: {self.severity}[{self.code}]: {self.message}"
        return f"{line}\n    = {self.hint}" if self.hint else line


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems without repetition, by place and then by code."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.place, problem.code)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "error")


def did_you_mean(wrong: str, known: Iterable[str]) -> Message | None:
    """The nearest known word, or else the known words, or nothing where none are known."""
    words = list(dict.fromkeys(known))
    nearest = get_close_matches(wrong, words, n=1, cutoff=0.6)
    if nearest:
        return say("Did you mean '%(word)s'?", word=nearest[0])
    if words:
        return say("Known here: %(words)s", words=", ".join(words[:12]) + (", …" if len(words) > 12 else ""))
    return None
