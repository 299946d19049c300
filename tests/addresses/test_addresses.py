"""Each kind of page and anchor that ids make is in one list, and that list is what the pages have."""

import re

import pytest

from generator.addresses import (
    ANCHORS,
    PAGES,
    AddressKind,
    address_kind,
    is_published_at,
    page_address_kind,
)
from generator.model import Redirects
from generator.pages.kinds import PAGE_KINDS
from tests.site.projects import ROOT

WITHOUT_REDIRECTS = {"open-texts", "moved", "withdrawn"}
"""Pages for those who translate now, and the redirects themselves."""

REDIRECTS = Redirects.model_validate(
    {
        "redirects": [
            {"from": "harbour/levels/pier", "to": "port/levels/quay"},
            {"from": "harbour", "to": "port"},
            {"from": "port/dimensions/crew", "to": "port/dimensions/hands"},
        ]
    }
)


def test_every_page_about_a_thing_with_an_id_has_a_place() -> None:
    about = [kind for kind in PAGE_KINDS if "{}" in kind.address and kind.name not in WITHOUT_REDIRECTS]
    assert [kind.name for kind in about if page_address_kind(kind.address) is None] == []
    assert len(about) == len(PAGES)


def test_every_anchor_is_kept_by_the_template_that_makes_it() -> None:
    templates = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "templates").rglob("*.html"))]
    kept = {found for text in templates for found in re.findall(r'old_anchors\("([^"]*)"', text)}
    prefixed = {f"frameworks/{{0}}/#{prefix}-{{1}}" for prefix in ("capability", "starting-point", "pitfall")}
    kept = (kept | prefixed) - {"frameworks/{0}/#"}
    assert kept == {anchor.address for anchor in ANCHORS}


@pytest.mark.parametrize(
    ("address", "ids", "former"),
    [
        ("frameworks/{0}/", ("port",), {("harbour",)}),
        ("crosswalks/{0}--{1}/", ("lantern", "port"), {("harbour", "lantern")}),
        (
            "frameworks/{0}/levels/{1}/",
            ("port", "quay"),
            {("harbour", "pier"), ("harbour", "quay")},
        ),
        ("frameworks/{0}/levels/{1}/", ("port", "dock"), {("harbour", "dock")}),
        (
            "frameworks/{0}/#{1}-{2}",
            ("port", "hands", "quay"),
            {
                ("port", "crew", "quay"),
                ("harbour", "crew", "pier"),
                ("harbour", "crew", "quay"),
                ("harbour", "hands", "pier"),
                ("harbour", "hands", "quay"),
            },
        ),
        ("themes/{0}/", ("people",), set()),
    ],
)
def test_former_ids_are_those_that_belong_together(
    address: str, ids: tuple[str, ...], former: set[tuple[str, ...]]
) -> None:
    there = page_address_kind(re.sub(r"\d", "", address)) or address_kind(address)
    assert set(there.former(ids, REDIRECTS)) == former


def test_a_pair_has_its_frameworks_in_alphabetical_order() -> None:
    pair = AddressKind("crosswalks/{0}--{1}/", ("{0}", "{1}"))
    assert pair.ids_of([("port",), ("lantern",)]) == ("lantern", "port")
    assert pair.at(("port", "lantern")) == "crosswalks/lantern--port/"
    assert list(pair.everywhere([("a",), ("b",)])) == [("a", "b")]


def test_names_of_other_kinds_have_no_place() -> None:
    level = address_kind("frameworks/{0}/#{1}-{2}")
    assert level.ids_of([("port", "levels", "a"), ("port", "levels", "b")]) is None
    assert level.ids_of([("port", "dimensions", "a"), ("mill", "levels", "b")]) is None


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        (None, False),
        ("", False),
        ("/atlas/", False),
        ("https://maturity-atlas.example/", False),
        ("https://www.example.org/", False),
        ("https://example.net.internal/", True),
        ("https://atlas.internal/", True),
    ],
)
def test_an_address_leads_somewhere_only_with_a_host_that_is_no_example(
    address: str | None, leads: bool
) -> None:
    assert is_published_at(address) == leads
