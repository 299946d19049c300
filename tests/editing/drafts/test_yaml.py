"""Whatever is written as YAML is read back as the very same values."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.editing.yaml import WIDTH, write_yaml
from generator.load import read_tree
from tests.editing.drafts.frameworks import IDS

PIECES = (
    *("a", " ", "  ", "#", " #", "- ", ": ", ":", "\n", "\n\n", "\n ", "'", '"', "\t", "é", "\u00a0", "word"),
    *(
        "\u2028",
        "\u0085",
        "\ufeff",
        "{",
        "[",
        "\r",
        "\0",
        "|",
        ">",
        "*",
        "&",
        "!",
        "%",
        "@",
        "`",
        "~",
        "?",
        "---",
    ),
)
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.sampled_from(
        ["true", "No", "null", "~", "1", "-1", "1.0", "1e5", "0x1f", "1:30", "2026-01-31", "=", ".inf"]
    ),
)
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(0, 9).map(lambda number: round(number, 6))
VALUES = st.recursive(
    TEXTS | NUMBERS | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(IDS, inner, max_size=3),
    max_leaves=12,
)


def read(text: str) -> Any:
    tree = read_tree(text.encode(), "x.yaml")
    assert tree.problems == ()
    return tree.value


@pytest.mark.slow
@settings(deadline=None)
@given(st.dictionaries(IDS, VALUES, min_size=1, max_size=4))
def test_any_values_come_back_from_their_file(data: dict[str, Any]) -> None:
    assert read(write_yaml(data)) == data


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    assert read(write_yaml({"key": text})) == {"key": text}


def test_a_long_text_is_folded_and_stays_one_line() -> None:
    text = "Words that go on: and on, " * 20 + "end."
    written = write_yaml({"levels": [{"id": "a", "summary": text}]})
    assert max(map(len, written.splitlines())) <= WIDTH
    assert read(written)["levels"][0]["summary"] == text
    assert "    summary: >-\n      Words" in written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Plain words, and more", "Plain words, and more"),
        ("80% of teams", "80% of teams"),
        ("no", '"no"'),
        ("12", '"12"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a:", '"a:"'),
        ("*star*", '"*star*"'),
        ('say "it"', 'say "it"'),
        ("a\nb", "|-\n  a\n  b"),
        ("hidden\u200b", '"hidden\\u200b"'),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert write_yaml({"key": text}) == f"key: {written}\n"


def test_comments_stand_above_what_they_are_about_and_change_nothing() -> None:
    data = {"id": "a", "levels": [{"id": "b", "span": {"from": 0.5}}]}
    comments = {("id",): ["On the id."], ("levels", 0, "id"): ["On b."], ("levels", 0, "span"): ["x " * 80]}
    written = write_yaml(data, comments)
    assert read(written) == data
    assert written.startswith("# On the id.\nid: a\nlevels:\n  # On b.\n  - id: b\n    # x x x")


def test_short_ids_stand_on_one_line_and_a_number_has_no_exponent() -> None:
    assert write_yaml({"themes": ["a", "b-c"], "from": 0.00001, "to": 2.0}) == (
        "themes: [a, b-c]\nfrom: 0.00001\nto: 2\n"
    )
