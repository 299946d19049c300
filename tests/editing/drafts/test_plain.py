"""Tables that people made by hand: where levels stand, what else is in them, and what cannot be placed."""

import pytest

from generator.editing.drafts.importing import Imported, import_table
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.plain import Reading
from generator.editing.drafts.sides import Side
from generator.editing.tables import read_tables


def markdown(text: str, side: Side | None = None, number: int = 1) -> Imported:
    heads = {"id": "id", "group": "group", "question": "question", "description": "summary"}
    return import_table(read_tables(text.encode(), "t.md"), number, Reading(side, heads))


def matrix(found: Imported) -> Matrix:
    assert found.matrix is not None, found.problems
    return found.matrix


def titles(found: Imported, kind: str) -> list[str]:
    return [item["title"] for item in matrix(found).data[kind]]


def told(found: Imported) -> list[str]:
    return [f"{problem.code} {problem.place.line} {problem.message}" for problem in found.problems]


ACROSS = (
    "| Fase | Begin | Eind |\n|---|---|---|\n| Data | a | b |\n| Mensen | c | d |\n| Techniek | e | f |\n"
)
DOWN = (
    "| | Data | Mensen |\n|---|---|---|\n| 1. Begin | a | c |\n| 2. Midden | e | f |\n| 3. Eind | b | d |\n"
)


def test_levels_side_by_side_give_a_matrix() -> None:
    found = markdown(ACROSS, "columns")
    assert matrix(found).data == {
        "levels": [
            {"id": "begin", "number": 1, "title": "Begin"},
            {"id": "eind", "number": 2, "title": "Eind"},
        ],
        "dimensions": [
            {"id": "data", "title": "Data"},
            {"id": "mensen", "title": "Mensen"},
            {"id": "techniek", "title": "Techniek"},
        ],
        "cells": {
            "data": {"begin": "a", "eind": "b"},
            "mensen": {"begin": "c", "eind": "d"},
            "techniek": {"begin": "e", "eind": "f"},
        },
    }
    assert found.problems == ()


def test_numbered_levels_below_each_other_are_seen_and_turned() -> None:
    found = markdown(DOWN)
    assert found.problems == ()
    assert titles(found, "levels") == ["Begin", "Midden", "Eind"]
    assert titles(found, "dimensions") == ["Data", "Mensen"]
    assert matrix(found).data["cells"]["mensen"] == {"begin": "c", "midden": "f", "eind": "d"}


def test_a_guess_is_told_with_the_way_to_say_otherwise() -> None:
    found = markdown(ACROSS)
    assert found.level_word == "phase"
    assert told(found) == [
        "I719 1 These are taken to be the levels, since the corner, 'Fase', may name them: Begin, Eind"
    ]
    assert str(found.problems[0].hint) == "If they are the dimensions, say so with --levels rows"
    assert titles(markdown(ACROSS, "rows"), "levels") == ["Data", "Mensen", "Techniek"]


def test_columns_and_rows_beside_the_matrix_are_known_by_their_heads() -> None:
    found = markdown(
        "| Id | Aspect | Question | 1. Pier | 2. Dock |\n|---|---|---|---|---|\n"
        "| | Description | | One plank. | Berths. |\n| crew | The crew | Who? | a | b |\n"
    )
    assert matrix(found).data["dimensions"] == [{"id": "crew", "title": "The crew", "question": "Who?"}]
    assert [level["summary"] for level in matrix(found).data["levels"]] == ["One plank.", "Berths."]
    assert matrix(found).data["cells"] == {"crew": {"pier": "a", "dock": "b"}}


def test_a_column_that_has_no_place_is_told() -> None:
    found = markdown("| Aspect | Remarks | Pier | Dock |\n|---|---|---|---|\n| Crew | Shore | a | b |\n")
    assert titles(found, "levels") == ["Pier", "Dock"]
    assert told(found) == [
        "I707 1 The column 'Remarks' is no level and has no place in a framework; its text is not imported"
    ]
    assert str(found.problems[0].hint) == "If it is something else, say so: --as 'Remarks=level'"


def test_a_column_that_somebody_left_out_is_not_told() -> None:
    text = b"| Aspect | Remarks | Pier | Dock |\n|---|---|---|---|\n| Crew | Shore | a | b |\n"
    found = import_table(read_tables(text, "t.md"), 1, Reading(given={"remarks": "none"}))
    assert told(found) == []


def test_an_empty_cell_is_told_by_the_titles_of_its_row_and_column() -> None:
    found = markdown("| Aspect | Pier | Dock |\n|---|---|---|\n| Crew | a | |\n")
    assert told(found) == ["I708 3 Crew, Dock: the cell is empty"]


def test_a_dash_says_that_the_source_is_silent_there() -> None:
    found = markdown("| Aspect | Pier | Dock |\n|---|---|---|\n| Crew | – | b |\n| Charts | n/a | - |\n")
    assert told(found) == ["I746 4 'n/a' is taken to say that the source is silent here"]
    assert [item["silent"] for item in matrix(found).data["dimensions"]] == [["pier"], ["pier", "dock"]]
    assert matrix(found).data["cells"] == {"crew": {"dock": "b"}, "charts": {}}


def test_titles_that_stand_twice_or_are_missing_get_ids_and_are_told() -> None:
    found = markdown(
        "| Aspect | Pier | Pier |\n|---|---|---|\n| Crew | a | b |\n| | c | d |\n| Crew | e | f |\n"
    )
    assert [level["id"] for level in matrix(found).data["levels"]] == ["pier", "pier-2"]
    assert [item["id"] for item in matrix(found).data["dimensions"]] == ["crew", "dimension-2", "crew-2"]
    assert [line[:6] for line in told(found)] == ["I709 1", "I710 4", "I709 5"]


def test_listed_marks_are_kept_and_others_are_told() -> None:
    found = markdown(
        "| Aspect | **Pier** | Dock |\n|---|---|---|\n| Crew | *a* `b` [c](https://d.example) | ![x](y) |\n"
    )
    assert titles(found, "levels") == ["Pier", "Dock"]
    assert matrix(found).data["cells"]["crew"]["pier"] == "*a* `b` [c](https://d.example)"
    assert matrix(found).data["cells"]["crew"]["dock"] == "![x](y)"
    assert told(found) == ["I720 3 '![' is kept, and shown as it stands"]


def test_a_sign_that_nobody_sees_is_left_out_and_told() -> None:
    found = markdown("| Aspect | Pier | Dock |\n|---|---|---|\n| Crew | a\u200bb | c |\n")
    assert matrix(found).data["cells"]["crew"]["pier"] == "ab"
    assert told(found) == ["I726 3 The invisible character U+200B is left out"]


def test_a_text_that_is_too_long_is_an_error_at_its_cell() -> None:
    found = markdown(
        f"| Aspect | Pier | Dock |\n|---|---|---|\n| Crew | {'a' * 4001} | c |\n| {'d' * 161} | e | f |\n"
    )
    assert found.matrix is None
    assert told(found) == [
        "I711 3 The text has 4,001 characters; 4,000 are allowed",
        "I711 4 The text has 161 characters; 160 are allowed",
    ]


TWO = "# One\n\nSaid before.\nAnd more.\n\n" + ACROSS + "\nBetween.\n\n# Two\n\n" + DOWN


def test_text_outside_and_other_tables_are_told_and_the_heading_is_the_title() -> None:
    found = markdown(TWO, "columns")
    assert found.heading is not None
    assert found.heading.text == "One"
    assert told(found) == [
        "I712 3 Text outside the table is not imported: 'Said before. And more.'",
        "I712 12 Text outside the table is not imported: 'Between.'",
        "I712 14 Text outside the table is not imported: 'Two'",
        "I713 16 Another table, 'Two', is not imported",
    ]


def test_another_table_can_be_chosen() -> None:
    found = markdown(TWO, number=2)
    assert titles(found, "levels") == ["Begin", "Midden", "Eind"]
    assert found.heading is not None
    assert found.heading.text == "Two"


@pytest.mark.parametrize(
    "cells", ["| a |\n|---|\n| b |\n", "| a | b |\n|---|---|\n", "| | |\n|---|---|\n| | |\n"]
)
def test_less_than_a_table_is_an_error(cells: str) -> None:
    found = markdown(cells)
    assert (found.matrix, [line[:4] for line in told(found)]) == (None, ["I702"])


def test_a_text_full_of_open_tags_takes_no_time() -> None:
    found = markdown(f"| Aspect | Pier |\n|---|---|\n| Crew | {'<br' * 500_000} |\n")
    assert [line[:4] for line in told(found)] == ["I711"]
