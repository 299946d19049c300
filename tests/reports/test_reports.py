"""Every report of a problem has its place, its line and what to do about it."""

import json
import re
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.cli.command import FORMATS as NAMES
from generator.explain import explanation
from generator.l10n.message_language import Speech
from generator.problems import Place, Problem, say
from generator.reports import (
    FORMATS,
    github_report,
    json_report,
    report,
    sarif_report,
    summary,
    text_report,
)
from generator.reports.text import MOST_OF_A_FILE

PROBLEM = Problem(
    "F208",
    Place("frameworks/flow.yaml", 2, 3),
    say("cells.%(id)s: no dimension has id '%(id)s'", id="besturig"),
    say("Did you mean '%(word)s'?", word="besturing"),
)

DUTCH = {
    "cells.%(id)s: no dimension has id '%(id)s'": "cells.%(id)s: er is geen dimensie met id '%(id)s'",
    "Did you mean '%(word)s'?": "Bedoel je '%(word)s'?",
    "%(errors)s, %(warnings)s in %(files)s": "%(errors)s, %(warnings)s in %(files)s",
    "%(number)s error": "%(number)s fout",
    "%(number)s errors": "%(number)s fouten",
    "%(number)s warning": "%(number)s waarschuwing",
    "%(number)s warnings": "%(number)s waarschuwingen",
    "%(number)s file": "%(number)s bestand",
    "%(number)s files": "%(number)s bestanden",
}


class Words(NullTranslations):
    """A catalogue in memory."""

    def gettext(self, message: str) -> str:
        """A sentence."""
        return DUTCH.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """A form."""
        return DUTCH[msgid1 if n == 1 else msgid2]


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


def test_every_part_of_a_report_is_in_the_language_asked_for(tmp_path: Path) -> None:
    assert text_report([PROBLEM], tmp_path, Speech("nl", Words())) == (
        "frameworks/flow.yaml:2:3: error[F208]: cells.besturig: er is geen dimensie met id 'besturig'\n"
        "    = Bedoel je 'besturing'?\n"
        "1 fout, 0 waarschuwingen in 1 bestand"
    )
    [item] = json.loads(json_report([PROBLEM], tmp_path, Speech("nl", Words())))
    assert (item["severity"], item["hint"]) == ("error", "Bedoel je 'besturing'?")


def test_of_no_problems_nothing_is_told_at_a_terminal() -> None:
    assert report([], Path(), "text", str) == report([], Path(), "github", str) == ""
    assert json.loads(report([], Path(), "json", str)) == []
    assert json.loads(report([], Path(), "sarif", str))["runs"][0]["results"] == []


def test_a_long_line_is_cut_around_the_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(f"{'x ' * 100}here{' y' * 100}\n", encoding="utf-8")

    line, caret = text_report([Problem("F216", Place("a.yaml", 1, 201), say("This"))], tmp_path).splitlines()[
        1:3
    ]

    assert len(line) < 120
    assert line[caret.index("^") : caret.rindex("^") + 1] == "here"
    assert (line[8], line[-1]) == ("…", "…")


def test_a_caret_stands_below_its_place_after_wide_and_combining_signs(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("\u6e2f e\u0301: here\n", encoding="utf-8")

    told = text_report([Problem("F216", Place("a.yaml", 1, 7), say("This"))], tmp_path).splitlines()

    assert told[2] == "      |       ^^^^"


def test_signs_that_turn_the_reading_or_move_the_cursor_are_not_sent_to_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("title: a\u202eb\u001b[2Jc\n", encoding="utf-8")
    named = say("'%(given)s' is wrong", given="a\u202eb\u001b[2Jc")

    told = text_report([Problem("F215", Place("a.yaml", 1, 8), named)], tmp_path)

    assert re.findall("[\u202e\u001b]", told) == []
    assert told.count("a\ufffdb\ufffd[2Jc") == 2


def test_github_gets_a_command_a_line_with_what_has_a_meaning_there_escaped() -> None:
    odd = Problem(
        "F216",
        Place("docs/a,b: 100%.md", 3, 7),
        say("%(text)s", text="100% of\r\nit: a, b"),
        say("Two lines"),
        "warning",
    )
    assert github_report([PROBLEM, odd]).split("\n") == [
        "::error file=frameworks/flow.yaml,line=2,col=3,title=F208::"
        "cells.besturig: no dimension has id 'besturig'%0ADid you mean 'besturing'?",
        "::warning file=docs/a%2Cb%3A 100%25.md,line=3,col=7,title=F216::100%25 of%0D%0Ait: a, b%0ATwo lines",
    ]


def test_sarif_has_the_form_of_the_standard_and_the_explanations_as_its_rules(tmp_path: Path) -> None:
    warning = Problem("F211", Place("frameworks/a b.yaml", 4, 1), say("No span"), severity="warning")

    log = json.loads(sarif_report([PROBLEM, warning, PROBLEM], tmp_path, Speech("nl", Words())))

    assert [error.message for error in Draft202012Validator(SARIF).iter_errors(log)] == []
    [run] = log["runs"]
    assert run["language"] == "nl"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["F208", "F211"]
    assert [(item["ruleId"], item["ruleIndex"], item["level"]) for item in run["results"]] == [
        ("F208", 0, "error"),
        ("F211", 1, "warning"),
        ("F208", 0, "error"),
    ]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "frameworks/a%20b.yaml"
    assert place["region"] == {"startLine": 4, "startColumn": 1}
    explained = explanation("F208")
    assert explained is not None
    assert run["tool"]["driver"]["rules"][0]["help"]["text"] == explained.text(Speech("nl", Words()))


@pytest.mark.parametrize(
    ("where", "wrong"),
    [
        (("version",), "2.0"),
        (("runs", 0, "results", 0, "level"), "fatal"),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "region", "startLine"), 0),
        (("runs", 0, "results", 0, "locations", 0, "physicalLocation", "artifactLocation", "uri"), "/a b"),
    ],
)
def test_the_form_of_the_standard_is_looked_at(where: tuple[Any, ...], wrong: Any) -> None:
    log = json.loads(sarif_report([PROBLEM]))
    part = log
    for step in where[:-1]:
        part = part[step]
    part[where[-1]] = wrong

    assert not Draft202012Validator(SARIF).is_valid(log)


def test_a_command_line_names_the_formats_that_there_are() -> None:
    assert tuple(FORMATS) == NAMES


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": {name.strip("_"): schema for name, schema in properties.items()},
    }


_NUMBER = {"type": "integer", "minimum": 1}
_TEXT = _object(["text"], text={"type": "string", "minLength": 1}, markdown={"type": "string"})
# What of SARIF 2.1.0 we write, with the standard's own limits (its sections 3.13 to 3.52).
SARIF = _object(
    ["version", "runs", "$schema"],
    version={"const": "2.1.0"},
    runs={
        "type": "array",
        "items": _object(
            ["tool", "results"],
            tool=_object(
                ["driver"],
                driver=_object(
                    ["name"],
                    name={"type": "string", "minLength": 1},
                    version={"type": "string"},
                    rules={
                        "type": "array",
                        "uniqueItems": True,
                        "items": _object(
                            ["id"],
                            id={"type": "string"},
                            shortDescription=_TEXT,
                            fullDescription=_TEXT,
                            help=_TEXT,
                        ),
                    },
                ),
            ),
            language={"type": "string", "pattern": "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$"},
            columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
            results={
                "type": "array",
                "items": _object(
                    ["message"],
                    ruleId={"type": "string"},
                    ruleIndex={"type": "integer", "minimum": 0},
                    level={"enum": ["none", "note", "warning", "error"]},
                    message=_TEXT,
                    locations={
                        "type": "array",
                        "items": _object(
                            ["physicalLocation"],
                            physicalLocation=_object(
                                ["artifactLocation"],
                                artifactLocation=_object(
                                    ["uri"],
                                    uri={"type": "string", "pattern": "^[^/\\s:][^\\s:]*$"},
                                    uriBaseId={"const": "%SRCROOT%"},
                                ),
                                region=_object(
                                    ["startLine", "startColumn"], startLine=_NUMBER, startColumn=_NUMBER
                                ),
                            ),
                        ),
                    },
                ),
            },
        ),
    },
)
SARIF["properties"]["$schema"] = {"type": "string", "pattern": "sarif-schema-2\\.1\\.0\\.json$"}


def test_of_very_many_problems_in_a_file_the_rest_is_counted(tmp_path: Path) -> None:
    many = [Problem("F216", Place("a.yaml", 1, 7), say("This")) for _ in range(5000)]
    told = text_report([*many, Problem("F216", Place("b.yaml", 1, 7), say("That"))], tmp_path).splitlines()
    assert len(told) == MOST_OF_A_FILE + 3
    assert told[-2:] == ["… and 4,950 more in a.yaml", "5,001 errors, 0 warnings in 2 files"]
