"""What comes closest to each level of a pair, and the lines between the two scales."""

from typing import Any

from generator.crosswalk import End
from generator.pages.matches import bridge, matches
from tests import builders
from tests.pages.test_comparing import site_of

FERRY = builders.framework("ferry", (0, 1), (1, 2), (2, 3))
MILL = builders.framework("mill", (0, 1), (1, 3), (4, 5))


def found(*mappings: Any) -> dict[str, list[tuple[str, str]]]:
    """For each level of the ferry what comes closest in the mill, and whether that is judged."""
    data = builders.atlas(FERRY, MILL, crosswalks=(builders.crosswalk("ferry", "mill", *mappings),))
    return {
        match.part.end.ids[0]: [(link.object.ids[0], link.origin) for link in match.links]
        for match in matches(site_of(data), FERRY, MILL)
    }


def judged(number: int, relation: str, other: int, **more: Any) -> Any:
    """A judged relation of a level of the ferry to one of the mill."""
    ends = f"ferry/levels/level-{number}", f"mill/levels/level-{other}"
    return builders.mapping(f"m-{number}-{other}", ends[0], relation, ends[1], **more)


def test_without_judgement_the_level_that_shares_most_of_the_scale_is_closest() -> None:
    assert found() == {
        "level-1": [("level-1", "derived")],
        "level-2": [("level-2", "derived")],
        "level-3": [("level-2", "derived")],
    }


def test_a_judged_relation_is_closer_than_any_that_is_derived() -> None:
    assert found(judged(2, "intersects-with", 3, extent="little"))["level-2"] == [("level-3", "curated")]


def test_what_is_the_same_is_closer_than_a_part_and_that_than_half_and_half_than_little() -> None:
    same, part = judged(1, "equal", 1), judged(1, "subset-of", 2)
    half = judged(1, "intersects-with", 3, extent="half")
    assert found(part, same, half)["level-1"] == [("level-1", "curated")]
    assert found(half, part)["level-1"] == [("level-2", "curated")]
    assert found(half, judged(1, "superset-of", 2))["level-1"] == [("level-2", "curated")]
    little = judged(1, "intersects-with", 2, extent="little")
    assert found(little, half)["level-1"] == [("level-3", "curated")]


def test_equally_close_levels_stand_together_and_denied_ones_nowhere() -> None:
    halves = [judged(2, "intersects-with", n, extent="half") for n in (1, 2)]
    assert found(*halves)["level-2"] == [("level-1", "curated"), ("level-2", "curated")]
    assert found(judged(1, "no-relationship", 1))["level-1"] == []


def test_a_line_that_is_closest_from_either_side_is_drawn_once_and_thicker_the_closer() -> None:
    walk = builders.crosswalk("ferry", "mill", judged(1, "equal", 1), judged(2, "subset-of", 2))
    site = site_of(builders.atlas(FERRY, MILL, crosswalks=(walk,)))
    drawn = bridge(matches(site, FERRY, MILL), matches(site, MILL, FERRY))
    boxes = {box.part.end: box for box in drawn.boxes}
    first = boxes[End("ferry", "levels", ("level-1",))]
    assert first.x < boxes[End("mill", "levels", ("level-1",))].x
    assert sorted((line.weight, line.from_y < line.to_y) for line in drawn.lines) == [
        (0, False),
        (3, False),
        (4, False),
    ]
    assert drawn.height == 3 * 32
