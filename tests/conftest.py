"""Serve the site as readers get it: built once, on this machine, in a browser that reaches nothing else."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import tools
from tests.site.built import Page, Site, largest_page_of_each_type, read_site
from tests.site.served import Server

PROJECT = Path(__file__).parent.parent

# A tested page must not wait for, or be blamed for, what the browser itself would like to fetch.
QUIET_CHROMIUM = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@pytest.fixture(scope="session")
def site_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's folder, built for this run, unless the variable ATLAS_TEST_SITE names one built before."""
    if built_before := os.environ.get("ATLAS_TEST_SITE"):
        return Path(built_before).resolve()
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    build = subprocess.run(
        command,
        cwd=PROJECT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if build.returncode:
        pytest.fail(
            f"mkdocs build --strict ended with {build.returncode}:\n{build.stdout[-8000:]}", pytrace=False
        )
    return folder


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
def browser() -> Iterator[Browser]:
    """A headless Chromium that reaches this machine only."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=tools.chromium(), args=QUIET_CHROMIUM)
        yield browser
        browser.close()
