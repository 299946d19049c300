"""Where a text stands, as a translator reads it above an entry: true to the word, and to the page."""

import re
from gettext import NullTranslations
from pathlib import Path

import pytest

from generator.l10n.catalogs.merging import notes, wanted_texts
from generator.l10n.catalogs.standing import standing
from generator.load import load
from generator.model import Atlas
from generator.pages import pages, site_data
from generator.text import inline_html
from generator.translate import Catalogues, Entry, view
from tests.builders import catalogues, loaded_project
from tests.rendering import renderer_of

PROJECT = Path(__file__).parents[3]
SHIPPED = load(PROJECT / "frameworks")[0].atlas()
INVENTED = loaded_project().atlas()

NO_CONTENT = frozenset({"embed", "moved", "withdrawn", "compare", "translations", "open-texts"})
# No page shows it; it is published with the data.
UNSEEN = re.compile(r"dimension_groups\.[a-z-]+\.summary")


def english(atlas: Atlas, translations: Catalogues | None = None) -> Atlas:
    return view(atlas, "en", catalogues(atlas, "en") if translations is None else translations).atlas


@pytest.mark.slow
@pytest.mark.parametrize("atlas", [INVENTED, SHIPPED], ids=["invented", "shipped"])
def test_every_text_stands_on_the_page_and_after_the_anchor_that_its_comment_names(atlas: Atlas) -> None:
    # Into a language that nothing is written in: every text is wanted, and stands in its source language.
    site = site_data({"fr": view(atlas, "fr", {})}, "fr", NullTranslations())
    renderer = renderer_of(PROJECT / "templates", site)
    planned = {page.address: page for page in pages(site)}
    html = {
        address: renderer.page(page).html for address, page in planned.items() if page.kind not in NO_CONTENT
    }

    lost = []
    for domain, items in wanted_texts(atlas, "fr").items():
        for item in items:
            place = standing(domain, item.context, atlas)
            address, _, anchor = place.address.partition("#")
            page = html.get(address, "")
            start = page.find(f'id="{anchor}"') if anchor else 0
            shown = inline_html(item.text).strip() in page[start:] or UNSEEN.fullmatch(item.context)
            if start < 0 or not shown:
                lost.append((domain, item.context, place.address))

    assert lost == []


@pytest.mark.parametrize(
    ("domain", "context", "words", "address"),
    [
        ("harbour", "title", "Harbour", "frameworks/harbour/"),
        ("harbour", "levels.pier.title", "Harbour: stage 1 Pier", "frameworks/harbour/levels/pier/"),
        (
            "harbour",
            "levels.pier.signs.one-plank",
            "Harbour: stage 1 Pier",
            "frameworks/harbour/levels/pier/#signs",
        ),
        (
            "harbour",
            "cells.crew.pier",
            "Harbour: dimension Crew, stage 1 Pier",
            "frameworks/harbour/#crew-pier",
        ),
        ("shared", "themes.people.title", "theme People", "themes/people/"),
    ],
)
def test_a_place_is_named_in_words_and_as_an_address(
    domain: str, context: str, words: str, address: str
) -> None:
    place = standing(domain, context, INVENTED)

    assert (place.words, place.address) == (words, address)


def test_where_the_source_is_not_english_its_english_stands_above_the_entry() -> None:
    wanted = wanted_texts(INVENTED, "fr")
    found = notes(wanted, english(INVENTED), "fr")
    title = found["lantern", "title"]
    source = next(item.text for item in wanted["lantern"] if item.context == "title")

    assert title.splitlines()[-1] == f"English: en: {source}"


@pytest.mark.parametrize(
    "entry",
    [Entry("An older text", "The lantern"), Entry("", "The lantern", fuzzy=True)],
    ids=["old", "fuzzy"],
)
def test_english_that_is_not_sound_is_not_shown(entry: Entry) -> None:
    seen = english(INVENTED, {"lantern": {"title": entry}})

    assert "English" not in notes(wanted_texts(INVENTED, "fr"), seen, "fr")["lantern", "title"]


def test_english_is_not_shown_above_its_own_translation() -> None:
    found = notes(wanted_texts(INVENTED, "en"), english(INVENTED), "en")

    assert [text for text in found.values() if re.search("^English:", text, re.MULTILINE)] == []


def test_a_text_that_the_data_lacks_has_the_nearest_page() -> None:
    assert standing("harbour", "levels.gone.title", INVENTED).address == "frameworks/harbour/levels/gone/"
    assert standing("gone", "title", INVENTED).address == "frameworks/"
    assert standing("shared", "crosswalks.a--b.mappings.c.note", INVENTED).address == "crosswalks/"
