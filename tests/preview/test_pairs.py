"""A preview shows each text beside its translation, with all that a reviewer wants to know of the two."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.preview.previewed import CATALOGUE, Running
from tests.preview.test_preview import HARBOUR
from tests.site.projects import replace


@pytest.fixture(scope="module")
def project(project: Path) -> Path:
    """With a translation of what all frameworks share."""
    catalogue = project / "locales/nl/LC_MESSAGES/shared.po"
    replace(catalogue, 'msgid "Berth"\nmsgstr ""', 'msgid "Berth"\nmsgstr "Ligplaats"')
    return project


def shown(running: Running, what: str, **query: str) -> str:
    """What stands there, as one reads it."""
    html = running.shown(f"/_preview/{what}?{urlencode(query)}")
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def crew(running: Running) -> str:
    return shown(running, "pair", language="nl", domain="harbour", context="cells.crew.pier")


def test_a_text_of_a_translated_page_leads_to_its_pair(running: Running) -> None:
    html = running.shown("/nl/frameworks/harbour/")
    [address] = re.findall(r'data-pair="([^"]*cells.crew.pier)"', html)
    answer = running.ask(unescape(address))

    assert answer.status == 200
    assert "data-pair" not in running.shown("/frameworks/harbour/")


def test_source_and_translation_stand_beside_each_other_with_their_lengths(running: Running) -> None:
    text = crew(running)

    assert "English · 17 characters Whoever is there." in text
    assert "Nederlands · 10 characters · translated Wie er is." in text
    assert re.search(rf"{CATALOGUE}:\d+", text)


def test_terms_of_the_source_stand_with_their_translation(running: Running) -> None:
    text = shown(running, "pair", language="nl", domain="harbour", context="levels.dock.summary")

    assert "not translated" in text
    assert "Terms: Berth → Ligplaats" in text


def test_what_changed_in_the_source_is_marked_and_gone_when_it_is_as_before(running: Running) -> None:
    running.change(HARBOUR, "pier: Whoever is there.", "pier: Whoever was there.")
    html = running.shown(
        f"/_preview/pair?{urlencode({'language': 'nl', 'domain': 'harbour', 'context': 'cells.crew.pier'})}"
    )
    running.change(HARBOUR, "pier: Whoever was there.", "pier: Whoever is there.")

    assert "<del>is</del><ins>was</ins>" in html
    assert "older than its source" in html
    assert "older than its source" not in crew(running)


def test_findings_of_lint_follow_the_file(running: Running) -> None:
    assert "T430" not in crew(running)
    running.change(CATALOGUE, 'msgstr "Wie er is."', 'msgstr "Wie er 7 keer is."')
    found = crew(running)
    running.change(CATALOGUE, 'msgstr "Wie er 7 keer is."', 'msgstr "Wie er is."')

    assert "error T430 Numbers differ: source –, translation 7" in found


def test_all_pairs_of_a_framework_are_listed_with_links_to_where_they_stand(running: Running) -> None:
    html = running.shown("/_preview/pairs?language=nl&domain=harbour")
    article = re.search(r"<article(?:(?!</article>).)*cells\.crew\.pier.*?</article>", html, re.DOTALL)

    assert article
    assert 'href="/nl/frameworks/harbour/#crew-pier"' in article[0]
    assert "Wie er is." in article[0]


def test_a_list_can_be_narrowed_to_what_is_open_or_found(running: Running) -> None:
    every = shown(running, "pairs", language="nl", domain="harbour")
    still_open = shown(running, "pairs", language="nl", domain="harbour", only="open")
    found = shown(running, "pairs", language="nl", domain="harbour", only="findings")

    assert "cells.crew.pier" in every
    assert "cells.crew.pier" not in still_open
    assert "levels.pier.title" in still_open
    assert "There is none." in found


def test_words_of_the_interface_lead_to_a_page_that_has_them(running: Running) -> None:
    html = running.shown("/_preview/pairs?language=nl&domain=ui")

    assert html.count("<article") == 100
    assert 'href="/nl/' in html
    assert "page=2" in html


def test_the_panel_of_each_page_leads_to_the_list_that_suits_it(running: Running) -> None:
    for path, wanted in (
        ("/nl/", "language=nl"),
        ("/nl/frameworks/harbour/levels/pier/", "language=nl&domain=harbour"),
        ("/translations/nl/", "language=nl&only=open"),
    ):
        assert f'href="/_preview/pairs?{wanted}"'.replace("&", "&amp;") in running.shown(path), path


def test_the_page_of_what_is_open_leads_to_it_with_both_languages(running: Running) -> None:
    html = running.shown("/translations/nl/")

    assert re.search(r'</h1><p><a href="/_preview/pairs\?language=nl&amp;only=open"', html)


@pytest.mark.parametrize(
    "path",
    [
        "pair?language=nl&domain=harbour&context=none",
        "pair?language=nl&domain=../../x&context=title",
        "pair?language=../nl&domain=harbour&context=title",
        "pair",
        "pairs?language=xx",
        "pairs",
    ],
)
def test_what_there_is_not_has_no_pair(running: Running, path: str) -> None:
    assert running.ask(f"/_preview/{path}").status == 404


def test_what_a_text_says_is_text(running: Running) -> None:
    running.change(CATALOGUE, 'msgstr "Wie er is."', 'msgstr "Wie <b>er</b> is."')
    html = running.shown("/_preview/pairs?language=nl&domain=harbour")
    running.change(CATALOGUE, 'msgstr "Wie <b>er</b> is."', 'msgstr "Wie er is."')

    assert "Wie &lt;b&gt;er&lt;/b&gt; is." in html
