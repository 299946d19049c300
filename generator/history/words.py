"""Mark the words that differ between two wordings of a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Piece:
    """A stretch of a text: as it was, left out or put in."""

    kind: Literal["same", "out", "in"]
    text: str


def marked(before: str, after: str) -> tuple[Piece, ...]:
    """Divide two wordings into what they share and what differs, word by word, in reading order.

    What is the same and what was left out is the older wording; the same with what was put in is the newer.
    """
    old, new = _WORD.findall(before), _WORD.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    pieces: list[Piece] = []
    left_out = put_in = ""
    for number, (kind, from_old, to_old, from_new, to_new) in enumerate(steps, 1):
        one, other = "".join(old[from_old:to_old]), "".join(new[from_new:to_new])
        # A space between two changed words is no island of sameness.
        if kind != "equal" or (one.isspace() and left_out and put_in and number < len(steps)):
            left_out, put_in = left_out + one, put_in + other
            continue
        pieces += (Piece("out", left_out), Piece("in", put_in), Piece("same", one))
        left_out = put_in = ""
    pieces += (Piece("out", left_out), Piece("in", put_in))
    return _slid([piece for piece in pieces if piece.text])


def one_side(pieces: Sequence[Piece], kind: Literal["out", "in"]) -> str:
    """Write one of two wordings, with what the other lacks between signs."""
    left, right = ("[-", "-]") if kind == "out" else ("{+", "+}")
    return "".join(
        piece.text if piece.kind == "same" else f"{left}{piece.text}{right}"
        for piece in pieces
        if piece.kind in ("same", kind)
    )


def _slid(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Let a stretch that was only put in or left out begin with a word, and not with the space before it."""
    for at in range(1, len(pieces) - 1):
        before, piece, after = pieces[at - 1 : at + 2]
        space = piece.text[: len(piece.text) - len(piece.text.lstrip())]
        if before.kind == after.kind == "same" and piece.kind != "same" and after.text.startswith(space):
            pieces[at - 1] = Piece("same", before.text + space)
            pieces[at] = Piece(piece.kind, piece.text[len(space) :] + space)
            pieces[at + 1] = Piece("same", after.text[len(space) :])
    return tuple(piece for piece in pieces if piece.text)
