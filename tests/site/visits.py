"""Visit a page once, as a reader who has never seen the site, and note all that only a browser can tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser import tools
from tests.site.built import LANGUAGES, PAGE_TYPES, Page
from tests.site.scripts import AXE, SMALL, STICKING_OUT, tab_stops
from tests.site.served import Request, Server
from tests.site.tabs import WITHOUT_STYLE, Scheme, hearing, new_tab

WIDTHS = (360, 1440)
PHONES = (320, 360)
HEIGHT = 900
SCHEMES: tuple[Scheme, ...] = ("light", "dark")


@dataclass(frozen=True)
class Visit:
    """What a reader opens and how, and whether they walk over it or leave it for which language."""

    page_type: str
    language: str
    width: int
    scheme: Scheme
    onward: str
    walked: bool  # by keyboard; who does not walk changes the language, as each takes long

    def __str__(self) -> str:
        """The visit in a test's name."""
        return f"{self.page_type}-{self.language}-{self.width}-{self.scheme}"


@dataclass(frozen=True)
class Arrival:
    """Where a link to another language led."""

    language: str | None
    address: str
    fragment: str


@dataclass(frozen=True)
class Seen:
    """All that a visit showed; each test looks at one part of it."""

    page: Page
    scheme: str | None
    asked: list[str]
    loaded: list[Request]
    complaints: list[str]
    stops: list[dict[str, str]]
    sideways: Mapping[int, list[str]]
    small: list[list[str]]
    violations: list[dict[str, str]]
    place: str
    arrived: Arrival | None


def visits() -> list[Visit]:
    """Each page type in each language; of type, language, width and scheme every two values meet once."""
    return [
        Visit(
            page_type,
            language,
            WIDTHS[(row + column) % 2],
            SCHEMES[(row + row // 2 + column + column // 2) % 2],
            list(LANGUAGES)[(column + 1 + row // 2 % (len(LANGUAGES) - 1)) % len(LANGUAGES)],
            column == row // 4 % len(LANGUAGES),
        )
        for row, page_type in enumerate(PAGE_TYPES)
        for column, language in enumerate(LANGUAGES)
    ]


def look(visit: Visit, page: Page, server: Server, browser: Browser) -> Seen | None:
    """Make a visit; None where a busy machine lost a file on the way: such a page shows nothing."""
    asked: list[str] = []
    lost: list[str] = []
    before = len(server.requests)
    with new_tab(browser, visit.width, visit.scheme, apart=True) as tab, hearing(tab) as complaints:
        tab.context.on("request", lambda request: asked.append(request.url))
        tab.on("requestfailed", lambda request: lost.append(request.url))
        tab.goto(server.url(page))
        # Until all has come that a page asks for later, there is something to do.
        sideways = {width: sticking_out(tab, width) for width in PHONES}
        small = tab.evaluate(SMALL)
        tab.set_viewport_size({"width": visit.width, "height": HEIGHT})
        tab.evaluate(tools.accessibility_rules())
        tab.wait_for_load_state("networkidle")
        loaded, asked_first = server.requests[before:], list(asked)
        scripts = set(tab.evaluate("() => [...document.scripts].map(script => script.src).filter(Boolean)"))
        if lost or tab.evaluate(WITHOUT_STYLE) or scripts - set(asked_first):
            return None
        scheme = tab.locator("[data-md-color-scheme]").first.get_attribute("data-md-color-scheme")
        stops = list(tab_stops(tab)) if visit.walked else []
        # What the header covers where the walk happened to end, a reader moves.
        tab.evaluate("scrollTo(0, 0)")
        violations = tab.evaluate(AXE)
        place = a_place_on(page)
        arrived = None if visit.walked or page.is_view else leave(tab, server, page, place, visit.onward)
    place = place.removeprefix("#")
    return Seen(
        page, scheme, asked_first, loaded, complaints, stops, sideways, small, violations, place, arrived
    )


def leave(tab: Tab, server: Server, page: Page, place: str, language: str) -> Arrival:
    """Change the language at a place on a page."""
    tab.goto(server.url(page) + place)
    switch_language(tab, language)
    return Arrival(
        tab.locator("html").get_attribute("lang"), server.address(tab.url), urlsplit(tab.url).fragment
    )


def sticking_out(tab: Tab, width: int) -> list[str]:
    """What makes a page scroll sideways on a screen of that width."""
    tab.set_viewport_size({"width": width, "height": HEIGHT})
    found: list[str] = tab.evaluate(STICKING_OUT)
    return found


def a_place_on(page: Page) -> str:
    """The fragment of the last thing in the content that can be linked to."""
    ids = [
        element.attributes["id"]
        for element in page.elements
        if "main" in element.within and "id" in element.attributes
    ]
    return f"#{ids[-1]}" if ids else ""


def switch_language(tab: Tab, language: str) -> None:
    """Follow the language link in the header as a person does: several stand in a menu, opened first."""
    link = tab.locator(f'header a[data-atlas-language][hreflang="{language}"]')
    menu = tab.locator("header .a-languages__menu:not([open]) > summary")
    if menu.count():
        menu.click()
    with tab.expect_navigation():
        link.click()
