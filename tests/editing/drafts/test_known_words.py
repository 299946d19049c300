"""Words of several languages tell what a column is."""

import pytest

from generator.editing.drafts.known_words import LADDERS, Role, is_title_word, level_word, role_of
from generator.editing.ids import is_id


@pytest.mark.parametrize(
    ("words", "word"),
    [("Fasen", "phase"), ("Niveau", "level"), ("Stages", "stage"), ("Trede 2", "step"), ("Data", None)],
)
def test_what_a_table_calls_a_level(words: str, word: str | None) -> None:
    assert level_word(words) == word


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Key questions", "question"),
        ("Leitfrage", "question"),
        ("Opmerkingen", "none"),
        ("Maßnahmen", "none"),
        ("Total", "none"),
        ("Target level", "none"),
        ("Nr.", "code"),
        ("Omschrijving", "subtitle"),
        ("Sub-dimension", "title"),
        ("Handlungsfeld", "title"),
        ("Maturity domain", "title"),
        ("Bare", None),
    ],
)
def test_what_a_columns_title_tells_of_it(head: str, role: Role | None) -> None:
    assert role_of(head) == role
    assert is_title_word(head) == (role == "title")


def test_known_words_stand_as_ids_and_once_a_rung() -> None:
    words = [word for ladder in LADDERS for rung in ladder for word in rung]
    assert [word for word in words if not is_id(word)] == []
