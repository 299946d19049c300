"""Where a table may be two, or has no row of titles, nothing is written and the question is asked."""

import io

import pytest
import xlsxwriter

from generator.editing.drafts.known_words import Role
from generator.editing.drafts.sides import Side
from tests.editing.drafts.shapes import Right, found, imported

FIRST = "Topic,Level 1,Level 2\nSoil,a,b\nWater,c,d\n"


def workbook(text: str) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Sheet")
        for number, line in enumerate(text.splitlines()):
            sheet.write_row(number, 0, line.split(","))
    return content.getvalue()


def errors(text: str, given: dict[str, Role] | None = None, side: Side | None = None) -> list[str]:
    result = imported(workbook(text), "t.xlsx", side, given)
    assert (result.matrix is None) == any(problem.severity == "error" for problem in result.problems)
    return [str(problem.message) for problem in result.problems if problem.severity == "error"]


@pytest.mark.parametrize(
    ("second", "corner"),
    [
        ("Topic,Stage 1,Stage 2\nSoil,e,f\n", "A6: Titles of a table stand here once more ('Topic')"),
        ("Domain,Low,High\nSoil,e,f\n", "A6: Titles of a table stand here once more ('Domain')"),
    ],
)
def test_a_table_below_another_is_no_part_of_it(second: str, corner: str) -> None:
    assert errors(f"{FIRST}\n\n{second}") == [f"{corner}: are these two tables?"]


def test_a_table_below_another_in_a_file_without_cell_names_is_no_part_of_it() -> None:
    result = imported(f"{FIRST}\n\nDomain,Low,High\nSoil,e,f\n", "t.csv")
    assert [str(problem.message) for problem in result.problems if problem.severity == "error"] == [
        "Titles of a table stand here once more ('Domain'): are these two tables?"
    ]
    long = '"a\nand more",b'
    assert found(imported(f"Topic,Level 1,Level 2\nSoil,{long}\nDomain,low,high\n", "t.csv")).cells == {
        "Soil": "a\n\nand more / b",
        "Domain": "low / high",
    }


@pytest.mark.parametrize("gap", ["", ","])
@pytest.mark.parametrize("corner", ["Topic", "Domain"])
def test_a_table_beside_another_is_no_part_of_it(gap: str, corner: str) -> None:
    second = f"{corner},Stage 1,Stage 2\nStones,e,f\nRain,g,h\n"
    lines = zip(FIRST.splitlines(), second.splitlines(), strict=True)
    (error,) = errors("\n".join(f"{one},{gap}{two}" for one, two in lines))
    assert f"Titles of a table stand here once more ('{corner}')" in error


def test_a_row_of_titles_that_comes_again_above_a_part_of_the_same_table_is_no_other_table() -> None:
    assert errors(f"{FIRST}\nTopic,Level 1,Level 2\nStones,e,f\n") == []


def test_what_is_said_to_be_a_dimension_begins_no_table() -> None:
    text = f"{FIRST}\nDomain,Low,High\nSoils,e,f\n"
    assert errors(text)
    assert errors(text, {"domain": "title"}) == []


def test_numbers_of_levels_stay_their_titles_above_a_row_that_has_a_name_of_its_own() -> None:
    right = Right("1 / 2 / 3", {"Topics": "none / some / all", "Water": "a / b / c"})
    result = found(imported("Dimension,1,2,3\nTopics,none,some,all\nWater,a,b,c\n", "t.csv"))
    assert (result.levels, result.cells) == (right.levels, right.cells)


UNTITLED = (
    "Topics,Nobody has time for it.,A team has a plan.\nWater,It rains now and then.,A tank is there.\n"
)


def test_a_table_without_a_row_of_titles_is_asked_for_one() -> None:
    (error,) = errors(UNTITLED)
    assert error == "B1: The first row has texts where titles should be: 'Nobody has time for it.'"


def test_texts_are_titles_where_the_side_of_the_levels_is_said() -> None:
    assert errors(UNTITLED, side="columns") == []


def test_two_columns_with_the_title_of_one_level_are_not_called_two_tables() -> None:
    (error,) = errors("Topic,Level 1,Level 1,Level 2\nSoil,a,b,c\nWater,d,e,f\n")
    assert error == "C1: Two columns have the title 'Level 1': which of them is that level?"


def test_levels_that_are_put_into_their_order_have_their_numbers_apart_from_their_titles() -> None:
    text = "Topic,Level 2 Shed,Level 0 Attic,Level 1 Barn\nSoil,b,a,c\nWater,e,d,f\n"
    result = found(imported(text, "t.csv"))
    assert (result.levels, result.cells["Soil"]) == ("0 Attic / 1 Barn / 2 Shed", "a / c / b")
