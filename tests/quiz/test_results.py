"""What a result can say: the next steps, and the place in other frameworks with the way that led there."""

import json
from gettext import NullTranslations

import pytest

from generator.export import exports
from generator.model import Atlas, Framework
from generator.pages import site_data
from generator.pages.quiz_results import Elsewhere, Possible, results
from generator.quiz import quiz_of
from tests import builders

STAIRS = builders.framework("stairs", (1, 2), (2, 4))
RIVER = builders.framework("river", (0, 2), (2, 3), (3, 5))


def outcomes(framework: Framework, *others: Framework, **changes: object) -> list[Possible]:
    """Every result of a framework's quiz."""
    data: Atlas = builders.atlas(framework, *others, **changes)  # type: ignore[arg-type]
    site = site_data(builders.views(data, "en"), "en", NullTranslations())
    return results(site, site.atlas.framework(framework.id), quiz_of(framework))


def ids(place: Elsewhere) -> list[str]:
    """The ids of what lies in a range."""
    return [part.end.ids[-1] for part in place.within]


def test_a_place_is_the_range_of_levels_that_share_the_scale_when_nobody_judged() -> None:
    [place] = outcomes(STAIRS, RIVER)[2].elsewhere

    assert ids(place) == ["level-2", "level-3"]
    assert not place.curated
    assert place.confidence == 0.8


def test_a_persons_judgement_comes_before_the_scale_and_its_weakest_confidence_counts() -> None:
    mappings = (
        builders.mapping("one", "river/levels/level-2", "equal", "stairs/levels/level-2", confidence=0.9),
        builders.mapping(
            "two", "river/levels/level-3", "intersects-with", "stairs/levels/level-2", confidence=0.3
        ),
    )
    [place] = outcomes(STAIRS, RIVER, crosswalks=(builders.crosswalk("river", "stairs", *mappings),))[
        2
    ].elsewhere

    assert ids(place) == ["level-2", "level-3"]
    assert place.curated
    assert place.confidence == 0.3
    assert [path.address for path in place.paths] == [
        "crosswalks/river--stairs/#one",
        "crosswalks/river--stairs/#two",
    ]


def test_a_judgement_on_levels_that_do_not_meet_on_the_scale_is_no_place() -> None:
    far = builders.mapping("far", "river/levels/level-1", "superset-of", "stairs/levels/level-2")
    [place] = outcomes(STAIRS, RIVER, crosswalks=(builders.crosswalk("river", "stairs", far),))[2].elsewhere

    assert ids(place) == ["level-2", "level-3"]
    assert not place.curated


def test_below_the_first_level_only_what_lies_before_it_is_in_range() -> None:
    below = outcomes(STAIRS, RIVER)[0]

    assert below.key == "0"
    assert ids(below.elsewhere[0]) == ["level-1"]


@pytest.mark.parametrize(
    ("layer", "within", "until"), [(1, [], "level-1"), (2, ["level-1", "level-2"], "level-3")]
)
def test_a_missing_layer_leaves_the_levels_before_the_first_that_needs_it(
    layer: int, within: list[str], until: str
) -> None:
    spans = {1: (1.0, 5.0), 2: (3.0, 5.0)}
    layers = [builders.level(number, span) | {"id": f"layer-{number}"} for number, span in spans.items()]
    cake = builders.framework("cake", kind="layers", levels=[], layers=layers)

    [place] = outcomes(cake, RIVER)[layer - 1].elsewhere

    assert ids(place) == within
    assert place.until
    assert place.until.end.ids == (until,)


def test_the_next_steps_are_the_sources_own_and_three_at_most() -> None:
    actions = {f"action-{number}": f"Do {number}." for number in range(1, 6)}
    transition = {"from": "level-1", "to": "level-2", "actions": actions}
    [_, first, last] = outcomes(builders.framework("stairs", transitions=[transition]))

    assert first.steps
    assert first.steps.texts == ("Do 1.", "Do 2.", "Do 3.")
    assert first.steps.address == "frameworks/stairs/levels/level-1/#step-up"
    assert last.steps is None


def test_every_quiz_is_published_with_its_words_in_every_language() -> None:
    files = dict(exports(builders.views(builders.atlas(STAIRS, RIVER), "en", "nl"), "en"))

    found = json.loads(files["api/v1/nl/quizzes/stairs.json"])
    assert found["version"] == quiz_of(STAIRS).version
    assert found["asks"][0]["question"].startswith("nl: ")
    assert {"value": "yes", "reaches": 1, "text": "Yes"} in found["asks"][0]["choices"]
