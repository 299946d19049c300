"""The search loads with the first word, finds things by what they are called, and is led from its field.

A combobox with a listbox: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from tests.site.built import Page, Site, search_entries
from tests.site.conftest import Open
from tests.site.scripts import SMALL, STICKING_OUT, axe
from tests.site.searching import DIALOG, FIELD, OPENER, RESULTS, TOLD, look_for
from tests.site.served import Server
from tests.site.tabs import Scheme, new_tab

OF_A_SEARCH = re.compile(r"/assets/search/|/search_entries\.")
CASES = Path(__file__).parent.parent / "cases" / "search.tsv"
FIRST = re.compile("clearhead")

# Asks the worker of a language for a query; as in a reader's page, one worker answers all queries.
ASK = """async ([home, query]) => {
    window.workers ??= {};
    const worker = window.workers[home] ??= await new Promise(ready => {
        const begun = new Worker(home + "assets/search/find.js");
        begun.onmessage = () => ready(begun);
    });
    return new Promise(done => {
        worker.onmessage = ({data}) => done(data);
        worker.postMessage(query);
    });
}"""

# The same page is still there, and no other was loaded in its place.
MARK, MARKED = "() => { window.marked = true; }", "() => window.marked === true"

Found = Mapping[str, Any]
Ask = Callable[[str, str], Found]


def cases() -> list[Mapping[str, str]]:
    """What is looked for, and what has to come up."""
    with CASES.open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if row["language"] in ("en", "nl")]


@pytest.fixture(scope="module")
def opened(chromium: Callable[[], Browser]) -> Iterator[Tab]:
    # In a tab that served before, what finds may be loaded already.
    with new_tab(chromium(), 1440, apart=True) as tab:
        yield tab


@pytest.fixture
def tab(opened: Tab, site: Site, server: Server) -> Tab:
    """The English home page."""
    opened.goto("about:blank")
    opened.goto(server.url(site.pages[""]))
    return opened


@pytest.fixture
def settled(tab: Tab, server: Server) -> None:
    """It has loaded all that it asks for, and what it asks for from now on is noted."""
    tab.wait_for_load_state("networkidle")
    server.requests.clear()


@pytest.fixture(scope="module")
def ask(site: Site, server: Server, chromium: Callable[[], Browser]) -> Iterator[Ask]:
    """Asks a language's search."""
    with new_tab(chromium(), 1440) as asking:
        asking.goto(server.url(site.pages[""]))

        def found(language: str, query: str) -> Found:
            home = server.url(site.pages[site.languages[language]])
            answer: Found = asking.evaluate(ASK, [home, query])
            return answer

        yield found


def places(found: Found) -> list[str]:
    """Where the results lead."""
    return [item["location"] for item in found["found"]]


def of_a_search(server: Server) -> list[str]:
    """What was asked for that only a search needs."""
    return [request.path for request in server.requests if OF_A_SEARCH.search(request.path)]


def active(tab: Tab) -> str | None:
    """The id of the result that the field points at."""
    return tab.locator(FIELD).get_attribute("aria-activedescendant")


# When it loads


@pytest.mark.usefixtures("settled")
def test_a_reader_who_does_not_search_loads_no_search(tab: Tab, server: Server) -> None:
    look_for(tab, "  ")
    tab.wait_for_timeout(300)
    assert of_a_search(server) == []


@pytest.mark.usefixtures("settled")
def test_the_first_word_loads_what_finds_and_nothing_of_the_themes(tab: Tab, server: Server) -> None:
    look_for(tab, "clearhead")

    expect(tab.locator(RESULTS).first).to_have_attribute("href", FIRST)
    loaded = sorted(path.rpartition("/")[2] for path in of_a_search(server))
    assert loaded == ["dialog.js", "find.js", "minisearch.js", "search_entries.json"]
    assert not [request for request in server.requests if "/workers/" in request.path]


@pytest.mark.parametrize("lost", ["dialog.js", "find.js", "minisearch.js", "search_entries.json"])
def test_a_search_that_was_lost_on_the_way_says_so_and_works_with_the_next_letter(
    lost: str, site: Site, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440) as tab:
        tab.context.route(f"**/{lost}", lambda route: route.abort())
        tab.goto(server.url(site.pages[""]))
        look_for(tab, "c")
        expect(tab.locator(TOLD)).to_contain_text("did not load")
        tab.context.unroute(f"**/{lost}")

        tab.locator(FIELD).press_sequentially("learhead")

        expect(tab.locator(RESULTS).first).to_have_attribute("href", FIRST, timeout=15_000)
        tab.locator(FIELD).fill("")
        expect(tab.locator(TOLD)).to_have_text(re.compile("^Finds "))


def test_without_a_script_there_is_no_search(site: Site, server: Server, browser: Browser) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(site.pages[""]))
        expect(tab.locator(OPENER)).to_be_hidden()
        expect(tab.locator(DIALOG)).to_be_hidden()


# How it opens and closes


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_opens_it_and_escape_gives_the_focus_back(key: str, tab: Tab) -> None:
    link = tab.locator("main .a-button").first
    link.focus()
    tab.keyboard.press(key)
    expect(tab.locator(FIELD)).to_be_focused()
    expect(tab.locator(FIELD)).to_have_value("")
    tab.keyboard.press("Escape")
    expect(tab.locator(DIALOG)).to_be_hidden()
    expect(link).to_be_focused()


def test_its_button_opens_it_and_its_own_button_or_a_click_beside_it_closes_it(tab: Tab) -> None:
    for place in (None, (20, 700)):
        tab.locator(OPENER).click()
        expect(tab.locator(FIELD)).to_be_focused()
        if place:
            tab.mouse.click(*place)
        else:
            tab.locator(f"{DIALOG} button").first.click()
        expect(tab.locator(DIALOG)).to_be_hidden()
        expect(tab.locator(OPENER)).to_be_focused()


def test_a_letter_in_another_field_opens_nothing(open_page: Open, page_types: dict[str, Page]) -> None:
    tab = open_page(page_types["home"])
    tab.evaluate("() => document.querySelector('main').prepend(document.createElement('input'))")
    tab.locator("main input").first.press_sequentially("s/f")
    expect(tab.locator("main input").first).to_have_value("s/f")
    expect(tab.locator(DIALOG)).to_be_hidden()


@pytest.mark.usefixtures("settled")
def test_back_leaves_it_and_the_page_as_from_any_page(tab: Tab) -> None:
    before = tab.url
    tab.evaluate(MARK)
    tab.locator(".md-tabs a[href$='/glossary/']").click()
    tab.wait_for_url(re.compile("/glossary/$"))
    look_for(tab, "data")
    expect(tab).to_have_url(re.compile(r"/glossary/\?q=data$"))
    tab.go_back()
    expect(tab.locator(DIALOG)).to_be_hidden()
    expect(tab).to_have_url(before)
    assert tab.evaluate(MARKED)


def test_closing_it_leaves_the_page_as_it_was(tab: Tab) -> None:
    before = tab.url
    tab.locator("h1").evaluate("title => { title.dataset.same = ''; }")
    look_for(tab, "data")
    expect(tab).to_have_url(f"{before}?q=data")
    tab.keyboard.press("Escape")
    expect(tab).to_have_url(before)
    tab.wait_for_timeout(300)
    expect(tab.locator("h1[data-same]")).to_be_attached()


@pytest.mark.usefixtures("settled")
def test_a_result_opens_without_a_reload_and_back_shows_the_results_again(tab: Tab) -> None:
    tab.evaluate(MARK)
    look_for(tab, "clearhead")
    expect(tab.locator(RESULTS).first).to_have_attribute("href", FIRST)
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("/frameworks/clearhead/$"))
    expect(tab.locator("h1")).to_contain_text("Clearhead")
    expect(tab.locator(DIALOG)).to_be_hidden()

    look_for(tab, "sitecore")
    expect(tab.locator(RESULTS).first).to_have_attribute("href", re.compile("sitecore"))
    tab.keyboard.press("Escape")
    expect(tab.locator(DIALOG)).to_be_hidden()

    tab.go_back()
    expect(tab.locator(FIELD)).to_have_value("clearhead")
    expect(tab.locator(RESULTS).first).to_have_attribute("href", FIRST)
    assert tab.evaluate(MARKED)


def test_an_address_with_a_word_searches_at_once_and_loses_it_with_the_search(
    tab: Tab, site: Site, server: Server
) -> None:
    tab.goto(f"{server.url(site.pages[''])}?q=sitecore")
    expect(tab.locator(RESULTS).first).to_have_attribute("href", re.compile("sitecore"))
    tab.keyboard.press("Escape")
    expect(tab).to_have_url(server.url(site.pages[""]))


def test_what_was_looked_for_stands_in_the_address(tab: Tab) -> None:
    look_for(tab, "a & b")
    expect(tab).to_have_url(re.compile(r"\?q=a\+%26\+b$"))


# How it is led


def test_the_field_says_what_it_leads_and_arrows_go_round(tab: Tab) -> None:
    field, last = tab.locator(FIELD), "a-found-3"
    assert field.get_attribute("role") == "combobox"
    expect(field).to_have_attribute("aria-expanded", "false")
    look_for(tab, "CDP")
    expect(tab.locator(RESULTS)).to_have_count(4)
    expect(field).to_have_attribute("aria-expanded", "true")
    assert tab.locator(f"#{field.get_attribute('aria-controls')}").get_attribute("role") == "listbox"
    went = []
    for key in ("ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp", "Home", "ArrowUp"):
        field.press(key)
        went.append(active(tab))
        selected = tab.locator(f"{RESULTS}[aria-selected=true]")
        assert [went[-1]] == (selected.evaluate_all("found => found.map(({id}) => id)") or [None])
    assert went == ["a-found-0", "a-found-1", last, None, last, "a-found-0", None]
    expect(field).to_be_focused()
    field.press("Home")
    assert active(tab) is None, "without a result that is active these keys are the field's own"


def test_enter_opens_the_result_that_is_active(tab: Tab) -> None:
    look_for(tab, "CDP")
    expect(tab.locator(RESULTS)).to_have_count(4)
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    second = tab.locator(RESULTS).nth(1).get_attribute("href")
    tab.keyboard.press("Enter")
    assert second
    tab.wait_for_url(second)


def test_enter_waits_for_the_answer_to_what_stands_there(tab: Tab) -> None:
    look_for(tab, "sitecore")
    expect(tab.locator(RESULTS).first).to_have_attribute("href", re.compile("sitecore"))
    tab.locator(FIELD).fill("clearhead")
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("/frameworks/clearhead/$"))


def test_another_word_takes_the_first_ones_place_and_no_word_finds_nothing(tab: Tab) -> None:
    field, first = tab.locator(FIELD), tab.locator(RESULTS).first
    hint = tab.locator(TOLD).text_content()
    look_for(tab, "clearhead")
    expect(first).to_have_attribute("href", FIRST)
    field.fill("sitecore")
    expect(first).to_have_attribute("href", re.compile("sitecore"))
    field.fill("")
    expect(tab.locator(RESULTS)).to_have_count(0)
    expect(tab.locator(TOLD)).to_have_text(hint or "")
    expect(field).to_have_attribute("aria-expanded", "false")


# What it says


def test_the_count_is_told_once_when_the_letters_have_ended(tab: Tab) -> None:
    look_for(tab, "cl")
    expect(tab.locator(TOLD)).to_contain_text("results")
    # At once, so that a busy machine makes no pause between two letters.
    tab.locator(TOLD).evaluate(
        """(told, [field, letters]) => {
            window.said = [];
            new MutationObserver(() => window.said.push(told.textContent)).observe(told, {childList: true});
            const input = document.querySelector(field);
            for (const letter of letters) {
                input.value += letter;
                input.dispatchEvent(new Event("input"));
            }
        }""",
        [FIELD, "earhead maturity"],
    )
    expect(tab.locator(TOLD)).to_have_text(re.compile(r"^\d+ results?$"))
    said = tab.evaluate("() => window.said")
    assert len(said) == 1, said
    assert int(said[0].split()[0]) == tab.locator(RESULTS).count()


def test_more_than_are_shown_are_counted(ask: Ask) -> None:
    found = ask("en", "data")
    assert len(places(found)) == 30
    assert re.fullmatch(r"The best 30 of \d{2,} results", found["count"])


def test_nothing_found_is_said(tab: Tab) -> None:
    look_for(tab, "qqxxzz")
    expect(tab.locator(TOLD)).to_have_text("Nothing found.")


def test_what_was_meant_is_a_button_that_searches(tab: Tab) -> None:
    look_for(tab, "persnalisation")
    meant = tab.locator(TOLD).get_by_role("button")
    expect(meant).to_have_text(re.compile("Did you mean .personalisation"))
    expect(tab.locator(TOLD)).to_contain_text(re.compile("^Nothing found.*results$"))
    meant.click()
    expect(tab.locator(FIELD)).to_have_value("personalisation")
    expect(tab.locator(FIELD)).to_be_focused()
    expect(tab.locator(TOLD)).not_to_contain_text("Nothing")
    expect(tab.locator(RESULTS).first).to_contain_text("Personalisation")


@pytest.mark.parametrize(("width", "height", "least"), [(1440, 900, 10), (360, 640, 4)])
def test_a_result_is_a_title_and_a_line_of_what_it_is_and_says(
    width: int, height: int, least: int, tab: Tab
) -> None:
    tab.set_viewport_size({"width": width, "height": height})
    look_for(tab, "realtime")
    results = tab.locator(RESULTS)
    expect(results.nth(least)).to_be_attached()
    expect(tab.locator(TOLD)).to_contain_text("results")
    seen = results.evaluate_all(
        "links => links.filter(link => link.getBoundingClientRect().bottom <= innerHeight).length"
    )
    tab.set_viewport_size({"width": 1440, "height": 900})
    assert seen >= least
    expect(results.first.locator(".a-found__title mark")).to_have_text("Real time")
    expect(results.first.locator(".a-found__kind")).to_have_text("Glossary")
    for result in results.all():
        assert result.locator("mark").count(), result.text_content()


def test_words_of_another_language_stand_there_in_that_language(tab: Tab) -> None:
    look_for(tab, "klantbeeld")
    expect(tab.locator(TOLD)).to_contain_text("in another language: Dutch")
    for result in tab.locator(RESULTS).all():
        expect(result.locator(".a-found__kind")).to_have_text(re.compile("Dutch$"))
        expect(result.locator("[lang=nl] mark").first).to_have_text(re.compile("klantbeeld", re.IGNORECASE))


# How it looks


@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (1440, "dark"), (360, "light"), (360, "dark")]
)
def test_axe_finds_nothing_in_the_open_search(
    width: int, scheme: Scheme, open_page: Open, page_types: dict[str, Page]
) -> None:
    tab = open_page(page_types["home"], fragment="?q=persnalisation", width=width, scheme=scheme)
    expect(tab.locator(TOLD)).to_contain_text("Did you mean")
    tab.locator(FIELD).press("ArrowDown")
    assert axe(tab) == []


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_fingers_hit_it_and_nothing_sticks_out_at_twice_the_size(
    direction: str, open_page: Open, page_types: dict[str, Page]
) -> None:
    tab = open_page(page_types["home"], fragment="?q=persnalisation", width=320)
    expect(tab.locator(TOLD)).to_contain_text("Did you mean")
    assert tab.evaluate(SMALL) == [[], []]
    assert tab.evaluate(STICKING_OUT) == []
    tab.evaluate("direction => { document.body.dir = direction; }", direction)
    close, field = (tab.locator(part).bounding_box() for part in (f"{DIALOG} button >> nth=0", FIELD))
    assert close
    assert field
    assert (close["x"] > field["x"]) == (direction == "ltr")
    tab.evaluate("() => { document.documentElement.style.fontSize = '250%'; }")
    grown = tab.locator(FIELD).bounding_box()
    assert grown
    assert grown["width"] > 200
    assert tab.locator(DIALOG).evaluate(
        "dialog => [...dialog.querySelectorAll('button, input, p')]"
        ".every(part => part.getBoundingClientRect().left >= 0 && part.getBoundingClientRect().right <= 320)"
    )


def test_the_active_result_is_seen_in_forced_colours(tab: Tab) -> None:
    tab.emulate_media(forced_colors="active")
    look_for(tab, "CDP")
    expect(tab.locator(RESULTS)).to_have_count(4)
    tab.keyboard.press("ArrowDown")
    outlines = tab.locator(RESULTS).evaluate_all(
        "found => found.map(one => getComputedStyle(one).outlineStyle)"
    )
    tab.emulate_media(forced_colors="none")
    assert outlines == ["solid", "none", "none", "none"]


# What it finds


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
    assert found["suggestion"]["word"] == meant
    assert places(found)[:3] == places(ask(language, meant))[:3]


@pytest.mark.parametrize(
    ("language", "query", "other"), [("en", "klantbeeld", "Dutch"), ("nl", "customer journey", "Engels")]
)
def test_a_word_of_another_language_finds_the_thing_here_and_says_where_it_stands(
    language: str, query: str, other: str, ask: Ask
) -> None:
    found = ask(language, query)
    assert places(found)
    assert {item["language"]["name"] for item in found["found"]} == {other}
    assert len(places(found)) == len(set(places(found)))


def test_every_level_cell_term_and_finding_can_be_found(site: Site, language: str) -> None:
    kinds: dict[str, int] = {}
    for entry in search_entries(site.folder / site.languages[language]):
        kinds[entry["kind"]] = kinds.get(entry["kind"], 0) + 1
    assert (kinds["level"], kinds["layer"], kinds["cell"], kinds["framework"]) == (21, 3, 60, 5)
    assert kinds["term"] > 90
    assert kinds["finding"] == 19
    assert kinds["mapping"] == 162


def test_pages_by_hand_are_found_by_their_headings(site: Site, language: str) -> None:
    found = {entry["location"] for entry in search_entries(site.folder / site.languages[language])}
    assert {"about/", "judging/", "about/#errors"} <= found
