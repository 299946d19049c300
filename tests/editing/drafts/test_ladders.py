"""A ladder of titles is recognised by its numbers or by known words, and by nothing else."""

import pytest

from generator.editing.drafts.ladders import ladder_in, order_of


@pytest.mark.parametrize(
    ("titles", "names", "numbers"),
    [
        (["1. Pier", "2. Dock"], "Pier, Dock", "1 2"),
        (["Level 1: Pier", "Level 2 – Dock"], "Pier, Dock", "1 2"),
        (["Level 0\nNothing yet", "Level 1\nBare"], "Nothing yet, Bare", "0 1"),
        (["Level 1 (Pier)", "Level 2 (Dock)"], "Pier, Dock", "1 2"),
        (["Pier (1)", "Dock (2)"], "Pier, Dock", "1 2"),
        (["Pier (level 0)", "Dock (level 1)"], "Pier, Dock", "0 1"),
        (["Pier – Level 1", "Dock – Level 2"], "Pier, Dock", "1 2"),
        (["ML1", "ML2"], "ML1, ML2", "1 2"),
        (["L0 - Pier", "L1 - Dock", "L2.5 - Port"], "Pier, Dock, Port", "0 1 2.5"),
        (["1a. Pier", "1b. Dock", "2. Port"], "Pier, Dock, Port", "1a 1b 2"),
        (["Stage I", "Stage II", "Stage III"], "Stage I, Stage II, Stage III", "1 2 3"),
        (["Niveau een: Steiger", "Niveau twee: Dok"], "Steiger, Dok", "1 2"),
        (["Reifegradstufe 1", "Reifegradstufe 2"], "Reifegradstufe 1, Reifegradstufe 2", "1 2"),
        (["Fase 2", "Fase 4"], "Fase 2, Fase 4", "2 4"),
        (["0 None", "1 Some"], "None, Some", "0 1"),
        (["Level 1", "Level 2 - Dock"], "Level 1, Dock", "1 2"),
        (["0–20%", "21–50%"], "0–20%, 21–50%", ""),
    ],
)
def test_numbers_make_a_ladder_and_leave_the_names(titles: list[str], names: str, numbers: str) -> None:
    found = ladder_in(titles)
    assert found is not None
    assert ", ".join(rung.title for rung in found.rungs) == names
    assert " ".join(rung.number for rung in found.rungs if rung.number) == numbers


@pytest.mark.parametrize(
    "titles",
    [
        ["Initial", "Managed", "Defined", "Quantitatively Managed", "Optimizing"],
        ["Ad hoc", "Repeatable", "Defined", "Managed", "Optimised"],
        ["Crawl", "Walk", "Run"],
        ["Brons", "Zilver", "Goud"],
        ["Beginner", "Intermediate", "Advanced", "Expert"],
        ["Laag", "Midden", "Hoog"],
        ["Initial", "Wiederholbar", "Definiert", "Gesteuert", "Optimiert"],
        ["Initial / Ad hoc", "Managed", "Optimizing"],
        ["Basic level", "Advanced level"],
        ["Niet", "Gedeeltelijk", "Volledig"],
    ],
)
def test_known_words_make_a_ladder_in_either_direction(titles: list[str]) -> None:
    up, down = ladder_in(titles), ladder_in(titles[::-1])
    assert up is not None
    assert down is not None
    assert [rung.title for rung in up.lowest_first] == [rung.title for rung in down.lowest_first] == titles
    assert (up.falls, down.falls) == (False, True)


@pytest.mark.parametrize(
    "titles",
    [
        ["1 op 1", "Massa"],
        ["2024", "2025", "2026"],
        ["Money", "Skills", "Value", "Trust"],
        ["1. Pier", "3. Dock"],
        ["Q1", "Q2", "Q3"],
        ["Step 1", "Next steps"],
        ["Low"],
        ["Good", "Poor", "Fair"],
        [],
    ],
)
def test_other_titles_are_no_ladder(titles: list[str]) -> None:
    assert ladder_in(titles) is None


def test_what_is_beside_a_ladder_is_no_part_of_it() -> None:
    found = ladder_in(["Aspect", "Why", "Level 1", "Level 2", "Total"])
    assert found is not None
    assert [rung.index for rung in found.rungs] == [2, 3]


@pytest.mark.parametrize(
    ("titles", "order"),
    [
        (["2", "1", "3"], [1, 0, 2]),
        (["Expert", "Beginner", "Advanced"], [1, 2, 0]),
        (["Managed", "Initial", "Defined", "Optimizing", "Repeatable"], [1, 4, 2, 0, 3]),
        (["Pier", "Dock"], None),
    ],
)
def test_levels_in_any_order_are_put_in_theirs(titles: list[str], order: list[int] | None) -> None:
    assert order_of(titles) == order
