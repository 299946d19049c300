"""What the pages on citing and on editions show."""

import datetime
from dataclasses import replace

from generator.model import Edition, Editions
from generator.pages.citing import cite, cited_pages, editions
from tests import builders
from tests.pages.test_comparing import site_of

ATLAS = builders.loaded_project().atlas()
SITE = site_of(ATLAS)


def test_each_framework_each_pair_and_each_shared_kind_has_a_page() -> None:
    assert {name for (name,) in cited_pages(SITE)} == {
        *("harbour", "lantern", "mill", "glossary", "themes", "reference-scale", "findings"),
        *("crosswalks/harbour--lantern", "crosswalks/harbour--mill", "crosswalks/lantern--mill"),
    }


def test_a_page_starts_with_the_whole_and_names_everything_once() -> None:
    found = cite(SITE, "harbour")
    anchors = [identity.anchor for _, identity, _ in found["entries"]]
    assert found["whole"].title == "The harbour ladder"
    assert anchors[0] == ""
    assert len(set(anchors)) == len(anchors)
    assert {"levels/pier", "cells/crew/pier", "claims/most-stay"} <= {*anchors}


def test_what_is_shared_has_no_whole() -> None:
    found = cite(SITE, "glossary")
    assert found["whole"] is None
    assert [identity.anchor for _, identity, _ in found["entries"]] == ["terms/berth"]


def test_the_latest_edition_comes_first() -> None:
    made = [Edition(id=f"2026.0{n}", date=datetime.date(2026, n, 1)) for n in (1, 2)]
    shared = replace(ATLAS.shared, editions=Editions(editions=tuple(made)))
    found = editions(site_of(replace(ATLAS, shared=shared)))
    assert [edition.id for edition in found["editions"]] == ["2026.02", "2026.01"]
