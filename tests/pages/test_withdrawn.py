"""What was withdrawn says so at all the addresses that it had, and at none that others have."""

from dataclasses import replace

from generator.model import Redirects
from generator.pages import SiteData, contents, pages
from tests import builders
from tests.pages.test_comparing import site_of

GONE = {
    "id": "bay",
    "title": "The bay",
    "since": "2026-01-31",
    "instead": "harbour",
    "parts": ["bay/levels/plank", "bay/dimensions/hands"],
}


def site(*gone: object) -> SiteData:
    data = builders.atlas(builders.framework("harbour"), builders.framework("lantern"))
    return site_of(replace(data, redirects=Redirects.model_validate({"withdrawn": gone})))


def test_each_page_that_it_had_is_there_and_no_other() -> None:
    found = [page.address for page in pages(site(GONE)) if page.kind == "withdrawn"]

    expected = {
        "frameworks/bay/",
        "frameworks/bay/levels/plank/",
        "crosswalks/bay--harbour/",
        "crosswalks/bay--lantern/",
        "quiz/bay/",
    }
    assert expected <= {*found}
    assert len(found) == len({*found})
    assert all("bay" in address for address in found)
    assert "frameworks/bay/history/" not in found


def test_a_page_says_what_there_is_instead() -> None:
    here = site(GONE)
    page = next(page for page in pages(here) if page.kind == "withdrawn")

    given = contents(here, page)

    assert (given["gone"].title, given["instead"].id) == ("The bay", "harbour")


def test_a_level_that_was_withdrawn_leads_to_its_framework_and_another_level() -> None:
    level = {"id": "harbour/levels/quay", "title": "Quay", "since": "2026-01-31"}
    here = site({**level, "instead": "harbour/levels/level-1"}, {**level, "id": "harbour/levels/hut"})
    found = [page for page in pages(here) if page.kind == "withdrawn"]

    one, other = (contents(here, page) for page in found)

    assert [page.address for page in found] == [
        "frameworks/harbour/levels/quay/",
        "frameworks/harbour/levels/hut/",
    ]
    assert (one["instead"].title, one["instead_at"]) == ("Level 1", "frameworks/harbour/levels/level-1/")
    assert (other["instead"], other["home"].id) == (None, "harbour")


def test_without_a_notice_there_is_no_such_page() -> None:
    assert [page for page in pages(site()) if page.kind == "withdrawn"] == []
