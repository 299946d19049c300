"""Guess what a line that is not YAML was meant to be, so that the rest of its file can be checked as well.

What is guessed is never written anywhere: it only lets the reader go on behind a fault that was reported.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.problems import Message, Place, Problem, say, say_many

_CONFLICT = re.compile(r"(<{7}|\|{7}|={7}|>{7})( |$)")
_ENTRY = re.compile(r"(?P<start> *(?:- +)*(?:[\w./-]+|\"[^\"]*\") *: +)(?P<value>\S.*)")
_KEY = re.compile(r" *(?:- +)*(?:[\w./-]+|\"[^\"]*\") *:(?: |$)")
_OPENS = re.compile(r":\s*(?:[>|][-+\d]*)?\s*(?:#.*)?$")
_EMPTY = re.compile(r"(?P<key> *(?:- +)*(?P<name>[\w./-]+) *:) *\[ *\]\s*(?:#.*)?$")
_NEAR = 200
"""So many lines above are looked at for those that a line belongs to."""
_BLOCK = re.compile(r"(?:^|: |- )[>|][-+\d]*\s*(?:#.*)?$")
QUOTES = re.compile(r"[“”„‟«»‘’‚‹›]")


@dataclass(frozen=True)
class Misplaced:
    """A line that starts in another column than those it belongs to; both count from 1."""

    line: int
    column: int
    wanted: int


def without_conflicts(text: str, file: str) -> tuple[str, list[Problem]]:
    """Leave out the marks of unresolved merges and all versions but the first; lines keep their numbers."""
    if "<<<<<<<" not in text:
        return text, []
    kept: list[str] = []
    problems: list[Problem] = []
    inside, dropping = False, False
    for number, line in enumerate(text.split("\n"), 1):
        mark = found[1][0] if (found := _CONFLICT.match(line)) else ""
        if mark == "<":
            inside, dropping = True, False
            message = say("Two versions stand here, with the marks of a merge around them")
            problems.append(
                Problem("Y100", Place(file, number), message, say("Resolve it: keep one version"))
            )
        elif inside and mark in ("|", "="):
            dropping = True
        ends = inside and mark == ">"
        kept.append("" if dropping or (inside and mark) else line)
        if ends:
            inside, dropping = False, False
    return "\n".join(kept), problems


def misplaced(text: str, line: int) -> Misplaced | None:
    """Find the line near one where reading stopped that is not in line with its neighbours."""
    lines = text.split("\n")
    if line > len(lines) or not _KEY.match(lines[line - 1]):
        return None
    first = max(0, line - 1 - _NEAR)
    near, own = lines[first : line - 1], lines[line - 1]
    above = [number for number in _written(near) if not _within_block(near, number)]
    if not above or not _KEY.match(near[above[-1]]):
        return None
    last, indent = above[-1], _indent(own)
    before = _content(near[last])
    if indent > before and not _OPENS.search(near[last]):
        # Where the line above is the odd one between two that are in line, the fault is there.
        earlier = _content(near[above[-2]]) if len(above) > 1 else before
        if earlier == indent:
            wanted = indent - (_content(near[last]) - _indent(near[last]))
            return Misplaced(first + last + 1, _indent(near[last]) + 1, max(0, wanted) + 1)
        return Misplaced(line, indent + 1, before + 1)
    column = _indent if own.lstrip().startswith("- ") else _content
    columns = {column(near[number]) for number in above}
    if indent < before and indent not in columns:
        wanted = min(columns, key=lambda column: (abs(column - indent), -column))
        return Misplaced(line, indent + 1, wanted + 1)
    return None


def moved(text: str, fault: Misplaced) -> str:
    """The text with a line in the column where it should start."""
    lines = text.split("\n")
    lines[fault.line - 1] = " " * (fault.wanted - 1) + lines[fault.line - 1].lstrip(" ")
    return "\n".join(lines)


def items_of_none(text: str, line: int) -> tuple[int, str, str] | None:
    """Find an empty list, `key: []`, right above an item: its line, its key, and the text without `[]`."""
    lines = text.split("\n")
    if line > len(lines) or not lines[line - 1].lstrip().startswith("- "):
        return None
    above = max(_written(lines[: line - 1]), default=-1)
    found = _EMPTY.match(lines[above]) if above >= 0 else None
    if found is None or _indent(lines[line - 1]) < _content(lines[above]):
        return None
    lines[above] = found["key"]
    return above + 1, found["name"], "\n".join(lines)


def quoted_value(text: str, line: int) -> str | None:
    """The text with quotes around the value on a line; None where no value stands there."""
    lines = text.split("\n")
    found = _ENTRY.fullmatch(lines[line - 1]) if line <= len(lines) else None
    if found is None or found["value"][0] in "\"'[{>|&*!":
        return None
    value = found["value"].rstrip().replace("\\", "\\\\").replace('"', '\\"')
    lines[line - 1] = f'{found["start"]}"{value}"'
    return "\n".join(lines)


def is_entry(line: str) -> bool:
    """Whether a line has a key, or is an item of a list."""
    return _KEY.match(line) is not None or line.startswith("- ")


def value_on(line: str) -> str | None:
    """The value that stands behind the key of a line; None where no value stands there."""
    found = _ENTRY.fullmatch(line)
    return found["value"].rstrip() if found else None


def has_typographic_quotes(text: str, line: int) -> bool:
    """Whether the value on a line starts with a quotation mark that is none in YAML."""
    lines = text.split("\n")
    found = _ENTRY.fullmatch(lines[line - 1]) if line <= len(lines) else None
    return found is not None and QUOTES.match(found["value"]) is not None


def misplaced_message(fault: Misplaced) -> tuple[Message, Message]:
    """Say which line starts in which column, and in which it should."""
    message = say(
        "This line starts in column %(column)s, those that it belongs to in column %(wanted)s",
        column=fault.column,
        wanted=fault.wanted,
    )
    if fault.wanted == 1:
        return message, say("Start it at the very beginning of the line")
    return message, say_many(
        "Put %(number)s space before it", "Put %(number)s spaces before it", fault.wanted - 1
    )


def _written(lines: Sequence[str]) -> Iterator[int]:
    return (number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))


def _within_block(lines: Sequence[str], number: int) -> bool:
    """Whether a line belongs to a longer text that starts with > or |, or goes on from the line above."""
    if _KEY.match(lines[number]) or lines[number].lstrip().startswith("- "):
        indent = _indent(lines[number])
        for above in range(number - 1, -1, -1):
            if lines[above].strip() and _indent(lines[above]) < indent:
                return _BLOCK.search(lines[above]) is not None
        return False
    return True


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _content(line: str) -> int:
    """The column of the first key of a line, behind the hyphens of a list."""
    found = re.match(r" *(?:- +)*", line)
    return found.end() if found else 0
