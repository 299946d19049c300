"""The search starts with the first word that somebody looks for, and finds what it is about."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.site.built import Page, Site
from tests.site.conftest import new_tab
from tests.site.served import Server

OF_A_SEARCH = re.compile(r"/workers/search\.|/lunr/|/search_entries\.")
FIELD, RESULTS, TOLD = ".md-search__input", ".md-search-result__link", ".md-search-result__meta"


@pytest.fixture
def home(site: Site, language: str) -> Page:
    return site.pages[site.languages[language]]


@pytest.fixture
def tab(home: Page, server: Server, browser: Browser) -> Iterator[Tab]:
    """A home page that has loaded all that it asks for."""
    server.requests.clear()
    with new_tab(browser, 1440) as tab:
        tab.goto(server.url(home), wait_until="networkidle")
        yield tab


def of_a_search(server: Server) -> list[str]:
    """What was asked for that only a search needs."""
    return [request.path for request in server.requests if OF_A_SEARCH.search(request.path)]


def test_a_reader_who_does_not_search_loads_no_search(tab: Tab, server: Server) -> None:
    tab.locator(FIELD).focus()
    expect(tab.locator(TOLD)).not_to_be_empty()
    tab.keyboard.type("  ")
    tab.wait_for_timeout(300)
    assert of_a_search(server) == []


def test_the_first_word_finds_its_pages(tab: Tab, server: Server) -> None:
    tab.locator(FIELD).press_sequentially("clearhead")

    expect(tab.locator(RESULTS).first).to_have_attribute("href", re.compile("clearhead"))
    for needed in ("/workers/search.", "/search_entries."):
        assert any(needed in path for path in of_a_search(server)), needed


def test_a_search_that_got_no_entries_works_with_the_next_letter(tab: Tab) -> None:
    tab.context.route("**/search_entries.json", lambda route: route.abort())
    with tab.expect_event("requestfailed", lambda request: "search_entries" in request.url):
        tab.locator(FIELD).press_sequentially("c")
    tab.context.unroute("**/search_entries.json")

    tab.locator(FIELD).press_sequentially("learhead")

    expect(tab.locator(RESULTS).first).to_have_attribute("href", re.compile("clearhead"))


def test_another_word_takes_the_first_ones_place_and_no_word_finds_nothing(tab: Tab) -> None:
    field, first = tab.locator(FIELD), tab.locator(RESULTS).first
    field.press_sequentially("clearhead")
    expect(first).to_have_attribute("href", re.compile("clearhead"))
    field.press("ControlOrMeta+a")
    field.press_sequentially("sitecore")
    expect(first).to_have_attribute("href", re.compile("sitecore"))
    field.press("ControlOrMeta+a")
    field.press("Backspace")
    expect(tab.locator(RESULTS)).to_have_count(0)


def test_an_address_with_a_word_searches_at_once(home: Page, server: Server, browser: Browser) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(f"{server.url(home)}?q=sitecore")
        expect(tab.locator(RESULTS).first).to_have_attribute("href", re.compile("sitecore"))
