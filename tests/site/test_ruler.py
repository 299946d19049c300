"""The ruler on a phone: every level has its name, and no name of a band is broken."""

import pytest
from playwright.sync_api import Browser, expect

from tests.site.built import LANGUAGES, Page, Site
from tests.site.conftest import Open, new_tab
from tests.site.quiz import LOADED
from tests.site.served import Server

# Of each word of a name: on how many lines its letters stand.
BROKEN = r"""() => [...document.querySelectorAll(".a-band__name, .a-ruler__lines a")].flatMap(name => {
    const text = [...name.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    const range = document.createRange();
    return [...text.data.matchAll(/[^\s-]+/g)].filter(word => {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return range.getClientRects().length !== 1;
    }).map(word => word[0]);
})"""


def home(site: Site, language: str) -> Page:
    """The home page, with all frameworks on the ruler."""
    return next(page for page in site.pages.values() if (page.language, page.path) == (language, ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_every_level_is_named_and_no_word_is_broken(
    language: str, site: Site, open_page: Open
) -> None:
    tab = open_page(home(site, language), width=360)
    levels = sum(len(item.levels) + len(item.layers) for item in LOADED.atlas().frameworks)
    assert tab.locator(".a-ruler__lines a:visible").count() == levels
    assert tab.locator(".a-ruler__bands li:visible").count() == LOADED.atlas().shared.scale.length
    assert tab.evaluate(BROKEN) == []


def test_a_laptop_sees_the_ruler_in_its_first_screen(site: Site, server: Server, browser: Browser) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(server.url(home(site, "nl")))
        expect(tab.locator(".a-ruler__bands")).to_be_in_viewport(ratio=1)


def test_a_phone_sees_the_title_of_the_ruler_in_its_first_screen(
    site: Site, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 360) as tab:
        tab.goto(server.url(home(site, "nl")))
        expect(tab.locator("#ruler")).to_be_in_viewport()
