"""Report how two contents differ: as text for a terminal, as Markdown for a comment, as data.

What the data says is shown as it is and never as markup: in Markdown it stands as code, where no host looks
for HTML, names, links or references.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from generator.history import NAMES, Change, Told, counted
from generator.history.words import one_side
from generator.problems import Message, Translate, say, say_many

MOST = 60_000
"""A report has at most about this many characters: GitHub takes 65,536 in a comment."""
_AROUND = 60
"""This much of a text is shown before and after what differs in it."""


@dataclass(frozen=True)
class Comparison:
    """What differs from one state, as it was asked for, to another."""

    old: str
    new: str | Message
    changes: tuple[Told, ...]

    def head(self, mark: Callable[[str], str]) -> Message:
        """Say how much differs between what; `mark` writes what the caller named."""
        names = {"old": mark(self.old), "new": mark(self.new) if isinstance(self.new, str) else self.new}
        if not self.changes:
            return say("Nothing differs between %(old)s and %(new)s.", **names)
        number = sum(item.many for item in self.changes)
        return say_many(
            "%(number)s change from %(old)s to %(new)s",
            "%(number)s changes from %(old)s to %(new)s",
            number,
            **names,
        )

    @property
    def groups(self) -> Iterator[tuple[str, list[Told]]]:
        """The changes by record."""
        for record, found in groupby(self.changes, lambda item: item.change.record):
            yield record, list(found)


def as_data(found: Comparison, changes: Iterable[Change]) -> dict[str, Any]:
    """Give every change as plain data, from which the newer content can be made."""
    entries = [{name: value for name, value in asdict(item).items() if value is not None} for item in changes]
    return {"from": found.old, "to": str(found.new), "changes": entries}


def as_text(found: Comparison, translate: Translate, most: int | None) -> str:
    """Write a line for each change, below the name of what it is in."""
    counts = ", ".join(message.text(translate) for message in counted(found.changes))
    head = found.head(_safe).text(translate) + (f" ({counts})" if counts else "")
    blocks = []
    for record, changes in found.groups:
        blocks.append((f"\n{_safe(record)}" if record else "", 0))
        for item in changes:
            values = (_excerpt(text) for text in (item.before, item.after) if text)
            detail = _difference(item) if item.pieces else " → ".join(values)
            line = f"  {_safe(_where(item))}: {_kind(item, translate)}"
            blocks.append((f"{line}: {_safe(detail)}" if detail else line, item.many))
    return "\n".join((head, *_bounded(blocks, translate, most)))


def as_markdown(found: Comparison, translate: Translate, most: int | None) -> str:
    """Write a list of changes, each with what it was and is in a block of code."""
    counts = ", ".join(message.text(translate) for message in counted(found.changes))
    head = f"### {found.head(_code).text(translate)}"
    blocks = []
    for record, changes in found.groups:
        blocks.append((f"\n#### {_code(record)}\n" if record else "", 0))
        for item in changes:
            line = f"- {_code(_where(item))} {_kind(item, translate)}"
            blocks.append((f"{line}\n{_block(item)}".rstrip("\n"), item.many))
    return "\n".join((head, *([f"\n{counts}"] if counts else []), *_bounded(blocks, translate, most)))


def _kind(item: Told, translate: Translate) -> str:
    many = say_many("%(number)s text translated", "%(number)s texts translated", item.many)
    return (many if item.many > 1 else NAMES[item.change.kind]).text(translate)


def _where(item: Told) -> str:
    below = item.thing.removeprefix(item.change.record).lstrip("/")
    parts = (below, item.field, f"({item.change.language})" if item.change.language else "")
    return " ".join(part for part in parts if part) or "·"


def _difference(item: Told) -> str:
    """Write a reworded text with what was left out and put in, and only what is near that."""
    written = []
    for number, piece in enumerate(item.pieces):
        if piece.kind != "same":
            written.append(f"[-{piece.text}-]" if piece.kind == "out" else f"{{+{piece.text}+}}")
            continue
        start = "" if number == 0 else piece.text[:_AROUND]
        end = "" if number == len(item.pieces) - 1 else piece.text[-_AROUND:]
        written.append(piece.text if len(piece.text) <= len(start) + len(end) else f"{start}…{end}")
    return "".join(written)


def _excerpt(text: str) -> str:
    return text if len(text) <= 2 * _AROUND else f"{text[: 2 * _AROUND].rsplit(' ', 1)[0]} …"


def _block(item: Told) -> str:
    """Write what was and is as a difference that hosts colour."""
    if item.pieces:
        was, now = one_side(item.pieces, "out"), one_side(item.pieces, "in")
    else:
        was, now = item.before, item.after
    lines = [f"{sign} {_safe(text)}" for sign, text in (("-", was), ("+", now)) if text]
    if not lines:
        return ""
    fence = "`" * max(3, _longest_run("".join(lines)) + 1)
    return "\n".join(f"  {line}" for line in (f"{fence}diff", *lines, fence))


def _code(words: str) -> str:
    """Write words as code, whatever they hold."""
    words = _safe(words)
    fence = "`" * (_longest_run(words) + 1)
    space = " " if len(fence) > 1 else ""
    return f"{fence}{space}{words}{space}{fence}"


def _longest_run(words: str) -> int:
    return max(map(len, re.findall("`+", words)), default=0)


def _safe(words: str) -> str:
    """Write words on one line, without what moves a terminal's cursor."""
    return "".join(sign if sign.isprintable() else "↵" if sign == "\n" else "�" for sign in words)


def _bounded(blocks: Sequence[tuple[str, int]], translate: Translate, most: int | None) -> Iterator[str]:
    """Give blocks up to a number of characters, and say how many changes are left out."""
    length = 0
    for index, (block, _) in enumerate(blocks):
        length += len(block) + 1
        if most is not None and length > most:
            rest = sum(number for _, number in blocks[index:])
            left_out = say_many(
                "%(number)s more change is left out; --all shows everything.",
                "%(number)s more changes are left out; --all shows everything.",
                rest,
            )
            yield f"\n{left_out.text(translate)}"
            return
        if block:
            yield block
