"""The search starts with the first word that somebody looks for, and finds things by what they are called."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.site.built import Page, Site, search_entries
from tests.site.conftest import new_tab
from tests.site.served import Server

OF_A_SEARCH = re.compile(r"/minisearch\.|/lunr/|/search_entries\.")
FIELD, RESULTS, TOLD = ".md-search__input", ".md-search-result__link", ".md-search-result__meta"
CASES = Path(__file__).parent.parent.parent / "cases" / "search.tsv"

# Asks the worker of a language for a list of queries; gives the places and titles of each.
ASK = """async ([home, queries]) => {
    const worker = new Worker(home + "assets/javascripts/workers/atlas-search.js");
    const answer = () => new Promise(done => { worker.onmessage = ({data}) => done(data.data); });
    worker.postMessage({type: 0, data: {}});
    await answer();
    const found = [];
    for (const query of queries) {
        const answered = answer();
        worker.postMessage({type: 2, data: query});
        found.push((await answered).items.map(([item]) => [item.location, item.title]));
    }
    worker.terminate();
    return found;
}"""

Found = list[tuple[str, str]]
Ask = Callable[[str, str], Found]


def cases() -> list[Mapping[str, str]]:
    """What is looked for, and what has to come up."""
    with CASES.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["language"] in ("en", "nl")]


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


@pytest.fixture(scope="module")
def ask(site: Site, server: Server, browser: Browser) -> Iterator[Ask]:
    """Asks a language's search; gives places and titles, the best first."""
    with new_tab(browser, 1440) as asking:
        asking.goto(server.url(site.pages[""]))

        def found(language: str, query: str) -> Found:
            home = server.url(site.pages[site.languages[language]])
            [answer] = asking.evaluate(ASK, [home, [query]])
            return [(place, title) for place, title in answer]

        yield found


def places(found: Found) -> list[str]:
    """Where the results lead."""
    return [place for place, _ in found]


def of_a_search(server: Server) -> list[str]:
    """What was asked for that only a search needs."""
    return [request.path for request in server.requests if OF_A_SEARCH.search(request.path)]


def test_a_reader_who_does_not_search_loads_no_search(tab: Tab, server: Server) -> None:
    tab.locator(FIELD).focus()
    expect(tab.locator(TOLD)).not_to_be_empty()
    tab.keyboard.type("  ")
    tab.wait_for_timeout(300)
    assert of_a_search(server) == []


def test_the_first_word_finds_what_is_called_so(tab: Tab, server: Server) -> None:
    tab.locator(FIELD).press_sequentially("clearhead")

    expect(tab.locator(RESULTS).first).to_have_attribute("href", re.compile("clearhead"))
    for needed in ("/minisearch.js", "/search_entries."):
        assert any(needed in path for path in of_a_search(server)), needed
    assert not any("/lunr/" in path for path in of_a_search(server))


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


@pytest.mark.parametrize(("width", "least"), [(1440, 7), (360, 4)])
def test_a_result_is_a_title_what_it_is_and_a_line_of_it(
    width: int, least: int, home: Page, server: Server, browser: Browser
) -> None:
    with new_tab(browser, width) as tab:
        tab.goto(f"{server.url(home)}?q=data")
        expect(tab.locator(RESULTS).nth(least)).to_be_attached()
        seen = tab.locator(RESULTS).evaluate_all(
            "links => links.filter(link => link.getBoundingClientRect().bottom <= innerHeight).length"
        )
        assert seen >= least
        assert tab.locator(RESULTS).first.locator(".a-hit").count() == 2


@pytest.mark.parametrize(
    "case",
    [case for case in cases() if "/" in case["expected"] and case["within"].isdigit()],
    ids=lambda case: str(case["query"]),
)
def test_what_is_looked_for_comes_first(case: Mapping[str, str], ask: Ask) -> None:
    found = places(ask(case["language"], case["query"]))
    assert set(found[: int(case["within"])]) & set(case["expected"].split("|")), found[:5]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "personalization", "personalisation"),
        ("en", "realtime", "real-time"),
        ("en", "real time", "real-time"),
        ("en", "omnichannel", "omni-channel"),
        ("en", "behavior", "behaviour"),
        ("en", "KPIs", "kpi"),
        ("nl", "email", "e-mail"),
        ("nl", "bezoekers", "bezoeker"),
        ("nl", "kanalen", "kanaal"),
        ("nl", "segmenten", "segment"),
    ],
)
def test_two_spellings_of_a_word_find_the_same_first(language: str, one: str, other: str, ask: Ask) -> None:
    first, second = places(ask(language, one)), places(ask(language, other))
    assert first[:3] == second[:3]
    assert len(set(first) ^ set(second)) <= 4


@pytest.mark.parametrize(
    ("language", "typed", "meant"),
    [("en", "persnalisation", "personalisation"), ("nl", "personalisatei", "personalisatie")],
)
def test_a_typing_error_finds_what_was_meant_and_says_so(
    language: str, typed: str, meant: str, ask: Ask
) -> None:
    found = ask(language, typed)
    assert found[0][0] == f"?q={meant}"
    assert places(found)[1:4] == places(ask(language, meant))[:3]


@pytest.mark.parametrize(
    ("language", "query", "other"), [("en", "klantbeeld", "Dutch"), ("nl", "customer journey", "Engels")]
)
def test_a_word_of_another_language_finds_the_thing_here_and_says_where_it_stands(
    language: str, query: str, other: str, ask: Ask
) -> None:
    found = ask(language, query)
    assert found
    assert all(other in title for _, title in found)
    assert len(places(found)) == len(set(places(found)))


def test_every_level_cell_term_and_finding_can_be_found(site: Site, language: str) -> None:
    kinds: dict[str, int] = {}
    for entry in search_entries(site.folder / site.languages[language]):
        kinds[entry["kind"]] = kinds.get(entry["kind"], 0) + 1
    assert (kinds["level"], kinds["layer"], kinds["cell"], kinds["framework"]) == (21, 3, 60, 5)
    assert kinds["term"] > 90
    assert kinds["finding"] == 19
    assert kinds["mapping"] == 161


def test_pages_by_hand_are_found_by_their_headings(site: Site, language: str) -> None:
    found = {entry["location"] for entry in search_entries(site.folder / site.languages[language])}
    assert {"about/", "judging/", "about/#errors"} <= found
