"""The page of findings and the bands' pages as a reader meets them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.site.built import Page, Site
from tests.site.quiz import LOADED
from tests.site.served import Server
from tests.site.tabs import new_tab

SHARED = LOADED.atlas().shared
FINDINGS = SHARED.findings.findings


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab on a laptop."""
    with new_tab(browser, 1440) as opened:
        yield opened


def page_of(site: Site, path: str, language: str = "en") -> Page:
    """The page at a path below a language's root."""
    return next(page for page in site.pages.values() if (page.path, page.language) == (path, language))


def test_every_sentence_of_a_finding_has_its_texts_beside_it(
    site: Site, language: str, server: Server, tab: Tab
) -> None:
    tab.goto(server.url(page_of(site, "findings/", language)))
    beside = "cards => cards.map(card => card.querySelectorAll('a').length)"
    for finding in FINDINGS:
        cards = tab.locator(f"#{finding.id} .a-card:not(.a-soft)")
        counts = cards.evaluate_all(beside)
        assert len(counts) == len(finding.positions)
        for count, position in zip(counts, finding.positions, strict=True):
            assert 1 <= count <= len(position.rests_on)


def test_the_words_that_none_has_stand_with_the_silence(site: Site, server: Server, tab: Tab) -> None:
    tab.goto(server.url(page_of(site, "findings/")))
    silence = next(finding for finding in FINDINGS if finding.absent)
    expect(tab.locator(f"#{silence.id}")).to_contain_text(", ".join(silence.absent))


def test_a_band_of_the_ruler_leads_to_its_page_and_that_to_its_findings(
    site: Site, server: Server, tab: Tab
) -> None:
    tab.goto(server.url(page_of(site, "")))
    band = SHARED.scale.bands[3]
    tab.locator(".a-ruler__bands").get_by_role("link", name=band.title).click()
    expect(tab.locator("h1")).to_have_text(band.title)
    links = tab.locator("h2#findings ~ .a-columns h3 a")
    named = [finding for finding in FINDINGS if band.id in finding.bands]
    assert links.all_inner_texts() == [finding.title for finding in named]
    links.first.click()
    expect(tab.locator(f"section[id='{named[0].id}']")).to_be_in_viewport()


def test_who_says_what_in_a_band_can_be_read_without_scripts(
    site: Site, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(page_of(site, "findings/connected/", "nl")))
        tab.locator("article summary").first.click()
        expect(tab.locator("article details .a-card").first).to_be_visible()
