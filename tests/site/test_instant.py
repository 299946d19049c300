"""Instant navigation puts a new page under a header that stays; the languages stay right all the same."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Browser, Locator, TimeoutError, expect

from tests.site.conftest import new_tab
from tests.site.projects import mkdocs, replace, write_site_project


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that says nothing of what it is asked."""

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site at the very address that it states: elsewhere the theme loads pages whole."""
    project = write_site_project(tmp_path_factory.mktemp("instant"))
    handler = functools.partial(Quiet, directory=str(project / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        address = f"http://127.0.0.1:{server.server_port}/"
        replace(project / "mkdocs.yml", "https://small.example/", address)
        replace(project / "mkdocs.yml", "plugins:\n", f"{SCRIPT}plugins:\n")
        done = mkdocs(project, "build", "--strict")
        assert done.returncode == 0, done.stdout
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


SCRIPT = "extra_javascript:\n  - path: assets/atlas.js\n    defer: true\n"


@pytest.mark.parametrize(("own", "other"), [("", "nl/"), ("nl/", "")])
def test_the_language_link_in_the_header_follows_the_reader(
    own: str, other: str, home: str, browser: Browser
) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(f"{home}{own}", wait_until="networkidle")
        loads: list[str] = []
        tab.on(
            "request",
            lambda request: loads.append(request.url) if request.resource_type == "document" else None,
        )
        tab.locator(f'nav.md-tabs a[href="{home}{own}frameworks/"]').click()
        tab.wait_for_url(f"{home}{own}frameworks/")
        link = tab.locator("header a[data-atlas-language]")
        expect(link).to_have_attribute("href", f"{home}{other}frameworks/")
        assert loads == [], "the page was not navigated to at once: this test shows nothing"
        link.click()
        tab.wait_for_url(f"{home}{other}frameworks/")
        expect(tab.locator("html")).to_have_attribute("lang", "nl" if other else "en")


def test_the_place_on_the_page_is_kept_and_forgotten_with_it(home: str, browser: Browser) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(f"{home}frameworks/harbour/#crew-pier", wait_until="networkidle")
        tab.locator("header a[data-atlas-language]").click()
        tab.wait_for_url(f"{home}nl/frameworks/harbour/#crew-pier")
        follow(tab.locator("nav.md-tabs a").first, f"{home}nl/")
        link = tab.locator("header a[data-atlas-language]")
        expect(link).to_have_attribute("href", home)
        follow(link, home)


def follow(link: Locator, address: str) -> None:
    """Click until the address is there: the theme ends what a click began before it had started itself."""
    for _ in range(3):
        link.click()
        with suppress(TimeoutError):
            link.page.wait_for_url(address, timeout=5_000)
            break
    assert link.page.url == address


def test_without_scripts_the_links_lead_to_the_same_page(home: str, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{home}frameworks/harbour/levels/pier/")
        tab.locator("header a[data-atlas-language]").click()
        assert tab.url == f"{home}nl/frameworks/harbour/levels/pier/"
