"""Find what became of a catalogue's texts in an update."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

import polib

from generator.l10n.catalogs.merging import by_context, renames
from generator.translate import same_claim

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
    offered: tuple[str, ...] = ()
    """Of those new or changed, the ones that were given a translation of the same text elsewhere."""


def changes(before: polib.POFile | None, after: polib.POFile, languages: Mapping[str, str]) -> Changes:
    """Find what an update of content did; `languages` are those of the texts by context.

    A text that only moved, or got another comment, does not count.
    """
    known = by_context(before)
    used = [entry for entry in after if not entry.obsolete and entry.msgctxt]
    moved = renames(known, [(entry.msgctxt, entry.msgid) for entry in used])
    new, changed, back, slight, offered = [], [], [], [], []
    for entry in used:
        old = known.get(entry.msgctxt)
        if entry.previous_msgctxt and (old is None or old.previous_msgctxt != entry.previous_msgctxt):
            offered.append(entry.msgctxt)
        if old is None:
            if entry.msgctxt not in moved:
                new.append(entry.msgctxt)
        elif old.obsolete:
            back.append(entry.msgctxt)
        elif old.msgid != entry.msgid:
            changed.append(entry.msgctxt)
            if is_slight(old.msgid, entry.msgid, languages[entry.msgctxt]) and not entry.previous_msgctxt:
                slight.append(entry.msgctxt)
    contexts = {entry.msgctxt for entry in used}
    left = {name for name, entry in known.items() if not entry.obsolete} - contexts - set(moved.values())
    gone = [name for name in known if name in left]
    return Changes(*map(tuple, (new, changed, sorted(moved), back, gone, slight, offered)))


def is_slight(before: str, now: str, language: str) -> bool:
    """Say whether only spelling, punctuation or spaces of a text in `language` differ.

    That is no number, no negation, and no word but for a letter.
    """
    these, those = (_WORD.findall(text.casefold()) for text in (before, now))
    if "".join(these) == "".join(those):
        return same_claim(before, now, language)
    pairs = [pair for pair in zip(these, those, strict=False) if pair[0] != pair[1]]
    return (
        len(these) == len(those)
        and len(pairs) <= _FEW_WORDS
        and same_claim(before, now, language)
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
