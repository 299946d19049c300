"""Old addresses lead on, but never from where something stands today."""

from dataclasses import replace

from generator.addresses import address_kind
from generator.model import Redirects
from generator.pages.moved import moved_pages
from tests.builders import loaded_project
from tests.pages.test_comparing import site_of

KIND = address_kind("frameworks/{0}/")


def test_no_page_leads_on_from_an_address_that_is_taken() -> None:
    redirects = Redirects.model_validate(
        {"redirects": [{"from": "lantern", "to": "harbour"}, {"from": "haven", "to": "harbour"}]}
    )
    site = site_of(replace(loaded_project().atlas(), redirects=redirects))

    found = list(moved_pages(site, [(KIND, ("harbour",)), (KIND, ("lantern",)), (KIND, ("harbour",))]))

    assert found == [("frameworks/haven/", "frameworks/harbour/", "harbour")]
