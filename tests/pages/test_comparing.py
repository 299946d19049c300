"""What pages that set frameworks side by side are given: pairs, relations both ways, the free choice."""

from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from generator.model import Atlas
from generator.pages import SiteData, contents, pages, site_data
from generator.pages.comparing import COMPARE_FROM, COMPARE_UP_TO
from tests import builders
from tests.rendering import renderer_of

TEMPLATES = Path(__file__).parents[2] / "templates"
HARBOUR = "harbour/levels/level-1"
FERRY = "ferry/levels/level-1"


def site_of(atlas: Atlas) -> SiteData:
    return site_data(builders.views(atlas, "en"), "en", NullTranslations())


def given(site: SiteData, address: str) -> dict[str, Any]:
    page = next(page for page in pages(site) if page.address == address)
    return dict(contents(site, page))


def two(*mappings: Any, **walk: Any) -> SiteData:
    """Two frameworks with two levels and a crosswalk of these mappings."""
    frameworks = builders.framework("ferry"), builders.framework("harbour")
    return site_of(
        builders.atlas(*frameworks, crosswalks=(builders.crosswalk("ferry", "harbour", *mappings, **walk),))
    )


def test_each_relation_reads_both_ways() -> None:
    site = two(builders.mapping("one", FERRY, "subset-of", HARBOUR))
    [line] = given(site, "crosswalks/ferry--harbour/")["curated"]
    assert (line.there.relation, line.back.relation) == ("subset-of", "superset-of")
    assert (line.back.subject, line.back.object) == (line.there.object, line.there.subject)
    assert line.back.id == line.there.id == "one"


def test_derived_relations_stand_apart_from_judged_ones() -> None:
    page = given(two(builders.mapping("one", FERRY, "equal", HARBOUR)), "crosswalks/ferry--harbour/")
    assert [line.there.id for line in page["curated"]] == ["one"]
    assert [line.there.id for line in page["derived"]] == ["level-2--level-2"]


def test_the_choice_of_relations_holds_those_of_either_reading() -> None:
    site = two(builders.mapping("one", FERRY, "subset-of", HARBOUR))
    assert given(site, "crosswalks/ferry--harbour/")["relations_used"] == [
        "equal",
        "subset-of",
        "superset-of",
    ]


def test_a_relation_is_on_the_themes_of_its_ends() -> None:
    crew = {"id": "crew", "title": "Crew", "themes": ["people"]}
    ferry = builders.framework(
        "ferry", dimensions=[crew], cells={"crew": {"level-1": "Few.", "level-2": "Many."}}
    )
    walk = builders.crosswalk(
        "ferry", "harbour", builders.mapping("cell", "ferry/cells/crew/level-1", "equal", HARBOUR)
    )
    site = site_of(builders.atlas(ferry, builders.framework("harbour"), crosswalks=(walk,)))
    page = given(site, "crosswalks/ferry--harbour/")
    [line] = page["curated"]
    assert line.themes == ("people",)
    assert line.kinds == ("cells", "levels")
    assert [theme.id for theme in page["themes"]] == ["people"]
    assert page["kinds"] == ["levels", "cells"]


def test_stated_absences_come_before_parts_that_nothing_reaches() -> None:
    ferry = builders.framework("ferry", (0, 1), (1, 2), (4, 5))
    walk = builders.crosswalk(
        "ferry",
        "harbour",
        no_counterpart=[{"subject": "ferry/levels/level-2", "framework": "harbour", "reason": "No."}],
    )
    site = site_of(builders.atlas(ferry, builders.framework("harbour"), crosswalks=(walk,)))
    page = given(site, "crosswalks/ferry--harbour/")
    (_, _, alone), (_, _, other_side) = page["alone"]
    assert [(item.part.end.ids[0], item.reasons, item.is_beyond) for item in alone] == [
        ("level-2", ("No.",), False),
        ("level-3", (), True),
    ]
    assert [(item.part.end.ids[0], item.reasons, item.is_beyond) for item in other_side] == [
        ("level-2", (), False)
    ]
    assert page["count"].without == 3


def test_what_shares_nothing_with_the_only_part_on_its_stretch_stands_with_that_reason() -> None:
    site = two(builders.mapping("one", FERRY, "no-relationship", HARBOUR, justification="One only floats."))
    page = given(site, "crosswalks/ferry--harbour/")

    assert [
        [(item.part.end.ids[0], item.reasons, item.is_beyond) for item in alone]
        for _, _, alone in page["alone"]
    ] == [[("level-1", ("One only floats.",), False)]] * 2
    assert [part.end.ids[0] for _, parts in page["unjudged"] for part in parts] == ["level-2"] * 2


def test_a_cell_shows_its_judged_relations_on_its_level_and_its_dimension() -> None:
    crew = {"id": "crew", "title": "Crew", "themes": ["people"]}
    ferry = builders.framework(
        "ferry", dimensions=[crew], cells={"crew": {"level-1": "Few.", "level-2": "Many."}}
    )
    walk = builders.crosswalk(
        "ferry", "harbour", builders.mapping("cell", HARBOUR, "superset-of", "ferry/cells/crew/level-1")
    )
    site = site_of(builders.atlas(ferry, builders.framework("harbour"), crosswalks=(walk,)))
    [(_, _, on_level)] = given(site, "frameworks/ferry/levels/level-1/")["cells"]
    (_, on_dimension), (_, elsewhere) = given(site, "frameworks/ferry/dimensions/crew/")["cells"]
    assert [link.relation for link in on_level] == ["subset-of"]
    assert on_dimension == on_level
    assert elsewhere == []


def test_a_building_block_shows_its_judged_relations_on_its_framework() -> None:
    ropes = {"id": "ropes", "title": "Ropes", "summary": "To tie up."}
    ferry = builders.framework("ferry", capabilities=[ropes])
    walk = builders.crosswalk(
        "ferry", "harbour", builders.mapping("ropes", "ferry/capabilities/ropes", "equal", HARBOUR)
    )
    site = site_of(builders.atlas(ferry, builders.framework("harbour"), crosswalks=(walk,)))
    [link] = given(site, "frameworks/ferry/")["capability_links"]["ropes"]
    assert link.id == "ropes"


def test_the_overview_has_each_pair_once() -> None:
    names = "bay", "ferry", "harbour"
    site = site_of(builders.atlas(*map(builders.framework, names)))
    page = given(site, "crosswalks/")
    assert [(row.id, [count.address for count in counts]) for row, counts in page["matrix"]] == [
        ("ferry", ["crosswalks/bay--ferry/"]),
        ("harbour", ["crosswalks/bay--harbour/", "crosswalks/ferry--harbour/"]),
    ]


def test_a_comparison_takes_two_to_five_frameworks() -> None:
    assert (COMPARE_FROM, COMPARE_UP_TO) == (2, 5)
    page = given(two(), "compare/")
    assert list(page["numbers"]) == [2, 3, 4, 5]
    assert [tuple(item.id for item in pair) for pair in page["pairs"]] == [("ferry", "harbour")]
    assert not page["searchable"]


@pytest.fixture(scope="module")
def crowded() -> SiteData:
    """Two hundred frameworks, of which a person compared two pairs."""
    frameworks = [builders.framework(f"model-{n:03}") for n in range(200)]
    walks = tuple(
        builders.crosswalk(
            one,
            other,
            builders.mapping("one", f"{one}/levels/level-1", "equal", f"{other}/levels/level-1"),
        )
        for one, other in (("model-000", "model-001"), ("model-000", "model-199"))
    )
    return site_of(builders.atlas(*frameworks, crosswalks=walks))


def test_with_two_hundred_frameworks_only_pairs_with_judged_relations_have_a_page(crowded: SiteData) -> None:
    assert [page.address for page in pages(crowded) if page.kind == "crosswalk"] == [
        "crosswalks/model-000--model-001/",
        "crosswalks/model-000--model-199/",
    ]


def test_with_two_hundred_frameworks_the_overview_lists_pairs_without_a_matrix(crowded: SiteData) -> None:
    page = given(crowded, "crosswalks/")
    assert page["matrix"] == []
    assert [count.curated for count in page["pairs"]] == [1, 1]


def test_with_two_hundred_frameworks_one_page_compares_the_rest(crowded: SiteData) -> None:
    assert [page.address for page in pages(crowded) if page.kind == "compare"] == ["compare/"]
    page = given(crowded, "compare/")
    assert len(page["frameworks"]) == 200
    assert len(page["pairs"]) == 2
    assert page["searchable"]


def test_with_two_hundred_frameworks_a_level_has_counterparts_where_someone_judged(crowded: SiteData) -> None:
    page = given(crowded, "frameworks/model-000/levels/level-1/")
    assert [group.framework.id for group in page["counterparts"]] == ["model-001", "model-199"]


def test_what_nobody_judged_is_listed_on_each_side() -> None:
    absent = {"subject": "harbour/levels/level-2", "framework": "ferry", "reason": "It has no boat."}
    site = two(builders.mapping("one", FERRY, "equal", HARBOUR), no_counterpart=[absent])

    (ferry, left), (harbour, right) = given(site, "crosswalks/ferry--harbour/")["unjudged"]

    assert (ferry.id, [str(part.end) for part in left]) == ("ferry", ["ferry/levels/level-2"])
    assert (harbour.id, right) == ("harbour", [])


def test_without_a_crosswalk_nothing_of_a_pair_is_judged() -> None:
    site = site_of(builders.atlas(builders.framework("ferry"), builders.framework("harbour")))

    assert [len(parts) for _, parts in given(site, "crosswalks/ferry--harbour/")["unjudged"]] == [2, 2]


@pytest.mark.parametrize("address", ["crosswalks/ferry--harbour/", "embed/crosswalk/ferry--harbour/"])
def test_a_page_and_its_view_in_a_frame_say_what_nobody_judged(address: str) -> None:
    absent = {"subject": "harbour/levels/level-2", "framework": "ferry", "reason": "It has no boat."}
    begun = two(builders.mapping("one", FERRY, "equal", HARBOUR), no_counterpart=[absent])
    whole = two(
        builders.mapping("one", FERRY, "equal", HARBOUR),
        no_counterpart=[absent, {**absent, "subject": "ferry/levels/level-2", "framework": "harbour"}],
    )
    none = site_of(builders.atlas(builders.framework("ferry"), builders.framework("harbour")))

    assert "Nobody has compared these" in _html(begun, address)
    assert "Nobody has judged yet how these two relate" in _html(none, address)
    assert "Not judged yet" not in _html(whole, address)


def _html(site: SiteData, address: str) -> str:
    page = next(page for page in pages(site) if page.address == address)
    return renderer_of(TEMPLATES, site, "https://atlas.internal/").page(page).html
