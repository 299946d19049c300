"""What tests of the site ask for: a page of each type in each language, opened at a width and in a scheme."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from generator.l10n.pseudo import PSEUDO
from tests.once import made_once
from tests.site.built import LANGUAGES, PAGE_TYPES, PROJECT, Page, Site, read_site
from tests.site.projects import settings
from tests.site.quiz import Take, Taker, address, open_quiz
from tests.site.served import Server
from tests.site.tabs import WITHOUT_STYLE, Scheme, new_tab


class Open(Protocol):
    """Opens a page in a browser tab of that width and colour scheme."""

    def __call__(self, page: Page, *, fragment: str = "", width: int = 1440, scheme: Scheme = "light") -> Tab:
        """The tab, when what the page itself names has loaded."""


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


@pytest.fixture(params=PAGE_TYPES)
def page(request: pytest.FixtureRequest, language: str, site: Site, page_types: dict[str, Page]) -> Page:
    """A page of each type in turn, in each language."""
    address = site.counterpart(page_types[request.param], language)
    assert address in site.pages, f"/{address} does not exist"
    return site.pages[address]


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The shipped frameworks in English and the pseudo-locales, unless ATLAS_TEST_TRIAL names such a site."""
    languages = {"en": "", **{tag: f"{tag}/" for tag in PSEUDO}}
    if built_before := os.environ.get("ATLAS_TEST_TRIAL"):
        return read_site(Path(built_before).resolve(), languages)
    return read_site(made_once(tmp_path_factory, "trial", build_trial) / "build" / "pseudo", languages)


def build_trial(project: Path) -> None:
    """Build the shipped frameworks in pseudo-locales, in a project without translations."""
    for name in ("frameworks", "templates", "docs"):
        shutil.copytree(PROJECT / name, project / name)
    configuration = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(
        re.sub(r"languages: \[.*\]", "languages: [en]", configuration), encoding="utf-8"
    )
    build = subprocess.run(
        [sys.executable, "-m", "generator", "build", "--pseudo", "--strict"],
        cwd=project,
        env=settings({"PYTHONPATH": str(PROJECT)}),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert not build.returncode, build.stdout[-8000:]


@pytest.fixture(scope="session")
def open_page(chromium: Callable[[], Browser], server: Server) -> Iterator[Open]:
    """Tabs of one width and scheme are opened once: a test opens a page, not a browser."""
    with ExitStack() as tabs:
        tab_of = cache(lambda *asked: tabs.enter_context(new_tab(*asked)))

        def open_page(page: Page, *, fragment: str = "", width: int = 1440, scheme: Scheme = "light") -> Tab:
            tab = tab_of(chromium(), width, scheme)
            tab.goto(server.url(page) + fragment)
            if tab.evaluate(WITHOUT_STYLE):
                # A busy machine lost a connection. What is not there at the second time is not there.
                tab.reload()
                assert tab.evaluate(WITHOUT_STYLE) == []
            return tab

        yield open_page


@pytest.fixture
def take(browser: Browser, server: Server) -> Take:
    """Opens a quiz of the site."""

    def take(
        quiz_id: str, language: str = "en", embed: bool = False, **look: Any
    ) -> AbstractContextManager[Taker]:
        return open_quiz(browser, server, address(quiz_id, language, embed), **look)

    return take
