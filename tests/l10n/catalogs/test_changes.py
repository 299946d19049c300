"""What became of a text: whether only its form changed."""

import pytest

from generator.l10n.catalogs.changes import is_slight


@pytest.mark.parametrize(
    ("before", "now", "slight"),
    [
        ("Landing-page layouts.", "Landing page layouts.", True),
        ("realtime data", "real-time  data", True),
        ("One plank, one boat", "One plank; one boat!", True),
        ("Personalisation for everyone", "Personalization for everyone", True),
        ("A pilot for each boat", "A pilot for every boat", False),
        ("A pilot for the boat", "A pilot for the bank", False),
        ("A pilot for boats", "A pilot for all boats", False),
        ("At 1.5 boats", "At 15 boats", False),
        ("It never sinks", "It ever sinks", False),
        ("No plank nor boat", "No plank or boat", False),
        ("At 2 boats", "At 3 boats", False),
        ("Planks and boats and crews", "Plonks ond boots und crews", False),
    ],
)
def test_only_spelling_punctuation_and_spaces_are_slight(before: str, now: str, slight: bool) -> None:
    assert is_slight(before, now, "en") == slight
