"""A page stands still while it loads, though its scripts come late: Cumulative Layout Shift, https://web.dev/cls/."""

import time

import pytest
from playwright.sync_api import Browser, Route

from tests.site.built import Page
from tests.site.conftest import new_tab
from tests.site.served import Server

MOST = 0.05
LATE = 0.4
"""Seconds that a script takes, so that the page is painted before it."""

_SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
        if (!entry.hadRecentInput) sum += entry.value;
    })).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 500);
})"""


def late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()


@pytest.mark.parametrize(
    "kind", ["home", "framework", "level", "crosswalk", "comparison", "theme", "quiz", "embedded quiz"]
)
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_jumps_when_scripts_come_late(
    kind: str, width: int, page_types: dict[str, Page], server: Server, browser: Browser
) -> None:
    with new_tab(browser, width) as tab:
        tab.route("**/*.js", late)
        tab.goto(server.url(page_types[kind]), wait_until="networkidle")
        assert tab.evaluate(_SHIFTS) <= MOST
