"""What a result can say: the next steps, and the place in other frameworks with the way that led there."""

import json
from collections.abc import Sequence
from gettext import NullTranslations
from itertools import permutations
from pathlib import Path

import pytest
from markupsafe import Markup

from generator.export import exports
from generator.load import load
from generator.model import Atlas, Framework
from generator.pages import pages, site_data
from generator.pages.quiz_places import Elsewhere, Limit, place_of
from generator.pages.quiz_results import Possible, limits, results
from generator.pages.sitedata import SiteData
from generator.quiz import quiz_of
from tests import builders
from tests.rendering import renderer_of

TEMPLATES = Path(__file__).parents[2] / "templates"
QUESTIONS = {n: {f"q{n}": f"Is {n} there?"} for n in (1, 2, 3)}
STAIRS = builders.framework(
    "stairs",
    levels=[
        builders.level(1, (1, 2), questions=QUESTIONS[1]),
        builders.level(2, (2, 4), questions=QUESTIONS[2]),
    ],
)
RIVER = builders.framework("river", (0, 2), (2, 3), (3, 5))


def site_of(framework: Framework, *others: Framework, **changes: object) -> SiteData:
    """Small frameworks as a site has them."""
    data: Atlas = builders.atlas(framework, *others, **changes)  # type: ignore[arg-type]
    return site_data(builders.views(data, "en"), "en", NullTranslations())


def outcomes(framework: Framework, *others: Framework, **changes: object) -> list[Possible]:
    """Every result of a framework's quiz."""
    site = site_of(framework, *others, **changes)
    return results(site, site.atlas.framework(framework.id), quiz_of(framework))


def ids(place: Elsewhere) -> list[str]:
    """The ids of what lies in a range."""
    return [part.end.ids[-1] for part in place.within]


def test_a_place_shares_half_of_the_shorter_stretch_when_nobody_judged() -> None:
    [place] = outcomes(STAIRS, RIVER)[2].elsewhere

    assert ids(place) == ["level-2", "level-3"]
    assert place.confidence == "high"


def test_a_stretch_of_which_less_than_half_is_shared_is_no_place() -> None:
    brook = builders.framework("brook", (0, 2.8), (2.8, 5))
    [place] = outcomes(STAIRS, brook)[2].elsewhere

    assert ids(place) == ["level-2"]


def test_judgement_and_scale_make_a_place_together_and_the_weakest_confidence_counts() -> None:
    judged = builders.mapping(
        "one", "river/levels/level-2", "equal", "stairs/levels/level-2", confidence="low"
    )
    [place] = outcomes(STAIRS, RIVER, crosswalks=(builders.crosswalk("river", "stairs", judged),))[
        2
    ].elsewhere

    assert ids(place) == ["level-2", "level-3"]
    assert place.confidence == "low"
    assert [path.address for path in place.paths] == [
        "crosswalks/river--stairs/#one",
        "crosswalks/river--stairs/#level-3--level-2",
    ]


@pytest.mark.parametrize("relation", ["superset-of", "no-relationship"])
def test_a_judgement_on_levels_that_do_not_meet_on_the_scale_or_share_nothing_is_no_place(
    relation: str,
) -> None:
    other = {"superset-of": "river/levels/level-1", "no-relationship": "river/levels/level-2"}[relation]
    far = builders.mapping("far", other, relation, "stairs/levels/level-2")
    [place] = outcomes(STAIRS, RIVER, crosswalks=(builders.crosswalk("river", "stairs", far),))[2].elsewhere

    expected = {"superset-of": ["level-2", "level-3"], "no-relationship": ["level-3"]}
    assert ids(place) == expected[relation]


@pytest.mark.parametrize(("extent", "expected"), [("little", []), ("half", ["level-1"])])
def test_what_shares_a_little_as_judged_and_little_of_the_scale_is_no_place(
    extent: str, expected: list[str]
) -> None:
    near = builders.framework("near", (0, 2))
    off = builders.framework("off", (1.5, 3.5))
    judged = builders.mapping(
        "one", "near/levels/level-1", "intersects-with", "off/levels/level-1", extent=extent
    )
    [place] = outcomes(near, off, crosswalks=(builders.crosswalk("near", "off", judged),))[0].elsewhere

    assert ids(place) == expected


LAYERS = [builders.level(number, (1.0, 5.0)) | {"id": f"layer-{number}"} for number in (1, 2)]
CAKE = builders.framework("cake", kind="layers", levels=[], layers=LAYERS)
CAN_DO_WITHOUT = "This level can do without each of these layers as a whole."
NOBODY = "Nobody judged what this level needs here. It lies on the stretch of the scale that needs:"


@pytest.mark.parametrize(
    ("property_", "says", "says_not"),
    [
        (
            None,
            (f"{NOBODY} ↓ builds on Layer 1: Level 1 · derived",),
            (CAN_DO_WITHOUT, "Less than the whole layer"),
        ),
        ("example-of", (CAN_DO_WITHOUT, "Less than the whole layer: ↓ builds in part on Layer 1"), (NOBODY,)),
        ("integral-to", ("This level cannot do without: Layer 1: Level 1",), (NOBODY, CAN_DO_WITHOUT)),
    ],
)
def test_only_what_somebody_judged_is_said_of_the_layers_that_a_level_needs(
    property_: str | None, says: Sequence[str], says_not: Sequence[str]
) -> None:
    judged = [
        builders.mapping(
            f"m{n}", "cake/layers/layer-1", "supports", f"stairs/levels/level-{n}", property=property_
        )
        for n in (1, 2)
        if property_
    ]
    data = site_of(STAIRS, CAKE, crosswalks=(builders.crosswalk("cake", "stairs", *judged),))
    html = renderer_of(TEMPLATES, data).page(next(p for p in pages(data) if p.address == "quiz/stairs/")).html
    text = " ".join(Markup(html).striptags().split())
    for words in says:
        assert words in text
    for words in says_not:
        assert words not in text


REAL = Path(__file__).parents[2] / "frameworks"


@pytest.mark.parametrize(
    "atlas",
    [
        pytest.param(load(REAL)[0].atlas(), id="ours"),
        pytest.param(builders.loaded_project().atlas(), id="invented"),
        pytest.param(builders.atlas(STAIRS, RIVER), id="small"),
    ],
)
def test_the_way_there_and_the_way_back_agree(atlas: Atlas) -> None:
    site = site_data(builders.views(atlas, "en"), "en", NullTranslations())
    levelled = [item for item in site.atlas.frameworks if item.levels]
    there = {
        (part.end, found.end)
        for one, other in permutations(levelled, 2)
        for part in site.parts.of(one, "levels")
        for found in place_of(site, part, other).within
    }

    assert there
    assert {(back, end) for end, back in there} == there


def test_below_the_first_level_only_what_lies_before_it_is_in_range() -> None:
    below = outcomes(STAIRS, RIVER)[0]

    assert below.number == 0
    assert ids(below.elsewhere[0]) == ["level-1"]


def cake_limits(*mappings: tuple[int, str, int]) -> list[Limit]:
    """How far one comes in RIVER without a layer of two; a mapping is a layer, a property and a level."""
    judged = [
        builders.mapping(
            f"m{layer}{level}",
            f"cake/layers/layer-{layer}",
            "supports",
            f"river/levels/level-{level}",
            property=property_,
        )
        for layer, property_, level in mappings
    ]
    site = site_of(CAKE, RIVER, crosswalks=(builders.crosswalk("cake", "river", *judged),))
    [found] = limits(site, site.atlas.framework("cake"))
    return list(found.limits)


def test_a_missing_layer_leaves_the_levels_before_the_first_that_it_is_integral_to() -> None:
    one, other = cake_limits((1, "example-of", 1), (1, "integral-to", 2), (2, "integral-to", 1))

    assert (one.number, other.number) == (1, 0)
    assert one.path
    assert one.path.part.end.ids == ("level-2",)


@pytest.mark.parametrize("property_", ["example-of", "precedes"])
def test_only_what_is_integral_limits(property_: str) -> None:
    for limit in cake_limits((1, property_, 1)):
        assert (limit.number, limit.path) == (3, None)


ACTIONS = {f"action-{number}": f"Do {number}." for number in range(1, 6)}
STEP_UP = {"from": "level-1", "to": "level-2", "actions": ACTIONS}


def test_the_next_steps_are_all_that_the_source_says_to_do_and_none_of_another() -> None:
    [_, first, last] = outcomes(
        builders.framework("stairs", levels=STAIRS.model_dump()["levels"], transitions=[STEP_UP]),
        builders.framework("river", (1, 2), (2, 5), transitions=[STEP_UP]),
    )

    [steps] = first.steps
    assert steps.actions == tuple(ACTIONS.items())
    assert steps.address == "frameworks/stairs/levels/level-1/#step-up"
    assert first.borrowed == ()
    assert (last.steps, last.next) == ((), None)


def test_a_source_without_steps_borrows_those_of_levels_at_the_same_place() -> None:
    river = builders.framework("river", (1, 2), (2, 5), transitions=[STEP_UP])
    [below, first, _] = outcomes(STAIRS, river)

    assert first.steps == ()
    assert [(found.start.framework.id, len(found.actions)) for found in first.borrowed] == [("river", 5)]
    assert below.borrowed == ()


def test_every_quiz_is_published_with_its_words_in_every_language() -> None:
    files = dict(exports(builders.views(builders.atlas(STAIRS, RIVER), "en", "nl"), "en"))

    found = json.loads(files["api/v1/nl/quizzes/stairs.json"])
    assert found["version"] == quiz_of(STAIRS).version
    assert found["asks"][0]["question"].startswith("nl: ")
    assert {"value": "mostly", "reaches": 1, "text": "Mostly"} in found["asks"][0]["choices"]
    assert found["by"] == "atlas"
