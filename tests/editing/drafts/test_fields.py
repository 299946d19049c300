"""A cell's text becomes the value that its field asks for, or is refused with what to write."""

import pytest

from generator.editing.drafts.fields import UnfitError, value_of


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("people, Customer view", "'Customer view' is no id: write one such as 'customer-view'"),
        ("people; data", "'people; data' is no id: write one such as 'people-data'; commas part them"),
        ("戦略", "'戦略' is no id: write one such as 'a-word'"),
    ],
)
def test_of_what_is_no_id_the_message_shows_one(words: str, said: str) -> None:
    with pytest.raises(UnfitError, match=said):
        value_of(words, "ids")


def test_ids_are_parted_by_commas() -> None:
    assert value_of(" people,knowledge, ", "ids") == ["people", "knowledge"]
