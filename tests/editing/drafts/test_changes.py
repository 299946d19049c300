"""A table changes the texts of a framework's file in place, and not one character besides."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.drafts.changes import ValueChange, changed, described, differences, matched
from generator.editing.drafts.importing import import_table
from generator.editing.drafts.matrix import Matrix, rows_of
from generator.editing.drafts.plain import Reading
from generator.editing.tables import Sheet, read_tables, write_tables
from generator.load import load, read_tree
from generator.load.tree import Path
from generator.model import Framework
from tests.builders import PROJECT
from tests.editing.drafts.frameworks import TEXTS

FILE = PROJECT / "frameworks" / "harbour.yaml"
HARBOUR = next(
    item.record for item in load(PROJECT / "frameworks")[0].frameworks if item.record.id == "harbour"
)
DATA: dict[str, Any] = read_tree(FILE.read_bytes(), "harbour.yaml").value


def matrix(*changes: tuple[str, str], remove: tuple[str, ...] = ()) -> Matrix:
    """The export of a framework with some of its texts replaced, and some rows removed, imported again."""
    rows, wide = rows_of(HARBOUR, "en", lambda message: message.text())
    texts = dict(changes)
    assert texts.keys() <= {cell for row in rows for cell in row}
    rows = [[texts.get(cell, cell) for cell in row] for row in rows if row[0] not in remove]
    found = import_table(read_tables(write_tables([Sheet(rows, "t", wide)], "csv"), "t.csv"), 1, Reading())
    assert found.matrix is not None, found.problems
    return found.matrix


def words_of(framework: Framework, change: Callable[[list[list[str]]], list[list[str]]]) -> Matrix:
    """The export of a framework, its rows changed by hand, imported again."""
    rows, wide = rows_of(framework, "en", lambda message: message.text())
    content = write_tables([Sheet(change(rows), "t", wide)], "csv")
    found = import_table(read_tables(content, "t.csv"), 1, Reading())
    assert found.matrix is not None, found.problems
    return found.matrix


def test_an_export_that_nobody_changed_changes_nothing() -> None:
    assert differences(matrix(), DATA) == ((), ())


def test_changed_texts_of_every_kind_are_found_by_their_paths() -> None:
    changes, problems = differences(
        matrix(
            ("None.", "Not one."),
            ("Pier", "Jetty"),
            ("Who ties the ropes?", "Who ties them?"),
            ("high", "medium"),
            ("one-plank: There is *one* plank.", "one-plank: One plank."),
            ("The harbour ladder", "The ladder"),
        ),
        DATA,
    )
    assert problems == ()
    assert {change.path: change.new for change in changes} == {
        ("title",): "The ladder",
        ("levels", 0, "title"): "Jetty",
        ("levels", 0, "signs", "one-plank"): "One plank.",
        ("levels", 0, "span", "confidence"): "medium",
        ("dimensions", 0, "question"): "Who ties them?",
        ("cells", "charts", "pier"): "Not one.",
    }
    cell = next(change for change in changes if change.path[0] == "cells")
    assert list(described(cell, DATA)) == ["cells.charts.pier", "  - None.", "  + Not one."]
    level = next(change for change in changes if change.path[0] == "levels")
    assert next(described(level, DATA)).startswith("levels.pier.")


def test_only_what_changed_is_other_bytes() -> None:
    content = FILE.read_bytes()
    changes, _ = differences(matrix(("None.", "Not: one.")), DATA)
    assert changed(content, "h", changes) == content.replace(b"pier: None.", b'pier: "Not: one."')


def test_what_cannot_be_changed_in_place_is_told_and_stays() -> None:
    changes, problems = differences(
        matrix(
            ("one-plank: There is *one* plank.", "new-sign: New."),
            ("people", "knowledge"),
            remove=("charts",),
        ),
        DATA,
    )
    assert changes == ()
    assert [str(problem.message) for problem in problems] == [
        "levels.pier.signs.one-plank differs in a way that is not updated",
        "levels.pier.signs.new-sign differs in a way that is not updated",
        "dimensions.crew.themes differs in a way that is not updated",
        "'charts' (dimensions) is not in the table; the file keeps it",
    ]


def test_a_text_that_the_table_lost_stays_in_the_file() -> None:
    changes, problems = differences(matrix(("None.", "")), DATA)
    assert changes == ()
    assert "cells.charts.pier; the file keeps its own" in str(problems[0].message)


@pytest.mark.parametrize("text", ["One plank for every boat.", "Harbour", "Who ties the ropes?"])
def test_a_field_that_the_table_lost_stays_in_the_file_and_is_told(text: str) -> None:
    changes, problems = differences(matrix((text, "")), DATA)
    assert changes == ()
    assert ["the file keeps its own" in str(problem.message) for problem in problems] == [True]


def plain(rows: str) -> Matrix:
    found = import_table(read_tables(rows.encode(), "t.csv"), 1, Reading("columns"))
    assert found.matrix is not None
    return found.matrix


def test_a_table_without_keys_is_matched_by_titles() -> None:
    own, problems = matched(plain("x;pier;Dock\nCREW;a;b\nCharts;None.;c"), DATA)
    assert problems == ()
    changes, _ = differences(own, DATA)
    assert {change.path[1:]: change.new for change in changes if change.path[0] == "cells"} == {
        ("crew", "pier"): "a",
        ("crew", "dock"): "b",
        ("charts", "dock"): "c",
    }


def test_a_title_that_the_framework_lacks_is_an_error_with_the_nearest() -> None:
    _, problems = matched(plain("x;Peir;Dock\nCrew;a;b"), DATA)
    assert [(problem.severity, str(problem.hint)) for problem in problems] == [
        ("error", "Did you mean 'Pier'?")
    ]


AROUND = (
    "\ufeff# é 😀\r\n"
    "a: >-  # behind\r\n  words 😀\r\n  more\r\n\r\n# between\r\n"
    'b: "é😀"  # q\r\n'
    "list:\r\n  - t: plain: not\r\n".replace("plain: not", "plain")
    + "    u: |\r\n      one\r\n      two\r\n    # within\r\n    v: 0.5\r\n# end\r\n"
)
PATHS: tuple[Path, ...] = (("a",), ("b",), ("list", 0, "t"), ("list", 0, "u"), ("list", 0, "v"))


@pytest.mark.slow
@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(PATHS), TEXTS | st.just("word " * 40 + "end")))
def test_any_text_takes_anothers_place_and_comments_and_line_ends_stay(new: dict[Path, str]) -> None:
    old = read_tree(AROUND.encode(), "x")
    assert old.problems == ()
    result = changed(AROUND.encode(), "x", [ValueChange(path, None, text) for path, text in new.items()])
    tree = read_tree(result, "x")
    assert tree.problems == ()
    for path in PATHS:
        value: Any = tree.value
        for step in path:
            value = value[step]
        assert path not in new or value == new[path]
    text = result.decode()
    assert text.startswith("\ufeff# é 😀\r\n")
    assert all(
        text.count(comment) == 1
        for comment in ("# behind\r\n", "\r\n# between\r\n", "# q\r\n", "# within\r\n")
    )
    assert text.endswith("\r\n# end\r\n")
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize("path", PATHS)
def test_a_value_that_stays_leaves_its_line_as_it_is(path: Path) -> None:
    others = [other for other in PATHS if other != path]
    lines = AROUND.split("\r\n")
    result = (
        changed(AROUND.encode(), "x", [ValueChange(other, None, "new") for other in others])
        .decode()
        .split("\r\n")
    )
    own = {
        "a": "a: >-  # behind",
        "b": 'b: "é😀"  # q',
        "t": "  - t: plain",
        "u": "    u: |",
        "v": "    v: 0.5",
    }
    assert own[str(path[-1])] in lines
    assert own[str(path[-1])] in result
