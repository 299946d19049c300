"""A crosswalk that somebody is writing is read as far as it goes; what is not whole stops nothing."""

import pytest

from generator.load.documents import parse_document
from generator.model import Crosswalk

START = "subject: harbour\nobject: mill\nsource_language: en\n"
WHOLE = """\
  - id: one
    subject: harbour/levels/pier
    relation: superset-of
    object: mill/layers/wheel
    rationale: semantic
    confidence: low
    justification: It turns.
    author: editor
    date: 2026-01-31
"""


@pytest.mark.parametrize(
    "begun",
    [
        "mappings:\n",
        "mappings:\nno_counterpart:\n",
        "mappings:\n  -\n",
        "mappings:\n" + WHOLE.replace("It turns.", ""),
        "mappings:\n" + WHOLE.replace("It turns.", '""'),
        "mappings:\n" + WHOLE.replace("    object: mill/layers/wheel\n", ""),
        "mappings:\n  - id: one\n    relation:\n",
        "no_counterpart:\n  - subject: harbour/levels/pier\n    framework: mill\n",
    ],
)
def test_what_lacks_a_value_is_left_out_with_a_warning(begun: str) -> None:
    document, problems = parse_document((START + begun).encode(), "harbour--mill.yaml", Crosswalk)

    assert document
    assert (document.record.mappings, document.record.no_counterpart) == ((), ())
    assert {problem.severity for problem in problems} == {"warning"}


def test_what_stands_below_it_keeps_its_line() -> None:
    begun = "mappings:\n  - id: zero\n    subject: harbour/levels/dock\n" + WHOLE

    document, _ = parse_document((START + begun).encode(), "harbour--mill.yaml", Crosswalk)

    assert document
    assert [item.id for item in document.record.mappings] == ["one"]
    assert document.value("mappings", 0, "relation").line == 9


@pytest.mark.parametrize(
    "wrong",
    [
        "mappings:\n" + WHOLE.replace("superset-of", "superset"),
        "mappings:\n" + WHOLE.replace("superset-of", "superset") + "  - id: two\n",
        "mapings:\n" + WHOLE,
        "mappings:\n" + WHOLE.replace("relation:", "relaton:"),
    ],
)
def test_what_is_written_wrongly_is_an_error(wrong: str) -> None:
    document, problems = parse_document((START + wrong).encode(), "harbour--mill.yaml", Crosswalk)

    assert document is None
    assert "error" in {problem.severity for problem in problems}
