"""Hold one visit to each type of page in each language to all that a reader may expect of it."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from itertools import combinations, permutations, product

import pytest
from playwright.sync_api import Browser

from tests.site.built import LANGUAGES, PAGE_TYPES, Page, Site
from tests.site.conftest import Open
from tests.site.scripts import MOST_TAB_STOPS
from tests.site.served import Server
from tests.site.tabs import WITHOUT_STYLE, Scheme
from tests.site.visits import SCHEMES, WIDTHS, Seen, Visit, look, visits

# The theme's name for what the reader's system asks for.
THEME_SCHEMES: Mapping[Scheme, str] = {"light": "default", "dark": "slate"}

TRIES = 4
FIRST_LOAD_BYTES = 110 * 1024
IN_A_FRAME = re.compile(r"/embed/|/assets/embed-frame\.|/assets/atlas-quiz\.js$")
FIRST_LOAD_REQUESTS = 13  # of the comparison, which opens with two frameworks; other pages stay below
OWN_SCRIPT_BYTES = 11 * 1024
OWN_SCRIPT = re.compile(r"/atlas[^/]*\.js$")

# Words without a hyphen that stand on two lines, in tables that scroll sideways.
TAKEN_APART = r"""() => [...document.querySelectorAll("article .a-scroll :is(td, th)")].flatMap(cell => {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), apart = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.parentElement.closest(".a-hidden")) continue;
        for (const word of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map(({top}) => Math.round(top)));
            if (lines.size > 1) apart.push(word[0]);
        }
    }
    return apart;
})"""


@pytest.fixture(scope="session")
def made(
    site: Site, page_types: dict[str, Page], server: Server, chromium: Callable[[], Browser]
) -> Callable[[Visit], Seen]:
    """Each visit is made when a test first asks for it; what it showed is kept for the others."""

    @cache
    def made(visit: Visit) -> Seen:
        page = site.pages[site.counterpart(page_types[visit.page_type], visit.language)]
        seen = next(filter(None, (look(visit, page, server, chromium()) for _ in range(TRIES))), None)
        assert seen, f"{visit}: a file of the page was lost on the way {TRIES} times"
        return seen

    return made


@pytest.fixture(params=visits(), ids=str)
def visit(request: pytest.FixtureRequest) -> Visit:
    """Each visit in turn."""
    found: Visit = request.param
    return found


@pytest.fixture
def seen(visit: Visit, made: Callable[[Visit], Seen]) -> Seen:
    """What it showed."""
    return made(visit)


def test_every_two_of_a_page_type_a_language_a_width_and_a_scheme_meet_in_some_visit() -> None:
    sides = {"page_type": PAGE_TYPES, "language": LANGUAGES, "width": WIDTHS, "scheme": SCHEMES}
    for one, other in combinations(sides, 2):
        met = {(getattr(visit, one), getattr(visit, other)) for visit in visits()}
        assert met == set(product(sides[one], sides[other])), (one, other)
    walks = [visit for visit in visits() if visit.walked]
    assert [visit.page_type for visit in walks] == list(PAGE_TYPES)
    for side in set(sides) - {"page_type"}:
        assert {getattr(visit, side) for visit in walks} == set(sides[side])
    assert {(visit.width, visit.scheme) for visit in walks} == set(product(WIDTHS, SCHEMES))
    changes = {(visit.language, visit.onward, visit.width) for visit in visits() if not visit.walked}
    assert changes == {(*pair, width) for pair in permutations(LANGUAGES, 2) for width in WIDTHS}


def test_every_page_of_the_site_is_of_a_type_that_is_visited(site: Site) -> None:
    types = re.compile("|".join(PAGE_TYPES.values()))
    assert [page for page in site.pages.values() if not types.fullmatch(page.path)] == []


def test_axe_finds_nothing(seen: Seen, visit: Visit) -> None:
    assert seen.scheme == THEME_SCHEMES[visit.scheme]
    assert not seen.violations, "\n".join(
        "\n    ".join(
            (f"{seen.page} {found['rule']}: {found['help']}", found["target"], found["html"], found["why"])
        )
        for found in seen.violations
    )


def test_focus_is_visible_wherever_the_keyboard_goes(seen: Seen, visit: Visit) -> None:
    assert bool(seen.stops) == visit.walked, "the keyboard reaches nothing"
    assert len(seen.stops) < MOST_TAB_STOPS, f"the keyboard is caught in a circle: {seen.stops[-3:]}"
    assert not any(stop["fault"] for stop in seen.stops), "\n".join(
        f"{seen.page} {stop['fault']}: {stop['html']}" for stop in seen.stops if stop["fault"]
    )


def test_nothing_scrolls_sideways_on_a_phone(seen: Seen) -> None:
    assert {width: found for width, found in seen.sideways.items() if found} == {}


def test_a_finger_hits_every_link_and_eyes_read_every_word(seen: Seen) -> None:
    low, tiny = seen.small
    assert low == []
    assert tiny == []


def test_the_browser_has_nothing_to_complain_of(seen: Seen) -> None:
    assert seen.complaints == []


def test_a_first_load_is_light_and_asks_nobody_but_the_sites_own_server(seen: Seen, server: Server) -> None:
    own = (f"{server.origin}/", "data:", "blob:")
    assert server.url(seen.page) in seen.asked
    assert [url for url in seen.asked if not url.startswith(own)] == []
    # A file that was lost on the way was asked for again: it weighs once.
    loaded = {
        request.path: request
        for request in seen.loaded
        # What stands in a frame is weighed as a page of its own.
        if seen.page.path != "embedding/" or not IN_A_FRAME.search(request.path)
    }.values()
    weighed = "\n".join(f"{request.gzip_bytes:>8} {request.path}" for request in loaded)
    assert [request for request in loaded if request.status != 200] == []
    assert sum(request.gzip_bytes for request in loaded) <= FIRST_LOAD_BYTES, weighed
    assert len(loaded) <= FIRST_LOAD_REQUESTS, weighed
    scripts = [request for request in loaded if OWN_SCRIPT.search(request.path)]
    assert bool(scripts) != seen.page.is_view
    assert sum(request.gzip_bytes for request in scripts) <= OWN_SCRIPT_BYTES, weighed


def test_a_click_on_the_language_link_keeps_the_place_on_the_page(
    seen: Seen, visit: Visit, site: Site
) -> None:
    # A view for frames has no such link: whoever put it on a page knows its language.
    assert bool(seen.arrived) != (visit.walked or seen.page.is_view)
    if seen.arrived:
        assert seen.arrived.language == visit.onward
        assert seen.arrived.address in site.same_page(seen.page, visit.onward)
        assert seen.arrived.fragment == seen.place


def test_a_page_that_got_no_style_sheet_is_no_page_to_judge(
    site: Site, page_types: dict[str, Page], open_page: Open
) -> None:
    home = page_types["home"]
    tab = open_page(home)
    try:
        tab.route("**/atlas.css", lambda route: route.abort(), times=1)
        assert open_page(home).evaluate(WITHOUT_STYLE) == []
        tab.route("**/atlas.css", lambda route: route.abort())
        with pytest.raises(AssertionError, match=r"atlas\.css"):
            open_page(home)
    finally:
        tab.unroute_all()


@pytest.mark.parametrize("kind", ["frameworks", "translations"])
def test_words_stay_whole_in_a_table_that_scrolls(
    kind: str, page_types: dict[str, Page], open_page: Open
) -> None:
    assert open_page(page_types[kind], width=360).evaluate(TAKEN_APART) == []
