"""The page that sets every text of a framework beside that of another language."""

from gettext import NullTranslations
from typing import Any

from generator.pages import SiteData, pages, site_data
from tests import builders
from tests.pages.test_comparing import given


def site_of(language: str, *languages: str) -> SiteData:
    """The invented project in one of its languages."""
    return site_data(
        builders.views(builders.loaded_project().atlas(), *languages), language, NullTranslations()
    )


def texts_of(page: Any, title: str) -> list[tuple[str, str]]:
    """The pairs of texts of one level or dimension."""
    [found] = [item.pairs for item in page["stretches"] if [part.title for part in item.parts] == [title]]
    return [(str(text), str(beside)) for text, beside in found]


def test_a_translation_stands_beside_the_original() -> None:
    page = given(site_of("nl", "en", "nl"), "frameworks/harbour/languages/")
    assert (page["other"], page["is_original"]) == ("en", True)
    pairs = [pair for item in page["stretches"] for pair in item.pairs]
    assert ("nl: A berth for each kind of boat.", "A berth for each kind of boat.") in [
        (str(text), str(beside)) for text, beside in pairs
    ]


def test_an_original_stands_beside_the_first_other_language() -> None:
    page = given(site_of("en", "en", "nl", "de"), "frameworks/harbour/languages/")
    assert (page["other"], page["is_original"]) == ("nl", False)


def test_a_level_has_its_cells_with_it_and_no_reasons_of_the_scale() -> None:
    page = given(site_of("en", "en", "nl"), "frameworks/harbour/languages/")
    said = [text for text, _ in texts_of(page, "Dock")]
    assert said == [
        "Dock",
        "A berth for each kind of boat.",
        "Two people with a rota.",
        "A drawing of the bay.",
    ]


def test_a_site_in_one_language_has_no_such_page() -> None:
    assert [page for page in pages(site_of("en", "en")) if page.kind == "bilingual"] == []


def test_a_pair_has_the_reasons_of_its_relations_in_both_languages() -> None:
    page = given(site_of("nl", "en", "nl"), "crosswalks/harbour--lantern/languages/")
    assert (page["other"], page["is_original"]) == ("en", True)
    found = {item.id: item for item in page["stretches"]}
    pier = found["pier-candle"]
    assert [part.title for part in pier.parts] == ["nl: Pier", "Kaars"]
    assert all(str(text) == f"nl: {beside}" for text, beside in pier.pairs)
    assert len(pier.pairs) > 0
