"""Add a renaming to the file of redirects, or take one away that was undone.

Going back to an old id takes its redirect away. All other lines stay as they are.
"""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from generator.editing.rename.renaming import Renaming
from generator.editing.yaml import scalar
from generator.load.documents import parse_document
from generator.model import Redirects
from generator.problems import Place, Problem, say

FILE = "redirects.yaml"
START = "# yaml-language-server: $schema=../schemas/redirects.schema.json\nredirects:\n"


class _Entry(NamedTuple):
    """An entry's lines, counted from 0; `going_home` where it would lead to itself."""

    lines: range
    going_home: bool


def with_redirect(
    content: bytes | None, file: str, renaming: Renaming, since: datetime.date | None
) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Return the file after a renaming, None where it is gone; without a date nothing is added to it.

    What it leads to has its new name already. An entry that would lead to itself goes.
    """
    if content is None and since is None:
        return None, ()
    text = START if content is None else content.decode("utf-8")
    entries = _entries(text, file)
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    misplaced = next(
        (entry for entry in entries if not lines[entry.lines[0]].lstrip().startswith("- ")), None
    )
    if misplaced:
        message = say("The redirects are not written as a list with a line for each key")
        hint = say("Write each as '- from: …', with 'to: …' on the next line")
        return content, (Problem("R807", Place(file, misplaced.lines[0] + 1), message, hint),)
    head = next(number for number, line in enumerate(lines) if line.startswith("redirects:"))
    gone = {number for entry in entries if entry.going_home for number in entry.lines}
    if since is not None:
        if not entries:
            lines[head] = lines[head].replace(" []", "", 1)
        last = entries[-1].lines[-1] if entries else head
        lines[last] = lines[last].rstrip("\r\n") + end + _new(renaming, since, lines, entries, end)
        if last in gone:
            # The new entry took the place of the last one, which goes.
            lines[last] = lines[last].partition(end)[2]
            gone.remove(last)
    elif entries and all(entry.going_home for entry in entries):
        if "".join(line for number, line in enumerate(lines) if number not in gone) == START:
            return None, ()
        lines[head] = lines[head].replace("redirects:", "redirects: []", 1)
    return "".join(line for number, line in enumerate(lines) if number not in gone).encode(), ()


def _new(
    renaming: Renaming, since: datetime.date, lines: Sequence[str], entries: Sequence[_Entry], end: str
) -> str:
    example = lines[entries[-1].lines[0]] if entries else "  - "
    indent = example[: len(example) - len(example.lstrip())]
    former, to = (scalar("/".join(name), "", 0)[0] for name in (renaming.old, renaming.new))
    keys = (("from", former), ("to", to), ("since", since.isoformat()))
    return f"{indent}- " + f"{indent}  ".join(f"{key}: {value}{end}" for key, value in keys)


def _entries(text: str, file: str) -> list[_Entry]:
    document, _ = parse_document(text.encode(), file, Redirects)
    if document is None:
        return []
    result = []
    for index, item in enumerate(document.record.redirects):
        own = ("redirects", index)
        lines = [line for path, (line, _) in document.positions.values.items() if path[:2] == own]
        result.append(_Entry(range(min(lines) - 1, max(lines)), item.former == item.to))
    return result
