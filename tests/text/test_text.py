"""A text that knows its language: safe HTML, and never a foreign text unmarked."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.foreign import OLDER, marked
from generator.text import LocalText, inline_html, plain


def fallback(words: str, language: str = "nl") -> LocalText:
    return LocalText(words, language, "en", "fallback")


def test_a_text_in_the_language_of_its_page_carries_no_mark() -> None:
    assert LocalText("Pier", "en", "en", "original").__html__() == "Pier"
    assert LocalText("Steiger", "nl", "nl", "translated").__html__() == "Steiger"


def test_a_text_in_another_language_is_marked_with_it() -> None:
    assert fallback("Steiger").__html__() == marked("Steiger", "nl")


def test_a_translation_of_an_earlier_wording_is_marked_as_older() -> None:
    assert LocalText("Steiger", "nl", "nl", "older", source="Jetty").__html__() == marked("Steiger", OLDER)


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("a *b* **c** `d`", "a <em>b</em> <strong>c</strong> <code>d</code>"),
        ("[e](https://f.example)", '<a href="https://f.example">e</a>'),
        ("<b>g</b> & h", "&lt;b&gt;g&lt;/b&gt; &amp; h"),
        ("*i* <script>", "<em>i</em> &lt;script&gt;"),
        ("[j](javascript:alert(1))", "[j](javascript:alert(1))"),
        ("[k](data:text/html,x)", "[k](data:text/html,x)"),
        ("\\*l\\*", "*l*"),
        ("# m", "# m"),
        ("- n", "- n"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("one\\\ntwo", "one\ntwo"),
    ],
)
def test_only_the_listed_marks_become_html(words: str, html: str) -> None:
    assert inline_html(words) == html


@given(st.text(alphabet="ab*_`[]()<>&\"'\\: \n!#", max_size=40))
def test_no_text_whatever_becomes_another_tag(words: str) -> None:
    listed = r'</?(em|strong|code|a)>|<a href="[^"]*"( title="[^"]*")?>'

    tags = re.findall(r"<[^>]*>", inline_html(words))

    assert [tag for tag in tags if not re.fullmatch(listed, tag)] == []


def test_a_label_has_no_marks_at_all() -> None:
    label = LocalText("C* & D*", "en", "en", "original", inline=False)

    assert label.__html__() == "C* &amp; D*"
    assert label.plain == "C* & D*"


def test_plain_words_are_what_a_reader_sees() -> None:
    assert plain("a *b* <c> [d](https://e.example) & `f`") == "a b <c> d & f"


def test_a_text_stays_what_it_is_in_another_process() -> None:
    copy = pickle.loads(pickle.dumps(fallback("Steiger")))

    assert (copy, copy.language, copy.page, copy.state, copy.inline) == (
        "Steiger",
        "nl",
        "en",
        "fallback",
        True,
    )
