"""A table puts levels and dimensions into a framework's file, and others into its order, by whole lines."""

from typing import Any

import pytest

from generator.editing.drafts.changes import differences
from generator.editing.drafts.framework import completed_parts
from generator.editing.drafts.shifted import misplaced, shifted
from generator.editing.drafts.structure import (
    described_structure,
    placed,
    restructured,
    structures,
    without_added,
)
from generator.load import read_tree
from tests.editing.drafts.test_changes import DATA, FILE, HARBOUR, words_of

Rows = list[list[str]]


def edited(change: Any) -> Any:
    """The export of a framework, its rows changed by hand, imported again."""
    return words_of(HARBOUR, change)


def after(change: Any, content: bytes | None = None) -> tuple[bytes, list[str]]:
    """The framework's file after that, and what is said of it."""
    content = FILE.read_bytes() if content is None else content
    matrix = placed(edited(change), DATA, "✎ Why?")
    found = structures(matrix, DATA)
    assert differences(without_added(matrix, found), DATA) == ((), ())
    completed = completed_parts(matrix.data, lambda message: message.text())
    told = [str(line) for item in found for line in described_structure(item)]
    return restructured(content, "h", found, completed), told


def row(rows: Rows, key: str) -> int:
    return next(number for number, cells in enumerate(rows) if cells[0] == key)


def with_a_row(rows: Rows) -> Rows:
    place = row(rows, "crew") + 1
    new = ["", "Ropes", *[""] * (len(rows[0]) - 5), "None.", "One.", "Many."]
    return [*rows[:place], new, *rows[place:]]


def with_a_column(rows: Rows) -> Rows:
    place = rows[1].index("dock") + 1
    texts = {
        0: "Quay",
        row(rows, "#summary"): "A quay.",
        row(rows, "crew"): "A shift.",
        row(rows, "charts"): "A map.",
    }
    return [[*cells[:place], texts.get(number, ""), *cells[place:]] for number, cells in enumerate(rows)]


def sorted_by(rows: Rows) -> Rows:
    crew, charts = row(rows, "crew"), row(rows, "charts")
    rows[crew], rows[charts] = rows[charts], rows[crew]
    return rows


def turned(rows: Rows) -> Rows:
    first = rows[1].index("pier")
    return [[*cells[:first], *reversed(cells[first : first + 3]), *cells[first + 3 :]] for cells in rows]


def test_a_new_row_becomes_a_dimension_with_its_texts_and_no_other_line_changes() -> None:
    content, told = after(with_a_row)
    assert told == ["dimensions: new, after 'crew': Ropes (ropes)"]
    value = read_tree(content, "h").value
    assert [item["id"] for item in value["dimensions"]] == ["crew", "ropes", "charts"]
    assert value["cells"]["ropes"] == {"pier": "None.", "dock": "One.", "port": "Many."}
    old, new = FILE.read_text(encoding="utf-8").splitlines(), content.decode().splitlines()
    assert [line for line in new if line not in old] == [
        "  - id: ropes",
        "    title: Ropes",
        "  ropes:",
        "    dock: One.",
        "    port: Many.",
    ]
    assert len(new) == len(old) + 6


def test_a_new_column_becomes_a_level_and_numbers_follow() -> None:
    content, told = after(with_a_column)
    assert told[0] == "levels: new, after 'dock': Quay (quay)"
    assert told[1].startswith(
        "'quay' gets a place on the scale by those beside it, 1.75 to 3.25: put it right"
    )
    value = read_tree(content, "h").value
    assert [item["id"] for item in value["levels"]] == ["pier", "dock", "quay", "port"]
    assert [item.get("number") for item in value["levels"]] == [1, 2, None, 4]
    assert [list(texts) for texts in value["cells"].values()] == [["pier", "dock", "quay", "port"]] * 2
    assert value["levels"][2]["summary"] == "A quay."
    assert value["levels"][2]["span"] == {
        **{"from": 1.75, "to": 3.25, "confidence": "low", "justification": "✎ Why?"}
    }


@pytest.mark.parametrize(("before", "place"), [("pier", (0, 0.5)), (None, (3.25, 4))])
def test_a_new_level_at_an_end_gets_half_of_the_place_beside_it(
    before: str | None, place: tuple[float, float]
) -> None:
    def change(rows: Rows) -> Rows:
        at = rows[1].index(before) if before else rows[1].index("port") + 1
        return [[*cells[:at], {0: "Quay"}.get(number, ""), *cells[at:]] for number, cells in enumerate(rows)]

    matrix = placed(edited(change), DATA, "✎ Why?")

    span = next(level["span"] for level in matrix.data["levels"] if level["id"] == "quay")
    assert (span["from"], span["to"]) == place


def test_where_no_level_has_a_place_on_the_scale_a_new_one_gets_none_and_that_is_said() -> None:
    data = {**DATA, "levels": [{**level, "span": None} for level in DATA["levels"]]}
    matrix = placed(edited(with_a_column), data, "✎ Why?")

    [found] = structures(matrix, data)

    told = [str(line) for line in described_structure(found)]
    assert told[1] == "'quay' has no place on the scale: add 'span' with its reason"


def test_another_order_moves_whole_blocks_with_their_comments() -> None:
    content = FILE.read_bytes().replace(b"  - id: dock\n", b"  # on docks\n  - id: dock\n", 1)
    assert b"# on docks" in content
    result, told = after(turned, content)
    assert told == ["levels: another order: port, dock, pier"]
    assert b"  # on docks\n  - id: dock\n" in result
    value = read_tree(result, "h").value
    assert [(item["id"], item["number"]) for item in value["levels"]] == [
        ("port", 1),
        ("dock", 2),
        ("pier", 3),
    ]
    old = [line for line in content.splitlines() if b"number:" not in line]
    assert sorted(line for line in result.splitlines() if b"number:" not in line) == sorted(old)


def test_rows_sorted_with_their_keys_are_another_order() -> None:
    content, told = after(sorted_by)
    assert told == ["dimensions: another order: charts, crew"]
    assert [item["id"] for item in read_tree(content, "h").value["dimensions"]] == ["charts", "crew"]


def test_line_ends_and_a_byte_order_mark_stay() -> None:
    content = b"\xef\xbb\xbf" + FILE.read_bytes().replace(b"\n", b"\r\n")
    result, _ = after(with_a_row, content)
    assert result.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in result.replace(b"\r\n", b"")


def test_what_stands_within_braces_is_written_anew() -> None:
    text = "dimensions: [{id: crew, title: Crew}, {id: charts, title: Charts}]\ncells: {}\n"
    matrix = edited(with_a_row)
    result = restructured(text.encode(), "h", structures(matrix, DATA), completed_parts(matrix.data, str))
    assert [item["id"] for item in read_tree(result, "h").value["dimensions"]] == ["crew", "ropes", "charts"]


def without_keys_sorted(rows: Rows) -> Rows:
    crew, charts = row(rows, "crew"), row(rows, "charts")
    rows[crew][1:], rows[charts][1:] = rows[charts][1:], rows[crew][1:]
    return rows


def texts_sorted(rows: Rows) -> Rows:
    crew, charts = row(rows, "crew"), row(rows, "charts")
    first = rows[1].index("pier")
    rows[crew][first:], rows[charts][first:] = rows[charts][first:], rows[crew][first:]
    return rows


def columns_without_keys(rows: Rows) -> Rows:
    first = rows[1].index("pier")
    for number, cells in enumerate(rows):
        if number != 1:
            cells[first], cells[first + 1] = cells[first + 1], cells[first]
    return rows


@pytest.mark.parametrize(
    ("change", "moved"),
    [(without_keys_sorted, "crew"), (texts_sorted, "crew"), (columns_without_keys, "pier")],
)
def test_what_was_sorted_without_its_keys_stops_an_update(change: Any, moved: str) -> None:
    problems = shifted(edited(change), DATA)
    assert problems
    assert {(problem.code, problem.severity) for problem in problems} == {("I738", "error")}
    assert f"beside the key '{moved}'" in str(problems[0].message)


@pytest.mark.parametrize("change", [lambda rows: rows, with_a_row, with_a_column, sorted_by, turned])
def test_what_moved_with_its_keys_does_not(change: Any) -> None:
    assert shifted(edited(change), DATA) == ()


COLUMN = {"a": "Ash.", "b": "Birch.", "c": "Cedar.", "d": "Deal.", "e": "–", "f": "–"}


@pytest.mark.parametrize(
    "new",
    [
        {"a": "Cedar.", "b": "Ash.", "c": "Birch."},
        {"a": "", "b": "Ash.", "c": "Birch.", "d": "Cedar."},
        {"a": "An acorn.", "b": "Ash.", "c": "Birch.", "d": "Cedar.", "e": "Deal."},
        {"a": "Birch.", "b": "Cedar.", "c": "Deal.", "d": "–"},
    ],
)
def test_a_column_that_was_sorted_or_shifted_alone_is_told_by_its_texts(new: dict[str, str]) -> None:
    found = misplaced(COLUMN, {**COLUMN, **new})
    assert found
    assert all(COLUMN[other] == new[key] for key, other in found.items())


@pytest.mark.parametrize(
    "new",
    [
        {},
        {"a": "Birch.", "b": "Ash."},
        {"a": "Deal.", "b": "Deal.", "c": "Deal."},
        {"a": "–", "b": "–", "c": "–"},
        {"a": "Oak.", "b": "Pine.", "c": "Elm."},
        {"a": "Birch.", "b": "Cedar.", "c": "Ash.", "d": "Oak.", "e": "Elm.", "f": "Fir."},
        {"e": "Ash.", "f": "Birch.", "g": "Cedar."},
    ],
)
def test_an_edit_of_a_column_is_not_taken_for_one_that_was_sorted(new: dict[str, str]) -> None:
    assert misplaced(COLUMN, {**COLUMN, **new}) == {}


def with_another_key(old: str, new: str, title: str) -> Any:
    """The change of a key, and of the title that stands beside it or above it."""

    def change(rows: Rows) -> Rows:
        if old in rows[1]:
            place = rows[1].index(old)
            rows[0][place], rows[1][place] = title, new
        else:
            rows[row(rows, old)][:2] = [new, title]
        return rows

    return change


@pytest.mark.parametrize(
    ("old", "new", "title"),
    [
        ("pier", "jetty", "Pier"),
        ("pier", "jetty", "Jetty"),
        ("pier", "", "Jetty"),
        ("crew", "hands", "Crew"),
        ("crew", "hands", "Hands"),
    ],
)
def test_an_edited_key_stops_an_update_and_what_it_was_is_told(old: str, new: str, title: str) -> None:
    (problem,) = shifted(edited(with_another_key(old, new, title)), DATA)
    assert (problem.code, problem.severity) == ("I738", "error")
    assert f"'{old}' in the file" in str(problem.message)
