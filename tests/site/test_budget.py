"""Pages are light, and reading one is nobody else's business."""

import re

import pytest
from playwright.sync_api import Browser

from tests.site.built import Page, Site
from tests.site.conftest import new_tab
from tests.site.served import Server, weight

FIRST_LOAD_BYTES = 110 * 1024
FIRST_LOAD_REQUESTS = 12
PAGE_BYTES = 25 * 1024
OWN_SCRIPT_BYTES = 8 * 1024
OWN_SCRIPT = re.compile(r"/atlas[^/]*\.js$")
OWN_STYLE_BYTES = 5 * 1024
SEARCH_INDEX_BYTES = 150 * 1024


def test_a_first_load_is_light_and_asks_nobody_but_the_sites_own_server(
    page: Page, server: Server, browser: Browser
) -> None:
    asked: list[str] = []
    before = len(server.requests)
    with new_tab(browser, 1440) as tab:
        tab.context.on("request", lambda request: asked.append(request.url))
        tab.goto(server.url(page), wait_until="networkidle")
    own = (f"{server.origin}/", "data:", "blob:")
    assert server.url(page) in asked
    assert [url for url in asked if not url.startswith(own)] == []
    loaded = server.requests[before:]
    weighed = "\n".join(f"{request.gzip_bytes:>8} {request.path}" for request in loaded)
    assert [request for request in loaded if request.status != 200] == []
    assert sum(request.gzip_bytes for request in loaded) <= FIRST_LOAD_BYTES, weighed
    assert len(loaded) <= FIRST_LOAD_REQUESTS, weighed
    scripts = [request for request in loaded if OWN_SCRIPT.search(request.path)]
    assert 0 < sum(request.gzip_bytes for request in scripts) <= OWN_SCRIPT_BYTES, weighed


def test_a_search_index_stays_small_in_every_language(site: Site, language: str) -> None:
    entries = site.folder / site.languages[language] / "search" / "search_entries.json"
    assert 1024 < weight(entries.read_bytes()) <= SEARCH_INDEX_BYTES


def test_no_page_is_heavier_than_its_budget(site: Site) -> None:
    heavy = {
        str(page): size
        for page in site.pages.values()
        if (size := weight(page.file.read_bytes())) > PAGE_BYTES
    }
    assert not heavy, f"more than {PAGE_BYTES} bytes: {heavy}"


@pytest.mark.parametrize(("suffix", "budget"), [(".js", OWN_SCRIPT_BYTES), (".css", OWN_STYLE_BYTES)])
def test_the_sites_own_scripts_and_styles_stay_small(site: Site, suffix: str, budget: int) -> None:
    sizes = {
        file.relative_to(site.folder).as_posix(): weight(file.read_bytes())
        for file in site.folder.glob(f"assets/**/*{suffix}")
        if file.relative_to(site.folder / "assets").parts[0].startswith("atlas")
    }
    assert sizes, f"no assets/atlas*{suffix} in the site"
    assert sum(sizes.values()) <= budget, sizes
