"""What the ruler says of the frameworks on it."""

from generator.model import Framework
from generator.pages.ruler import ruler
from tests import builders
from tests.pages.test_comparing import site_of


def apart(*frameworks: Framework) -> tuple[int, int] | None:
    """The level number that lies in most different bands, and in how many."""
    return ruler(frameworks, site_of(builders.atlas(*frameworks)).parts).apart


def test_the_level_that_lies_in_most_bands_is_named_with_their_number() -> None:
    ferry = builders.framework("ferry", (0, 1), (1, 2), (2, 3))
    mill = builders.framework("mill", (0, 1), (2, 3), (3, 4))
    harbour = builders.framework("harbour", (0, 1), (3, 4), (3, 4))
    assert apart(ferry, mill, harbour) == (2, 3)


def test_of_equal_ones_the_lowest_is_named_and_of_levels_at_one_height_none() -> None:
    ferry, mill = builders.framework("ferry", (0, 1), (1, 2)), builders.framework("mill", (1, 2), (2, 3))
    assert apart(ferry, mill) == (1, 2)
    assert apart(ferry) is None
    assert apart(builders.framework("ferry", None, None)) is None


def test_levels_that_share_a_stretch_are_told_of() -> None:
    for spans, expected in ((((0, 1), (1, 2)), False), (((0, 1.5), (1, 2)), True)):
        ferry = builders.framework("ferry", *spans)
        assert ruler((ferry,), site_of(builders.atlas(ferry)).parts).overlaps is expected
