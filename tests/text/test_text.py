"""A text that knows its language: safe HTML, and never a foreign text unmarked."""

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.foreign import OLDER, marked
from generator.text import LocalText, inline_html, marks, plain


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
    listed = (
        r'</?(em|strong|code|a)>|<a href="[^"]*"( title="[^"]*")?>'
        r'|<br>|<span (role="list(item)?"|aria-hidden="true")>|</span>'
    )

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


@pytest.mark.parametrize(
    ("words", "html", "seen"),
    [
        ("One.\n\nTwo *b*.", "One.<br><br>Two <em>b</em>.", "One. Two b."),
        (
            "With:\n- a\n- <b>\n\nEnd.",
            'With:<br><span role="list"><span role="listitem"><span aria-hidden="true">•</span> a</span><br>'
            '<span role="listitem"><span aria-hidden="true">•</span> &lt;b&gt;</span></span><br><br>End.',
            "With: • a • <b> End.",
        ),
        (
            "1. a\n   more\n2. b",
            '<span role="list"><span role="listitem">1. a more</span><br>'
            '<span role="listitem">2. b</span></span>',
            "1. a more 2. b",
        ),
        ("- one", "- one", "- one"),
        ("runs\non", "runs\non", "runs\non"),
        ("1. e4, they said", "1. e4, they said", "1. e4, they said"),
        ("-", "-", "-"),
    ],
)
def test_paragraphs_and_lists_stay_what_they_are_wherever_a_text_stands(
    words: str, html: str, seen: str
) -> None:
    assert inline_html(words) == html
    assert plain(words) == seen


def test_a_translation_with_another_number_of_items_has_other_marks() -> None:
    assert marks("- a\n- b") == marks("- x\n- y") != marks("- x y")
    assert marks("a\n\n*b*") == (("paragraph", ""), ("paragraph", ""), ("emphasis", ""))


@given(st.text(alphabet="-•1. \n\t*<b>&a)", max_size=30))
def test_no_text_with_blocks_escapes_from_them(words: str) -> None:
    html = inline_html(words)
    known = r'<br>|<span role="list(item)?">|<span aria-hidden="true">|</span>|</?(em|strong)>'
    assert "<" not in re.sub(known, "", html)
    assert html.count("<span") == html.count("</span>")
