"""On paper: a matrix fills a landscape page, a crosswalk eight, each names its source, dark prints light."""

import re

import pytest
from playwright.sync_api import Browser

from tests.site.built import Page, Site
from tests.site.served import Server
from tests.site.tabs import new_tab

MATRIX = "frameworks/clearhead/"
ONLY_THE_MATRIX = """document.querySelectorAll('article > :not(:has(.a-matrix)), .md-footer').forEach(
    part => part.remove()
);
document.querySelector('.a-section:has(.a-matrix)').style.breakBefore = 'auto'"""


def paper_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of every page, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(float(width), float(height)) for width, height in boxes]


def test_a_matrix_of_five_by_eight_fills_one_landscape_page_in_letters_of_seven_points(
    site: Site, server: Server, browser: Browser, language: str
) -> None:
    page: Page = site.pages[site.counterpart(site.pages[MATRIX], language)]
    tab = browser.new_page()
    tab.goto(server.url(page), wait_until="networkidle")

    whole = paper_sizes(tab.pdf(prefer_css_page_size=True))
    tab.evaluate(ONLY_THE_MATRIX)
    matrix = paper_sizes(tab.pdf(prefer_css_page_size=True))
    tab.emulate_media(media="print")
    smallest = tab.evaluate("""() => Math.min(...[...document.querySelectorAll(".a-matrix__table *")].map(
        part => parseFloat(getComputedStyle(part).fontSize) * 0.75))""")
    tab.close()

    assert all(width > height for width, height in whole)
    assert len(matrix) == 1
    assert smallest >= 7


@pytest.mark.parametrize(
    "path", [MATRIX, "frameworks/io/levels/continuous/", "crosswalks/clearhead--io/", "quiz/io/", "workshop/"]
)
def test_each_sheet_says_where_it_is_from_of_when_and_when_it_was_printed(
    path: str, site: Site, server: Server, browser: Browser
) -> None:
    tab = browser.new_page()
    tab.goto(server.url(site.pages[path]))

    tab.pdf()
    said = tab.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--from')")
    today = tab.evaluate("new Date().toLocaleDateString('en', { dateStyle: 'long' })")
    tab.close()

    address = re.escape(site.root + path)
    dated = r"Texts of \w+ \d+, \d{4}\."
    assert re.fullmatch(rf'"{address} · {dated} Printed on {re.escape(today)}\."', said), said


def test_without_a_script_paper_says_of_when_the_texts_are(
    site: Site, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(site.pages[MATRIX]))
        imprint = tab.locator(".a-imprint")
        assert not imprint.is_visible()
        tab.emulate_media(media="print")
        assert re.fullmatch(
            r"https://atlas\.internal/\S+ · Texts of \w+ \d+, \d{4}\.", imprint.inner_text().strip()
        )


@pytest.mark.parametrize("pair", ["clearhead--fasenmodel", "clearhead--sitecore-cxm"])
def test_a_crosswalk_prints_on_at_most_eight_pages(
    pair: str, site: Site, server: Server, browser: Browser
) -> None:
    tab = browser.new_page()
    tab.goto(server.url(site.pages[f"crosswalks/{pair}/"]), wait_until="networkidle")

    pages = paper_sizes(tab.pdf(prefer_css_page_size=True, format="A4"))
    tab.close()

    assert 3 <= len(pages) <= 8


def test_a_dark_screen_prints_light(site: Site, server: Server, browser: Browser) -> None:
    tab = browser.new_page(color_scheme="dark")
    tab.goto(server.url(site.pages[MATRIX]), wait_until="networkidle")
    tab.emulate_media(media="print")

    colours = tab.evaluate("""() => {
        const style = getComputedStyle(document.body);
        return [style.getPropertyValue("--paper"), style.getPropertyValue("--ink")].map(text => text.trim());
    }""")
    tab.close()

    assert colours == ["#fff", "#1a2a31"]
