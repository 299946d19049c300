"""`atlas schema` writes what editors check data files with; the files in the project are current."""

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.load.json_schema import schema_files
from tests.site.projects import ROOT


def test_the_projects_schemas_are_current() -> None:
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").iterdir()}
    assert on_disk == schema_files(), "run: atlas schema"


def test_every_data_file_names_the_schema_of_its_kind() -> None:
    named = {"themes.yaml": "themes", "reference-scale.yaml": "reference-scale", "glossary.yaml": "glossary"}
    for path in sorted((ROOT / "frameworks").rglob("*.yaml")):
        kind = "crosswalk" if path.parent.name == "crosswalks" else named.get(path.name, "framework")
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert schema != first, f"{path} names no schema"
        assert (path.parent / schema).resolve() == ROOT / "schemas" / f"{kind}.schema.json"


def test_a_schema_knows_fields_by_their_names_in_the_file_and_refuses_others() -> None:
    schema = json.loads(schema_files()["framework.schema.json"])
    assert schema["additionalProperties"] is False
    assert {"from", "to"} <= schema["$defs"]["Span"]["properties"].keys()


def test_schemas_are_written_where_they_are_wanted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "-d", "elsewhere"]) == 0
    assert {path.name for path in (project / "elsewhere").iterdir()} == schema_files().keys()
    assert capsys.readouterr().out == "Wrote elsewhere.\n"
