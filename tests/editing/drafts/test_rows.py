"""Rows of a table by hand that are no dimensions: totals, advice, and what --as says of them."""

import io
from collections.abc import Mapping

import pytest
import xlsxwriter

from generator.editing.drafts.importing import Imported, import_table
from generator.editing.drafts.known_words import Role
from generator.editing.drafts.plain import Reading
from generator.editing.tables import read_tables

TABLE = (
    "Pijler;Dimensie;Niveau 1;Niveau 2\n"
    "Mensen;Team;Niemand.;Een team.\n"
    "Mensen;Werk;Los.;Samen.\n"
    "Middelen;Data;Geen.;Veel.\n"
)
FLAT = "Dimensie;Niveau 1;Niveau 2\nTeam;Niemand.;Een team.\nData;Geen.;Veel.\n"


def found(text: str, given: Mapping[str, Role] | None = None) -> Imported:
    return import_table(read_tables(text.encode(), "t.csv"), 1, Reading(None, {}, given=given or {}))


def rows(imported: Imported) -> list[str]:
    assert imported.matrix is not None, imported.problems
    return [item["title"] for item in imported.matrix.data["dimensions"]]


def told(imported: Imported) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in imported.problems if problem.code != "I740"]


def test_advice_and_averages_that_stand_in_place_of_a_group_are_no_dimensions() -> None:
    imported = found(TABLE + "Aanbeveling;;Begin.;Ga door.\nGemiddelde;;0,4;1,2\n")
    assert rows(imported) == ["Team", "Werk", "Data"]
    assert told(imported) == [
        "I707 The row 'Aanbeveling' is no dimension; its 2 texts are not imported",
        "I707 The row 'Gemiddelde' is no dimension; its 2 texts are not imported",
    ]
    assert str(imported.problems[-1].hint) == "If it is a dimension, say so: --as 'Gemiddelde=title'"


@pytest.mark.parametrize("name", ["Totaalscore", "Gemiddeld", "Gemiddelde (alle rijen)", "Average", "Summe"])
def test_figures_beside_the_name_of_a_total_are_no_dimension(name: str) -> None:
    assert rows(found(f"{FLAT}{name};1,5;2,5\n")) == ["Team", "Data"]


def test_a_total_whose_formula_gave_nothing_names_no_group() -> None:
    imported = found(FLAT.replace("Data;", "Gemiddeld;;\nData;"))
    assert rows(imported) == ["Team", "Data"]
    assert told(imported) == ["I707 This text has no place, and is not imported: 'Gemiddeld'"]
    assert imported.matrix
    assert "dimension_groups" not in imported.matrix.data


def test_a_row_is_what_was_said_of_it() -> None:
    text = TABLE + "Aanbeveling;;Begin.;Ga door.\n"
    assert told(found(text, {"aanbeveling": "none"})) == []
    assert rows(found(text, {"aanbeveling": "title"})) == ["Team", "Werk", "Data", "Aanbeveling"]
    assert rows(found(FLAT, {"team": "none"})) == ["Data"]
    alone = FLAT.replace("Data;", "Middelen;;\nData;")
    group = "I739 'Middelen' stands alone, and is taken as the group of the rows below it"
    assert told(found(alone)) == [group]
    assert told(found(alone, {"middelen": "group"})) == told(found(alone, {"middelen": "none"})) == []


@pytest.mark.parametrize("role", ["question", "level", "group"])
def test_what_a_row_cannot_be_is_an_error(role: Role) -> None:
    imported = found(FLAT, {"team": role})
    assert imported.matrix is None
    assert told(imported) == [
        f"I734 The row 'Team' cannot be '{role}': it is a title, a group if it has no texts, or none"
    ]


def test_joined_cells_of_a_line_that_is_not_imported_get_no_text() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:B1", "Onderwerp")
        sheet.merge_range("C1:D1", "Niveaus")
        for number, line in enumerate(TABLE.splitlines(), 1):
            sheet.write_row(number, 0, line.split(";"))
        sheet.merge_range("A3:A4", "Mensen")
    imported = import_table(read_tables(content.getvalue(), "t.xlsx"), 1, Reading(None, {}))
    assert [line for line in told(imported) if "A1" in line or "C1" in line] == [
        "I730 A1: This line above the table is not imported: 'Onderwerp Niveaus'"
    ]
    assert "I715 A3: Joined cells, A3:A4: each gets the text 'Mensen'" in told(imported)


def test_texts_without_a_title_beside_a_group_can_be_named_after_it_or_left_out() -> None:
    imported = found(TABLE + "Los;;Begin.;Ga door.\n")
    assert told(imported) == ["I710 There is no title here; the id is 'dimension-4'"]
    assert str(imported.problems[-1].hint) == (
        "If it is a dimension, say so: --as 'Los=title'; if it is nothing of the framework: --as 'Los=none'"
    )
