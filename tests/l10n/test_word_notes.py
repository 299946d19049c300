"""Each word of the interface tells a translator where it stands, what it is and what fills its gaps."""

import re
from functools import cache

import pytest

from generator.folders import Folders
from generator.l10n.catalogs.files import WORDS
from generator.l10n.extraction import Word, words_in_use
from generator.l10n.word_notes import notes_of
from tests.site.projects import ROOT

PLACE = re.compile("Where: .+, .+")


@cache
def shown() -> tuple[Word, ...]:
    """Every word that readers see."""
    return words_in_use(Folders(ROOT), WORDS)


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ('<h2 id="a">{{ _("Words") }}</h2>', "heading"),
        ('<p>{{ name }} <strong>{{ _("Words") }}</strong></p>', "sentence"),
        ('<ul><li><a href="{{ link("x/") }}">{{ _("Words") }}</a></li></ul>', "link"),
        ('<button type="button" aria-label="{{ _("Words") }}">x</button>', "name that is read aloud"),
        ('<button type="button">{% trans %}Words{% endtrans %}</button>', "button"),
        ('{% set title = _("Words") %}<p>', "title of the page"),
        ('<p></p>{{ blocks.crumbs([("x/", _("Words"))]) }}', "way to the page"),
        ('<table><tr><th scope="col">{{ _("Words") }}</th>', "head of a column or row"),
        ('<h1>{{ title }}</h1>{{ part("x", _("Words")) }}', "words"),
    ],
)
def test_what_a_word_is_is_read_from_the_markup_around_it(source: str, kind: str) -> None:
    before = "{# A comment. #}\n<main>\n"

    assert notes_of("templates/pages/level.html", before + source, 3, "Words", "")[0] == (
        f"Where: page 'level', {kind}"
    )


def test_what_has_little_room_says_how_much() -> None:
    source = '<button>{{ _("Find") }}</button>'

    assert notes_of("templates/parts/search.html", source, 1, "Find", "")[-1] == "Room: 29 characters at most"
    assert len(notes_of("templates/parts/search.html", "<p>" + source[8:], 1, "Find", "")) == 1


def test_gaps_are_explained_in_both_numbers() -> None:
    notes = notes_of("generator/quiz/x.py", "", 1, "%(level)s, one", "%(level)s, %(num)s")

    assert notes == ("Where: a quiz, words", "%(level)s is a level of a framework; %(num)s is a number")


def test_each_word_that_readers_see_has_its_place_its_kind_and_its_gaps() -> None:
    assert [word.text for word in shown() if not any(map(PLACE.fullmatch, word.comments))] == []
    assert [word.text for word in shown() if unexplained(word)] == []


def unexplained(word: Word) -> list[str]:
    """The gaps of a word of which nothing is said."""
    gaps = re.findall(r"%\((\w+)\)s", word.text + word.plural)
    return [name for name in gaps if f"%({name})s is " not in "; ".join(word.comments)]


def test_a_word_in_several_places_names_three_of_them_at_most() -> None:
    places = [sum(line.startswith("Where: ") for line in word.comments) for word in shown()]

    assert max(places) == 3
    assert min(places) == 1
