"""Turn libyaml's errors into problems in an editor's words, with what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from generator.problems import Message, Place, Problem, say


@dataclass(frozen=True)
class Stumble:
    """A part of libyaml's sentence, that sentence as ours, and what to do."""

    words: str
    says: Message
    hint: Message
    at_start: bool = False
    """Whether the start of what was left open tells more than the place where libyaml gave up."""


STUMBLES: Sequence[Stumble] = (
    Stumble(
        "mapping values are not allowed",
        say("mapping values are not allowed in this context"),
        say("Put quotes around a text that contains ': '"),
    ),
    Stumble(
        "cannot start any token",
        say("found character that cannot start any token"),
        say("Put quotes around a text that starts with a sign"),
    ),
    Stumble(
        "could not find expected ':'",
        say("could not find expected ':'"),
        say("Write 'key: text'; a longer text starts with '>-' and is indented"),
        at_start=True,
    ),
    Stumble(
        "did not find expected key",
        say("did not find expected key"),
        say("Line this up with its neighbours; quote a text that contains quotes"),
    ),
    Stumble(
        "did not find expected '-' indicator",
        say("did not find expected '-' indicator"),
        say("Start each item of a list with '- ', straight below the one before"),
    ),
    Stumble(
        "block sequence entries are not allowed",
        say("block sequence entries are not allowed in this context"),
        say("Start a list on a line of its own, below its key; quote a text that starts with '- '"),
    ),
    Stumble(
        "did not find expected node content",
        say("did not find expected node content"),
        say("Write a text here, or close the bracket; quote a text that starts with a sign"),
    ),
    Stumble(
        "found unexpected end of stream",
        say("found unexpected end of stream"),
        say("Close the quotation mark"),
        at_start=True,
    ),
    Stumble(
        "did not find expected ','",
        say("did not find expected ',' or a closing bracket"),
        say("Close the bracket, or put quotes around the text"),
        at_start=True,
    ),
    Stumble(
        "found unknown escape character",
        say("found unknown escape character"),
        say("Write '\\\\' for a backslash between double quotes, or use single quotes"),
    ),
    Stumble(
        "found undefined tag handle",
        say("found undefined tag handle"),
        say("Put quotes around a text that starts with '!'"),
    ),
    Stumble(
        "found a tab character",
        say("found a tab character where an indentation space is expected"),
        say("Indent with spaces, never with tabs"),
    ),
    Stumble(
        "did not find expected alphabetic or numeric character",
        say("found a '&' or '*' that names nothing"),
        say("Put quotes around a text that starts with a sign"),
        at_start=True,
    ),
)

_TAB_HINT = say("Indent with spaces, never with tabs")


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Report a text that is not YAML; a stumble that is not listed stays in libyaml's words."""
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).strip()
    known = next((stumble for stumble in STUMBLES if stumble.words in reason), None)
    if known and known.at_start and opened:
        mark = opened
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    hint = known.hint if known else None
    if hint and _sign_at(text, place) == "\t":
        hint = _TAB_HINT
    return Problem(
        "Y100", place, say("This is not YAML: %(reason)s", reason=known.says if known else reason), hint
    )


def _sign_at(text: str, place: Place) -> str:
    lines = text.split("\n", place.line)
    line = lines[place.line - 1] if len(lines) >= place.line else ""
    return line[place.column - 1 : place.column]
