"""The search starts with the first word that somebody looks for, and finds what it is about."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.site.frame.search import Search
from tests.site.built import PAGE_TYPES, Page, Site, search_entries
from tests.site.conftest import new_tab
from tests.site.served import Server

OF_A_SEARCH = re.compile(r"/workers/search\.|/lunr/|/search_entries\.")
NOT_FOUND_BY_SEARCH = ("embedded quiz", "open texts", "not found")
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


def entries(site: Site, language: str) -> Mapping[str, Mapping[str, str]]:
    """What search knows of a language's pages, by place."""
    return {entry["location"]: entry for entry in search_entries(site.folder / site.languages[language])}


def plain(html: str) -> str:
    """The words of some markup."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


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


def test_headings_of_results_take_all_the_room_that_there_is(tab: Tab) -> None:
    tab.locator(FIELD).press_sequentially("sitecore")
    heading = tab.locator(".md-search-result h1").first
    expect(heading).to_have_css("max-width", "none")


def test_a_page_can_be_found_by_its_title_unless_it_is_no_reading_matter(site: Site, language: str) -> None:
    found = entries(site, language)
    left_out = [PAGE_TYPES[kind] for kind in NOT_FOUND_BY_SEARCH]
    pages = [page for page in site.pages.values() if page.language == language]
    wanted = {page.path for page in pages if not any(re.fullmatch(kind, page.path) for kind in left_out)}
    assert len(wanted) > 50
    assert {place for place in found if "#" not in place} == wanted
    for page in pages:
        # The home page goes by the site's name, and a page written by hand is the theme's to read.
        if page.path in wanted - {"", "about/"}:
            title = re.search("<title>(.*?) - ", page.file.read_text(encoding="utf-8"))
            assert title, page
            assert plain(found[page.path]["title"]) == plain(title[1]), page


def test_a_result_begins_with_the_first_words_of_its_page(site: Site, language: str) -> None:
    found = entries(site, language)
    leads = {
        page.path: lead[1]
        for page in site.pages.values()
        if page.language == language and page.path in found
        if re.match("(frameworks|crosswalks|themes)/.", page.path)
        if (lead := re.search('<p class="a-lead">(.*?)</p>', page.file.read_text(encoding="utf-8")))
    }
    assert len(leads) > 30
    late = [path for path, lead in leads.items() if plain(lead)[:60] not in plain(found[path]["text"])[:150]]
    assert not late


def test_search_knows_no_way_around_and_no_drawing(site: Site, language: str) -> None:
    said = [plain(entry["text"]) for entry in entries(site, language).values()]
    around = {
        plain(html)
        for page in site.pages.values()
        if page.language == language and page.path.startswith("frameworks/")
        for html in re.findall(
            r'<(?:nav class="a-(?:crumbs|pager)|p class="a-downloads|figure class="a-ruler)[^>]*>(.*?)'
            r"</(?:nav|p|figure)>",
            page.file.read_text(encoding="utf-8"),
            re.DOTALL,
        )
    }
    assert len(around) > 50
    assert not [words for words in around if len(words) > 15 and any(words in text for text in said)]


def read(html: str, found_by: str = "all") -> list[Mapping[str, Any]]:
    """The entries of an invented page."""
    index, rendered = SearchIndex(), SimpleNamespace(found_by=found_by)
    meta, url = {"title": "Harbour's edge"}, "harbour/"
    page = SimpleNamespace(content=html, url=url, meta=meta, rendered=rendered, in_navigation=False)
    Search(index).read(page)  # type: ignore[arg-type]
    found: list[Mapping[str, Any]] = index.entries
    return found


HARBOUR = """<nav data-search-exclude>Home</nav><header><p>Level 1</p><h1 id="_title">Harbour&#39;s edge</h1>
<p>Where ships lie.</p></header><section><h2 id="ships">Ships</h2>
<table><tr><th>Sail</th><td>Wind</td></tr></table><dl><div><dt>Steam</dt><dd>Coal</dd></div></dl></section>"""


def test_words_of_neighbouring_cells_stay_apart() -> None:
    _, ships = read(HARBOUR)
    assert ships["text"].split() == ["Sail", "Wind", "Steam", "Coal"]


def test_what_stands_under_the_title_is_said_of_the_page_itself() -> None:
    page, ships = read(HARBOUR)
    assert (page["location"], page["title"]) == ("harbour/", "Harbour's edge")
    assert page["text"] == "<p>Where ships lie.</p> <p>Level 1</p>"
    assert ships["location"] == "harbour/#ships"


def test_a_heading_that_says_more_than_the_title_is_found_as_well() -> None:
    page, _ = read(HARBOUR.replace("Harbour&#39;s edge", "Between land and sea"))
    assert page["text"].startswith("<p>Between land and sea</p> <p>Where ships lie.</p>")


@pytest.mark.parametrize("list_first", [False, True])
def test_of_some_pages_search_knows_the_head_only(list_first: bool) -> None:
    html = HARBOUR.replace("</header>", "</header><ul><li>Sloop</li></ul>") if list_first else HARBOUR
    assert read(html, "head") == read(HARBOUR)[:1]


def test_of_some_pages_search_knows_nothing() -> None:
    assert read(HARBOUR, "nothing") == []


def test_a_theme_that_takes_words_apart_finds_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(HARBOUR)
    apart = SimpleNamespace(cut=lambda text, **_: [text], cut_for_search=lambda text, **_: [text])
    monkeypatch.setattr("material.plugins.search.plugin.jieba", apart)
    assert [entry["location"] for entry in read(HARBOUR)] == [entry["location"] for entry in expected]
