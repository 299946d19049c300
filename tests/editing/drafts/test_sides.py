"""A table's titles tell on which side its levels stand."""

import pytest

from generator.editing.drafts.sides import side_of


@pytest.mark.parametrize(
    ("corner", "across", "down", "side", "sure"),
    [
        ("", ["Level 1", "Level 2"], ["Data", "People"], "columns", True),
        ("", ["Data", "People"], ["Fase 1: a", "Fase 2: b"], "rows", True),
        ("", ["0 None", "1 Some"], ["Data", "People"], "columns", True),
        ("Dimensie", ["Begin", "Eind"], ["Data", "Mensen"], "columns", True),
        ("Niveau / dimensie", ["Data", "Mensen"], ["Begin", "Eind"], "rows", True),
        ("Aspect \\ Stage", ["Begin", "End"], ["Data", "People"], "columns", True),
        ("Maturity levels", ["Money", "Skills"], ["Initial", "Basic", "Advanced"], "rows", True),
        ("", ["Beginner", "Advanced", "Expert"], ["Data", "People"], "columns", True),
        ("Fase", ["Massa", "1 op 1"], ["Data", "Mensen"], "columns", False),
        ("", ["a", "b"], ["c", "d", "e"], "rows", False),
        ("", ["a", "b", "c"], ["d", "e", "f"], "columns", False),
    ],
)
def test_where_levels_stand(corner: str, across: list[str], down: list[str], side: str, sure: bool) -> None:
    guess = side_of(corner, across, down)
    assert (guess.side, guess.sure) == (side, sure)
