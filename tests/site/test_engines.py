"""Both engines make one site: the same pages at the same addresses, which say the same.

What differs for good, and why, is listed in decisions/0011-second-engine.md.
"""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.site.generated import TITLE_ID
from tests.cli.test_build import atlas
from tests.site.built import LANGUAGES, read_site
from tests.site.conftest import new_tab
from tests.site.engines import Reading, files, read, searchable, sitemap
from tests.site.projects import ROOT, mkdocs, replace, write, write_site_project
from tests.site.quiz import LADDER, LOADED, address, open_quiz
from tests.site.served import Server
from tests.site.test_languages import switch_language
from tests.site.test_links import broken_links
from tests.site.test_moved import REDIRECTS

FOUND_BY_THEIR_HEADS = {"compare", "crosswalks", "quiz", "themes", "translations"}
HOSTILE = 'Planks & <b>ropes</b> {{ 1 + 1 }} {% raw %} [x][y] &amp; "quotes" 100%'


@dataclass(frozen=True)
class Pair:
    """One project's site by mkdocs, and the same by Zensical; `folders` are those of its languages."""

    first: Path
    second: Path
    folders: tuple[str, ...]

    @cache  # noqa: B019 - a pair lives as long as the tests
    def readings(self) -> tuple[tuple[str, Reading, Reading], ...]:
        """Each page by its address, as both engines have it."""
        pages = [name for name in files(self.first) if name.endswith(".html")]
        return tuple((name, read(self.first / name, name), read(self.second / name, name)) for name in pages)

    def differing(self, name: str) -> list[str]:
        """The pages on which something is not the same in both, with what it is."""
        return [
            f"{page}: {getattr(one, name)!r} != {getattr(other, name)!r}"[:1500]
            for page, one, other in self.readings()
            if getattr(one, name) != getattr(other, name)
        ]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """The invented project: two languages, crosswalks, quizzes, old addresses, and prose of every kind."""
    project = write_site_project(tmp_path_factory.mktemp("engines"))
    write(project / "frameworks" / "redirects.yaml", REDIRECTS)
    replace(
        project / "frameworks" / "harbour.yaml", "summary: One plank", f"summary: '{HOSTILE}'  # One plank"
    )
    # A page that one language lacks, with front matter of its own, and a file that it shows.
    write(
        project / "docs" / "en" / "guide.md",
        "---\ntitle: A guide & more\ndescription: For *newcomers*\n---\n# A guide\n\n## First steps\n\n"
        "[About](about.md), [here](#first-steps), [a level](frameworks/harbour/levels/pier/index.md)\n\n"
        "`{{ code }}` and {{ 1 + 1 }}\n\n"
        "![A plan](plan.svg)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    )
    write(project / "docs" / "en" / "plan.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>\n')
    done = mkdocs(project, "build", "-d", "first")
    assert not done.returncode, done.stdout
    other = atlas(project, "build", "--engine", "zensical", "-d", "second")
    assert not other.returncode, other.stderr
    return Pair(project / "first", project / "second", ("", "nl/"))


@pytest.fixture(scope="session")
def shipped(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """The site that is published, by both."""
    folder = tmp_path_factory.mktemp("zensical") / "site"
    done = atlas(ROOT, "build", "--engine", "zensical", "--strict", "-d", str(folder))
    assert not done.returncode, done.stderr
    return Pair(site_dir, folder, tuple(LANGUAGES.values()))


@pytest.fixture(scope="session", params=["small", "shipped"])
def pair(request: pytest.FixtureRequest) -> Pair:
    """Each project in turn."""
    found: Pair = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def second(shipped: Pair) -> Iterator[Server]:
    """The second engine's site on a loopback address; all that is asked for must be there."""
    with Server(read_site(shipped.second)) as server:
        yield server
        assert [request for request in server.requests if request.status != 200] == []


def test_the_same_files_stand_at_the_same_addresses(pair: Pair) -> None:
    assert list(files(pair.first)) == list(files(pair.second))
    assert len(files(pair.first)) > 50


def test_what_is_no_page_of_the_theme_is_the_same_to_the_byte(pair: Pair) -> None:
    themed = {name for name, _, reading in pair.readings() if reading.article}
    ours = [name for name in files(pair.first) if name not in themed]
    assert {"api/v1/frameworks.json", "assets/atlas.css", "assets/atlas-quiz.js"} <= set(ours)
    assert [
        name for name in ours if (pair.first / name).read_bytes() != (pair.second / name).read_bytes()
    ] == []


@pytest.mark.parametrize("part", [field.name for field in dataclasses.fields(Reading)])
def test_every_page_says_the_same(pair: Pair, part: str) -> None:
    assert pair.differing(part) == []
    # Somewhere there is something to be the same.
    assert any(getattr(reading, part) for _, reading, _ in pair.readings())


def test_the_same_places_are_found_by_search_in_each_language(pair: Pair) -> None:
    for folder in pair.folders:
        one, other = searchable(pair.first / folder), searchable(pair.second / folder)
        # Zensical calls the home page by its name in the navigation.
        one.pop(""), other.pop("")  # type: ignore[attr-defined]
        both = one.keys() & other.keys()
        assert {place: one[place] for place in both} == {place: other[place] for place in both}
        assert len(both) > 20
        # mkdocs' index has a page's heading with the page itself, and knows more pages by their heads.
        assert {place.partition("#")[2] for place in other.keys() - both} == {TITLE_ID}
        assert {place.partition("/")[0] for place in one.keys() - both} == FOUND_BY_THEIR_HEADS
        assert not [place for place in one.keys() - both if "#" in place]


def test_sitemaps_name_the_same_pages(pair: Pair) -> None:
    for folder in pair.folders:
        assert sitemap(pair.first / folder) == sitemap(pair.second / folder)


def test_every_link_leads_somewhere_on_the_second_engines_site(pair: Pair) -> None:
    languages = {folder.rstrip("/") or "en": folder for folder in pair.folders}
    assert broken_links(read_site(pair.second, languages)) == []


def test_a_quiz_can_be_taken_and_shared_on_the_second_engines_site(second: Server, browser: Browser) -> None:
    with open_quiz(browser, second, address(LADDER)) as taker:
        taker.answer_all(0)
        expect(taker.result).to_be_visible()
        link = taker.link
    with open_quiz(browser, second, link.removeprefix(second.url(""))) as other:
        expect(other.result).to_be_visible()


def test_the_language_link_and_instant_navigation_work_on_the_second_engines_site(
    second: Server, browser: Browser
) -> None:
    with new_tab(browser, 1440) as tab:
        complaints = listen(tab)
        tab.goto(second.url(f"quiz/{LADDER}/"))
        tab.locator("article .a-more a").last.click()
        tab.wait_for_url(second.url(f"frameworks/{LADDER}/"))
        expect(tab.locator(".md-tabs__item--active")).to_have_count(1)
        switch_language(tab, "nl")
        tab.wait_for_url(second.url(f"nl/frameworks/{LADDER}/"))
        expect(tab.locator("html")).to_have_attribute("lang", "nl")
    assert complaints == []


def test_search_finds_a_level_on_the_second_engines_site(second: Server, browser: Browser) -> None:
    level = LOADED.atlas().framework(LADDER).levels[0]
    with new_tab(browser, 1440) as tab:
        complaints = listen(tab)
        tab.goto(second.url(""))
        tab.locator(".md-search__button").click()
        tab.get_by_role("combobox").press_sequentially(str(level.title))
        found = tab.locator(f"a[role=option][href*='/frameworks/{LADDER}/levels/{level.id}/']")
        expect(found.first).to_be_visible()
    assert complaints == []


def listen(tab: Tab) -> list[str]:
    """What a page complains of on its console from now on."""
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    return complaints
