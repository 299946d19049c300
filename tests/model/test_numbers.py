"""Levels are numbered by their order, and shown with the number that their source gives them."""

from typing import Any

import pytest
from pydantic import ValidationError

from generator.model import Framework
from tests.builders import framework, level


def numbered(*numbers: str | None) -> Framework:
    """A framework whose file says no number of its levels, but those of its source."""
    levels: list[dict[str, Any]] = []
    for place, number in enumerate(numbers, 1):
        written = level(place, None, **({"source_number": number} if number else {}))
        del written["number"]
        levels.append(written)
    return framework(levels=levels)


def test_numbers_that_follow_from_the_order_need_not_be_written() -> None:
    assert [level.number for level in numbered(None, None, None).levels] == [1, 2, 3]


def test_the_number_of_the_source_is_shown() -> None:
    found = numbered("0", "1a", "2.5", None)
    assert [level.number for level in found.levels] == [1, 2, 3, 4]
    assert [level.shown_number for level in found.levels] == ["0", "1a", "2.5", "4"]


@pytest.mark.parametrize("number", ["one", "", "1-2", "<b>"])
def test_a_number_is_one(number: str) -> None:
    with pytest.raises(ValidationError):
        framework(levels=[level(1, None, source_number=number)])
