"""A cell's text becomes the value that its field asks for, or is refused with what to write."""

import pytest

from generator.editing.drafts.fields import UnfitError, value_of


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("people, Customer view", "'Customer view' is no id: write one such as 'customer-view'"),
        ("people / data", "^Ids such as 'first-steps' stand here; commas part them$"),
        ("戦略", "'戦略' is no id: write one such as 'a-word'"),
    ],
)
def test_of_what_is_no_id_the_message_shows_one_but_none_made_of_several(words: str, said: str) -> None:
    with pytest.raises(UnfitError, match=said):
        value_of(words, "ids")


@pytest.mark.parametrize("words", [" people,knowledge, ", "people; knowledge", "people\nknowledge"])
def test_ids_are_parted_by_commas_or_as_somebody_writes_them(words: str) -> None:
    assert value_of(words, "ids") == ["people", "knowledge"]
