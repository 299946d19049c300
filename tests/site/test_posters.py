"""On paper: a poster is one sheet of the size that was chosen, with all that belongs on it."""

import re

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.site.built import Page, Site
from tests.site.served import Server
from tests.site.tabs import new_tab
from tests.site.test_print import paper_sizes

MM = 72 / 25.4
A3, A1 = (420, 297), (841, 594)

# What ends below or beside the sheet, or is cut off inside a bar.
CUT_OFF = """() => {
    const sheet = document.querySelector(".a-poster").getBoundingClientRect();
    const last = document.querySelector(".a-imprint").getBoundingClientRect();
    const parts = [...document.querySelectorAll(".a-poster *")].filter(part => {
        const box = part.getBoundingClientRect();
        if (!box.width || !box.height) return false;
        return box.bottom > last.top + 1 || box.right > sheet.right + 1
            || part.matches(".a-lane__name") && part.scrollHeight > part.clientHeight + 1;
    });
    return (last.bottom > sheet.bottom ? [document.querySelector(".a-imprint"), ...parts] : parts)
        .map(part => part.outerHTML.slice(0, 90));
}"""


def posters(site: Site, language: str) -> list[Page]:
    """Every poster in a language."""
    return [
        page
        for page in site.pages.values()
        if page.language == language and re.search(r"(^|/)poster/(languages/)?$", page.path)
    ]


def millimetres(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each sheet."""
    return [(round(width / MM), round(height / MM)) for width, height in paper_sizes(pdf)]


def opened(browser: Browser, url: str) -> Tab:
    """A page that has loaded, fonts and all."""
    tab = browser.new_page(viewport={"width": 1588, "height": 1123})
    tab.goto(url)
    tab.evaluate("document.fonts.ready")
    return tab


def test_every_framework_has_a_poster_in_each_language_on_one_sheet_of_which_nothing_is_cut_off(
    site: Site, server: Server, browser: Browser, language: str
) -> None:
    frameworks = list((site.folder / "frameworks").glob("*/index.html"))
    found = posters(site, language)
    assert len(found) == 2 * (len(frameworks) + 1)
    tab = browser.new_page(viewport={"width": 1588, "height": 1123})
    for page in found:
        tab.emulate_media(media="null")
        tab.goto(server.url(page))
        tab.evaluate("document.fonts.ready")
        assert millimetres(tab.pdf(prefer_css_page_size=True)) == [A3], page
        tab.emulate_media(media="print")
        assert tab.evaluate(CUT_OFF) == [], page
    tab.close()


@pytest.mark.parametrize("path", ["poster/", "frameworks/clearhead/poster/"])
def test_the_same_page_prints_on_a1_with_everything_twice_as_large(
    path: str, site: Site, server: Server, browser: Browser
) -> None:
    large = "() => parseFloat(getComputedStyle(document.querySelector('.a-poster h1')).fontSize)"
    sizes = []
    for paper, expected in (("#a3", A3), ("#a1", A1)):
        tab = opened(browser, server.url(site.pages[path]) + paper)
        assert millimetres(tab.pdf(prefer_css_page_size=True)) == [expected]
        tab.emulate_media(media="print")
        sizes.append(tab.evaluate(large))
        tab.close()
    assert sizes[1] == pytest.approx(2 * sizes[0], rel=1e-4)


def test_letters_on_a1_are_as_large_as_the_page_says(
    site: Site, server: Server, browser: Browser, language: str
) -> None:
    # On A1 eight millimetres are 23 points: for two metres. The texts of a large matrix are for one.
    letters = """part => [...document.querySelectorAll(part)].map(
        found => parseFloat(getComputedStyle(found).fontSize) * 25.4 / 96)"""
    for path, texts, least in (("io", ".a-step__text", 8), ("clearhead", ".a-grid tbody td", 6)):
        page = site.pages[f"{site.languages[language]}frameworks/{path}/poster/"]
        tab = opened(browser, f"{server.url(page)}#a1")
        tab.emulate_media(media="print")
        assert min(tab.evaluate(letters, ".a-poster h1, .a-poster h2, .a-poster thead th")) >= 8
        assert min(tab.evaluate(letters, texts)) >= least
        tab.close()


def test_the_paper_is_chosen_without_a_script(site: Site, server: Server, browser: Browser) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(site.pages["poster/"]))
        tab.get_by_role("link", name="A1", exact=True).click()
        assert millimetres(tab.pdf(prefer_css_page_size=True)) == [A1]


def test_only_posters_load_the_style_sheet_of_posters(site: Site) -> None:
    naming = {page.path for page in site.pages.values() if b"atlas-poster.css" in page.file.read_bytes()}
    assert naming == {page.path for language in site.languages for page in posters(site, language)}


def test_a_poster_names_its_source_its_date_and_its_licence(site: Site, language: str) -> None:
    text = site.pages[f"{site.languages[language]}frameworks/io/poster/"].file.read_text(encoding="utf-8")
    foot = text[text.index("a-poster__foot") :]
    assert "Steven Van Duyse" in foot
    assert re.search(r"a-imprint.* \d{4}.*CC BY 4\.0", foot)


def test_a_site_without_an_address_prints_none(trial: Site) -> None:
    html = trial.pages["poster/"].file.read_text(encoding="utf-8")
    poster = html.partition('class="a-poster ')[2].partition("</article>")[0]
    assert "<svg" in poster
    assert not re.search(r">[^<]*(//|example)", poster)


def test_the_guide_prints_on_two_sheets_of_a4(
    site: Site, server: Server, browser: Browser, language: str
) -> None:
    tab = opened(browser, server.url(site.pages[f"{site.languages[language]}workshop/"]))
    sheets = paper_sizes(tab.pdf(prefer_css_page_size=True, format="A4"))
    tab.close()
    assert len(sheets) == 2


@pytest.mark.parametrize("path", ["quiz/", "poster/", "frameworks/io/poster/"])
def test_the_guide_is_where_a_reader_looks(path: str, site: Site, language: str) -> None:
    page = site.pages[site.languages[language] + path]
    links = {site.target(page, link.attributes.get("href", "")) for link in page.all("a", "main")}
    assert f"{site.languages[language]}workshop/" in {link.address for link in links if link}


@pytest.mark.parametrize(
    ("path", "poster"),
    [("", "poster/"), ("quiz/", "poster/"), ("quiz/", "frameworks/io/poster/"), ("frameworks/io/",) * 2],
)
def test_posters_are_where_a_reader_looks(path: str, poster: str, site: Site, language: str) -> None:
    page = site.pages[site.languages[language] + path]
    wanted = poster if poster.endswith("poster/") else f"{poster}poster/"
    links = {site.target(page, link.attributes.get("href", "")) for link in page.all("a", "main")}
    assert site.languages[language] + wanted in {link.address for link in links if link}
