"""All data in one language: what is translated, what stands in its source language, and how it is counted."""

from typing import Any

import pytest

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
    ],
)
def test_a_text_without_sound_translation_stands_in_its_source_language(
    catalogue: dict[str, Entry], state: str
) -> None:
    title, gaps = one_title(catalogue)

    assert (title, title.language, title.page, title.state) == ("The pier", "en", "nl", "fallback")
    assert gaps == (Gap("nl", "pier", "title", "The pier", state),)


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
