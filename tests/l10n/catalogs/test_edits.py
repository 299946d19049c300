"""Thousands of random edits of a matrix of near-duplicates, each followed by an update of its catalogue."""

import random
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches

import polib
import pytest

from generator.l10n.catalogs.files import parse
from generator.l10n.catalogs.merging import merge

Texts = dict[str, str]
Merge = Callable[[polib.POFile | None, list[tuple[str, str]]], polib.POFile]

ROWS, LEVELS, EDITS = 5, 4, 100
OPENINGS = ("Hardly any", "Some", "Most", "Nearly all")
HINT = re.compile(r"#\. (?:Same text as|Was part of|Holds what was) .*\n")
"""What a comment says of other texts; it goes with the update after a translation."""
SUBJECTS = ("data", "content", "teams", "channels", "goals")


def by_context(old: polib.POFile | None, wanted: list[tuple[str, str]]) -> polib.POFile:
    """Our merge, with a comment for each text as an update has it."""
    return merge(old, wanted, "nl", "harbour", {context: f"At {context}" for context, _ in wanted})


def by_likeness(old: polib.POFile | None, wanted: list[tuple[str, str]]) -> polib.POFile:
    """What gettext's msgmerge does: a new text gets the translation of the one that is most like it."""
    result = by_context(old, wanted)
    known = {entry.msgid: entry.msgstr for entry in old or () if entry.msgstr}
    for entry in result:
        if not entry.msgstr and not entry.obsolete:
            entry.msgstr = known.get("".join(get_close_matches(entry.msgid, known, n=1)), "")
    return result


class BrokenError(AssertionError):
    """What must never happen to a translation."""


class Edited:
    """A matrix under random edits, with the catalogue that follows it."""

    def __init__(self, seed: int, update: Merge) -> None:
        self.chance = random.Random(seed)
        self.merge = update
        self.texts: Texts = {
            f"cells.{subject}.level-{level}": f"{OPENINGS[level]} of the {subject} is used."
            for subject in SUBJECTS[:ROWS]
            for level in range(LEVELS)
        }
        self.count = 0
        self.catalogue: polib.POFile | None = None
        self.update()

    def steps(self, number: int) -> None:
        """Edits by editors, each followed by an update and, before it, some work of a translator."""
        edits = (self.insert, self.delete, self.move, self.edit, self.rename, self.swap)
        for _ in range(number):
            self.translate()
            self.chance.choice(edits)()
            self.update()

    def translate(self) -> None:
        """Translate a few texts that are open; a translation says which text it was made for."""
        used = [entry for entry in self.catalogue or () if not entry.obsolete]
        for entry in used:
            if (not entry.msgstr or entry.fuzzy) and self.chance.random() < 0.4:
                self.count += 1
                entry.msgstr = f"{entry.msgid}#{self.count}"
                entry.flags, entry.previous_msgctxt, entry.previous_msgid = [], None, None

    def insert(self) -> None:
        """A new text somewhere, or another one in the place of an old one."""
        name = f"cells.{self.chance.choice(SUBJECTS)}.level-{self.chance.randrange(9)}"
        items = [item for item in self.texts.items() if item[0] != name]
        items.insert(self.chance.randrange(len(items) + 1), (name, self.words()))
        self.texts = dict(items)

    def delete(self) -> None:
        """A text less."""
        if len(self.texts) > 5:
            del self.texts[self.some()]

    def move(self) -> None:
        """A text that stands elsewhere in the file."""
        name = self.some()
        text = self.texts.pop(name)
        items = [*self.texts.items()]
        items.insert(self.chance.randrange(len(items) + 1), (name, text))
        self.texts = dict(items)

    def edit(self) -> None:
        """Other words for a text, perhaps those of another."""
        self.texts[self.some()] = self.words()

    def rename(self) -> None:
        """Another id."""
        old, new = self.some(), f"cells.{self.chance.choice(SUBJECTS)}.level-{self.chance.randrange(9)}"
        if new not in self.texts:
            self.texts = {new if name == old else name: text for name, text in self.texts.items()}

    def swap(self) -> None:
        """Two texts change places."""
        one, other = self.some(), self.some()
        self.texts[one], self.texts[other] = self.texts[other], self.texts[one]

    def some(self) -> str:
        """One of the texts."""
        return self.chance.choice(list(self.texts))

    def words(self) -> str:
        """A text that is nearly another one, or the very same."""
        return f"{self.chance.choice(OPENINGS)} of the {self.chance.choice(SUBJECTS)} is used."

    def update(self) -> None:
        """Bring the catalogue up to date, and look at what became of it."""
        before = self.catalogue
        wanted = list(self.texts.items())
        old_blocks, old_texts = blocks(before), sources(before)
        kept = {entry.msgstr for entry in before or () if entry.msgstr}
        self.catalogue = parse(str(self.merge(before, wanted)))
        self.look(kept, old_blocks, old_texts)
        if str(parse(str(self.merge(self.catalogue, wanted)))) != str(self.catalogue):
            raise BrokenError("a second update changed something")

    def look(self, kept: set[str], old_blocks: Mapping[str, str], old_texts: Mapping[str, str]) -> None:
        """What must hold after every update."""
        catalogue = self.catalogue or ()
        if [(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete] != [
            *self.texts.items()
        ]:
            raise BrokenError("the catalogue does not follow the data")
        if not kept <= {entry.msgstr for entry in catalogue}:
            raise BrokenError("a translation was lost")
        for entry in catalogue:
            made_for = entry.msgstr.partition("#")[0]
            if entry.msgstr and not entry.fuzzy and made_for != entry.msgid:
                raise BrokenError("a translation is attached to another text")
            if entry.fuzzy and entry.previous_msgid != made_for:
                raise BrokenError("a stale translation does not say which text it was made for")
        for name, block in blocks(self.catalogue).items():
            if (
                name in old_blocks
                and old_texts.get(name) == self.texts.get(name)
                and block != old_blocks[name]
            ):
                raise BrokenError("the entry of a text that nobody touched is another one")


def blocks(catalogue: polib.POFile | None) -> dict[str, str]:
    """Each translated entry as it stands in the file, by context; an open one may be offered something."""
    used = [entry for entry in catalogue or () if entry.translated()]
    return {entry.msgctxt: HINT.sub("", entry.__unicode__(0)) for entry in used}


def sources(catalogue: polib.POFile | None) -> dict[str, str]:
    """Each text in use by context."""
    return {entry.msgctxt: entry.msgid for entry in catalogue or () if not entry.obsolete}


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 25))])
def test_no_translation_is_lost_or_attached_to_another_text_under_thousands_of_edits(seed: int) -> None:
    edited = Edited(seed, by_context)

    edited.steps(EDITS)

    assert edited.count > 20


def test_a_merge_by_likeness_would_not_pass() -> None:
    edited = Edited(0, by_likeness)

    with pytest.raises(BrokenError, match="attached to another text"):
        edited.steps(EDITS)
