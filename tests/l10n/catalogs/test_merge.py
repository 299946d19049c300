"""What becomes of translations when texts are edited, moved, deleted and brought back."""

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.l10n.catalogs.files import parse
from generator.l10n.catalogs.merging import merge

Texts = dict[str, str]


def merged(old: polib.POFile | None, **texts: str) -> polib.POFile:
    """The catalogue brought up to date with texts by context, and read again from its written form."""
    return parse(str(merge(old, list(texts.items()), "nl", "harbour")))


def translated(**texts: str) -> polib.POFile:
    """A catalogue of texts that are all translated: `Pier` by `[Pier]`."""
    catalogue = merged(None, **texts)
    for entry in catalogue:
        entry.msgstr = f"[{entry.msgid}]"
    return catalogue


def seen(catalogue: polib.POFile) -> dict[str, str]:
    """Each entry as a translator sees it: `?` marks a translation in doubt, `x` an obsolete one."""
    marks = {entry: ("x" if entry.obsolete else "") + ("?" if entry.fuzzy else "") for entry in catalogue}
    return {entry.msgctxt: f"{marks[entry]}{entry.msgstr}" for entry in catalogue}


def test_a_new_text_starts_empty_and_is_never_guessed() -> None:
    after = merged(translated(pier="Pier"), pier="Pier", dock="Pier.")

    assert seen(after) == {"pier": "[Pier]", "dock": ""}


def test_an_edited_text_keeps_its_translation_in_doubt_with_the_text_that_it_was_made_from() -> None:
    after = merged(translated(pier="Pier"), pier="Jetty")

    assert seen(after) == {"pier": "?[Pier]"}
    assert after[0].msgid == "Jetty"
    assert after[0].previous_msgid == "Pier"


def test_a_text_edited_twice_still_names_the_text_that_its_translation_was_made_from() -> None:
    after = merged(merged(translated(pier="Pier"), pier="Jetty"), pier="Quay")

    assert after[0].previous_msgid == "Pier"


def test_a_reverted_text_has_its_translation_back_without_doubt() -> None:
    after = merged(merged(translated(pier="Pier"), pier="Jetty"), pier="Pier")

    assert seen(after) == {"pier": "[Pier]"}
    assert after[0].previous_msgid is None


def test_a_translation_that_somebody_doubted_stays_in_doubt_when_its_text_goes_and_comes_back() -> None:
    doubted = translated(pier="Pier")
    doubted[0].flags.append("fuzzy")

    after = merged(merged(merged(doubted, pier="Jetty"), pier="Quay"), pier="Pier")

    assert seen(after) == {"pier": "?[Pier]"}


def test_a_renamed_id_keeps_its_translation() -> None:
    after = merged(translated(pier="Pier", dock="Dock"), jetty="Pier", dock="Dock")

    assert seen(after) == {"jetty": "[Pier]", "dock": "[Dock]"}


def test_a_text_that_moves_to_two_places_goes_to_neither() -> None:
    after = merged(translated(pier="Pier"), jetty="Pier", quay="Pier")

    assert seen(after) == {"jetty": "", "quay": "", "pier": "x[Pier]"}


def test_two_equal_texts_of_which_one_moves_are_not_confused() -> None:
    after = merged(translated(pier="None.", dock="None."), pier="None.", quay="None.")

    assert seen(after) == {"pier": "[None.]", "quay": "[None.]"}


def test_two_equal_texts_that_both_move_go_nowhere() -> None:
    before = translated(pier="None.", dock="None.")
    before[0].msgstr, before[1].msgstr = "Geen.", "Niets."

    after = merged(before, quay="None.")

    assert seen(after) == {"quay": "", "pier": "xGeen.", "dock": "xNiets."}


def test_a_deleted_text_comes_back_with_its_translation() -> None:
    gone = merged(translated(pier="Pier", dock="Dock"), dock="Dock")
    assert seen(gone) == {"dock": "[Dock]", "pier": "x[Pier]"}

    assert seen(merged(gone, pier="Pier", dock="Dock")) == {"pier": "[Pier]", "dock": "[Dock]"}


def test_a_text_that_was_edited_deleted_and_brought_back_as_it_was_is_not_in_doubt() -> None:
    gone = merged(merged(translated(pier="Pier"), pier="Jetty"), dock="Dock")

    assert seen(merged(gone, pier="Pier", dock="Dock")) == {"pier": "[Pier]", "dock": ""}


def test_a_deleted_text_without_translation_leaves_nothing_behind() -> None:
    assert seen(merged(merged(None, pier="Pier"), dock="Dock")) == {"dock": ""}


def test_an_entry_in_use_counts_before_an_obsolete_one_of_the_same_context() -> None:
    before = translated(pier="Pier")
    before.append(polib.POEntry(msgctxt="pier", msgid="Pier", msgstr="Old", obsolete=True))

    assert seen(merged(before, pier="Pier")) == {"pier": "[Pier]"}


def test_entries_stand_in_the_order_of_the_data() -> None:
    after = merged(translated(pier="Pier", dock="Dock"), dock="Dock", quay="Quay", pier="Pier")

    assert [entry.msgctxt for entry in after] == ["dock", "quay", "pier"]


def test_notes_flags_and_unknown_headers_of_translators_stay() -> None:
    before = translated(pier="Pier")
    before[0].tcomment, before[0].flags = "Not a bridge.", ["no-wrap"]
    before.metadata["X-Translator-Mood"] = "fine"

    after = merged(before, pier="Jetty")

    assert after[0].tcomment == "Not a bridge."
    assert sorted(after[0].flags) == ["fuzzy", "no-wrap"]
    assert after.metadata["X-Translator-Mood"] == "fine"


def test_headers_hold_no_dates() -> None:
    assert [name for name in merged(None, pier="Pier").metadata if "Date" in name] == []


def test_entries_refer_to_a_file_but_to_no_line() -> None:
    assert merged(None, pier="Pier")[0].occurrences == [("frameworks/harbour.yaml", "")]


@pytest.mark.parametrize(
    "text", ["80% of boats", "A {b} %(c)s", "Line\nbreak", 'A "quote"', "Tab\there", "é — ✓"]
)
def test_any_text_survives_being_written(text: str) -> None:
    after = merged(merged(translated(pier=text), pier=text), pier=text)

    assert seen(after) == {"pier": f"[{text}]"}
    assert after[0].flags == []


class Editing(RuleBasedStateMachine):
    """Editors and translators work in any order; texts are few, so that they often coincide."""

    names = st.sampled_from([f"cells.row-{row}.level-{level}" for row in "ab" for level in "123"])
    words = st.sampled_from(["None.", "Some.", "Some data.", "All data."])

    @initialize(texts=st.dictionaries(names, words))
    def start(self, texts: Texts) -> None:
        """Some texts, none of them translated."""
        self.texts = dict(texts)
        self.count = 0
        self.catalogue: polib.POFile | None = None
        self.update()

    def update(self) -> None:
        """What `atlas l10n update` does: it loses no translation, and running it again changes nothing."""
        before = {entry.msgstr for entry in self.catalogue or () if entry.msgstr}
        self.catalogue = merged(self.catalogue, **self.texts)
        assert {entry.msgstr for entry in self.catalogue if entry.msgstr} == before, "a translation was lost"
        assert str(merged(self.catalogue, **self.texts)) == str(self.catalogue)

    @rule(name=names, text=words)
    def write(self, name: str, text: str) -> None:
        """An editor writes or changes a text."""
        self.texts[name] = text
        self.update()

    @rule(name=names)
    def delete(self, name: str) -> None:
        """An editor removes a text."""
        self.texts.pop(name, None)
        self.update()

    @rule(old=names, new=names)
    def rename(self, old: str, new: str) -> None:
        """An editor changes an id."""
        if old in self.texts and new not in self.texts:
            self.texts = {new if name == old else name: text for name, text in self.texts.items()}
            self.update()

    @rule(texts=st.dictionaries(names, words))
    def rewrite_everything(self, texts: Texts) -> None:
        """An editor starts over."""
        self.texts = texts
        self.update()

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def translate(self, data: st.DataObject) -> None:
        """A translator translates, or translates anew."""
        entry = self.entry(data)
        self.count += 1
        entry.msgstr = f"{entry.msgid}#{self.count}"
        entry.flags, entry.previous_msgid = [], None

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def doubt(self, data: st.DataObject) -> None:
        """A translator marks a translation as doubtful."""
        entry = self.entry(data)
        if entry.msgstr and not entry.fuzzy:
            entry.flags.append("fuzzy")

    def entry(self, data: st.DataObject) -> polib.POEntry:
        """One that is in use."""
        used = [entry for entry in self.catalogue or () if not entry.obsolete]
        return data.draw(st.sampled_from(used))

    @invariant()
    def every_text_has_its_entry_in_order(self) -> None:
        """Entries follow the data."""
        used = [entry for entry in self.catalogue or () if not entry.obsolete]
        assert [(entry.msgctxt, entry.msgid) for entry in used] == list(self.texts.items())

    @invariant()
    def no_translation_stands_undoubted_beside_another_text(self) -> None:
        """A translation names the text that it was made for."""
        for entry in self.catalogue or ():
            if entry.msgstr and not entry.fuzzy:
                assert entry.msgstr.partition("#")[0] == entry.msgid


TestEditing = pytest.mark.slow(Editing.TestCase)
TestEditing.settings = settings(max_examples=50, stateful_step_count=20, deadline=None)


@given(st.dictionaries(Editing.names, Editing.words), st.dictionaries(Editing.names, Editing.words))
def test_the_same_edit_gives_the_same_bytes(before: Texts, after: Texts) -> None:
    catalogue = translated(**before)

    assert str(merged(catalogue, **after)) == str(merged(translated(**before), **after))
