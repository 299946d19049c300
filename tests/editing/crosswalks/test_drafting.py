"""A draft lays each level beside what may answer to it, and leaves out no pair that validation asks for."""

import datetime

from generator.editing.crosswalks.drafting import Draft, Outset, draft
from generator.editing.crosswalks.suggesting import Suggester
from generator.editing.crosswalks.worklist import empty_walk
from tests import builders

OUTSET = Outset("en", "editor", datetime.date(2026, 1, 31))


def drafted(ferry: tuple[tuple[float, float], ...], harbour: tuple[tuple[float, float], ...]) -> Draft:
    data = builders.atlas(builders.framework("ferry", *ferry), builders.framework("harbour", *harbour))
    return draft(empty_walk("ferry", "harbour"), Suggester(data, data), OUTSET, str)


def test_levels_that_share_half_a_band_are_laid_beside_each_other_though_each_stands_elsewhere() -> None:
    made = drafted(((2, 3), (3, 4)), ((2, 3.5), (3.5, 5)))

    assert [item["id"] for item in made.mappings] == [
        "level-1-level-1",
        "level-2-level-1",
        "level-2-level-2",
    ]


def test_less_than_half_a_band_in_common_is_laid_beside_nothing_else() -> None:
    made = drafted(((2, 3), (3, 4)), ((2, 3.25), (3.25, 5)))

    assert [item["id"] for item in made.mappings] == ["level-1-level-1", "level-2-level-2"]
