"""A term of the glossary has its fixed translation, in whatever form."""

import pytest

from generator.l10n.catalogs.terms import FixedTerm, Subject, fixed_terms, missed, proper_names, subject_of
from generator.translate import Entry, view
from tests.builders import loaded_project

SHARED = Subject("shared")


def term(title: str, *translations: str, frameworks: frozenset[str] = frozenset()) -> FixedTerm:
    return FixedTerm(title.lower(), title, translations, frameworks)


def missing(source: str, translation: str, *terms: FixedTerm, subject: Subject = SHARED) -> list[str]:
    return [found.title for found in missed(source, translation, terms, subject)]


@pytest.mark.parametrize(
    ("source", "translation", "title", "fixed"),
    [
        ("Two levels.", "Twee niveaus.", "Level", "Niveau"),
        ("A dynamic segment.", "De dynamische segmenten.", "Dynamic segment", "Dynamisch segment"),
        ("Customer data.", "Klantdata en meer.", "Customer data", "Klantdata"),
        ("An A/B test.", "Met A/B-testen.", "A/B test", "A/B-test"),
        ("The message.", "De boodschappenlijst.", "Message", "Boodschap"),
        ("A point solution.", "Een losse tool.", "Point solution", "losse tool"),
        ("One goal.", "Die Ziele.", "Goal", "Ziel"),
        ("Subtext only.", "Iets anders.", "Text", "Tekst"),
        ("We opt in.", "We stappen in.", "Opt-in", "Opt-in"),
        ("It is decided.", "Het is besloten.", "IT", "ICT"),
    ],
)
def test_a_translation_in_any_form_counts(source: str, translation: str, title: str, fixed: str) -> None:
    assert missing(source, translation, term(title, fixed)) == []


def test_another_word_than_the_fixed_one_is_told() -> None:
    assert missing("Two levels.", "Twee lagen.", term("Level", "Niveau")) == ["Level"]


def test_a_longer_term_hides_those_inside_it() -> None:
    terms = term("Data", "Gegevens"), term("Data layer", "Datalaag")

    assert missing("The data layer.", "De datalaag.", *terms) == []
    assert missing("The data layer has data.", "De datalaag.", *terms) == ["Data"]


def test_a_framework_s_term_counts_in_texts_about_it() -> None:
    own = term("Berth", "Ligplaats", frameworks=frozenset({"harbour"}))

    assert missing("A berth.", "Een plek.", own, subject=Subject("harbour", {"harbour"})) == ["Berth"]
    assert missing("A berth.", "Een plek.", own, subject=Subject("mill", {"mill"})) == []
    assert missing("A berth.", "Een plek.", own) == ["Berth"]


def test_an_atlas_s_own_word_is_not_that_of_a_framework_which_calls_its_levels_so() -> None:
    stage = term("Stage", "Trede")
    about = Subject("shared", {"harbour"}, {"stage"})

    assert missing("This stage.", "Dit stadium.", stage) == ["Stage"]
    assert missing("This stage.", "Dit stadium.", stage, subject=about) == []
    assert missing("This stage.", "Dit stadium.", stage, subject=Subject("mill", {"mill"})) == []


def test_a_text_is_about_the_frameworks_that_its_context_names() -> None:
    atlas = loaded_project().atlas()

    assert subject_of(atlas, "harbour", "title") == Subject("harbour", {"harbour"}, {"stage"})
    about = subject_of(atlas, "shared", "crosswalks.harbour--mill.mappings.port-stones.justification")
    assert about.frameworks == {"harbour", "mill"}
    assert subject_of(atlas, "shared", "themes.people.title").frameworks == set()


def test_terms_come_from_the_glossary_as_far_as_both_languages_have_it() -> None:
    atlas = loaded_project().atlas()
    [first] = atlas.shared.glossary.terms
    entry = Entry(str(first.title), "Losse kade (los)")
    dutch = view(atlas, "nl", {"shared": {f"glossary.terms.{first.id}.title": entry}}).atlas

    [found] = fixed_terms(atlas, dutch)

    assert found.title == first.title
    assert found.translations[:3] == ("Losse kade (los)", "Losse kade", "los")
    assert fixed_terms(atlas, view(atlas, "nl", {}).atlas) == ()


def test_names_stay_and_those_of_frameworks_until_they_are_translated() -> None:
    data = loaded_project().atlas()
    harbour = data.framework("harbour")
    title = str(harbour.short_title)

    def names(**titles: Entry) -> frozenset[str]:
        return proper_names(data, view(data, "nl", {"harbour": titles}).atlas)

    assert {harbour.publisher, harbour.source.document} <= names()
    assert title not in names()
    assert title in names(short_title=Entry(title, title))
    assert title not in names(short_title=Entry(title, "Haven"))
