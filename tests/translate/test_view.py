"""All data in one language: what is translated, what stands in its source language, and how it is counted."""

from typing import Any

import pytest

from generator import translate
from generator.model import Atlas, texts
from generator.text import LocalText
from generator.translate import Entry, Gap, sources, state_of, view
from tests.builders import atlas, catalogues, framework, loaded_project


def one_title(catalogue: dict[str, Entry]) -> tuple[LocalText, tuple[Gap, ...]]:
    """The Dutch title of a framework with a catalogue, and what Dutch lacks of it."""
    result = view(atlas(framework("pier", title="The pier")), "nl", {"pier": catalogue})
    title: Any = result.atlas.framework("pier").title
    return title, tuple(gap for gap in result.gaps if gap.context == "title")


def every_text(data: Atlas) -> list[LocalText]:
    return [text for _, prefix, record, _ in sources(data) for _, text, _ in texts(record, prefix)]  # type: ignore[misc]


def test_a_translated_text_stands_in_its_language() -> None:
    title, gaps = one_title({"title": Entry("The pier", "De steiger")})

    assert (title, title.language, title.state) == ("De steiger", "nl", "translated")
    assert gaps == ()


@pytest.mark.parametrize(
    ("catalogue", "state"),
    [
        ({}, "missing"),
        ({"title": Entry("The pier", "")}, "missing"),
        ({"title": Entry("The pier", "De steiger", fuzzy=True)}, "stale"),
        ({"title": Entry("An older title", "De steiger")}, "stale"),
        ({"title": Entry("The pier", "De steiger", True, "An older title")}, "stale"),
        ({"title": Entry("The pier", "De steiger", True, "The piers", meaning_changed=True)}, "stale"),
        ({"title": Entry("The pier", "De steiger", True, "The pier 2")}, "stale"),
        ({"title": Entry("The peer", "De steiger"), "summary": Entry("The pier", "De pier")}, "stale"),
        ({"title": Entry("The peer", "De steiger"), "summary": Entry("A", "B", True, "The pier")}, "stale"),
    ],
)
def test_a_text_without_sound_translation_stands_in_its_source_language(
    catalogue: dict[str, Entry], state: str
) -> None:
    title, gaps = one_title(catalogue)

    assert (title, title.language, title.page, title.state) == ("The pier", "en", "nl", "fallback")
    assert [(gap.source, gap.state) for gap in gaps] == [("The pier", state)]


@pytest.mark.parametrize(
    "entry",
    [
        Entry("The peer", "De steiger"),
        Entry("The pier!", "De steiger", fuzzy=True),
        Entry("The pier", "De steiger", True, "The peer"),
    ],
)
def test_a_translation_outlives_a_small_change_of_its_source_and_says_that_it_is_older(entry: Entry) -> None:
    title, gaps = one_title({"title": entry})

    assert (title, title.language, title.state, title.source) == ("De steiger", "nl", "older", "The pier")
    before = entry.previous or entry.source
    assert gaps == (
        Gap("nl", "pier", "title", "The pier", "stale", before, "De steiger", True, gaps[0].is_entered),
    )


def test_a_translation_offered_from_where_the_same_text_stood_is_shown_and_marked() -> None:
    title, gaps = one_title(
        {"title": Entry("The pier", "De pier", True, "The pier"), "summary": Entry("The pier", "De pier")}
    )

    assert (title, title.state) == ("De pier", "older")
    assert [gap.state for gap in gaps] == ["stale"]


@pytest.mark.parametrize(
    ("before", "now", "outlives"),
    [
        ("At least 1,5 of 2 teams.", "At least 1,5 of the 2 teams.", True),
        ("At least 1,5 of 2 teams.", "At least 15 of 2 teams.", False),
        ("Two teams share a quay.", "Two teams share no quay.", False),
        ("Two teams do not share a quay.", "Two teams share a quay.", False),
        ("Two teams don't share a quay.", "Two teams don’t share the quay.", True),
        ("Two teams share a quay at no cost.", "Two teams share a quay without cost.", True),
        ("A notable team never shares a quay.", "A notable team shares a quay.", False),
        ("Two teams share a quay.", "A rota for everybody.", False),
        ("The peer", "The Pier!", True),
        ("Dok", "Dock", True),
        ("Continuous", "Always on", False),
        ("Dock", "Deck", True),
        ("Dock", "Port", False),
    ],
)
def test_a_translation_is_shown_on_while_numbers_and_most_words_stay(
    before: str, now: str, outlives: bool
) -> None:
    entry = Entry(before, "x")
    assert translate.outlives(entry, now, {"title": entry}, "en") == outlives


@pytest.mark.parametrize(
    ("language", "before", "now", "outlives"),
    [
        ("nl", "Iedereen heeft hier een boot.", "Niet iedereen heeft hier een boot.", False),
        ("nl", "Hier ligt geen boot aan de kade.", "Hier ligt een boot aan de kade.", False),
        ("de", "Hier liegt ein Boot am Kai.", "Hier liegt kein Boot am Kai.", False),
        ("fi", "Täällä on vene laiturissa.", "Täällä ei ole vene laiturissa.", True),
    ],
)
def test_the_words_of_negation_are_those_of_the_language_that_a_text_is_written_in(
    language: str, before: str, now: str, outlives: bool
) -> None:
    entry = Entry(before, "x")
    assert translate.outlives(entry, now, {"title": entry}, language) == outlives


def test_a_framework_in_its_own_language_needs_no_catalogue() -> None:
    result = view(atlas(framework("pier", source_language="nl")), "nl", {})

    assert {text.state for _, text, _ in texts(result.atlas.framework("pier"))} == {"original"}  # type: ignore[attr-defined]
    assert [gap for gap in result.gaps if gap.domain == "pier"] == []
    assert "pier" not in result.totals


def test_every_text_of_every_record_knows_its_language() -> None:
    data = loaded_project().atlas()

    found = every_text(view(data, "nl", catalogues(data, "nl")).atlas)

    assert {type(text) for text in found} == {LocalText}
    assert {text.language for text in found} == {"nl"}
    assert len(found) == len(every_text(data))


def test_what_is_translatable_is_counted_per_domain() -> None:
    data = loaded_project().atlas()

    result = view(data, "nl", {})

    assert sum(result.totals.values()) == len(result.gaps)
    assert set(result.totals) == {"harbour", "mill", "shared"}


def test_ids_figures_and_names_are_not_translated() -> None:
    data = loaded_project().atlas()

    result = view(data, "nl", catalogues(data, "nl")).atlas.framework("harbour")

    assert [level.id for level in result.levels] == ["pier", "dock", "port"]
    assert result.publisher == "Harbour Office"
    assert result.source.document == "The harbour book"


def test_a_language_changes_nothing_but_texts() -> None:
    data = loaded_project().atlas()

    assert view(data, "en", catalogues(data, "en")).atlas.framework("harbour") == data.framework("harbour")


def test_no_two_texts_of_a_domain_share_a_path() -> None:
    data = loaded_project().atlas()
    paths = [
        (domain, path) for domain, prefix, record, _ in sources(data) for path, _, _ in texts(record, prefix)
    ]

    assert len(paths) == len(set(paths))


def test_an_entry_that_is_not_there_is_missing() -> None:
    assert state_of(None, "The pier") == "missing"
