"""The ruler on a phone: every level has its name, and no name of a band is broken."""

import pytest
from playwright.sync_api import Browser, expect

from tests.site.built import Page, Site
from tests.site.conftest import Open
from tests.site.quiz import LOADED
from tests.site.scripts import lost_words
from tests.site.served import Server
from tests.site.tabs import new_tab

# Of each word of a name: on how many lines its letters stand.
BROKEN = r"""() => [...document.querySelectorAll(".a-band__name, .a-ruler__lines span")].flatMap(name => {
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


@pytest.mark.parametrize("path", ["", "crosswalks/"])
def test_no_name_of_a_level_loses_a_letter_at_any_width(
    language: str, path: str, site: Site, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 320) as tab:
        tab.goto(server.url(f"{home(site, language).address}{path}"))
        levels = sum(len(item.levels) + len(item.layers) for item in LOADED.atlas().frameworks)
        assert lost_words(tab, levels) == {}


def test_the_drawing_of_a_pair_cuts_no_name_off(
    language: str, page_types: dict[str, Page], site: Site, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 320) as tab:
        tab.goto(server.url(site.counterpart(page_types["crosswalk"], language)))
        levels = tab.locator(".a-ruler__lines a").count()
        tab.evaluate(
            "for (const details of document.querySelectorAll('article details')) details.open = true"
        )
        assert lost_words(tab, levels) == {}
