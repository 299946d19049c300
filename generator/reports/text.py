"""Report problems to an editor at a terminal, each with the line of its file and a caret."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from generator.problems import Problem, Translate, say, say_many
from generator.untrusted import read_file

WIDEST = 100
"""A longer line of a file is cut to this many characters around the place that is meant."""

MOST_OF_A_FILE = 50
"""So many problems of one file are listed, errors first as they come; the rest is counted."""

_BEFORE = 40
_LARGEST = 16 * 1024 * 1024
"""Of a larger file no line is shown; nothing that large is read anywhere."""
_WORD = re.compile(r"%\(\w+\)s|[&*!]?[\w./-]+|(\S)\1*")
# What moves the cursor, or turns the direction of reading, would show something else than the file holds.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def text_report(problems: Sequence[Problem], root: Path, translate: Translate = str) -> str:
    """List problems with their lines of the file, then count them all; empty where there are none."""
    if not problems:
        return ""
    blocks = []
    in_file: Counter[str] = Counter()
    for problem in problems:
        in_file[problem.place.file] += 1
        if in_file[problem.place.file] <= MOST_OF_A_FILE:
            blocks.append(_block(problem, root, translate))
    for file, count in in_file.items():
        if count > MOST_OF_A_FILE:
            left = count - MOST_OF_A_FILE
            more = say_many(
                "… and %(number)s more in %(file)s", "… and %(number)s more in %(file)s", left, file=file
            )
            blocks.append(more.text(translate))
    return "\n".join([*blocks, summary(problems, translate)])


def summary(problems: Sequence[Problem], translate: Translate = str) -> str:
    """Count the errors and warnings, and the files that they are in."""
    counts = Counter(problem.severity for problem in problems)
    files = len({problem.place.file for problem in problems})
    return say(
        "%(errors)s, %(warnings)s in %(files)s",
        errors=say_many("%(number)s error", "%(number)s errors", counts["error"]),
        warnings=say_many("%(number)s warning", "%(number)s warnings", counts["warning"]),
        files=say_many("%(number)s file", "%(number)s files", files),
    ).text(translate)


def source_lines(problem: Problem, root: Path) -> tuple[str, str] | None:
    """Show the line of the file that a problem is about, with carets below; None if it is about no line."""
    line = _line(root / problem.place.file, root, problem.place.line)
    # A comment is never wrong: such a place stands for the whole file.
    if line is None or line.lstrip().startswith("#"):
        return None
    start = min(problem.place.column - 1, len(line))
    found = _WORD.match(line, start)
    end = found.end() if found else start + 1
    first = max(0, start - _BEFORE) if len(line) > WIDEST else 0
    last = first + WIDEST
    lead = "…" if first else ""
    tail = "…" if len(line) > last else ""
    shown = f"{lead}{line[first:last]}{tail}"
    carets = "^" * max(1, _width(line[start : min(end, last)]))
    return shown, " " * _width(f"{lead}{line[first:start]}") + carets


def _block(problem: Problem, root: Path, translate: Translate) -> str:
    first, *hint = (_UNSEEN.sub("\ufffd", line) for line in problem.text(translate).split("\n"))
    lines = source_lines(problem, root)
    if lines is None:
        return "\n".join([first, *hint])
    number = problem.place.line
    margin = " " * len(f"{number}")
    source = [f"    {number} | {lines[0]}".rstrip(), f"    {margin} | {lines[1]}"]
    return "\n".join([first, *source, *(f"    {margin} {text.strip()}" for text in hint)])


def _line(path: Path, root: Path, number: int) -> str | None:
    try:
        lines = _lines(path, root, path.stat().st_mtime_ns) if path.is_file() else ()
    except OSError:
        lines = ()
    return lines[number - 1] if 0 < number <= len(lines) else None


@lru_cache(maxsize=64)
def _lines(path: Path, root: Path, _changed: int) -> tuple[str, ...]:
    content = read_file(path, root, _LARGEST)
    if not isinstance(content, bytes):
        return ()
    text = content.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n").expandtabs(1)
    return tuple(_UNSEEN.sub("\ufffd", line) for line in text.split("\n"))


def _width(text: str) -> int:
    """Measure how many columns of a terminal a text fills: https://www.unicode.org/reports/tr11/."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
