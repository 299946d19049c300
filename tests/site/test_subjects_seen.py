"""The pages of a second subject are held to what the shipped ones are held to, and lead to each other."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.builders import write_second_subject
from tests.site.built import ADDRESS, PAGE_TYPES, Page, Site, read_site
from tests.site.projects import ROOT, atlas, write, write_site_project
from tests.site.scripts import lost_words
from tests.site.served import Server
from tests.site.tabs import new_tab
from tests.site.test_html import groups_without_legend
from tests.site.visits import SCHEMES, WIDTHS, Visit, look

OWN = "subjects/kitchens/"
OF_NO_SUBJECT = {
    *("frameworks", "glossary", "sources", "history", "editions", "translations", "open texts"),
    *("about", "judging", "workshop", "not found", "layer", "citations"),
}
KINDS = [kind for kind in PAGE_TYPES if kind not in OF_NO_SUBJECT]
LANGUAGES = ("en", "nl")
# One visit to each kind: the templates are those of the first subject, whose visits meet every two of these.
VISITS = [
    Visit(
        kind,
        LANGUAGES[row % 2],
        WIDTHS[row // 2 % 2],
        SCHEMES[row // 4 % 2],
        LANGUAGES[(row + 1) % 2],
        bool(row // 8 % 2),
    )
    for row, kind in enumerate(KINDS)
]


@pytest.fixture(scope="module")
def kitchens(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented project with a second subject, in English and Dutch, as it is published."""
    project = write_second_subject(write_site_project(tmp_path_factory.mktemp("kitchens")))
    configuration = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    write(project / "mkdocs.yml", configuration.replace("in_progress: [de]", "in_progress: []"))
    words = Path("locales", "nl", "LC_MESSAGES", "ui.po")
    write(project / words, (ROOT / words).read_text(encoding="utf-8"))
    ended = atlas(project, "build", "-q", environment={"SITE_URL": ADDRESS})
    assert not ended.returncode, ended.stdout
    return read_site(project / "site", {"en": "", "nl": "nl/"})


@pytest.fixture(scope="module")
def kitchen_server(kitchens: Site) -> Iterator[Server]:
    """That site on a loopback address."""
    with Server(kitchens) as server:
        yield server


def page_of(kind: str, site: Site) -> Page:
    """The largest page of a kind that is the second subject's."""
    own = re.compile(rf"({OWN})?{PAGE_TYPES[kind]}")
    found = [
        page
        for page in site.pages.values()
        if page.address == page.path
        and own.fullmatch(page.path)
        and re.search("kitchens|oven|/recipes|/done", page.path)
    ]
    assert found, f"the second subject has no {kind}"
    return max(found, key=lambda page: (page.file.stat().st_size, page.address))


@pytest.mark.parametrize("visit", VISITS, ids=str)
def test_a_page_of_a_second_subject_is_as_sound_as_one_of_the_first(
    visit: Visit, kitchens: Site, kitchen_server: Server, browser: Browser
) -> None:
    page = kitchens.pages[kitchens.counterpart(page_of(visit.page_type, kitchens), visit.language)]
    seen = look(visit, page, kitchen_server, browser) or look(visit, page, kitchen_server, browser)
    assert seen
    assert (seen.violations, seen.complaints) == ([], [])
    assert [stop for stop in seen.stops if stop["fault"]] == []
    assert {width: found for width, found in seen.sideways.items() if found} == {}
    assert seen.small == [[], []]
    assert seen.arrived is None or seen.arrived.address == kitchens.counterpart(page, visit.onward)
    assert [len(list(page.all(tag))) for tag in ("main", "h1")] == [1, 1]
    assert list(groups_without_legend(page)) == []


def test_no_name_on_a_ruler_of_a_second_subject_is_cut_off(
    kitchens: Site, kitchen_server: Server, browser: Browser
) -> None:
    with new_tab(browser, 320) as tab:
        for address in (OWN, f"nl/{OWN}", "crosswalks/oven--pantry/"):
            tab.goto(kitchen_server.url(address))
            tab.evaluate("document.querySelectorAll('article details').forEach(item => item.open = true)")
            assert lost_words(tab, tab.locator(".a-ruler__lines a").count()) == {}


@pytest.mark.parametrize(
    ("width", "language", "names"),
    [
        (1440, "en", ("Crosswalks", "Findings", "Themes", "Quiz")),
        (360, "nl", ("Crosswalks", "Bevindingen", "Thema's", "Quiz")),
    ],
)
def test_the_top_of_a_page_leads_to_the_pages_of_every_subject(
    width: int,
    language: str,
    names: tuple[str, ...],
    kitchens: Site,
    kitchen_server: Server,
    browser: Browser,
) -> None:
    folder = kitchens.languages[language]
    with new_tab(browser, width) as tab:

        def follow(name: str) -> None:
            if width < 1220:
                tab.locator("header label[for=__drawer]").click()
            place = tab.locator(".md-sidebar--primary" if width < 1220 else ".md-tabs")
            place.get_by_role("link", name=name, exact=True).click()

        tab.goto(kitchen_server.url(f"{folder}frameworks/harbour/"))
        follow("Kitchens")
        tab.wait_for_url(kitchen_server.url(f"{folder}{OWN}"))
        for name, address in zip(names, ("crosswalks/", "findings/", "themes/", "quiz/"), strict=True):
            follow(name)
            tab.wait_for_url(kitchen_server.url(f"{folder}{OWN}{address}"))
            expect(tab.locator(".a-subjects [aria-current]").first).to_have_text("Kitchens")
        follow("Shores")
        tab.wait_for_url(kitchen_server.url(folder))
