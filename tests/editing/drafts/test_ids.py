"""Ids from titles: the same for the same title, fit for an address, each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.ids import id_of, is_id, unique_id


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Doelen & KPI's", "doelen-kpis"),
        ("1 op 1 communicatie", "1-op-1-communicatie"),
        ("Één Straße, Ørsted & Łódź", "een-strasse-orsted-lodz"),
        ("360° beeld", "360-beeld"),
        ("  --A/B--  ", "a-b"),
        ("foto's en 't einde", "fotos-en-t-einde"),
        ("戦略", ""),
    ],
)
def test_a_title_gives_its_id(title: str, expected: str) -> None:
    assert id_of(title) == expected


@given(st.text(max_size=200))
def test_every_title_gives_an_id_that_is_fit_and_free(title: str) -> None:
    taken = {id_of(title), f"{id_of(title)}-2"}
    found = unique_id(title, "level-1", taken)
    assert is_id(found)
    assert found not in taken


def test_a_second_part_of_the_same_title_is_counted() -> None:
    assert unique_id("Data", "x", {"data"}) == "data-2"
    assert unique_id("Data", "x", {"data", "data-2"}) == "data-3"


def test_a_long_title_is_cut_between_words() -> None:
    assert id_of("words " * 20) == "-".join(["words"] * 10)
