"""What the ruler says of the frameworks on it."""

import re

import pytest

from generator.model import Framework
from generator.pages.ruler import ruler
from tests import builders
from tests.pages.test_comparing import site_of
from tests.site.projects import ROOT


def apart(*frameworks: Framework) -> tuple[str, int] | None:
    """The level number that lies in most different bands, and in how many."""
    return ruler(frameworks, site_of(builders.atlas(*frameworks)).parts).apart


def test_the_level_that_lies_in_most_bands_is_named_with_their_number() -> None:
    ferry = builders.framework("ferry", (0, 1), (1, 2), (2, 3))
    mill = builders.framework("mill", (0, 1), (2, 3), (3, 4))
    harbour = builders.framework("harbour", (0, 1), (3, 4), (3, 4))
    assert apart(ferry, mill, harbour) == ("2", 3)


def test_of_equal_ones_the_lowest_is_named_and_of_levels_at_one_height_none() -> None:
    ferry, mill = builders.framework("ferry", (0, 1), (1, 2)), builders.framework("mill", (1, 2), (2, 3))
    assert apart(ferry, mill) == ("1", 2)
    assert apart(ferry) is None
    assert apart(builders.framework("ferry", None, None)) is None


def test_levels_that_share_a_stretch_are_told_of() -> None:
    for spans, expected in ((((0, 1), (1, 2)), False), (((0, 1.5), (1, 2)), True)):
        ferry = builders.framework("ferry", *spans)
        assert ruler((ferry,), site_of(builders.atlas(ferry)).parts).overlaps is expected


@pytest.mark.parametrize("bands", [1, 3, 5, 13])
def test_a_bar_is_as_long_as_its_part_of_a_scale_of_any_number_of_bands(bands: int) -> None:
    ferry = builders.framework("ferry", (0, bands / 3), (bands / 3, bands))
    [row] = ruler((ferry,), site_of(builders.atlas(ferry, bands=bands)).parts).rows
    assert [bar.ends for bar in row.bars] == [(0, 33), (33, 100)]


@pytest.mark.parametrize(("digits", "most"), [("wg", 10), ("vh", 9)])
def test_the_style_sheet_knows_every_digit_of_a_length(digits: str, most: int) -> None:
    css = (ROOT / "templates" / "theme" / "assets" / "atlas.css").read_text(encoding="utf-8")
    for digit in digits:
        known = re.findall(rf"\.a-{digit}(\d+) {{ --{digit}: \1; }}", css)
        assert [*map(int, known)] == [*range(1, most + 1)]
