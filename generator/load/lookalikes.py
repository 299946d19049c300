"""Find signs that look like those of YAML and are none: they upset it, most often some lines further on."""

import re

from generator.load.mending import is_entry, value_on
from generator.problems import Message, Place, Problem, say

_SPACES = "\u00a0\u2000-\u200a\u202f\u3000"
_INDENT = re.compile(rf" *[{_SPACES}][ {_SPACES}]*")
_BREAK = re.compile("[\x85\u2028\u2029]")
_CLOSING = "”“„‟’‘‚»«›‹"
_ABOVE = 10
"""So many lines above the one where reading stopped are looked at for an indentation."""


def lookalike(text: str, line: int, file: str) -> tuple[Problem, str] | None:
    """Find the sign that made reading stop at a line, and give the text with what was meant in its place."""
    return _line_break(text, file) or _indentation(text, line, file) or _closing_quote(text, line, file)


def _line_break(text: str, file: str) -> tuple[Problem, str] | None:
    """Find a sign that ends a line for YAML, and for no editor: then lines are counted in two ways."""
    found = _BREAK.search(text)
    if found is None:
        return None
    message = say("The invisible character %(code)s stands here", code=f"U+{ord(found[0]):04X}")
    problem = Problem(
        "Y110", Place.within(file, text, found.start()), message, say("Remove the invisible character")
    )
    return problem, _BREAK.sub(" ", text)


def _indentation(text: str, line: int, file: str) -> tuple[Problem, str] | None:
    lines = text.split("\n")
    for number in range(max(0, line - 1 - _ABOVE), min(line, len(lines))):
        found = _INDENT.match(lines[number])
        if found and is_entry(lines[number][found.end() :]):
            sign = lines[number].lstrip(" ")[0]
            message = say(
                "The indentation holds the space %(code)s, which is none in YAML", code=f"U+{ord(sign):04X}"
            )
            place = Place(file, number + 1, lines[number].index(sign) + 1)
            mended = (_INDENT.sub(lambda indent: " " * len(indent[0]), item, count=1) for item in lines)
            return Problem("Y110", place, message, say("Indent with normal spaces")), "\n".join(mended)
    return None


def _closing_quote(text: str, line: int, file: str) -> tuple[Problem, str] | None:
    """Find a text that a straight quotation mark opens and a typographic one closes."""
    lines = text.split("\n")
    for number, own in enumerate(lines[:line]):
        value = value_on(own)
        if value is None or value[0] not in "\"'" or value[0] in value[1:] or value[-1] not in _CLOSING:
            continue
        below = next((item for item in lines[number + 1 :] if item.strip()), None)
        if below is None or is_entry(below.lstrip()):
            start = own.rindex(value)
            message = say(
                "A straight quotation mark opens this text, and %(sign)s closes none", sign=value[-1]
            )
            hint = say("Write a straight one at its end too: %(sign)s", sign=value[0])
            lines[number] = own[: start + len(value) - 1] + value[0]
            return Problem("Y100", Place(file, number + 1, start + 1), message, hint), "\n".join(lines)
    return None


def quote_within(text: str, line: int) -> tuple[Message, str] | None:
    """Say how to write a quotation mark within a text between such marks, and give the text with it."""
    lines = text.split("\n")
    value = value_on(lines[line - 1]) if line <= len(lines) else None
    if value is None or len(value) < 4 or value[0] not in "\"'" or value[-1] != value[0]:
        return None
    quote, within = value[0], value[1:-1]
    if quote == "'":
        hint = say("Write an apostrophe within apostrophes twice (''), or put double quotes around the text")
        meant = re.sub("'+", "''", within)
    else:
        hint = say(
            'Write \\" for a quotation mark within quotation marks, or put single quotes around the text'
        )
        meant = re.sub(r'(?<!\\)"', r"\"", within)
    if meant == within:
        return None
    own = lines[line - 1]
    lines[line - 1] = own[: own.rindex(value)] + quote + meant + quote
    return hint, "\n".join(lines)
