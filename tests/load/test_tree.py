"""What is read from YAML, where it stands, and what an editor is told about YAML that is not accepted."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load import read_tree
from generator.load.syntax import STUMBLES
from generator.load.tree import MAX_BYTES, MAX_DEPTH
from generator.problems import Place
from tests.golden import Case, cases, told


@pytest.mark.parametrize("case", cases("load/refused"))
def test_refused_yaml_is_explained_with_its_place(case: Case) -> None:
    content = case["yaml"].encode(case.get("encoding", "utf-8"))

    assert told(read_tree(content, "harbour.yaml").problems) == case["told"]


@pytest.mark.parametrize("nothing", ["", " []", " {}", ' ""'])
def test_of_a_key_that_stands_twice_the_one_that_says_something_counts(nothing: str) -> None:
    tree = read_tree(f"levels:{nothing}\nlevels:\n  - id: pier\n".encode(), "harbour.yaml")

    assert tree.value == {"levels": [{"id": "pier"}]}
    assert tree.positions.of_value(("levels", 0, "id")) == Place("harbour.yaml", 3, 9)
    assert [problem.code for problem in tree.problems] == ["Y103"]


def test_every_stumble_has_a_case() -> None:
    said = "".join(case.values[0]["told"] for case in cases("load/refused"))

    assert [str(stumble.says) for stumble in STUMBLES if f": {stumble.says}\n" not in said] == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("on", "on"),
        ("True", "True"),
        ("012", "012"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("2026-01-31", "2026-01-31"),
        ("=", "="),
        ("'1'", "1"),
        ('"true"', "true"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("1.50", 1.5),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
    ],
)
def test_plain_scalars_are_read_as_yaml_1_2_has_them(written: str, read: Any) -> None:
    tree = read_tree(f"value: {written}\n".encode(), "harbour.yaml")

    assert tree.problems == ()
    assert tree.value == {"value": read}
    assert type(tree.value["value"]) is type(read)


def test_every_key_and_value_has_its_line_and_column() -> None:
    tree = read_tree("levels:\n  - id: pier\n    title: Steiger é\n  - {id: dock}\n".encode(), "harbour.yaml")

    assert tree.positions.of_key(("levels",)) == Place("harbour.yaml", 1, 1)
    assert tree.positions.of_key(("levels", 0, "title")) == Place("harbour.yaml", 3, 5)
    assert tree.positions.of_value(("levels", 0, "title")) == Place("harbour.yaml", 3, 12)
    assert tree.positions.of_value(("levels", 1)) == Place("harbour.yaml", 4, 5)
    assert tree.positions.of_value(("levels", 1, "id")) == Place("harbour.yaml", 4, 10)


def test_a_path_that_is_not_in_the_file_stands_where_its_nearest_parent_does() -> None:
    tree = read_tree(b"levels:\n  - id: pier\n", "harbour.yaml")

    assert tree.positions.of_value(("levels", 0, "span", "from")) == Place("harbour.yaml", 2, 5)
    assert tree.positions.of_key(("cells",)) == Place("harbour.yaml", 1, 1)


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    tree = read_tree("\ufefftitle: Pier\r\nsummary: >-\r\n  One\r\n  plank\r\n".encode(), "harbour.yaml")

    assert tree.problems == ()
    assert tree.value == {"title": "Pier", "summary": "One plank"}


def test_the_first_of_two_equal_keys_is_kept_with_its_place() -> None:
    tree = read_tree(b"cells:\n  crew: one\ncells:\n  crew: two\n", "harbour.yaml")

    assert tree.value == {"cells": {"crew": "one"}}
    assert tree.positions.of_value(("cells", "crew")) == Place("harbour.yaml", 2, 9)


def test_a_file_over_the_limit_is_not_read() -> None:
    tree = read_tree(b"#" * (MAX_BYTES + 1), "harbour.yaml")

    assert [problem.code for problem in tree.problems] == ["Y104"]


def test_nesting_up_to_the_limit_is_read_and_beyond_it_is_refused() -> None:
    deep, deeper = (b"[" * depth + b"]" * depth for depth in (MAX_DEPTH + 1, MAX_DEPTH + 2))

    assert read_tree(deep, "harbour.yaml").problems == ()
    assert [problem.code for problem in read_tree(deeper, "harbour.yaml").problems] == ["Y105"]


def test_a_hundred_thousand_brackets_do_no_harm() -> None:
    assert [problem.code for problem in read_tree(b"[" * 100_000, "harbour.yaml").problems] == ["Y105"]


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_no_content_whatever_makes_the_reader_fail(content: bytes) -> None:
    tree = read_tree(content, "harbour.yaml")

    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in tree.problems)
