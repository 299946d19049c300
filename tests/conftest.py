"""Serve the site as readers get it: built once, on this machine, in a browser that reaches nothing else."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from generator.cli.chromium import QUIET
from tests.browser import tools
from tests.marks import starts
from tests.once import made_once
from tests.site.built import ADDRESS, Page, Site, largest_page_of_each_type, read_site
from tests.site.served import Server

PROJECT = Path(__file__).parent.parent

# A tested page must not wait for, or be blamed for, what the browser itself would like to fetch.
QUIET_CHROMIUM = (*QUIET, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")


# Whoever asks for one of these waits for the site, the trial site, a preview or a browser.
SLOW_FIXTURES = {"site_dir", "trial", "running", "chromium"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, and as slow what starts a process or a server; other slow tests say so."""
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "chromium" in asked:
            item.add_marker(pytest.mark.browser)
            # On a machine that does more than this a browser is late at times; the last lines name each.
            item.add_marker(pytest.mark.flaky(reruns=1))
        module, name = item.getparent(pytest.Module), getattr(item, "originalname", item.name)
        if asked & SLOW_FIXTURES or (module and starts(module.obj, frozenset({name, *asked}))):
            item.add_marker(pytest.mark.slow)
    items.sort(key=_turns(items))


def _turns(items: list[pytest.Item]) -> Callable[[pytest.Item], int]:
    """When a test's module has its turn, so that no worker of `make test` waits for another one.

    The longest one first, for which the site is built; meanwhile what takes long and needs none of it; then
    the other tests of the site; and quick tests last, as the last ones to end are to be short.
    """
    asked: dict[str, set[str]] = {}
    for item in items:
        slow = {"slow"} if item.get_closest_marker("slow") else set()
        asked.setdefault(_module(item), set()).update(slow, getattr(item, "fixturenames", ()))
    sizes = Counter(_module(item) for item in items if "site_dir" in asked[_module(item)])
    longest = max(sizes, key=lambda name: (sizes[name], name), default="")

    def turn(item: pytest.Item) -> int:
        module = _module(item)
        if module == longest:
            return 0
        if "site_dir" in asked[module]:
            return 2
        return 1 if "slow" in asked[module] else 3

    return turn


def _module(item: pytest.Item) -> str:
    return item.nodeid.partition("::")[0]


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's folder, built once in this run, unless ATLAS_TEST_SITE names one built for `ADDRESS`."""
    if built_before := os.environ.get("ATLAS_TEST_SITE"):
        return Path(built_before).resolve()
    return made_once(tmp_path_factory, "site", build_site)


def build_site(folder: Path) -> None:
    """Build the site as anybody does who knows nothing but mkdocs; a warning fails."""
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=PROJECT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": ADDRESS},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if build.returncode:
        pytest.fail(
            f"mkdocs build --strict ended with {build.returncode}:\n{build.stdout[-8000:]}", pytrace=False
        )


@pytest.fixture(scope="session")
def site(site_dir: Path) -> Site:
    """The built site's pages."""
    return read_site(site_dir)


@pytest.fixture(scope="session")
def page_types(site: Site) -> dict[str, Page]:
    """For each type of page its largest page in the default language."""
    return largest_page_of_each_type(site)


@pytest.fixture(scope="session")
def server(site: Site) -> Iterator[Server]:
    """The site on a loopback address, at the path below which it expects to stand."""
    with Server(site) as server:
        yield server


@pytest.fixture(scope="session")
def chromium() -> Iterator[Callable[[], Browser]]:
    """Gives a headless Chromium that reaches this machine only, and another one once it died."""
    with sync_playwright() as playwright:
        launched: list[Browser] = []

        def alive() -> Browser:
            if not launched or not launched[-1].is_connected():
                launched.append(
                    playwright.chromium.launch(executable_path=tools.chromium(), args=QUIET_CHROMIUM)
                )
            return launched[-1]

        yield alive
        for browser in launched:
            browser.close()


@pytest.fixture
def browser(chromium: Callable[[], Browser]) -> Browser:
    """A headless Chromium that reaches this machine only."""
    return chromium()
