"""Turn libyaml's errors into problems in an editor's words, with what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

import yaml

from generator.load.lookalikes import lookalike, quote_within
from generator.load.mending import (
    has_typographic_quotes,
    items_of_none,
    misplaced,
    misplaced_message,
    moved,
    quoted_value,
)
from generator.problems import Message, Place, Problem, say


@dataclass(frozen=True)
class Stumble:
    """A part of libyaml's sentence, that sentence as ours, and what to do."""

    words: str
    says: Message
    hint: Message
    at_start: bool = False
    """Whether the start of what was left open tells more than the place where libyaml gave up."""
    may_be_misplaced: bool = False
    """Whether a line that starts in a wrong column leads to it."""


STUMBLES: Sequence[Stumble] = (
    Stumble(
        "mapping values are not allowed",
        say("mapping values are not allowed in this context"),
        say("Put quotes around a text that contains ': '"),
        may_be_misplaced=True,
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
        may_be_misplaced=True,
    ),
    Stumble(
        "did not find expected '-' indicator",
        say("did not find expected '-' indicator"),
        say("Start each item of a list with '- ', straight below the one before"),
        may_be_misplaced=True,
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

_QUOTES_HINT = say('“ ” are no quotes in YAML: put straight ones around the text, "…"')
_TAB_HINT = say("Indent with spaces, never with tabs")


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> tuple[Problem, str | None]:
    """Report a text that is not YAML, and give it as it may have been meant, if there is a guess.

    A stumble that is not listed stays in libyaml's words.
    """
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    reason = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).strip()
    known = next((stumble for stumble in STUMBLES if stumble.words in reason), None)
    if known and known.at_start and opened:
        mark = opened
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    if found := lookalike(text, place.line, file):
        return found
    if known and (none := items_of_none(text, place.line)):
        above, key, mended = none
        message = say(
            "'%(key)s: []' on line %(line)s says that there are none, and an item stands below it",
            key=key,
            line=above,
        )
        hint = say("Take '[]' away; does the item belong to another list, put it below that one")
        return Problem("Y100", place, message, hint), mended
    sign = _sign_at(text, place)
    if known and known.may_be_misplaced and sign != "\t" and (fault := misplaced(text, place.line)):
        message, hint = misplaced_message(fault)
        problem = Problem("Y100", Place(file, fault.line, fault.column), message, hint)
        return problem, moved(text, fault)
    hint_ = known.hint if known else None
    if hint_ and sign == "\t":
        hint_ = _TAB_HINT
    elif known and has_typographic_quotes(text, place.line):
        hint_ = _QUOTES_HINT
    elif within := quote_within(text, place.line):
        hint_, mended = within
        message = say("This is not YAML: %(reason)s", reason=known.says if known else reason)
        return Problem("Y100", place, message, hint_), mended
    message = say("This is not YAML: %(reason)s", reason=known.says if known else reason)
    return Problem("Y100", place, message, hint_), quoted_value(text, place.line)


def _sign_at(text: str, place: Place) -> str:
    lines = text.split("\n", place.line)
    line = lines[place.line - 1] if len(lines) >= place.line else ""
    return line[place.column - 1 : place.column]
