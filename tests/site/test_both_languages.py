"""Both languages stand in one place: the second under the first in each cell, or side by side on a page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.site.built import LANGUAGES, Site
from tests.site.served import Server
from tests.site.tabs import new_tab

PAGES = (
    "frameworks/clearhead/",
    "frameworks/fasenmodel/levels/touchpoints/",
    "frameworks/clearhead/dimensions/people/",
    "frameworks/customer2-ai/layers/decision/",
    "crosswalks/clearhead--fasenmodel/",
)
ADDED = "article span.a-both"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab on a laptop."""
    with new_tab(browser, 1440) as opened:
        yield opened


@pytest.mark.parametrize("path", PAGES)
def test_the_second_language_comes_under_the_first_and_goes_again(
    path: str, language: str, server: Server, tab: Tab
) -> None:
    tab.goto(server.url(LANGUAGES[language] + path))
    before = tab.locator("article").inner_text()
    tab.locator("atlas-both button").click()
    expect(tab.locator("atlas-both button")).to_have_attribute("aria-pressed", "true")
    expect(tab.locator(ADDED).first).to_be_attached()
    assert set(tab.locator(ADDED).evaluate_all("spans => spans.map(span => span.lang)")) == {
        other for other in LANGUAGES if other != language
    }
    assert "a-both" not in tab.locator(ADDED).first.evaluate("span => span.innerHTML")
    tab.locator("atlas-both button").click()
    expect(tab.locator(ADDED)).to_have_count(0)
    assert tab.locator("article").inner_text() == before


def test_each_cell_has_its_own_text_of_the_other_language(server: Server, tab: Tab) -> None:
    cells = """cells => Object.fromEntries(cells.map(cell => {
        const copy = cell.cloneNode(true);
        copy.querySelectorAll(".a-cite, .a-matrix__level").forEach(part => part.remove());
        return [cell.id, copy.textContent.replace(/\\s+/g, " ").trim()];
    }))"""
    below = """cells => Object.fromEntries(
        cells.map(cell => [cell.id, cell.querySelector(".a-both").textContent]))"""
    tab.goto(server.url("nl/frameworks/clearhead/"))
    dutch = tab.locator(".a-matrix td").evaluate_all(cells)
    tab.goto(server.url("frameworks/clearhead/"))
    tab.locator("atlas-both button").click()
    expect(tab.locator(".a-matrix td .a-both")).to_have_count(len(dutch))
    assert tab.locator(".a-matrix td").evaluate_all(below) == dutch


def test_without_a_script_the_switch_leads_to_the_page_with_both(browser: Browser, server: Server) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url("crosswalks/clearhead--fasenmodel/"))
        tab.locator("atlas-both a").click()
        expect(tab).to_have_url(server.url("crosswalks/clearhead--fasenmodel/languages/"))
        expect(tab.locator("td[lang=nl]").first).to_be_visible()


def test_pages_hardly_grow_by_the_switch(site: Site) -> None:
    for path in PAGES:
        html = site.pages[path].file.read_text(encoding="utf-8")
        switch = html.partition("<atlas-both>")[2].partition("</atlas-both>")[0]
        assert 0 < len(switch) < 0.02 * len(html)
