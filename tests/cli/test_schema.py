"""`atlas schema` writes what editors check data files with; the files in the project are current."""

import json
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from generator.cli import main
from generator.load import read_tree
from generator.load.json_schema import schema_files
from generator.model import Relation
from tests.builders import PROJECT
from tests.site.projects import ROOT

DATA = sorted((ROOT / "frameworks").rglob("*.yaml"))


def schema_named_in(path: Path) -> str:
    """The schema that a file's first line names."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    schema = first.removeprefix("# yaml-language-server: $schema=")
    assert schema != first, f"{path} names no schema"
    return schema


def test_the_projects_schemas_are_current() -> None:
    on_disk = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "schemas").iterdir()}
    assert on_disk == schema_files(), "run: atlas schema"


def test_every_data_file_names_the_schema_of_its_kind() -> None:
    shared = ("themes", "reference-scale", "glossary", "findings", "editions")
    named = {f"{name}.yaml": name for name in shared}
    for path in DATA:
        kind = "crosswalk" if path.parent.name == "crosswalks" else named.get(path.name, "framework")
        assert (path.parent / schema_named_in(path)).resolve() == ROOT / "schemas" / f"{kind}.schema.json"


@pytest.mark.parametrize("path", DATA, ids=lambda path: str(path.name))
def test_every_data_file_fits_the_schema_that_it_names(path: Path) -> None:
    schema = json.loads((path.parent / schema_named_in(path)).read_text(encoding="utf-8"))
    content = read_tree(path.read_bytes(), path.name).value

    assert [error.message for error in Draft202012Validator(schema).iter_errors(content)] == []


def test_a_schema_finds_a_key_and_a_value_that_do_not_fit() -> None:
    schema = json.loads(schema_files()["framework.schema.json"])
    content = read_tree((PROJECT / "frameworks" / "harbour.yaml").read_bytes(), "harbour.yaml").value

    found = list(Draft202012Validator(schema).iter_errors(content | {"kind": "steps", "colour": "blue"}))

    assert sorted(error.validator for error in found) == ["additionalProperties", "enum"]


@pytest.mark.parametrize("name", schema_files())
def test_every_field_and_every_record_is_described_where_an_editor_writes_it(name: str) -> None:
    schema = json.loads(schema_files()[name])
    records = [schema, *schema.get("$defs", {}).values()]

    assert [record["title"] for record in records if not record.get("description")] == []
    assert [
        f"{record['title']}.{field}"
        for record in records
        for field, about in record["properties"].items()
        if not about.get("description", "").endswith((".", ":"))
    ] == []


def test_an_editor_can_choose_from_the_words_that_a_field_takes() -> None:
    schema = json.loads(schema_files()["crosswalk.schema.json"])
    relation = schema["$defs"]["Mapping"]["properties"]["relation"]

    assert relation["enum"] == list(get_args(Relation))


def test_a_schema_knows_fields_by_their_names_in_the_file_and_refuses_others() -> None:
    schema = json.loads(schema_files()["framework.schema.json"])
    assert schema["additionalProperties"] is False
    assert {"from", "to"} <= schema["$defs"]["Span"]["properties"].keys()


def test_schemas_are_written_where_they_are_wanted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "-d", "elsewhere"]) == 0
    assert {path.name for path in (project / "elsewhere").iterdir()} == schema_files().keys()
    assert capsys.readouterr().out == "Wrote elsewhere.\n"
