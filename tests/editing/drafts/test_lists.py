"""A long list with a level on each line becomes a matrix, and what is guessed or joined for it is told."""

from generator.editing.drafts.known_words import Role
from tests.editing.drafts.shapes import found, imported

LINES = "Soil,Attic,a\nSoil,Shed,b\nSoil,Barn,c\nWater,Attic,d\nWater,Shed,e\nWater,Barn,f\n"
CELLS = {"Soil": "a / b / c", "Water": "d / e / f"}


def read(text: str, given: dict[str, Role] | None = None) -> tuple[str, dict[str, str], list[str]]:
    result = imported(text, "t.csv", given=given)
    right = found(result)
    return right.levels, right.cells, [f"{problem.code} {problem.message}" for problem in result.problems]


def test_levels_with_names_of_their_own_are_taken_in_the_order_in_which_they_stand() -> None:
    levels, cells, told = read(f"Topic,Phase,What\n{LINES}")
    assert (levels, cells) == ("Attic / Shed / Barn", CELLS)
    order = "The levels are taken in the order in which they stand, the lowest first: Attic, Shed, Barn"
    assert f"I733 {order}" in told


def test_a_line_that_is_not_there_leaves_its_cell_empty() -> None:
    levels, cells, _ = read(f"Topic,Phase,What\n{LINES.replace('Water,Shed,e' + chr(10), '')}")
    assert (levels, cells) == ("Attic / Shed / Barn", {**CELLS, "Water": "d /  / f"})


def test_a_column_can_be_said_to_have_the_levels_of_a_list() -> None:
    levels, cells, _ = read(f"Topic,Room,What\n{LINES}", {"room": "level"})
    assert (levels, cells) == ("Attic / Shed / Barn", CELLS)


def test_several_texts_on_one_level_of_one_dimension_become_a_list_and_that_is_told() -> None:
    _, cells, told = read(f"Topic,Phase,What\n{LINES}Soil,Shed,g\n")
    assert cells["Soil"] == "a / - b\n- g / c"
    several = "Several texts on one level of one dimension become a list: that of 8:11 comes behind this one"
    assert f"I733 {several}" in told
