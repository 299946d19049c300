"""Replace words at given places of a YAML file, and change no other byte."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.problems import Place, Problem, say

# What libyaml counts as the end of a line.
_LINE = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_NO_TEXT = re.compile("[0-9]+|true|false|null")
_BOM = "\ufeff"


@dataclass(frozen=True)
class Edit:
    """A word that stands at a place, plain or in quotes, and the word that takes its place."""

    place: Place
    old: str
    new: str
    is_key: bool = False


def written(word: str) -> str:
    """Write an id or a path as YAML: in quotes where it would be read as a number, a truth or nothing."""
    return f'"{word}"' if _NO_TEXT.fullmatch(word) else word


def edited(content: bytes, edits: Iterable[Edit]) -> tuple[bytes, tuple[Problem, ...]]:
    """Make every edit in a file; a problem for each word that is not written out at its place."""
    text = content.decode("utf-8")
    mark = _BOM if text.startswith(_BOM) else ""
    text = text.removeprefix(_BOM)
    starts = [0, *(found.end() for found in _LINE.finditer(text))]
    pieces: list[str] = []
    problems: list[Problem] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.place):
        at = _word_at(text, starts, edit)
        if at is None:
            message = say("'%(id)s' is written here in a form that cannot be changed", id=edit.old)
            hint = say("Write it out on this line, without escapes: %(id)s", id=edit.old)
            problems.append(Problem("R808", edit.place, message, hint))
            continue
        is_plain = text[at - 1 : at] not in ("'", '"')
        pieces += text[done:at], written(edit.new) if is_plain and not edit.is_key else edit.new
        done = at + len(edit.old)
    return (mark + "".join(pieces) + text[done:]).encode(), tuple(problems)


def _word_at(text: str, starts: Sequence[int], edit: Edit) -> int | None:
    at = starts[edit.place.line - 1] + edit.place.column - 1
    if text[at : at + 1] in ("'", '"'):
        at += 1
    return at if text.startswith(edit.old, at) else None
