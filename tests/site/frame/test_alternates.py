"""The same page in every language, from wherever a reader stands."""

from pathlib import Path

import pytest

from generator.l10n.languages import Language, read_languages
from generator.site.frame.alternates import absolute_surroundings, surroundings
from generator.site.frame.theme import theme_language
from tests.golden import told

EN, NL = Language("en", "English", ""), Language("nl", "Nederlands", "nl/")


def links(current: str, address: str, site_url: str | None = None) -> dict[str, str]:
    around = surroundings((EN, NL), current, address, site_url)
    return {item.language.tag: item.href for item in around.alternates}


@pytest.mark.parametrize(
    ("current", "address", "english", "dutch"),
    [
        ("en", "", "./", "nl/"),
        ("nl", "", "../", "../nl/"),
        ("en", "frameworks/", "../frameworks/", "../nl/frameworks/"),
        ("nl", "frameworks/io/", "../../../frameworks/io/", "../../../nl/frameworks/io/"),
    ],
)
def test_links_are_relative_to_the_page(current: str, address: str, english: str, dutch: str) -> None:
    assert links(current, address) == {"en": english, "nl": dutch}


def test_search_engines_are_told_whole_addresses_where_the_site_has_one() -> None:
    around = surroundings((EN, NL), "nl", "quiz/", "https://a.example/atlas/")
    assert [item.url for item in around.alternates] == [
        "https://a.example/atlas/quiz/",
        "https://a.example/atlas/nl/quiz/",
    ]


def test_a_page_knows_its_own_language_from_the_others() -> None:
    around = surroundings((EN, NL), "nl", "", None)
    assert [item.language for item in around.others] == [EN]


def test_on_a_page_without_an_address_links_start_from_the_servers_root() -> None:
    around = absolute_surroundings((EN, NL), "en", "/atlas/")
    assert (around.root, [item.href for item in around.alternates]) == ("/atlas/", ["/atlas/", "/atlas/nl/"])


def test_languages_are_named_in_themselves_and_the_first_has_the_root() -> None:
    assert read_languages(["nl", "fr", "pt-BR"], "mkdocs.yml") == (
        (
            Language("nl", "Nederlands", ""),
            Language("fr", "Français", "fr/"),
            Language("pt-BR", "Português (Brasil)", "pt-BR/"),
        ),
        (),
    )


def test_a_language_can_be_given_another_name() -> None:
    assert read_languages({"en": "International", "nl": None}, "mkdocs.yml")[0] == (
        Language("en", "International", ""),
        NL,
    )


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (
            ["en", "dutch"],
            "error[C602]: languages: 'dutch' is not a language tag\n    = Did you mean 'nl'?\n",
        ),
        (["Deutsch"], "error[C602]: languages: 'Deutsch' is not a language tag\n    = Did you mean 'de'?\n"),
        (["pt_BR"], "error[C602]: languages: 'pt_BR' is not a language tag\n    = Did you mean 'pt-BR'?\n"),
        (["../x"], "error[C602]: languages: '../x' is not a language tag\n    = Write a language tag"),
        ([], "error[C601]: languages: the site has no language"),
    ],
)
def test_what_is_no_language_is_told_with_what_to_write(option: list[str], message: str) -> None:
    assert message in told(read_languages(option, "mkdocs.yml")[1])


def test_the_theme_speaks_the_language_its_primary_language_or_english(tmp_path: Path) -> None:
    folder = tmp_path / "partials" / "languages"
    folder.mkdir(parents=True)
    for name in ("nl", "pt-BR"):
        (folder / f"{name}.html").touch()
    assert [theme_language(tag, [str(tmp_path)]) for tag in ("nl-BE", "pt-BR", "fy")] == ["nl", "pt-BR", "en"]
