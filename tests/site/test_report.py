"""A problem is told with its place, its line and what to do about it."""

import json
from pathlib import Path

from generator.problems import Place, Problem, say
from generator.site.report import json_report, summary, text_report

PROBLEM = Problem(
    "F208",
    Place("frameworks/flow.yaml", 2, 3),
    say("cells.%(id)s: no dimension has id '%(id)s'", id="besturig"),
    say("Did you mean '%(word)s'?", word="besturing"),
)


def test_text_shows_the_line_with_a_caret_and_the_hint(tmp_path: Path) -> None:
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "frameworks" / "flow.yaml").write_text("cells:\n  besturig:\n    one: A\n", encoding="utf-8")
    assert text_report([PROBLEM], tmp_path) == (
        "frameworks/flow.yaml:2:3: error[F208]: cells.besturig: no dimension has id 'besturig'\n"
        "    2 |   besturig:\n"
        "      |   ^^^^^^^^\n"
        "      = Did you mean 'besturing'?\n"
        "1 error, 0 warnings in 1 file"
    )


def test_a_tab_counts_as_one_column(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("\tkey: x\n", encoding="utf-8")
    report = text_report([Problem("Y100", Place("a.yaml", 1, 2), say("No tabs"))], tmp_path)
    assert report.splitlines()[1:3] == ["    1 |  key: x", "      |  ^^^"]


def test_a_problem_with_a_whole_file_shows_no_line(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("# a comment\nid: a\n", encoding="utf-8")
    for file in ("a.yaml", "missing.yaml"):
        report = text_report([Problem("S101", Place(file), say("'id' is missing"), say("Add it"))], tmp_path)
        assert report.splitlines()[:2] == [f"{file}:1:1: error[S101]: 'id' is missing", "    = Add it"]


def test_a_file_in_another_encoding_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("title: café\n".encode("cp1252"))
    assert "title: caf\ufffd" in text_report(
        [Problem("Y101", Place("a.yaml", 1, 11), say("Not UTF-8"))], tmp_path
    )


def test_json_has_every_part_of_a_problem() -> None:
    assert json.loads(json_report([PROBLEM])) == [
        {
            "file": "frameworks/flow.yaml",
            "line": 2,
            "column": 3,
            "severity": "error",
            "code": "F208",
            "message": "cells.besturig: no dimension has id 'besturig'",
            "hint": "Did you mean 'besturing'?",
        }
    ]


def test_the_summary_counts_errors_warnings_and_files() -> None:
    warning = Problem("F211", Place("b.yaml"), say("No span"), severity="warning")
    assert summary([PROBLEM, PROBLEM, warning]) == "2 errors, 1 warning in 2 files"
