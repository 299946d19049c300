"""Practices and target profiles have tables of their own, which say what is wrong in them."""

from typing import Any

import pytest

from generator.editing.drafts.importing import Imported
from generator.editing.drafts.keys import parted
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.records import Listed, differing, part_sheets, read_parts, rows_gone
from generator.editing.tables import read_tables
from tests.builders import framework

LEVELS = [{"id": "pier", "title": "Pier", "number": 1}, {"id": "dock", "title": "Dock", "number": 2}]
DATA: dict[str, Any] = {
    "levels": LEVELS,
    "dimensions": [{"id": "crew", "title": "Crew"}],
    "practices": [{"id": "coil", "title": "Coil", "level": "pier", "effort": "little"}],
}
HEAD = (
    "Id;Practice;Dimension;Level;Effort;How;References",
    "#harbour/en/practices;#title;#dimension;#level;#effort;#summary;#references",
)


def read(*rows: str, main: Matrix | None = None) -> Listed:
    file, beside = parted(read_tables("\n".join(rows).encode(), "t.csv"))
    assert file.tables == ()
    return read_parts(Imported(None, (), beside=beside), main or Matrix({}), DATA)


def told(*rows: str, main: Matrix | None = None) -> list[str]:
    return [f"{problem.code} {problem.message}" for problem in read(*rows, main=main).problems]


@pytest.mark.parametrize("level", ["dock", "dock: Dock", "Dock", "DOCK", "2. Dock"])
def test_a_level_is_named_by_its_id_or_its_title(level: str) -> None:
    found = read(*HEAD, f"coil;Coil;crew: Crew;{level};much;;one, two")
    assert found.matrix.data["practices"] == [
        {
            **{"id": "coil", "title": "Coil", "dimension": "crew", "level": "dock", "effort": "much"},
            "references": ["one", "two"],
        }
    ]
    assert [(change.path, change.old, change.new) for change in differing(DATA, found)] == [
        (("practices", 0, "dimension"), None, "crew"),
        (("practices", 0, "level"), "pier", "dock"),
        (("practices", 0, "effort"), "little", "much"),
        (("practices", 0, "references"), None, ["one", "two"]),
    ]


def test_a_column_that_is_gone_says_nothing_and_a_row_that_is_gone_goes() -> None:
    heads = ("Id;Practice;Level", "#harbour/en/practices;#title;#level")
    assert [*differing(DATA, read(*heads, "coil;Coil;pier"))] == []
    assert rows_gone(DATA, read(*heads, "knot;Knot;pier")) == ("coil",)
    assert rows_gone(DATA, read(*heads)) == ("coil",)
    assert rows_gone(DATA, Listed()) == ()


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("coil;Coil;;Dok;;;", "I723 This cannot be read as 'level': 'Dok'"),
        ("coil;Coil;Crewe;Dock;;;", "I723 This cannot be read as 'dimension': 'Crewe'"),
        ("coil;Coil;;Dock;huge;;", "I723 This cannot be read as 'effort': 'huge'"),
        ("coil;Coil;;;;;", "I723 'coil' has nothing for: level"),
        ("coil;;;Dock;;;", "I723 'coil' has nothing for: title"),
        (";Knot;;Dock;;;", "I724 'Knot' has no id yet; it gets 'knot'"),
        ("A b;Knot;;Dock;;;", "I724 'A b' is not an id"),
        (f"coil;{'x' * 200};;Dock;;;", "I711 The text has 200 characters; 160 are allowed"),
    ],
)
def test_what_is_wrong_is_told_at_its_cell(row: str, message: str) -> None:
    assert told(*HEAD, row) == [message]


def test_keys_in_another_place_and_tables_of_another_framework_are_errors() -> None:
    assert told(*(f"Nr;{row}" for row in HEAD), "1;coil;Coil;;Dock;;;") == [
        "I737 This is an exported table, but its keys are not where they were"
    ]
    assert told(*HEAD, "coil;Coil;;Dock;;;", main=Matrix({}, {}, "mill", "en")) == [
        "I737 These are 'practices' of another framework, or stand here twice"
    ]


def test_a_line_above_and_a_column_without_a_key_are_told() -> None:
    rows = ("Made by Ann;;;;;;;", *(f"{row};{more}" for row, more in zip(HEAD, ("Note", ""), strict=True)))
    assert told(*rows, "coil;Coil;;Dock;;;;Really?") == [
        "I730 This line above the table is not imported: 'Made by Ann'",
        "I707 This text has no place, and is not imported: 'Note'",
        "I707 This text has no place, and is not imported: 'Really?'",
    ]


def test_a_profile_needs_a_target() -> None:
    heads = ("Id;Target profile;Crew", "#harbour/en/profiles;#title;#targets.crew")
    assert told(*heads, "small;Small port;") == ["I723 'small' has nothing for: targets"]
    found = read(*heads, "small;Small port;Dock")
    assert found.matrix.data["profiles"] == [
        {"id": "small", "title": "Small port", "targets": {"crew": "dock"}}
    ]


def test_where_there_are_none_a_workbook_has_room_for_them() -> None:
    without = framework("harbour", (0, 1))
    assert [*part_sheets(without, "en", str, empty=False)] == []
    assert [sheet.name for sheet in part_sheets(without, "en", str, empty=True)] == ["Practices"]


def test_the_id_of_a_level_counts_before_the_title_of_another() -> None:
    main = Matrix({"levels": [{"id": "berth", "title": "Dock", "number": 3}]})
    found = read(*HEAD, "coil;Coil;crew: Crew;dock: Dock;much;;", main=main)
    assert found.matrix.data["practices"][0]["level"] == "dock"
