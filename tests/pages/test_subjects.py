"""Which pages a site about two subjects has, and what becomes of them when a subject gets another id."""

from dataclasses import replace
from pathlib import Path

import pytest

from generator.load import load
from generator.model import Redirects
from generator.pages import SiteData, pages
from tests.builders import loaded_project, write_project, write_second_subject
from tests.pages.test_comparing import site_of
from tests.site.test_subjects import ONCE


@pytest.fixture
def site(tmp_path: Path) -> SiteData:
    """What the pages of two subjects are made from."""
    return site_of(load(write_second_subject(write_project(tmp_path)) / "frameworks")[0].atlas())


def test_a_site_about_one_subject_has_no_folder_for_it() -> None:
    assert [
        page.address for page in pages(site_of(loaded_project().atlas())) if "subjects/" in page.address
    ] == []


def test_the_first_subject_has_the_addresses_of_a_site_about_one(site: SiteData) -> None:
    one = {page.address for page in pages(site_of(loaded_project().atlas()))}
    two = {page.address for page in pages(site)}

    assert one <= two
    assert {address for address in two if address.startswith("subjects/")} >= {
        f"subjects/kitchens/{address}" for address in ONCE
    }


def test_the_old_pages_of_a_subject_that_was_renamed_lead_on(site: SiteData) -> None:
    redirects = Redirects.model_validate(
        {"redirects": [{"from": "subjects/cooks", "to": "subjects/kitchens"}]}
    )
    atlas = replace(site.atlas, redirects=redirects)

    moved = {page.address: page.ids[1] for page in pages(site_of(atlas)) if page.kind == "moved"}

    assert moved["subjects/cooks/crosswalks/"] == "subjects/kitchens/crosswalks/"
    assert moved["subjects/cooks/"] == "subjects/kitchens/"
