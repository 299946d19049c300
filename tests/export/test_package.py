"""All tables are a Data Package that frictionless finds valid, with keys that lead to what is named."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator.export import Terms
from generator.export.package import PACKAGE
from tests.builders import atlas, framework
from tests.export import tools
from tests.export.published import csv_of, json_of, publish, publish_invented

FILES = publish_invented()
FOUND = json_of(FILES, PACKAGE)
TABLES: dict[str, Any] = {table["path"]: table for table in FOUND["resources"]}


def problems(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """What frictionless has to say of a package and of its tables, keys included."""
    for path, content in files.items():
        if path.endswith((".csv", PACKAGE)):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    ran = subprocess.run(
        [tools.frictionless(), "validate", PACKAGE, "--json"], cwd=folder, capture_output=True, text=True
    )
    report = json.loads(ran.stdout)
    found = [*report["errors"], *(error for task in report["tasks"] for error in task["errors"])]
    assert report["valid"] == (not found) == (not ran.returncode)
    return [f"{error['type']}: {error['message']}" for error in found]


def test_frictionless_finds_every_table_as_it_is_described(tmp_path: Path) -> None:
    assert problems(tmp_path, FILES) == []


def test_frictionless_would_find_an_end_that_is_no_part_and_a_word_in_place_of_a_number(
    tmp_path: Path,
) -> None:
    path = "crosswalks/harbour--lantern.csv"
    broken = FILES[path].replace(b"harbour/levels/port,", b"harbour/levels/prt,").replace(b",0.5,", b",half,")
    assert broken.count(b"prt")
    assert broken.count(b",half,")

    found = {line.partition(":")[0] for line in problems(tmp_path, {**FILES, path: broken})}

    assert found == {"foreign-key", "type-error"}


def test_every_table_is_described_with_its_columns() -> None:
    assert TABLES.keys() == {path for path in FILES if path.endswith(".csv")}
    for path, table in TABLES.items():
        heads = FILES[path].decode("utf-8-sig").splitlines()[0]
        assert heads == table["dialect"]["delimiter"].join(
            field["name"] for field in table["schema"]["fields"]
        )


def test_the_ends_of_relations_are_parts() -> None:
    for path, table in TABLES.items():
        if path.startswith("crosswalks/"):
            assert [key["fields"] for key in table["schema"]["foreignKeys"]] == [["subject"], ["object"]]
            assert {key["reference"]["resource"] for key in table["schema"]["foreignKeys"]} == {"parts"}


def test_figures_dates_and_numbers_have_their_types() -> None:
    fields = {field["name"]: field["type"] for field in TABLES["crosswalks/all.csv"]["schema"]["fields"]}
    layers = {field["name"]: field["type"] for field in TABLES["nl/frameworks/mill.csv"]["schema"]["fields"]}

    assert (fields["confidence"], fields["date"], fields["overlap_shared"]) == ("number", "date", "number")
    assert layers["Number"] == "integer"


def test_a_part_is_named_in_every_language_and_leads_to_its_permanent_address() -> None:
    heads, *rows = csv_of(FILES, "parts.csv")
    found = {row[0]: dict(zip(heads, row, strict=True)) for row in rows}

    assert found["harbour/levels/port"]["address"] == "https://atlas.example/id/harbour/#levels/port"
    assert (found["harbour"]["kind"], found["harbour/levels/port"]["framework"]) == ("framework", "harbour")
    assert heads == ["id", "kind", "framework", "title_en", "title_nl", "address"]


@pytest.mark.parametrize(("terms", "version"), [(None, "2026.01"), (Terms(), None)])
def test_it_has_the_edition_as_its_version_where_there_is_one(
    terms: Terms | None, version: str | None
) -> None:
    package = json_of(publish(atlas(framework("a"), framework("b")), terms=terms), PACKAGE)

    assert package.get("version") == version
