"""Find what became of a catalogue's texts in an update."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

import polib

from generator.l10n.catalogs.merging import by_context, renames
from generator.translate import same_numbers

_WORD = re.compile(r"\w+")
_FEW_WORDS = 2
_MISSPELT = 0.75
"""Two spellings of a word share this part of their letters, or more."""


@dataclass(frozen=True)
class Changes:
    """The texts that an update touched, by context or as they are; of those renamed, the new contexts."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    renamed: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    slight: tuple[str, ...] = ()
    """Of those changed, the ones where only spelling, punctuation or spaces did."""


def changes(before: polib.POFile | None, after: polib.POFile) -> Changes:
    """Find what an update of content did; a text that only moved, or got another comment, does not count."""
    known = by_context(before)
    used = [entry for entry in after if not entry.obsolete and entry.msgctxt]
    moved = renames(known, [(entry.msgctxt, entry.msgid) for entry in used])
    new, changed, back, slight = [], [], [], []
    for entry in used:
        old = known.get(entry.msgctxt)
        if old is None:
            if entry.msgctxt not in moved:
                new.append(entry.msgctxt)
        elif old.obsolete:
            back.append(entry.msgctxt)
        elif old.msgid != entry.msgid:
            changed.append(entry.msgctxt)
            if is_slight(old.msgid, entry.msgid):
                slight.append(entry.msgctxt)
    contexts = {entry.msgctxt for entry in used}
    left = {name for name, entry in known.items() if not entry.obsolete} - contexts - set(moved.values())
    gone = [name for name in known if name in left]
    return Changes(*map(tuple, (new, changed, sorted(moved), back, gone, slight)))


def is_slight(before: str, now: str) -> bool:
    """Say whether only spelling, punctuation or spaces differ: no number, and no word but for a letter."""
    these, those = (_WORD.findall(text.casefold()) for text in (before, now))
    if "".join(these) == "".join(those):
        return same_numbers(before, now)
    pairs = [pair for pair in zip(these, those, strict=False) if pair[0] != pair[1]]
    return (
        len(these) == len(those)
        and len(pairs) <= _FEW_WORDS
        and same_numbers(before, now)
        and all(SequenceMatcher(None, *pair).ratio() >= _MISSPELT for pair in pairs)
    )


def word_changes(before: polib.POFile | None, after: polib.POFile) -> Changes:
    """Find the same for the interface's words, known by what they say: a changed one is a new one."""
    there = dict.fromkeys((entry.msgctxt, entry.msgid) for entry in before or () if not entry.obsolete)
    obsolete = {(entry.msgctxt, entry.msgid) for entry in before or () if entry.obsolete} - there.keys()
    here = dict.fromkeys((entry.msgctxt, entry.msgid) for entry in after if not entry.obsolete)
    return Changes(
        new=tuple(key[1] for key in here if key not in there and key not in obsolete),
        back=tuple(key[1] for key in here if key in obsolete),
        gone=tuple(key[1] for key in there if key not in here),
    )
