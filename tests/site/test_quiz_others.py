"""A result shows the spread of those who were counted and one's place in it, or that nobody counted."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.site.built import LANGUAGES, Site, read_site
from tests.site.projects import mkdocs, write, write_site_project
from tests.site.quiz import address, open_quiz
from tests.site.served import Server

PORTS = """\
id: ports
source_language: en
framework: harbour
title: Ports on one sea
about: All ports that answered a letter.
document: The Harbour Count
publisher: Harbour Office
year: 2025
n: 60
bars:
  - {from: pier, count: 21}
  - {from: dock, count: 24}
  - {from: port, count: 9}
without_level: 6
"""


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A small site with a benchmark."""
    folder = write_site_project(tmp_path_factory.mktemp("counted"))
    write(folder / "frameworks" / "benchmarks" / "ports.yaml", PORTS)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("extra_javascript: [assets/atlas.js, assets/atlas-quiz.js]\n")
    done = mkdocs(folder, "build", "--strict")
    assert done.returncode == 0, done.stdout
    with Server(read_site(folder / "site", {"en": "", "nl": "nl/"})) as server:
        yield server


def test_a_result_stands_in_the_spread_of_those_who_were_counted(counted: Server, browser: Browser) -> None:
    with open_quiz(browser, counted, address("harbour")) as taker:
        for places, row, words in (
            ((1, 0), "Dock", "Of 60, 21 stand lower than you and 9 higher."),
            ((1, 1), "Port", "Of 60, 45 stand lower than you and 0 higher."),
            ((0, 0), "Pier", "Of 60, 0 stand lower than you and 33 higher."),
        ):
            taker.result_of(*places)
            others = taker.result.locator("#others")
            expect(others.locator("tr", has=taker.tab.locator("strong:visible"))).to_contain_text(row)
            expect(others).to_contain_text(words, use_inner_text=True)
        expect(others.locator("tr").nth(2)).to_contain_text("40%")
        for said in ("Ports on one sea", "Counted in 2025.", "The Harbour Count, Harbour Office."):
            expect(others).to_contain_text(said)
        expect(others).not_to_contain_text("average")


def test_the_data_of_a_quiz_holds_the_benchmarks(counted: Server) -> None:
    folder = counted.site.folder
    data = json.loads((folder / "api/v1/en/quizzes/harbour.json").read_text("utf-8"))
    (found,) = data["benchmarks"]
    assert (found["title"], found["n"], found["without_level"]) == ("Ports on one sea", 60, 6)
    assert found["bars"][1] == {"from": "dock", "to": "dock", "count": 24}
    other = json.loads((folder / "api/v1/en/quizzes/lantern.json").read_text("utf-8"))
    assert other["benchmarks"] == []


def test_without_a_count_a_result_says_so_and_what_the_source_claims(language: str, site: Site) -> None:
    claimed = {
        name: "#claim-" in quiz(site, language, name) for name in ("io", "customer2-ai", "sitecore-cxm")
    }
    assert claimed == {"io": True, "customer2-ai": True, "sitecore-cxm": False}


def quiz(site: Site, language: str, framework: str) -> str:
    """The part about others of a quiz page."""
    page = site.folder / LANGUAGES[language] / "quiz" / framework / "index.html"
    return Path(page).read_text("utf-8").partition('id="others"')[2].partition("</ul>")[0]
