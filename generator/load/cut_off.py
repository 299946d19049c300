"""Find texts without quotes that are other than they look: cut off at a #, or within quotes that are none."""

import re
from collections.abc import Iterator, Sequence

from generator.load.mending import QUOTES
from generator.problems import Place, Problem, say, shortened

_COMMENT = re.compile(r"[ \t]+#[^\n\r]*")


def cut_off(found: Sequence[tuple[str, int, int]], text: str, file: str) -> Iterator[Problem]:
    """A warning for each text that loses its end, or keeps quotation marks that were meant for YAML."""
    for words, start, end in found:
        if rest := _COMMENT.match(text, end):
            lost = rest[0].strip()
            message = say("All from ' #' on is left out of the text: '%(lost)s'", lost=shortened(lost, 60))
            hint = say("Put quotes around the text; is it a comment, give it a line of its own")
            place = Place.within(file, text, end + rest[0].index("#"))
            yield Problem("Y111", place, message, hint, "warning")
        if is_quoted(words):
            message = say(
                "The quotation marks around this text are part of it: '%(text)s'", text=shortened(words, 60)
            )
            hint = say('Are they meant for YAML, write straight ones. Else put straight ones around all: "…"')
            yield Problem("Y112", Place.within(file, text, start), message, hint, "warning")


def is_quoted(words: str) -> bool:
    """Whether typographic quotation marks stand around a whole text."""
    return len(words) > 1 and QUOTES.match(words[0]) is not None and QUOTES.match(words[-1]) is not None
