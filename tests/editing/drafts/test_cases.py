"""Tables of editors that came out wrong once come out right, or are refused in a sentence."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from tests.editing.drafts.shapes import Right, found, imported

CASES = Path(__file__).parent.parent.parent / "cases" / "tables"

RIGHT = {
    "01-title-row-above.csv": Right(
        "Level 1 / Level 2",
        {"Policy": "ad hoc / written", "Tools": "none / one"},
        ("I730",),
        title="Maturity scan 2025",
    ),
    "02-title-row-no-word.csv": Right(
        "Level 1 / Level 2",
        {"Policy": "ad hoc / written", "Tools": "none / one"},
        ("I730",),
        title="Scan of the team",
    ),
    "03-header-one-short.csv": Right(
        "Start / Grow / Lead",
        {
            "Policy": "nobody writes one / one team writes one / all teams use one",
            "People": "volunteers / a small team / every team",
        },
        ("I732",),
    ),
    "04-best-level-first.csv": Right(
        "Level 1 / Level 2 / Level 3",
        {
            "Policy": "nobody writes one / one team writes one / all teams use one",
            "People": "volunteers / a small team / every team",
        },
        ("I731",),
    ),
    "06-group-and-practice.csv": Right(
        "Level 1 / Level 2 / Level 3",
        {
            "Strategy": "none / draft / agreed",
            "Training": "none / some / all",
            "Threats": "none / listed / tested",
        },
        groups="Rules / Rules / Design",
    ),
    "08-question-column.md": Right(
        "Bare / Sown / Green",
        {"Soil": "not / now and then / by plan", "Water": "rain / tap / tank"},
        ("I712",),
        title="A model for gardens",
        beside={"Soil": "How do you feed it?", "Water": "Where does it come from?"},
    ),
    "10-html-table.md": Right(
        "Bare / Green",
        {"Soil": "Not fed.\n\nNot dug. / Fed by plan.", "Water": "Rain. / Tank."},
        title="Garden maturity",
    ),
    "11-level-0-and-break.csv": Right(
        "0 Nothing yet / 1 Bare / 2 Green", {"Soil": "a / b / c", "Water": "d / e / f"}
    ),
    "12-bullets-and-empty.csv": Right(
        "Level 1 / Level 2",
        {"Soil": "- dig once\n- weed twice / ", "Water": "- rain\n- tap / - tank"},
        ("I708",),
    ),
    "13-corner-names-rows.csv": Right(
        "Initial / Basic / Advanced",
        {
            "Money": "none / some / planned",
            "Skills": "few / more / many",
            "Value": "low / fair / high",
            "Trust": "low / fair / good",
        },
    ),
    "15-long-list.csv": Right(
        "Level 1 / Level 2",
        {"Strategy": "- Write it down\n- Tell people / ", "Training": " / Train all"},
        ("I733", "I707", "I708"),
        groups="Rules / Rules",
    ),
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_table_that_came_out_wrong_comes_out_right(name: str) -> None:
    assert found(imported((CASES / name).read_bytes(), name)) == RIGHT[name]


def test_a_workbook_with_columns_that_no_spreadsheet_has_fills_no_memory() -> None:
    right = found(imported((CASES / "cols-min-negative.xlsx").read_bytes(), "t.xlsx"))
    assert right == Right("Low / High", {"Data": "one / two", "People": "x / y"}, ("I718",))


def test_nothing_is_said_of_how_a_number_is_imported_in_a_column_that_is_not() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Aspect", "Level 1", "Level 2", "Score"])
        sheet.write_row(1, 0, ["Soil", 10, "b", 3])
    result = imported(content.getvalue(), "t.xlsx")
    assert [str(problem.message).partition(":")[0] for problem in result.problems] == ["D1", "B2"]


def test_every_case_has_its_right_answer() -> None:
    assert sorted(path.name for path in CASES.iterdir()) == sorted([*RIGHT, "cols-min-negative.xlsx"])
