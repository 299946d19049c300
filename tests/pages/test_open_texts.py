"""The pages on translations: how far each language has come, and where each open text stands."""

import gzip
import re
from gettext import NullTranslations
from pathlib import Path
from typing import Any

from generator.model import Atlas
from generator.pages import Progress, SiteData, pages, site_data
from generator.pages.kinds import contents
from generator.pages.open_texts import EXCERPT, PER_PAGE
from generator.translate import Entry, Gap, view
from tests.builders import atlas, catalogues, framework, loaded_project
from tests.rendering import renderer_of

TEMPLATES = Path(__file__).parent.parent.parent / "templates"
PAGE_BYTES = 25 * 1024
FRAME_BYTES = 6 * 1024
"""What the theme adds around a page, gzip."""


STALE = Entry("An older title", "Een titel")


def site_of(data: Atlas, *also: Progress, language: str = "en", stale: Entry = STALE) -> SiteData:
    """English, Dutch with one stale text, and German with nothing."""
    dutch = {name: dict(entries) for name, entries in catalogues(data, "nl").items()}
    domain = data.frameworks[0].id
    dutch[domain]["title"] = stale
    views = {
        "en": view(data, "en", catalogues(data, "en")),
        "nl": view(data, "nl", dutch),
        "de": view(data, "de", {}),
    }
    return site_data(views, language, NullTranslations(), also)


def given(site: SiteData, address: str) -> dict[str, Any]:
    page = next(page for page in pages(site) if page.address == address)
    return dict(contents(site, page))


def html(site: SiteData, address: str) -> str:
    page = next(page for page in pages(site) if page.address == address)
    return renderer_of(TEMPLATES, site).page(page).html


def addresses(site: SiteData) -> list[str]:
    return [page.address for page in pages(site) if page.address.startswith("translations/")]


def many(number: int) -> Atlas:
    """A framework with that many long texts."""
    signs = {f"sign-{n}": f"Text {n} " + "on a subject of its own " * 6 for n in range(number)}
    level = {"id": "first", "number": 1, "title": "First", "summary": "One.", "signs": signs}
    return atlas(framework("harbour", levels=[level]))


def test_each_language_has_a_page_whether_something_is_open_or_not() -> None:
    assert addresses(site_of(loaded_project().atlas())) == [
        "translations/",
        "translations/en/",
        "translations/nl/",
        "translations/de/",
    ]


def test_an_open_text_is_shown_with_its_context_state_and_a_link_to_where_it_stands_in_its_language() -> None:
    site = site_of(loaded_project().atlas())
    [(domain, [item])] = given(site, "translations/nl/")["groups"]

    assert (domain, item.gap.context, item.gap.state) == ("harbour", "title", "stale")
    assert (item.excerpt, item.language, item.address) == ("The harbour ladder", "en", "frameworks/harbour/")
    page = html(site, "translations/nl/")
    assert (
        '<li><a href="../../nl/frameworks/harbour/" hreflang="nl" target="_self">The harbour ladder</a> '
        "<code>title</code> · out of date<p"
    ) in page


def test_beside_a_stale_text_stand_the_words_that_changed_and_the_translation_that_waits() -> None:
    page = html(site_of(loaded_project().atlas()), "translations/nl/")
    hidden = '<span class="a-hidden" lang="en">'
    change = (
        f"<del>{hidden}left out: </span>An older title</del> <ins>{hidden}put in: </span>The harbour ladder"
    )
    assert f'<p class="a-soft">{change}</ins></p><p class="a-soft" lang="nl" dir="ltr">Een titel</p>' in page


def test_a_translation_that_is_offered_from_elsewhere_is_not_called_out_of_date() -> None:
    offered = Entry("The harbour ladder", "Een ladder", True, "The harbour ladder")
    page = html(site_of(loaded_project().atlas(), stale=offered), "translations/nl/")

    assert "<code>title</code> · to be looked at: the same text stood elsewhere<p" in page
    assert '<p class="a-soft" lang="nl" dir="ltr">Een ladder</p>' in page


def test_links_from_another_language_lead_there_too_and_texts_name_their_language() -> None:
    site = site_of(loaded_project().atlas(), language="nl")

    assert 'href="../../../nl/frameworks/harbour/" hreflang="nl" target="_self" lang="en"' in html(
        site, "translations/nl/"
    )


def test_every_row_with_something_open_leads_to_it() -> None:
    site = site_of(many(2 * PER_PAGE))
    lines = given(site, "translations/")["lines"]
    rows = {(line.progress.language, line.progress.domain): line.address for line in lines}

    assert rows["nl", "harbour"] == "translations/nl/#open-harbour"
    assert rows["de", "shared"] == "translations/de/3/#open-shared"
    assert 'id="open-shared"' in html(site, "translations/de/3/")
    assert rows["nl", "shared"] == ""


def test_much_that_is_open_takes_more_pages_and_none_is_left_out() -> None:
    site = site_of(many(2 * PER_PAGE))
    found = [
        item.gap.context
        for address in addresses(site)
        if address.startswith("translations/de/")
        for _, items in given(site, address)["groups"]
        for item in items
    ]

    assert addresses(site)[-3:] == ["translations/de/", "translations/de/2/", "translations/de/3/"]
    assert found == [gap.context for line in site.progress if line.language == "de" for gap in line.gaps]


def test_a_page_of_long_texts_is_light() -> None:
    page = html(site_of(many(2 * PER_PAGE), language="nl"), "translations/de/2/")

    assert len(re.findall("hreflang", page)) == PER_PAGE
    assert len(gzip.compress(page.encode(), 9)) + FRAME_BYTES < PAGE_BYTES


def test_a_long_text_is_cut_between_words() -> None:
    [(_, [item, *_])] = [
        group for group in given(site_of(many(1)), "translations/de/")["groups"] if group[0] == "harbour"
    ]
    cut = [item for _, items in given(site_of(many(1)), "translations/de/")["groups"] for item in items]
    long = next(item.excerpt for item in cut if "sign-0" in item.gap.context)

    assert item.excerpt == "Harbour"
    assert long.endswith(" …")
    assert len(long) <= EXCERPT + 2
    assert "Text 0 on a subject" in long


def test_words_and_pages_by_hand_are_counted_too() -> None:
    words = Progress("nl", "ui", 3, (Gap("nl", "ui", "", "Level", "missing"),))
    prose = Progress("nl", "docs", 2, (Gap("nl", "docs", "a/index.md", "a/index.md", "stale"),))
    site = site_of(loaded_project().atlas(), words, prose)
    page = html(site, "translations/nl/")

    assert "<li><span>Level</span></li>" in page
    assert '<a href="../../nl/a/" hreflang="nl" target="_self">a/index.md</a> · out of date' in page
    assert "Words of the interface" in html(site, "translations/")


def test_a_share_is_rounded_down_so_that_only_a_finished_translation_has_100_percent() -> None:
    words = Progress("nl", "ui", 1000, (Gap("nl", "ui", "", "Level", "missing"),))
    site = site_of(loaded_project().atlas(), words)

    assert "999 / 1,000 (99%)" in html(site, "translations/")
    assert Progress("nl", "ui", 100, words.gaps * 71).percent == 29


def test_a_language_with_nothing_open_says_so() -> None:
    data = loaded_project().atlas()
    site = site_data({"en": view(data, "en", catalogues(data, "en"))}, "en", NullTranslations())

    assert "every text has a translation that is up to date" in html(site, "translations/en/")
    assert given(site, "translations/en/")["groups"] == []


def test_a_page_by_hand_at_the_root_is_linked_to() -> None:
    prose = Progress("nl", "docs", 1, (Gap("nl", "docs", "index.md", "index.md", "missing"),))
    items = dict(given(site_of(loaded_project().atlas(), prose), "translations/nl/")["groups"])

    assert items["docs"][0].address == "./"
