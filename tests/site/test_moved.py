"""After a renaming old addresses lead on, in every language, and old places on pages are still there."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from tests.site.built import Page, Site, read_site, search_entries
from tests.site.projects import atlas, mkdocs, replace, write, write_site_project
from tests.site.served import Server
from tests.site.tabs import new_tab
from tests.site.test_links import broken_links

REDIRECTS = """\
redirects:
  - from: bay
    to: harbour
  - from: bay/levels/plank
    to: harbour/levels/pier
  - from: harbour/dimensions/hands
    to: harbour/dimensions/crew
  - from: mill/layers/paddle
    to: mill/layers/wheel
  - from: mill/layers/wheel/variants/high
    to: mill/layers/wheel/variants/overshot
  - from: mill/capabilities/gate
    to: mill/capabilities/sluice
  - from: harbour/level_groups/first
    to: harbour/level_groups/early
  - from: harbour/claims/stay
    to: harbour/claims/most-stay
  - from: themes/crowd
    to: themes/people
  - from: glossary/terms/mooring
    to: glossary/terms/berth
  - from: reference-scale/bands/low
    to: reference-scale/bands/ebb
  - from: findings/gales
    to: findings/storms
  - from: crosswalks/harbour--lantern/mappings/plank-candle
    to: crosswalks/harbour--lantern/mappings/pier-candle
"""

MOVED = {
    "frameworks/bay/": "frameworks/harbour/",
    "frameworks/bay/languages/": "frameworks/harbour/languages/",
    "frameworks/bay/history/": "frameworks/harbour/history/",
    "frameworks/bay/levels/plank/": "frameworks/harbour/levels/pier/",
    "frameworks/bay/levels/dock/": "frameworks/harbour/levels/dock/",
    "frameworks/bay/dimensions/hands/": "frameworks/harbour/dimensions/crew/",
    "frameworks/harbour/dimensions/hands/": "frameworks/harbour/dimensions/crew/",
    "frameworks/mill/layers/paddle/": "frameworks/mill/layers/wheel/",
    "crosswalks/bay--lantern/": "crosswalks/harbour--lantern/",
    "quiz/bay/": "quiz/harbour/",
    "quiz/bay/embed/": "quiz/harbour/embed/",
    "embed/matrix/bay/": "embed/matrix/harbour/",
    "embed/crosswalk/bay--lantern/": "embed/crosswalk/harbour--lantern/",
    "themes/crowd/": "themes/people/",
    "findings/low/": "findings/ebb/",
}
ANCHORS = {
    "frameworks/harbour/": ("crew-plank", "hands-plank", "hands-pier", "charts-plank", "step-plank--dock"),
    "frameworks/harbour/dimensions/crew/": ("plank",),
    "frameworks/harbour/levels/pier/": ("cell-hands", "claim-stay"),
    "frameworks/mill/": ("capability-gate",),
    "frameworks/mill/layers/wheel/": ("variant-high",),
    "crosswalks/": ("band-low",),
    "crosswalks/harbour--lantern/": ("plank-candle",),
    "frameworks/": ("bay",),
    "sources/": ("bay",),
    "themes/": ("crowd",),
    "glossary/": ("mooring",),
    "findings/": ("gales",),
}
FOLDERS = ("", "nl/")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project in which things were renamed, with an edition after which a text was reworded."""
    folder = write_site_project(tmp_path_factory.mktemp("moved"))
    write(folder / "frameworks" / "redirects.yaml", REDIRECTS)
    made = atlas(folder, "edition")
    assert made.returncode == 0, made.stdout
    replace(folder / "frameworks" / "harbour.yaml", "One plank for every boat.", "One wide plank for all.")
    done = mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stdout
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Site:
    """Its pages."""
    return read_site(project / "site")


@pytest.fixture(scope="module")
def moved_server(site: Site) -> Iterator[Server]:
    """Its pages, served."""
    with Server(site) as server:
        yield server


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("old", MOVED)
def test_an_old_address_leads_to_the_new_one(site: Site, old: str, folder: str) -> None:
    page = site.pages[folder + old]
    [refresh] = [item for item in page.all("meta") if item.attributes.get("http-equiv") == "refresh"]
    delay, _, to = refresh.attributes["content"].partition("; url=")
    [link] = page.all("a", within="main")
    [canonical] = [item for item in page.all("link") if item.attributes.get("rel") == "canonical"]
    assert delay == "0"
    assert to == link.attributes["href"]
    assert urljoin(f"/{page.address}", to) == f"/{folder}{MOVED[old]}"
    assert canonical.attributes["href"] == f"https://small.example/{folder}{MOVED[old]}"


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("old", MOVED)
def test_an_old_address_speaks_its_language_and_is_not_found_by_search(
    project: Path, site: Site, old: str, folder: str
) -> None:
    page = site.pages[folder + old]
    html = page.file.read_text(encoding="utf-8")
    root = page.elements[0]
    assert (root.tag, root.attributes["lang"]) == ("html", folder.strip("/") or "en")
    assert '<meta name="robots" content="noindex">' in html
    for file in (project / "site").rglob("sitemap.xml"):
        assert f"/{folder}{old}<" not in file.read_text(encoding="utf-8")
    found = search_entries(project / "site" / folder)
    assert [entry["location"] for entry in found if entry["location"].startswith(old)] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_framework_leads_to_what_has_changed_in_it(site: Site, folder: str) -> None:
    home, history, editions = (
        site.pages[folder + path]
        for path in ("frameworks/harbour/", "frameworks/harbour/history/", "editions/")
    )
    for page in (home, editions):
        links = [link.attributes.get("href", "") for link in page.all("a", within="main")]
        targets = [site.target(page, link) for link in links]
        assert history.address in {target.address for target in targets if target}
    assert [element.tag for element in history.elements if element.tag in ("del", "ins")] == [
        "ins",
        "del",
        "ins",
    ]


def test_what_was_not_renamed_has_no_second_address(site: Site) -> None:
    leading_on = {page.address for page in site.pages.values() if is_moved(page)}
    assert {address for address in leading_on if "lantern/" in address and "bay" not in address} == set()
    assert {address.removeprefix("nl/") for address in leading_on} >= MOVED.keys()
    others = [page for page in site.pages.values() if not is_moved(page)]
    assert not [page for page in others if "bay" in page.address]


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("address", ANCHORS)
def test_an_old_place_on_a_page_is_still_there(site: Site, address: str, folder: str) -> None:
    page = site.pages[folder + address]
    assert set(ANCHORS[address]) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_every_link_leads_somewhere(site: Site) -> None:
    broken = broken_links(site)
    assert not broken, "\n".join(broken)


def test_no_page_says_that_an_old_address_is_its_other_language(site: Site) -> None:
    named = {
        element.attributes["hreflang"]: element.attributes["href"]
        for element in site.pages["frameworks/harbour/"].all("link")
        if "hreflang" in element.attributes
    }
    assert named["nl"] == "https://small.example/nl/frameworks/harbour/"
    links = [item for page in site.pages.values() if is_moved(page) for item in page.all("link")]
    assert [item for item in links if "hreflang" in item.attributes] == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_reader_keeps_the_place_and_the_question_of_the_address(
    site: Site, moved_server: Server, browser: Browser, folder: str
) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(f"{moved_server.url(site.pages[f'{folder}frameworks/bay/'])}#hands-plank")
        tab.wait_for_url(re.compile(r"/frameworks/harbour/#hands-plank$"))
        assert tab.locator("#hands-plank").evaluate("element => element.closest('td').id") == "crew-pier"
        tab.goto(f"{moved_server.url(site.pages[f'{folder}quiz/bay/embed/'])}?theme=dark#r=code")
        tab.wait_for_url(re.compile(r"/quiz/harbour/embed/\?theme=dark#r=code$"))


def test_without_a_script_a_reader_is_led_on_too(site: Site, moved_server: Server, browser: Browser) -> None:
    with new_tab(browser, 1440, script=False) as tab:
        tab.goto(moved_server.url(site.pages["themes/crowd/"]))
        tab.wait_for_url(re.compile(r"/themes/people/$"))


def test_a_code_from_before_a_renaming_is_said_to_be_of_another_version(
    site: Site, moved_server: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440) as tab:
        tab.goto(moved_server.url(site.pages["quiz/harbour/embed/"]))
        tab.wait_for_function("() => customElements.get('atlas-quiz')")
        old = tab.evaluate(
            "() => { const quiz = document.querySelector('atlas-quiz');"
            " return quiz.constructor.old("
            "{ quiz: 'bay', version: 'old', answers: { 'has-berths': 'yes' } }) }"
        )
        tab.goto(f"{moved_server.url(site.pages['quiz/bay/embed/'])}#r={old}")
        tab.wait_for_url(re.compile(r"/quiz/harbour/embed/#r="))
        tab.wait_for_function("() => customElements.get('atlas-quiz')")
        shown = tab.locator("atlas-quiz").evaluate(
            "quiz => [...quiz.querySelectorAll('[data-if]')].filter(part => !part.closest('[hidden]'))"
            ".map(part => part.dataset.if)"
        )
    said = " ".join(shown).split()
    assert "unknown" in said
    assert not [name for name in said if name.startswith("state:")]


def is_moved(page: Page) -> bool:
    return any(item.attributes.get("http-equiv") == "refresh" for item in page.all("meta"))
