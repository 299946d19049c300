"""What is not translated is counted in sentences that are right for every number."""

import pytest

from generator.l10n.gaps import open_texts


@pytest.mark.parametrize(
    ("missing", "stale", "said"),
    [
        (1, 0, "1 text is not translated"),
        (2, 0, "2 texts are not translated"),
        (0, 1, "1 translation is older than its source"),
        (0, 2, "2 translations are older than their source"),
        (2, 1, "2 texts are not translated, 1 is older than its source"),
        (1, 2, "1 text is not translated, 2 are older than their source"),
    ],
)
def test_open_texts_are_counted_in_the_right_form(missing: int, stale: int, said: str) -> None:
    assert str(open_texts(missing, stale)) == said
