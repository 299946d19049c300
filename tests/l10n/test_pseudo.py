"""A pseudo-locale changes words, and nothing that is not words."""

import re
import statistics
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.foreign import direction
from generator.l10n.placeholders import placeholders
from generator.l10n.pseudo import PSEUDO, locale_of, pseudo_catalogues, pseudo_name, pseudo_text
from generator.load import load
from generator.model import texts
from generator.text import inline_html, plain
from generator.translate import sources, view
from tests.builders import atlas, framework

PROJECT = Path(__file__).parent.parent.parent

# What has to be found again, untouched and in its place, and a pattern that finds it.
KEPT = {
    "%(name)s": r"%\(\w+\)s",
    "100%%": r"\d+%%",
    "&nbsp;": r"&\w+;",
    "`code -x`": r"`[^`]+`",
    "[a link](https://a.example/x_(y)?q=1&r=2#Top)": r"\]\(.*?\)(?= |$|⟧)",
    "<br>": r"<br>",
    r"\*": r"\\\*",
    "1,234.5%": r"[\d,.]+%",
}

words = st.text("abcdefghijklmnopqrstuvwxyzABCXYZéëïßøœ", min_size=1, max_size=12)
marked = st.one_of(
    words,
    words.map("*{}*".format),
    words.map("**{}**".format),
    words.map("_{}_".format),
    words.map("`{}`".format),
    st.tuples(words, words).map(lambda pair: f"[*{pair[0]}* {pair[1]}](https://{pair[1]}.example/{pair[0]})"),
    st.sampled_from(sorted(KEPT)),
)
sentences = st.lists(marked, min_size=1, max_size=8).map(" ".join)


@pytest.mark.parametrize("tag", PSEUDO)
@given(text=sentences)
def test_gaps_entities_code_links_and_marks_survive(tag: str, text: str) -> None:
    made = pseudo_text(text, tag)

    for pattern in KEPT.values():
        assert re.findall(pattern, made) == re.findall(pattern, text)
    assert skeleton(made) == skeleton(text)


@pytest.mark.slow
@pytest.mark.parametrize("tag", PSEUDO)
@example(text="%r")
@example(text="50% 5.3s")
@given(text=st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_at_all_keeps_its_gaps(tag: str, text: str) -> None:
    try:
        names = placeholders(text)
    except ValueError:
        pseudo_text(text, tag)
    else:
        assert placeholders(pseudo_text(text, tag)) == names


@given(text=st.lists(words, min_size=1).map(" ".join))
def test_no_letter_stays_what_it_was(text: str) -> None:
    assert not re.search("[A-Za-z]", pseudo_text(text, "en-XA"))
    letters = {letter for letter in pseudo_text(text, "ar-XB") if letter.isalpha()}
    assert {unicodedata.bidirectional(letter) for letter in letters} <= {"AL"}


def test_accented_words_can_be_read_and_stand_in_brackets() -> None:
    assert pseudo_text("Show all", "en-XA") == "⟦Šĥööŵ ååļļ⟧"


def test_words_from_right_to_left_are_arabic_letters_and_nothing_invisible() -> None:
    made = pseudo_text("Show **all** of %(n)s", "ar-XB")

    assert made == "سهوو **الل** وف %(n)s"
    assert direction("ar-XB") == "rtl"


def test_an_empty_text_stays_empty() -> None:
    assert [pseudo_text("", tag) for tag in PSEUDO] == ["", ""]


def test_the_shipped_texts_grow_by_about_a_third() -> None:
    data = load(PROJECT / "frameworks")[0].atlas()
    growth = [
        len(pseudo_text(text, "en-XA")) / len(text)
        for _, prefix, record, _ in sources(data)
        for _, text, _ in texts(record, prefix)
        if len(text) > 20
    ]

    assert 1.25 < statistics.mean(growth) < 1.45


@pytest.mark.parametrize("tag", PSEUDO)
def test_a_view_made_from_its_catalogues_lacks_nothing(tag: str) -> None:
    data = atlas(framework("harbour"), framework("quay", source_language="nl"))

    found = view(data, tag, pseudo_catalogues(data, tag))

    assert found.gaps == ()
    assert found.atlas.framework("quay").title == pseudo_text("Quay", tag)


def test_numbers_dates_and_plurals_are_those_of_the_language() -> None:
    assert [str(locale_of(tag)) for tag in (*PSEUDO, "nl-BE")] == ["en", "ar", "nl_BE"]


def test_pseudo_locales_are_named_in_themselves() -> None:
    assert [pseudo_name(tag) for tag in PSEUDO] == ["⟦Þšééûûðöö-Ååççééñţš⟧", "بسيودو-بيدي"]


def skeleton(text: str) -> list[str]:
    """The tags that a text becomes, with their addresses, and every piece of code."""
    html = inline_html(text)
    return [*re.findall(r"<[^>]+>", html), *re.findall(r"<code>(.*?)</code>", html), str(bool(plain(text)))]
