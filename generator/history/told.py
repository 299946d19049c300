"""Say of each change what it is of, and which changes a reader has no need of."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.edition import Content
from generator.history.changes import KINDS, Change, Kind, Path, keyed
from generator.history.kinds import is_text
from generator.history.words import Piece, marked
from generator.problems import Message, say

NAMES: Mapping[Kind, Message] = {
    "added": say("added"),
    "removed": say("removed"),
    "reworded": say("reworded"),
    "moved": say("moved on the scale"),
    "judged": say("judged otherwise"),
    "changed": say("changed"),
    "reordered": say("put in another order"),
    "translated": say("translated"),
    "stale": say("translation out of date"),
    "languages": say("other languages"),
    "id-added": say("new id"),
    "id-removed": say("id withdrawn"),
}
"""What people call each kind."""

_SAYING = ("title", "figure", "question", "text", "summary", "justification", "reason", "definition")
"""Where a thing says what it is, the shortest first."""


@dataclass(frozen=True)
class Told:
    """A change with the name of the thing that it is of, and the field of that which has changed.

    `many` is how many texts it stands for, where a language came as a whole.
    """

    change: Change
    thing: str
    field: str
    many: int = 1

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of a text that has another wording; nothing of another change."""
        change = self.change
        return marked(change.before, change.after) if change.kind == "reworded" else ()

    @property
    def before(self) -> str:
        """What was there, in short; nothing where nothing was."""
        return short(self.change.before)

    @property
    def after(self) -> str:
        """What is there now."""
        return short(self.change.after)


def told(changes: Iterable[Change], *contents: Content) -> tuple[Told, ...]:
    """Tell changes between contents, the later ones of which come from the earlier.

    A text that is gone takes its translation with it, and a thing that is new has an id: neither is told. A
    language that is new is told once.
    """
    ids = frozenset().union(*(content.ids for content in contents))
    old = {*contents[0].data["languages"]}
    new: Counter[str] = Counter()
    found = []
    for change in changes:
        if change.language and change.language not in old:
            new[change.language] += 1
        elif change.kind != "id-added" and not (change.kind == "removed" and change.language):
            found.append(Told(change, *_thing(change, ids)))
    whole = [
        Told(Change("translated", "", (), language), "", "", number)
        for language, number in sorted(new.items())
    ]
    return (*whole, *found)


def opened(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Put beside each thing that is new its texts, as their translations are, which come one by one."""
    found: list[Change] = []
    for change in changes:
        found.append(change)
        if change.kind == "added" and not change.language and not isinstance(change.after, str):
            found += _texts(change.record, change.path, change.after)
    return tuple(sorted(found, key=lambda item: (item.record, item.path, item.language)))


def _texts(record: str, path: Path, value: Any) -> Iterator[Change]:
    below = value if isinstance(value, dict) else keyed(value)
    if below is not None:
        for key, item in below.items():
            yield from _texts(record, (*path, key), item)
    elif isinstance(value, str) and is_text(record, path):
        yield Change("added", record, path, after=value)


def in_language(changes: Iterable[Told], language: str) -> tuple[Told, ...]:
    """Tell changes to readers of one language: each once, in their language where it is there.

    Where a text and its translation changed, that of the translation is told.
    """
    own = {
        (item.change.record, item.change.path): item.change
        for item in changes
        if item.change.language == language and item.change.record
    }
    found, done = [], set()
    for item in changes:
        change = item.change
        if change.language:
            continue
        where = change.record, change.path
        if change.kind == "reworded" and where in own:
            continue
        if change.kind == "added":
            done |= {key for key in own if key[0] == where[0] and key[1][: len(where[1])] == where[1]}
            said = next((own[key] for key in _sayings(change) if key in own), None)
            item = (
                replace(item, change=replace(change, language=language, after=said.after)) if said else item
            )
        found.append(item)
    found += (item for item in changes if item.change.language == language and _place(item) not in done)
    return tuple(sorted(found, key=lambda item: (*_place(item), item.change.kind)))


def _place(item: Told) -> tuple[str, Path]:
    return item.change.record, item.change.path


def _sayings(change: Change) -> Iterator[tuple[str, Path]]:
    """Where the text stands that says what was added: there, or the first that a thing has."""
    if not isinstance(change.after, dict):
        yield change.record, change.path
        return
    key = next((key for key in _SAYING if isinstance(change.after.get(key), str)), None)
    if key:
        yield change.record, (*change.path, key)


def counted(changes: Iterable[Told]) -> Iterator[Message]:
    """Say how many changes there are of each kind, a part of a sentence each."""
    numbers: Counter[Kind] = Counter()
    for item in changes:
        numbers[item.change.kind] += item.many
    for kind in KINDS:
        if numbers[kind]:
            yield say("%(kind)s: %(number)s", kind=NAMES[kind], number=numbers[kind])


def short(value: Any) -> str:
    """Say a value of the data in a few words: a text as it is, a thing by its title."""
    if isinstance(value, dict):
        if {*value} == {"from", "to"} and all(isinstance(end, int | float) for end in value.values()):
            return f"{value['from']:g}–{value['to']:g}"
        found = (value.get(key) for key in _SAYING)
        return next((text for text in found if isinstance(text, str)), " · ".join(map(short, value.values())))
    if isinstance(value, list | tuple):
        return ", ".join(map(short, value))
    return "" if value is None else str(value)


def _thing(change: Change, ids: Collection[str]) -> tuple[str, str]:
    """Find the longest part of a change's path that has an id, and what is left of it."""
    # `themes/themes/people` is called `themes/people`.
    path = change.path[1:] if change.path[:1] == (change.record,) else change.path
    for length in range(len(path), -1, -1):
        name = "/".join(step for step in (change.record, *path[:length]) if step)
        if name in ids or not length:
            return name, ".".join(path[length:])
    return change.record, ""
