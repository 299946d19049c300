"""What becomes of translations when texts are edited, moved, deleted and brought back."""

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from generator.l10n.catalogs.files import parse
from generator.l10n.catalogs.merging import merge
from generator.l10n.catalogs.moves import offer_across

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


def test_a_text_that_moves_to_two_places_is_offered_in_both() -> None:
    after = merged(translated(pier="Pier"), jetty="Pier", quay="Pier")

    assert seen(after) == {"jetty": "?[Pier]", "quay": "?[Pier]", "pier": "x[Pier]"}
    assert [entry.previous_msgctxt for entry in after] == ["pier", "pier", None]


def test_a_text_that_gets_a_second_place_is_offered_there() -> None:
    after = merged(translated(pier="Pier"), pier="Pier", quay="Pier")

    assert seen(after) == {"pier": "[Pier]", "quay": "?[Pier]"}
    assert (after[1].previous_msgctxt, after[1].previous_msgid) == ("pier", "Pier")


def across(
    harbour: polib.POFile, shared: polib.POFile, languages: tuple[str, str] = ("en", "en")
) -> tuple[polib.POFile, polib.POFile]:
    """Two catalogues that were brought up to date, once each has seen what left the other."""
    both = {"harbour": harbour, "shared": shared}
    written_in = {
        (domain, entry.msgctxt): language
        for (domain, catalogue), language in zip(both.items(), languages, strict=True)
        for entry in catalogue
        if not entry.obsolete
    }
    offer_across(both, written_in)
    return parse(str(harbour)), parse(str(shared))


def test_a_text_that_moves_to_another_catalogue_is_offered_there_and_back() -> None:
    before = translated(pier="Pier", dock="Dock")

    harbour, shared = across(merged(before, dock="Dock"), merged(None, term="Pier"))

    assert (seen(harbour), seen(shared)) == ({"pier": "x[Pier]", "dock": "[Dock]"}, {"term": "?[Pier]"})
    assert (shared[0].previous_msgctxt, shared[0].previous_msgid) == ("harbour:pier", "Pier")
    again = across(merged(harbour, dock="Dock"), merged(shared, term="Pier"))
    assert list(map(str, again)) == [str(harbour), str(shared)]

    shared[0].flags, shared[0].msgstr = [], "[Better]"
    harbour, shared = across(merged(None, quay="Pier"), merged(shared, other="Other"))
    assert seen(harbour) == {"quay": "?[Better]"}
    assert harbour[0].previous_msgctxt == "shared:term"


def test_a_text_that_stays_in_its_catalogue_or_is_of_another_language_is_offered_in_no_other() -> None:
    assert seen(across(translated(pier="Pier"), merged(None, term="Pier"))[1]) == {"term": ""}
    left = merged(translated(pier="Pier", dock="Dock"), dock="Dock")
    assert seen(across(left, merged(None, term="Pier"), ("en", "nl"))[1]) == {"term": ""}


def test_of_texts_that_swapped_their_catalogues_each_is_told_of_its_translation() -> None:
    harbour, shared = across(
        merged(translated(pier="Pier"), pier="Dock"), merged(translated(a="Dock"), a="Pier")
    )

    assert (seen(harbour), seen(shared)) == ({"pier": "?[Pier]"}, {"a": "?[Dock]"})
    assert [entry.comment for entry in (harbour[0], shared[0])] == [
        "Same text as shared:a: [Dock]",
        "Same text as harbour:pier: [Pier]",
    ]


def test_swapped_texts_are_offered_each_other_s_translation() -> None:
    after = merged(translated(pier="Pier", dock="Dock"), pier="Dock", dock="Pier")

    assert seen(after) == {"pier": "?[Dock]", "dock": "?[Pier]"}
    assert [(entry.previous_msgctxt, entry.previous_msgid) for entry in after] == [
        ("dock", "Dock"),
        ("pier", "Pier"),
    ]
    assert str(merged(after, pier="Dock", dock="Pier")) == str(after)


def test_texts_that_are_swapped_back_have_their_translations_without_doubt() -> None:
    before = translated(pier="Pier", dock="Dock")

    after = merged(merged(before, pier="Dock", dock="Pier"), pier="Pier", dock="Dock")

    assert str(after) == str(before)


def test_an_offer_for_a_text_that_changed_and_changed_back_is_still_an_offer() -> None:
    offered = merged(translated(pier="Pier"), pier="Pier", quay="Pier")

    after = merged(merged(offered, pier="Pier", quay="Piers"), pier="Pier", quay="Pier")

    assert str(after) == str(offered)


def test_texts_that_moved_along_by_one_are_offered_where_they_stand() -> None:
    after = merged(translated(a="One", b="Two"), a="Zero", b="One", c="Two")

    assert seen(after) == {"a": "?[One]", "b": "?[One]", "c": "?[Two]"}


def test_what_is_offered_pushes_no_translation_out() -> None:
    after = merged(translated(pier="Pier", dock="Dock"), pier="Dock", dock="Dry dock")

    assert seen(after) == {"pier": "?[Pier]", "dock": "?[Dock]"}
    assert after[0].comment == "Same text as dock: [Dock]"


def test_where_two_translations_of_a_text_are_known_both_are_told() -> None:
    before = translated(pier="None.", dock="None.")
    before[0].msgstr, before[1].msgstr = "Geen.", "Niets."

    after = merged(before, pier="None.", dock="None.", quay="None.")

    assert seen(after)["quay"] == ""
    assert after[2].comment == "Same text as dock: Niets.\nSame text as pier: Geen."


def test_a_part_of_a_text_that_was_split_is_told_of_the_whole() -> None:
    before = translated(pier="Boats are counted and their owners are asked.")

    after = merged(before, pier="Boats are counted.", dock="Their owners are asked.")

    assert seen(after)["dock"] == ""
    assert after[1].comment == "Was part of pier: [Boats are counted and their owners are asked.]"
    assert after[0].comment == ""


@pytest.mark.parametrize(("place", "told"), [("signs.crew", True), ("needs.crew", False)])
def test_of_a_part_that_begins_anew_a_comment_tells_in_the_same_list_alone(place: str, told: bool) -> None:
    texts = {"signs.boats": "Boats are counted, in slightly different ways."}
    before = translated(**texts)

    after = merged(
        before, **{"signs.boats": "Boats are counted.", place: "Crews work in slightly different ways."}
    )

    assert bool(after[1].comment) == told


def test_a_text_that_took_another_in_is_told_of_its_translation() -> None:
    before = translated(pier="Boats are counted.", dock="Their owners are asked.")

    after = merged(before, pier="Boats are counted and their owners are asked.")

    assert seen(after)["pier"] == "?[Boats are counted.]"
    assert after[0].comment == "Holds what was dock: [Their owners are asked.]"
    assert str(merged(after, pier="Boats are counted and their owners are asked.")) == str(after)


def test_a_text_that_was_translated_is_told_of_nothing() -> None:
    split = merged(translated(pier="Boats are counted and asked."), pier="Boats.", dock="Counted and asked.")
    assert split[1].comment
    split[1].msgstr = "Geteld en gevraagd."

    assert merged(split, pier="Boats.", dock="Counted and asked.")[1].comment == ""


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


def test_a_translation_counts_before_an_empty_entry_of_the_same_context() -> None:
    before = merged(None, pier="Pier")
    before.append(polib.POEntry(msgctxt="pier", msgid="Pier", msgstr="[Pier]", obsolete=True))

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
