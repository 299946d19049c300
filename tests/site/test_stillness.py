"""A page stands still while it loads, though its scripts come late: Cumulative Layout Shift, https://web.dev/cls/."""

import time

import pytest
from playwright.sync_api import Browser, Route

from tests.site.built import Page
from tests.site.served import Server
from tests.site.tabs import new_tab

MOST = 0.05
LATE = 0.4
"""Seconds that a script takes, so that the page is painted before it."""
ONE_MOMENT = 0.05

_SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
        if (!entry.hadRecentInput) sum += entry.value;
    })).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 100);
})"""


class Late:
    """Lets scripts come late; what is asked for in one moment comes in one moment."""

    def __init__(self) -> None:
        self.sent = 0.0

    def __call__(self, route: Route) -> None:
        """Send a script."""
        if time.monotonic() - self.sent > ONE_MOMENT:
            time.sleep(LATE)
        route.continue_()
        self.sent = time.monotonic()


@pytest.mark.parametrize(
    "kind", ["home", "framework", "level", "crosswalk", "comparison", "theme", "quiz", "embedded quiz"]
)
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_jumps_when_scripts_come_late(
    kind: str, width: int, page_types: dict[str, Page], server: Server, browser: Browser
) -> None:
    with new_tab(browser, width) as tab:
        tab.route("**/*.js", Late())
        tab.goto(server.url(page_types[kind]), wait_until="networkidle")
        assert tab.evaluate(_SHIFTS) <= MOST
