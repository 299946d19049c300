"""All languages are whole, know each other page by page, and never mix."""

import re
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Locator, TimeoutError, expect

from tests.site.built import LANGUAGES, Page, Site
from tests.site.searching import RESULTS, look_for
from tests.site.served import Server
from tests.site.tabs import new_tab
from tests.site.visits import a_place_on, switch_language

DEFAULT = next(iter(LANGUAGES))

# A word of that language, and one that more than one language uses.
WORDS = {
    "en": ("maturity", "data"),
    "nl": ("volwassenheid", "data"),
    "de": ("reifegrad", "organisation"),
}
SEARCHES = [(language, word) for language in LANGUAGES for word in WORDS[language]]


def test_every_page_exists_in_every_language(site: Site) -> None:
    paths = {
        language: {page.path for page in site.pages.values() if page.language == language}
        for language in LANGUAGES
    }
    missing = {language: sorted(paths[DEFAULT] ^ paths[language]) for language in LANGUAGES}
    assert missing == {language: [] for language in LANGUAGES}


def test_the_home_page_is_wholly_translated_in_every_language(site: Site) -> None:
    homes = {
        language: site.pages[folder].file.read_text(encoding="utf-8")
        for language, folder in LANGUAGES.items()
    }
    assert [language for language, html in homes.items() if "atlas-foreign" in html] == []


def test_every_page_says_which_language_it_is_in(site: Site) -> None:
    wrong = {
        str(page): said
        for page in site.pages.values()
        if (said := page.elements[0].attributes.get("lang")) != page.language
    }
    assert not wrong


def test_every_page_names_itself_in_every_language_for_search_engines(site: Site) -> None:
    wrong = []
    for page in (page for page in site.pages.values() if not page.is_not_found_page and not page.is_view):
        expected = {language: site.counterpart(page, language) for language in LANGUAGES}
        expected["x-default"] = expected[DEFAULT]
        stated = [
            (link.attributes["hreflang"], leads_to(site, page, link.attributes["href"]))
            for link in page.all("link", within="head")
            if "alternate" in link.attributes.get("rel", "").split() and "hreflang" in link.attributes
        ]
        if sorted(stated) != sorted(expected.items()):
            wrong.append(f"{page}: {stated}")
    assert not wrong, "\n".join(wrong)


def test_the_language_link_on_every_page_leads_to_the_very_same_page(site: Site) -> None:
    wrong = []
    for page in (page for page in site.pages.values() if not page.is_view):
        links = [link for link in page.all("a", within="header") if "data-atlas-language" in link.attributes]
        for other in others(page):
            leads = [
                leads_to(site, page, link.attributes["href"])
                for link in links
                if link.attributes.get("hreflang") == other
            ]
            if len(leads) != 1 or leads[0] not in site.same_page(page, other):
                wrong.append(f"{page}: to {other}: {leads}")
    assert not wrong, "\n".join(wrong)


def test_the_language_link_follows_the_reader_from_page_to_page(
    language: str, site: Site, server: Server, browser: Browser
) -> None:
    home = site.pages[LANGUAGES[language]]
    link, page = a_link_from(home, site)
    loads: list[str] = []
    with new_tab(browser, 1440) as tab:
        tab.goto(server.url(home), wait_until="networkidle")
        tab.on(
            "request", lambda asked: loads.append(asked.url) if asked.resource_type == "document" else None
        )
        # the theme's instant navigation has made every address absolute
        links = tab.locator(f'article a:is([href="{link}"], [href="{server.url(page)}"])')
        links.filter(visible=True).first.click()
        tab.wait_for_url(server.url(page))
        expect(tab).to_have_title(re.compile("."))
        assert loads == [], "the page was not navigated to at once: this test shows nothing"
        other = others(page)[0]
        switch_language(tab, other)
        tab.wait_for_url(server.url(site.counterpart(page, other)))
        expect(tab.locator("html")).to_have_attribute("lang", other)


def test_the_place_on_the_page_is_kept_and_forgotten_with_it(
    page_types: dict[str, Page], site: Site, server: Server, browser: Browser
) -> None:
    page, (own, other, *_) = page_types["framework"], LANGUAGES
    with new_tab(browser, 1440) as tab:
        tab.goto(server.url(page) + a_place_on(page), wait_until="networkidle")
        switch_language(tab, other)
        tab.wait_for_url(server.url(site.counterpart(page, other)) + a_place_on(page))
        follow(tab.locator("nav.md-tabs a").first, server.url(LANGUAGES[other]))
        back = tab.locator(f"header a[data-atlas-language][hreflang={own}]")
        expect(back).to_have_js_property("href", server.url(LANGUAGES[own]))
        switch_language(tab, own)
        tab.wait_for_url(server.url(LANGUAGES[own]))


def follow(link: Locator, address: str) -> None:
    """Click until the address is there: the theme ends what a click began before it had started itself."""
    for _ in range(3):
        link.click()
        with suppress(TimeoutError):
            link.page.wait_for_url(address, timeout=5_000)
            break
    assert link.page.url == address


def test_without_scripts_the_links_lead_to_the_same_page(
    page_types: dict[str, Page], site: Site, server: Server, browser: Browser
) -> None:
    page = page_types["level"]
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(page))
        switch_language(tab, others(page)[0])
        assert tab.url == server.url(site.counterpart(page, others(page)[0]))


@pytest.mark.parametrize(("language", "word"), SEARCHES)
def test_search_finds_pages_in_the_readers_language_only(
    language: str, word: str, site: Site, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(server.url(LANGUAGES[language]))
        look_for(tab, word)
        results = tab.locator(RESULTS)
        expect(results.first).to_be_attached()
        found = {server.address(url) for url in results.evaluate_all("links => links.map(link => link.href)")}
    assert found <= set(site.pages)
    assert {site.pages[address].language for address in found} == {language}


def others(page: Page) -> list[str]:
    """The languages that this page is not in."""
    return [language for language in LANGUAGES if language != page.language]


def leads_to(site: Site, page: Page, link: str) -> str | None:
    """The address that a link without fragment leads to."""
    target = site.target(page, link)
    return target.address if target and not target.fragment else None


def a_link_from(page: Page, site: Site) -> tuple[str, Page]:
    """A link in the content to another page in the same language, and that page."""
    for link in page.all("a", within="article"):
        address = leads_to(site, page, link.attributes.get("href", ""))
        other = site.pages.get(address) if address is not None else None
        if other and other is not page and other.language == page.language:
            return link.attributes["href"], other
    raise AssertionError(f"no link from {page} to another page")
