"""A pair's relations can be filtered, swapped and cited; any few frameworks can be set side by side."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests.site.built import LANGUAGES, Page, Site
from tests.site.scripts import axe
from tests.site.served import Server
from tests.site.tabs import hearing, new_tab

SHOWN = "[data-kind]:visible"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Tab]:
    """A tab of its own that fails its test where the page reports an error."""
    with new_tab(browser, 1440) as tab, hearing(tab) as errors:
        yield tab
        assert errors == []


# Every page is looked at in every language by test_visits.py: what a script does is tried in one of them.


@pytest.fixture
def pair(page_types: dict[str, Page]) -> Page:
    """A pair page with much on it, in the default language."""
    return page_types["crosswalk"]


@pytest.fixture
def compare(page_types: dict[str, Page], site: Site) -> Page:
    """The page for any selection, in another language."""
    return site.pages[site.counterpart(page_types["comparison"], list(LANGUAGES)[-1])]


def cleared(tab: Tab) -> list[Locator]:
    """The frameworks to choose from, none of them chosen."""
    boxes = tab.locator("[name=with]").all()
    for box in boxes:
        box.uncheck()
    expect(tab.locator("[data-result] table")).to_have_count(0)
    return boxes


def status(tab: Tab) -> str:
    """What the live region says."""
    return tab.get_by_role("status").first.inner_text()


def choices(tab: Tab, name: str) -> list[str]:
    """The values of a choice, apart from the one for all."""
    options = tab.locator(f"select[name={name}] option").all()
    return [value for option in options if (value := option.get_attribute("value"))]


def test_a_pair_opens_with_every_relation_and_says_how_many(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    count = tab.locator(SHOWN).count()
    assert count
    assert re.findall(r"\d+", status(tab)) == [str(count), str(count)]
    assert axe(tab) == []


def test_a_pair_shows_one_relation_at_a_time(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    everything = tab.locator(SHOWN).count()
    for relation in choices(tab, "relation"):
        tab.select_option("select[name=relation]", relation)
        shown = tab.locator(SHOWN)
        fitting = shown.locator(f"p > [data-there] > [data-relation={relation}]")
        assert shown.count() == fitting.count() < everything
        assert status(tab)
    assert axe(tab) == []
    tab.locator("form[data-script] [type=reset]").click()
    expect(tab.locator(SHOWN)).to_have_count(everything)


@pytest.mark.parametrize("name", ["theme", "kind"])
def test_a_pair_shows_one_theme_or_kind_at_a_time(name: str, pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    assert choices(tab, name)
    for value in choices(tab, name):
        tab.select_option(f"select[name={name}]", value)
        assert tab.locator(SHOWN).count() == tab.locator(f"[data-kind][data-{name}~={value}]").count() > 0


def test_a_choice_that_nothing_fits_is_said(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    for relation in choices(tab, "relation"):
        for kind in choices(tab, "kind"):
            tab.select_option("select[name=relation]", relation)
            tab.select_option("select[name=kind]", kind)
            if not tab.locator(SHOWN).count():
                assert not re.search(r"\d", status(tab))
                assert axe(tab) == []
                return
    pytest.skip("every relation of this pair occurs between every kind of part")


def test_swapping_mirrors_sides_and_sentences(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    first = tab.locator("[data-kind]").first
    names = first.locator(".a-pair__name")
    before = names.all_inner_texts()
    sentence = first.locator("details > p[id] [data-there]")
    there = sentence.text_content()
    first.locator("summary").click()
    tab.locator("[name=swap]").check()
    assert names.all_inner_texts() == before[::-1]
    swapped = first.locator("details > p[id]")
    assert swapped.text_content() != there
    assert there
    assert there in (first.locator("details").text_content() or "")
    assert axe(tab) == []
    tab.locator("[name=swap]").uncheck()
    assert names.all_inner_texts() == before
    assert sentence.text_content() == there


def test_a_pairs_address_brings_the_choice_back(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    tab.select_option("select[name=kind]", choices(tab, "kind")[0])
    tab.locator("[name=swap]").check()
    seen = tab.locator(SHOWN).all_inner_texts()
    address = tab.url
    assert "?" not in address
    tab.goto("about:blank")
    tab.goto(address)
    assert tab.locator("[name=swap]").is_checked()
    assert tab.locator(SHOWN).all_inner_texts() == seen


def test_a_permanent_address_opens_and_marks_its_relation(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    item = tab.locator("[data-kind]").nth(2)
    address = item.locator("[data-link]").evaluate("link => link.href")
    tab.goto("about:blank")
    tab.goto(address)
    expect(item.locator("details")).to_have_attribute("open", "")
    expect(item).to_be_in_viewport()
    assert item.evaluate("item => getComputedStyle(item).outlineStyle") == "solid"
    assert item.locator("[data-link]").inner_text() == address
    assert axe(tab) == []


def test_every_reason_opens_at_once_and_closes_again(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    reasons = tab.locator("[data-kind] details")
    tab.locator("[data-open]").click()
    assert tab.locator("[data-kind] details[open]").count() == reasons.count()
    tab.locator("[data-open]").click()
    assert tab.locator("[data-kind] details[open]").count() == 0


def test_a_match_in_the_summary_leads_to_its_reason(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    match = tab.locator(".a-closest td a").first
    address = match.evaluate("link => link.hash")
    match.click()
    expect(tab.locator(f"details:has([id='{address[1:]}'])")).to_have_attribute("open", "")


def test_a_phone_reads_the_largest_pair_in_ten_screens(pair: Page, server: Server, browser: Browser) -> None:
    with new_tab(browser, 360) as phone:
        phone.goto(server.url(pair))
        assert phone.evaluate("document.documentElement.scrollHeight") <= 10 * 800


def test_a_judged_relation_has_its_address_and_its_reference(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    item = tab.locator("[data-list]").first.locator("[data-kind]").first
    item.locator("summary").click()
    relation = item.locator("details > p[id]").get_attribute("id")
    assert (item.locator("[data-link]").inner_text()).endswith(f"#{relation}")
    item.locator(".a-cite").click()
    expect(tab).to_have_url(re.compile(rf"/cite/crosswalks/[^/]+/#mappings/{relation}$"))
    expect(tab.locator(f"[id='mappings/{relation}']")).to_be_attached()


def test_the_keyboard_is_enough_on_a_pair(pair: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(pair))
    everything = tab.locator(SHOWN).count()
    tab.locator("select[name=relation]").focus()
    tab.keyboard.press("ArrowDown")
    assert tab.locator(SHOWN).count() < everything
    tab.locator("[name=swap]").focus()
    tab.keyboard.press("Space")
    expect(tab).to_have_url(re.compile("swap"))
    tab.locator("form[data-script] [type=reset]").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(SHOWN)).to_have_count(everything)
    summary = tab.locator(".a-pair summary").first
    summary.focus()
    tab.keyboard.press("Enter")
    assert tab.locator(".a-pair details").first.get_attribute("open") is not None


def test_without_script_a_pair_is_the_full_list(pair: Page, server: Server, browser: Browser) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(pair))
        assert tab.locator(SHOWN).count() == tab.locator("[data-kind]").count() > 0
        assert tab.locator("[data-script]").filter(visible=True).count() == 0
        tab.locator(".a-pair summary").first.click()
        expect(tab.locator(".a-pair details [data-back]").first).to_be_visible()


def test_two_to_five_frameworks_stand_side_by_side(compare: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(compare))
    expect(tab.locator("[data-result] tbody tr")).to_have_count(2)
    boxes = cleared(tab)
    words = {status(tab)}
    for number, box in enumerate(boxes[:5], 1):
        box.check()
        expect(tab.locator("[data-result] tbody tr")).to_have_count(number if number > 1 else 0)
        words.add(status(tab))
    assert len(words) == 1 + len(boxes[:5])
    assert axe(tab) == []


def test_a_ready_made_selection_fills_the_comparison(compare: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(compare))
    example = tab.locator("p[data-script] a")
    example.first.click()
    expect(tab.locator("[data-result] tbody tr")).to_have_count(tab.locator("[name=with]").count())
    example.last.click()
    expect(tab).to_have_url(re.compile("theme="))
    assert tab.locator("select[name=theme]").input_value() in tab.url


def test_a_theme_shows_dimensions_under_the_scales_bands(compare: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(compare))
    for box in cleared(tab)[:3]:
        box.check()
    for theme in choices(tab, "theme"):
        tab.select_option("select[name=theme]", theme)
        expect(tab.locator("[data-result] tbody tr").first).to_be_visible()
        # In one step: the script may be about to put the next theme's rows in their place.
        widths = tab.locator("[data-result]").evaluate(
            """result => [...result.querySelectorAll("tbody tr")].map(
                row => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0)
            ).concat(result.querySelectorAll("thead th").length)"""
        )
        assert len(widths) > 1
        assert set(widths) == {widths[-1]}
    assert axe(tab) == []


def test_a_comparison_says_the_same_as_the_theme_page(compare: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(compare))
    theme = choices(tab, "theme")[2]
    chosen = "&".join(f"with={box.get_attribute('value')}" for box in tab.locator("[name=with]").all()[:5])
    tab.goto("about:blank")
    tab.goto(f"{server.url(compare)}#{chosen}&theme={theme}")
    read = "cells => cells.map(cell => [cell.dataset.level, cell.querySelectorAll('p:not(.a-meta)').length])"
    expect(tab.locator("[data-result] tbody tr").first).to_be_visible()
    here = tab.locator("[data-result] td[data-level]").evaluate_all(read)
    tab.goto(server.url(compare).replace("compare/", f"themes/{theme}/"))
    assert here == tab.locator(".a-matrix td[data-level]").evaluate_all(read)


def test_the_address_brings_the_comparison_back(compare: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(compare))
    for box in cleared(tab)[1:4]:
        box.check()
    result = tab.locator("[data-result]")
    expect(result.locator("table")).to_be_visible()
    tab.wait_for_load_state("networkidle")
    without_a_theme = result.text_content() or ""
    tab.select_option("select[name=theme]", choices(tab, "theme")[0])
    expect(result).not_to_have_text(without_a_theme)
    seen, address = result.inner_text(), tab.url
    assert "?" not in address
    tab.goto("about:blank")
    tab.goto(address, wait_until="networkidle")
    expect(result.locator("table")).to_be_visible()
    assert result.inner_text() == seen


def test_two_frameworks_lead_to_their_pair_page(compare: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(compare))
    boxes = cleared(tab)
    for box in boxes[:2]:
        box.check()
    link = tab.locator("[data-result] [data-pair]")
    expect(link).to_be_visible()
    boxes[2].check()
    expect(link).to_have_count(0)
    boxes[2].uncheck()
    link.click()
    tab.wait_for_url("**/crosswalks/*--*/")


def test_texts_that_cannot_be_fetched_are_missed_aloud(
    compare: Page, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440) as tab:
        tab.route("**/api/**", lambda route: route.abort())
        tab.goto(server.url(compare))
        for box in cleared(tab)[:2]:
            box.check()
        words = tab.locator("template[data-part=said]").evaluate(
            "part => part.content.lastElementChild.textContent"
        )
        expect(tab.get_by_role("status").first).to_have_text(words)
        assert tab.locator("[data-result] table").count() == 0
        assert axe(tab) == []


def test_on_a_phone_one_band_can_be_picked(compare: Page, server: Server, browser: Browser) -> None:
    with new_tab(browser, 360, "dark") as tab:
        tab.goto(server.url(compare))
        for box in cleared(tab)[:2]:
            box.check()
        tab.locator("[data-result] [type=radio][value='2']").check(force=True)
        levels = tab.locator("[data-result] td:visible").evaluate_all(
            "cells => cells.map(c => c.dataset.level)"
        )
        assert set(levels) <= {"2"}
        assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        assert axe(tab) == []


def test_the_keyboard_is_enough_to_compare(compare: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(compare))
    cleared(tab)[0].focus()
    for _ in range(2):
        tab.keyboard.press("Space")
        tab.keyboard.press("Tab")
    expect(tab.locator("[data-result] table")).to_be_visible()
    tab.locator("select[name=theme]").focus()
    tab.keyboard.press("ArrowDown")
    expect(tab.locator("[data-result] table")).to_be_visible()
    expect(tab).to_have_url(re.compile("theme="))


def test_without_script_pairs_and_themes_can_be_reached(
    compare: Page, server: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(server.url(compare))
        assert tab.locator("atlas-compare form").is_hidden()
        assert tab.locator("atlas-compare [data-pair]").filter(visible=True).count() > 0


def test_both_survive_instant_navigation(compare: Page, server: Server, tab: Tab) -> None:
    tab.goto(server.url(compare))
    tab.evaluate("window.sameDocument = true")
    for _ in range(2):
        for box in cleared(tab)[:2]:
            box.check()
        tab.locator("[data-result] [data-pair]").click()
        tab.wait_for_url("**/crosswalks/*--*/")
        expect(tab.locator("atlas-pair form")).to_be_visible()
        tab.locator("[name=swap]").check()
        expect(tab).to_have_url(re.compile("swap"))
        tab.locator("a[href*='compare/#']").click()
        tab.wait_for_url("**/compare/**")
        expect(tab.locator("[data-result] table")).to_be_visible()
        tab.locator("form[data-script] [type=reset]").click()
        expect(tab.locator("[data-result] tbody tr")).to_have_count(2)
    assert tab.evaluate("window.sameDocument"), "the page was loaded anew"
