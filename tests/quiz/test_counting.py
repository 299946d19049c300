"""Results are counted by the one level that they support, and no bar tells who is in it."""

from collections.abc import Sequence

import pytest

from generator.quiz import Counted, count, joined, quiz_of
from tests import builders

GRID = quiz_of(
    builders.framework(
        "grid",
        (0, 1),
        (1, 2),
        (2, 3),
        dimensions=[{"id": name, "title": name} for name in "ab"],
        cells={name: {f"level-{n}": f"{name} at {n}" for n in (1, 2, 3)} for name in "ab"},
    )
)


def answers(a: int, b: int) -> dict[str, str]:
    """Answers to both questions."""
    return {"a": f"level-{a}", "b": f"level-{b}"}


def test_a_range_and_too_few_answers_are_counted_without_a_level() -> None:
    found = count(GRID, [answers(1, 1), answers(2, 2), answers(2, 2), answers(1, 3), {}])
    assert [(bar.low, bar.count) for bar in found.bars] == [(0, 0), (1, 1), (2, 2), (3, 0)]
    assert (found.without_level, found.n) == (2, 5)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([9, 0, 12], [(0, 0, 9), (1, 1, 0), (2, 2, 12)]),
        ([9, 4, 12], [(0, 1, 13), (2, 2, 12)]),
        ([9, 5, 4], [(0, 0, 9), (1, 2, 9)]),
        ([2, 0, 9, 9], [(0, 2, 11), (3, 3, 9)]),
        ([1, 1, 1, 1, 30], [(0, 4, 34)]),
        ([3], [(0, 0, 3)]),
    ],
)
def test_small_bars_are_put_together_with_the_smaller_neighbour(
    counts: Sequence[int], expected: Sequence[tuple[int, int, int]]
) -> None:
    found = joined([Counted(number, number, many) for number, many in enumerate(counts)])
    assert [(bar.low, bar.high, bar.count) for bar in found] == expected
