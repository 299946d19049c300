"""Everything can be cited: a reference is two clicks away, and its address leads to the thing."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.site.built import LANGUAGES, Site
from tests.site.served import Server
from tests.site.tabs import new_tab

MATRIX = "frameworks/clearhead/"
CELL = "cells/people/emerging"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab of a browser that has never seen the site."""
    with new_tab(browser, 1280) as tab:
        yield tab


def test_a_cell_is_cited_two_clicks_from_the_matrix(language: str, server: Server, tab: Tab) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.goto(server.url(f"{LANGUAGES[language]}{MATRIX}"))
    cell = tab.locator("td[id='people-emerging']")
    cell.hover()
    # The theme keeps the height a moment after it has changed; a click before that is scrolled back.
    for _ in range(100):
        if tab.evaluate("history.state?.y > 0"):
            break
        tab.wait_for_timeout(50)
    cell.locator(".a-cite").click()
    entry = tab.locator(f"[id='{CELL}']")
    expect(entry).to_be_in_viewport()
    entry.locator("[data-clipboard-target]:visible").first.click()
    copied = tab.evaluate("navigator.clipboard.readText()").strip()
    assert copied == entry.locator("p[id]").inner_text().strip()
    assert copied.startswith("Maturity Atlas")
    assert copied.endswith(f"/id/clearhead/#{CELL}")


def test_every_form_of_a_reference_names_the_same_address(server: Server, tab: Tab) -> None:
    tab.goto(server.url(f"cite/clearhead/#{CELL}"))
    entry = tab.locator(f"[id='{CELL}']")
    bibtex, csl = (entry.locator("pre").nth(at).text_content() or "" for at in (0, 1))
    [item] = json.loads(csl)
    assert item["URL"].endswith(f"/id/clearhead/#{CELL}")
    assert f"url = {{{item['URL']}}}" in bibtex
    for summary in entry.locator("summary").all():
        summary.click()
    expect(entry.locator("pre:visible")).to_have_count(2)


@pytest.mark.parametrize("speaks", ["en-GB", "nl-BE", "fr-FR"])
def test_a_permanent_address_leads_on_in_the_language_of_the_browser(
    speaks: str, browser: Browser, server: Server
) -> None:
    folder = LANGUAGES.get(speaks[:2], "")
    with browser.new_context(locale=speaks) as context:
        tab = context.new_page()
        tab.goto(server.url(f"id/clearhead/#{CELL}"))
        tab.wait_for_url(server.url(f"{folder}{MATRIX}#people-emerging"))
        tab.goto(server.url("id/crosswalks/clearhead--io/"))
        tab.wait_for_url(server.url(f"{folder}crosswalks/clearhead--io/"))


def test_without_a_script_a_permanent_address_lists_the_ways_on(browser: Browser, server: Server) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(f"id/clearhead/#{CELL}"))
        links = tab.locator(f"[id='{CELL}'] a")
        expect(links).to_have_count(len(LANGUAGES))
        links.last.click()
        tab.wait_for_url(re.compile(f"{MATRIX}#people-emerging$"))


def test_what_can_be_cited_says_so_where_it_stands(site: Site) -> None:
    """Cells, levels, dimensions, layers, mappings, claims and findings."""
    cited = {
        element.attributes["href"].partition("cite/")[2]
        for page in site.pages.values()
        if page.language == "en"
        for element in page.all("a")
        if "a-cite" in element.attributes.get("class", "").split()
    }
    listed = json.loads((site.folder / "api/v1/ids.json").read_bytes())["ids"]
    kinds = (
        "/cells/",
        "/levels/",
        "/dimensions/",
        "/layers/",
        "/mappings/",
        "/claims/",
        "findings/",
        "themes/",
    )
    wanted = {item["id"] for item in listed if any(kind in item["id"] for kind in kinds)}
    assert len(wanted) > 250
    assert wanted - {address.replace("#", "").rstrip("/") for address in cited} == set()
