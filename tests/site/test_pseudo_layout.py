"""The layout holds longer words and the other writing direction: proved on pages in the pseudo-locales."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.l10n.pseudo import PSEUDO
from tests.site.built import PAGE_TYPES, Page, Site
from tests.site.scripts import axe, lost_words
from tests.site.served import Server
from tests.site.tabs import new_tab
from tests.site.visits import switch_language

LONG, RIGHT_TO_LEFT = PSEUDO
KINDS = ("home", "frameworks", "framework", "level", "crosswalk", "theme", "quiz", "not found")
WIDTHS = (360, 1440)
# Of kind, locale and width every two meet.
LOOKS = [
    (kind, tag, WIDTHS[(row + column) % 2])
    for row, kind in enumerate(KINDS)
    for column, tag in enumerate(PSEUDO)
]

# For screen readers only: a pixel that shows nothing.
UNSEEN = """
const unseen = element =>
    element && (getComputedStyle(element).clipPath !== "none" || unseen(element.parentElement));
"""

STICKING_OUT = """() => {
    UNSEEN
    const {clientWidth, scrollWidth} = document.documentElement;
    const out = [...document.querySelectorAll("body *")].filter(element => {
        const {left, right, width} = element.getBoundingClientRect();
        return width > 1 && (left < -1 || right > clientWidth + 1)
            && !element.closest(".a-scroll, .md-sidebar, .md-skip, .md-tabs__list, pre, svg svg")
            && element.checkVisibility() && !unseen(element);
    });
    return [...scrollWidth > clientWidth ? [`${scrollWidth} of ${clientWidth}`] : [],
        ...out.map(element => element.cloneNode(false).outerHTML)];
}""".replace("UNSEEN", UNSEEN)

CUT_OFF = """() => {
    UNSEEN
    const words = "h1, h2, h3, h4, th, td, dt, button, label, legend, summary, caption, .a-relation, .a-chip";
    const cut = ({scrollWidth, clientWidth, scrollHeight, clientHeight}, overflow) =>
        scrollWidth > clientWidth + 1 || (overflow === "hidden" && scrollHeight > clientHeight + 1);
    return [...document.querySelectorAll(`main :is(${words}), .a-button, .md-tabs__link, .a-language`)]
        .filter(element => element.checkVisibility() && !unseen(element) && !element.matches(".md-icon"))
        .filter(element => getComputedStyle(element).display !== "inline")
        .filter(element => cut(element, getComputedStyle(element).overflowY))
        .map(element => `${element.scrollWidth} > ${element.clientWidth}: ${element.outerHTML.slice(0, 99)}`);
}""".replace("UNSEEN", UNSEEN)

# Of each bar on the first ruler that is seen: its edges, and on a laptop those of the words in it, in pixels.
BARS = """() => [
    ...document.querySelectorAll("article .a-ruler:first-of-type :is(.a-level, .a-ruler__lines a)")
].filter(bar => bar.checkVisibility()).map(bar => {
    const box = (bar.querySelector("rect") ?? bar).getBoundingClientRect();
    const words = bar.querySelector("b").getBoundingClientRect();
    return {left: box.left, right: box.right, from: words.left, to: words.right};
})"""


@pytest.fixture(scope="module")
def served(trial: Site) -> Iterator[Server]:
    """The trial site on a loopback address."""
    with Server(trial) as server:
        yield server


@pytest.fixture(scope="module", params=WIDTHS)
def tab(request: pytest.FixtureRequest, chromium: Callable[[], Browser]) -> Iterator[Tab]:
    """A tab of each width in turn."""
    with new_tab(chromium(), request.param) as tab:
        yield tab


@pytest.fixture(params=PSEUDO)
def tag(request: pytest.FixtureRequest) -> str:
    """Each pseudo-locale in turn."""
    return str(request.param)


def largest(kind: str, tag: str, trial: Site) -> Page:
    """The largest page of a kind in a pseudo-locale."""
    found = (
        page
        for page in trial.pages.values()
        if page.language == tag and re.fullmatch(PAGE_TYPES[kind], page.path)
    )
    return max(found, key=lambda page: page.file.stat().st_size)


@pytest.mark.parametrize(("kind", "tag", "width"), LOOKS)
def test_nothing_sticks_out_no_words_are_cut_off_and_axe_finds_nothing(
    kind: str, tag: str, width: int, trial: Site, served: Server, browser: Browser
) -> None:
    with new_tab(browser, width) as tab:
        tab.goto(served.url(largest(kind, tag, trial)))
        tab.evaluate("for (const part of document.querySelectorAll('article details')) part.open = true")
        for each in (sum(WIDTHS) - width, width):
            tab.set_viewport_size({"width": each, "height": 900})
            assert tab.evaluate(STICKING_OUT) == [], each
            assert tab.evaluate(CUT_OFF) == [], each
        assert axe(tab) == []


def test_no_name_of_a_level_loses_a_letter_at_any_width(
    tag: str, trial: Site, served: Server, browser: Browser
) -> None:
    with new_tab(browser, 320) as tab:
        tab.goto(served.url(largest("home", tag, trial)))
        assert lost_words(tab, tab.locator(".a-ruler__lines a").count()) == {}


def test_the_scale_runs_with_the_text(tag: str, tab: Tab, trial: Site, served: Server) -> None:
    tab.goto(served.url(largest("framework", tag, trial)))
    bars: list[dict[str, float]] = tab.evaluate(BARS)
    first, last = bars[0], bars[-1]
    back = tag == RIGHT_TO_LEFT
    assert first["right"] > last["right"] if back else first["left"] < last["left"]
    if tab.locator("article .a-ruler__lines").first.is_visible():
        return
    assert all(0 < (bar["right"] - bar["to"] if back else bar["from"] - bar["left"]) < 12 for bar in bars)
    bands = [band.bounding_box() for band in tab.locator("article .a-ruler__bands").first.locator("li").all()]
    starts = [box["x"] for box in bands if box]
    assert starts == sorted(starts, reverse=back)


def test_a_matrix_begins_where_reading_begins(
    tag: str, trial: Site, served: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(served.url(largest("framework", tag, trial)))
        row = tab.locator(".a-matrix__table tbody tr:has(td)").first
        boxes = [cell.bounding_box() for cell in row.locator("th, td").all()]
        places = [box["x"] for box in boxes if box]
    assert places == sorted(places, reverse=tag == RIGHT_TO_LEFT)


def test_arrows_point_where_reading_goes(trial: Site) -> None:
    pages = {tag: largest("level", tag, trial).file.read_text(encoding="utf-8") for tag in PSEUDO}
    pager = re.compile(r'<nav class="a-pager".*?</nav>', re.DOTALL)
    arrows = {tag: re.findall("[←→]", "".join(pager.findall(html))) for tag, html in pages.items()}
    assert arrows == {LONG: ["←", "→"], RIGHT_TO_LEFT: ["→", "←"]}


def test_a_quiz_can_be_answered_to_its_result(tag: str, tab: Tab, trial: Site, served: Server) -> None:
    tab.goto(served.url(largest("quiz", tag, trial)))
    tab.locator("[data-do=begin]:visible").click()
    questions = tab.locator(".a-quiz__ask").count()
    for _ in range(questions):
        tab.locator(".a-quiz__ask:visible .a-choice").first.click()
        tab.locator(".a-quiz button[type=submit]").click()
    expect(tab.locator("[data-if='view:result']")).to_be_visible()
    assert tab.evaluate(STICKING_OUT) == []
    assert tab.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_menu_of_languages_works_by_keyboard(
    width: int, scripts: bool, tag: str, trial: Site, served: Server, browser: Browser
) -> None:
    page = largest("level", tag, trial)
    with new_tab(browser, width, script=scripts) as tab:
        tab.goto(f"{served.url(page)}#counterparts")
        # Where the browser goes there late, it takes the focus from wherever that is.
        expect(tab.locator("#counterparts")).to_be_in_viewport()
        menu = tab.locator("header .a-languages__menu")
        menu.locator("summary").focus()
        tab.keyboard.press("Enter")
        links = menu.locator("a")
        assert [link.get_attribute("hreflang") for link in links.all()] == [
            item for item in trial.languages if item != tag
        ]
        expect(links.last).to_be_in_viewport(ratio=1)
        tab.keyboard.press("Tab")
        expect(links.first).to_be_focused()
        tab.keyboard.press("Enter")
        tab.wait_for_url(served.url(trial.counterpart(page, "en")) + ("#counterparts" if scripts else ""))


def test_answers_go_with_the_reader_from_language_to_language(
    trial: Site, served: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(served.url(largest("quiz", LONG, trial)))
        tab.locator("[data-do=begin]:visible").click()
        tab.locator(".a-quiz__ask:visible .a-choice").first.click()
        switch_language(tab, RIGHT_TO_LEFT)
        expect(tab.locator("html")).to_have_attribute("lang", RIGHT_TO_LEFT)
        expect(tab.locator(".a-quiz__ask:visible .a-choice input").first).to_be_checked()
