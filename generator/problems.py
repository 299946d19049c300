"""Describe what is wrong with a file: a place, a code and a message that any front can print."""

from __future__ import annotations

import errno
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from math import ceil
from typing import Literal, Protocol, runtime_checkable

Severity = Literal["error", "warning"]

Translate = Callable[[str], str]
"""Maps an English sentence to another language's; `str` leaves it as it is."""


@runtime_checkable
class Counting(Protocol):
    """What a `Translate` has besides, where its language has other plural forms than English."""

    def plural(self, one: str, many: str, number: int) -> str:
        """Choose the form that goes with a number."""

    def grouped(self, number: float) -> str:
        """Write a number as the language does, with what it puts between thousands and before decimals."""


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file, counted from 1; the file's path is relative to the project."""

    file: str
    line: int = 1
    column: int = 1

    @classmethod
    def within(cls, file: str, text: str, index: int) -> Place:
        """Find the place of a character of a file's text."""
        return cls(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))


@dataclass(frozen=True)
class Message:
    """A sentence with named gaps, kept apart from its values so that it can be said in another language.

    A value may itself be a message. Where `many` is given, `number` chooses between it and `template`.
    """

    template: str
    values: tuple[tuple[str, str | Message], ...] = ()
    many: str = ""
    number: float = 1

    def text(self, translate: Translate = str) -> str:
        """Fill the sentence's gaps; in English where its translation does not fit its values."""
        values = {
            name: value.text(translate) if isinstance(value, Message) else value
            for name, value in self.values
        }
        if self.many:
            values["number"] = grouped(self.number, translate)
        try:
            return self._form(translate) % values
        except (KeyError, TypeError, ValueError):
            return self._form(str) % values

    def _form(self, translate: Translate) -> str:
        if not self.many:
            return translate(self.template)
        if isinstance(translate, Counting):
            return translate.plural(self.template, self.many, ceil(self.number))
        return translate(self.template if self.number == 1 else self.many)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.text()


def say(template: str, **values: object) -> Message:
    """Make a message; every template written as `say("…")` is collected into the catalogues."""
    return Message(template, _said(values))


def say_many(one: str, many: str, number: int, **values: object) -> Message:
    """Make a message that counts: the number fills the gap `%(number)s` and chooses between the templates."""
    return Message(one, _said(values), many, number)


def counted(number: float) -> Message:
    """Make a message of a number, for a gap of another; each language writes it as it does."""
    return Message("%(number)s", (), "%(number)s", number)


def grouped(number: float, translate: Translate = str) -> str:
    """Write a number as a language does: `1,712` and `0.5` in English, `1.712` and `0,5` in Dutch."""
    if isinstance(translate, Counting):
        return translate.grouped(number)
    return f"{round(number, 3):,}".removesuffix(".0")


def _said(values: dict[str, object]) -> tuple[tuple[str, str | Message], ...]:
    return tuple(
        (name, value if isinstance(value, Message) else str(value)) for name, value in values.items()
    )


@dataclass(frozen=True)
class Problem:
    """One thing to mend, with what to do about it where that is known."""

    code: str
    place: Place
    message: Message
    hint: Message | None = None
    severity: Severity = "error"

    def text(self, translate: Translate = str) -> str:
        """Write `file:line:column: severity[code]: message`, with the hint on a second line."""
        place = self.place
        told = f"{place.file}:{place.line}:{place.column}: {self.severity}[{self.code}]: "
        told += self.message.text(translate)
        return f"{told}\n    = {self.hint.text(translate)}" if self.hint else told

    def __str__(self) -> str:
        """The same in English."""
        return self.text()


def reason_of(error: OSError) -> Message | str:
    """Say why the system refused, in words that can be translated for what happens most."""
    for kind, reason in _REASONS:
        if isinstance(error, kind):
            return reason
    return _NUMBERED.get(error.errno or 0) or error.strerror or str(error)


_REASONS: tuple[tuple[type[OSError], Message], ...] = (
    (FileNotFoundError, say("it is not there")),
    (PermissionError, say("it may not be used by you")),
    (IsADirectoryError, say("it is a folder")),
    (NotADirectoryError, say("a file stands where a folder should")),
)

_NUMBERED: Mapping[int, Message] = {
    errno.ENOSPC: say("no space is left on the disk"),
    errno.EDQUOT: say("the disk quota is used up"),
    errno.EFBIG: say("a file would be larger than the system allows"),
    errno.EROFS: say("the file system can only be read"),
    errno.ELOOP: say("links lead there in a circle"),
    errno.EBUSY: say("something else uses it"),
}


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place and then by code, without repetition."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: (problem.place, problem.code)))


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """List the problems that stop a build."""
    return tuple(problem for problem in problems if problem.severity == "error")


def added(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """List the problems that were not there before; those of lines below have moved with their lines."""
    known = Counter(_what(problem) for problem in before)
    found = []
    for problem in after:
        if known[_what(problem)] > 0:
            known[_what(problem)] -= 1
        else:
            found.append(problem)
    return found


def _what(problem: Problem) -> tuple[str, str, str]:
    return problem.code, problem.place.file, str(problem.message)


def did_you_mean(wrong: str, known: Iterable[str]) -> Message | None:
    """Suggest the nearest known word, or else list the known words; None where none are known."""
    words = list(dict.fromkeys(known))
    nearest = get_close_matches(wrong, words, n=1, cutoff=0.6)
    if nearest:
        return say("Did you mean '%(word)s'?", word=nearest[0])
    if words:
        return say("Known here: %(words)s", words=first_of(words, 12))
    return None


def first_of(words: Sequence[str], most: int) -> str:
    """List words, and say with a sign where there are more."""
    return ", ".join(words[:most]) + (", …" if len(words) > most else "")


def shortened(words: str, most: int) -> str:
    """Cut a text to so many characters, and say with a sign that it goes on."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def nearest_first(wrong: str, known: Iterable[str]) -> Message | None:
    """List all known words with the nearest one first, for places where only a few are known."""
    words = list(dict.fromkeys(known))
    nearest = get_close_matches(wrong, words, n=1, cutoff=0.6)
    if not nearest:
        return did_you_mean(wrong, words)
    others = [word for word in words if word != nearest[0]]
    return say(
        "Did you mean '%(word)s'? Known here: %(words)s",
        word=nearest[0],
        words=first_of([nearest[0], *others], 12),
    )


def did_you_mean_path(wrong: str, known: Iterable[str]) -> Message | None:
    """Suggest the nearest of paths by their last steps: where they begin alike, that says nothing."""
    paths = list(known)
    by_last = {path.rpartition("/")[2]: path for path in reversed(paths)}
    nearest = get_close_matches(wrong.rpartition("/")[2], by_last, n=1, cutoff=0.6)
    return did_you_mean(by_last[nearest[0]] if nearest else "", paths)
