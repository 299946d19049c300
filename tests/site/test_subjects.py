"""A site about two subjects: each has its own pages, and nothing of one is laid beside the other."""

import re
from collections import Counter

import pytest

from generator.site.build import build_site
from generator.site.settings import Request
from tests.builders import write_second_subject
from tests.site.built import Site, read_site, search_entries
from tests.site.projects import CONFIGURATION, write_site_project
from tests.site.test_links import broken_links

KITCHENS, SHORES = ("oven", "pantry"), ("harbour", "lantern", "mill")
ONCE = (
    "",
    "compare/",
    "crosswalks/",
    "embed/ruler/",
    "embedding/",
    "findings/",
    "poster/",
    "quiz/",
    "themes/",
)
"""What each subject has once."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented project with a second subject, built in one language."""
    project = write_second_subject(write_site_project(tmp_path_factory.mktemp("subjects")))
    configuration = CONFIGURATION.replace("languages: [en, nl]", "languages: [en]")
    (project / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    build_site(Request(project, project / "site"))
    return read_site(project / "site", {"en": ""})


def text(site: Site, address: str) -> str:
    """A page as it was written."""
    return site.pages[address].file.read_text(encoding="utf-8")


def named(html: str) -> set[str]:
    """The ids of the frameworks to which a page leads, or that it lets choose."""
    return {
        id_ for id_ in (*KITCHENS, *SHORES) if re.search(rf'(frameworks|quiz)/{id_}/|value="{id_}"', html)
    }


def test_no_link_is_dead_and_no_id_stands_twice(site: Site) -> None:
    twice = [
        f"{page}: {id_}" for page in site.pages.values() for id_, n in Counter(page.ids).items() if n > 1
    ]

    assert broken_links(site) == []
    assert twice == []


def test_every_page_has_one_heading_and_what_each_subject_has_once_has_a_title_of_its_own(site: Site) -> None:
    pages = [page for page in site.pages.values() if not page.is_view]
    once = [f"{folder}{address}" for folder in ("", "subjects/kitchens/") for address in ONCE[:3]]
    titles = [re.findall("<title>(.*?)</title>", text(site, address))[0] for address in once]

    assert [str(page) for page in pages if len(list(page.all("h1"))) != 1] == []
    assert titles[3:] == [
        "Kitchens - Small atlas",
        "Compare frameworks – Kitchens - Small atlas",
        "Crosswalks – Kitchens - Small atlas",
    ]
    assert not {*titles[:3]} & {*titles[3:]}


@pytest.mark.parametrize("address", ONCE)
def test_each_subject_has_its_own_page_and_only_its_frameworks_stand_there(site: Site, address: str) -> None:
    first, second = text(site, address), text(site, f"subjects/kitchens/{address}")

    assert named(second) == {*KITCHENS}
    assert named(first) == ({*SHORES, *KITCHENS} if address == "" else {*SHORES})


def test_the_home_page_has_a_section_for_each_further_subject(site: Site) -> None:
    home, own = text(site, ""), text(site, "subjects/kitchens/")

    assert '<h2 id="subject-kitchens"><a href="subjects/kitchens/">Kitchens</a></h2>' in home
    assert "Three marks on a spoon." in home
    assert home.count('class="a-ruler__figure"') == 2
    assert own.count('class="a-ruler__figure"') == 1
    assert "the more it matters who the customer is" not in own
    assert "such as data or organisation" not in own


@pytest.mark.parametrize("address", [item for item in ONCE if item not in ("embed/ruler/", "poster/")])
def test_the_pages_of_subjects_lead_to_each_other(site: Site, address: str) -> None:
    here = f"subjects/kitchens/{address}"
    way = "../" * here.count("/") + address

    assert f'<a href="{way}">Shores</a> · <strong aria-current="page">Kitchens</strong>' in text(site, here)


def test_the_findings_of_a_subject_are_downloaded_where_they_are_read(site: Site) -> None:
    assert "api/v1/en/subjects/kitchens/findings.json" in text(site, "subjects/kitchens/findings/")
    assert "api/v1/en/findings.json" in text(site, "findings/")


@pytest.mark.parametrize("id_", KITCHENS)
def test_a_framework_and_its_levels_are_laid_beside_their_own(site: Site, id_: str) -> None:
    pages = [page for page in site.pages if page.startswith((f"frameworks/{id_}/", f"quiz/{id_}/"))]

    assert len(pages) > 5
    assert set().union(*(named(text(site, page)) for page in pages)) == {*KITCHENS}


def test_what_a_framework_leads_to_is_of_its_subject(site: Site) -> None:
    page = text(site, "quiz/oven/")

    assert "subjects/kitchens/crosswalks/#spans" in page
    assert 'href="../../crosswalks/#spans"' not in page


def test_there_are_pairs_within_a_subject_only(site: Site) -> None:
    pairs = {
        page.removeprefix("crosswalks/") for page in site.pages if re.fullmatch("crosswalks/[^/]+/", page)
    }

    assert pairs == {"harbour--lantern/", "harbour--mill/", "lantern--mill/", "oven--pantry/"}


def test_themes_and_bands_show_the_frameworks_of_their_subject(site: Site) -> None:
    assert named(text(site, "themes/recipes/")) == {*KITCHENS}
    assert named(text(site, "findings/done/")) == {*KITCHENS}
    assert named(text(site, "findings/high/")) <= {*SHORES}


def test_the_list_of_frameworks_has_a_table_for_each_subject(site: Site) -> None:
    page = text(site, "frameworks/")

    assert named(page) == {*KITCHENS, *SHORES}
    assert "<caption>Comparison of the frameworks: Kitchens</caption>" in page


def test_search_knows_the_things_of_both(site: Site) -> None:
    found = {entry["location"] for entry in search_entries(site.folder)}

    assert {"findings/#every-boat", "subjects/kitchens/findings/#each-guest"} <= found
    assert {"themes/people/", "themes/recipes/", "findings/done/", "findings/high/"} <= found
    assert {"crosswalks/oven--pantry/", "crosswalks/harbour--lantern/"} <= found
    assert "crosswalks/harbour--oven/" not in found


def test_the_ruler_of_each_subject_can_be_downloaded(site: Site) -> None:
    own = (site.folder / "subjects" / "kitchens" / "ruler.svg").read_text(encoding="utf-8")

    assert own != (site.folder / "ruler.svg").read_text(encoding="utf-8")
