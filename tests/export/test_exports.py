"""All published files together: which there are, how they fit their schemas, and that chance has no part."""

import csv
import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.export import Terms
from generator.export.schema import schema_of
from tests.builders import PROJECT, atlas, framework, loaded_project
from tests.export.published import in_edition, json_of, publish

FILES = publish()


def closed(schema: Any) -> Any:
    """A schema that refuses what it does not name."""
    if isinstance(schema, dict):
        result = {key: closed(value) for key, value in schema.items()}
        return result | {"additionalProperties": False} if "properties" in schema else result
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


def test_every_file_of_the_design_is_published() -> None:
    pairs = ["harbour--lantern", "harbour--mill", "lantern--mill"]
    names = ["harbour", "lantern", "mill"]
    expected = {"index.json", "frameworks.json", "redirects.json", "crosswalks/index.json"}
    expected |= {"ids.json", "editions.json", "editions/2026.01.json", "atlas.jsonld", "openapi.json"}
    expected |= {"datapackage.json", "parts.csv"}
    expected |= {"oscal/mapping-collection.json", *(f"oscal/catalogs/{name}.json" for name in names)}
    expected |= {
        f"crosswalks/{name}.{end}" for name in (*pairs, "all") for end in ("json", "csv", "sssom.tsv")
    }
    expected |= {f"nl/frameworks/{name}.semicolon.csv" for name in names}
    for language in ("en", "nl"):
        expected |= {
            f"{language}/frameworks/{name}.{end}" for name in names for end in ("json", "csv", "xlsx")
        }
        expected |= {f"{language}/quizzes/{name}.json" for name in names}
        expected |= {f"{language}/citations.{ending}" for ending in ("json", "bib", "ris")}
        expected |= {
            f"{language}/{name}.json" for name in ("themes", "reference-scale", "glossary", "findings")
        }

    assert {path for path in FILES if not path.startswith(("schemas/", "id/"))} == expected


def test_the_index_lists_every_other_file_with_its_size_and_schema() -> None:
    index = json_of(FILES, "index.json")

    assert {item["path"]: item["bytes"] for item in index["files"]} == {
        path: len(content)
        for path, content in FILES.items()
        if path != "index.json" and not path.startswith("id/")
    }
    assert {item["schema"] for item in index["files"] if item["schema"]} < FILES.keys()
    assert (index["edition"], index["default_language"], index["languages"]) == (
        "2026.01",
        "en",
        ["en", "nl"],
    )


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in FILES
        if path.endswith(".json")
        and not path.startswith(("schemas/", "oscal/", "openapi.json", "datapackage.json"))
    ],
)
def test_every_json_file_fits_its_schema_and_has_nothing_else(path: str) -> None:
    name = schema_of(path)
    assert name

    problems = Draft202012Validator(closed(json_of(FILES, name))).iter_errors(json_of(FILES, path))

    assert [f"{problem.json_path}: {problem.message}" for problem in problems] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith("schemas/")])
def test_every_schema_is_sound_and_leaves_room_for_additions(path: str) -> None:
    Draft202012Validator.check_schema(json_of(FILES, path))

    assert b'additionalProperties": false' not in FILES[path]


def test_every_schema_is_that_of_some_file() -> None:
    used = {schema_of(path) for path in FILES}

    assert {path for path in FILES if path.startswith("schemas/")} == used - {None}


def test_other_hash_seeds_give_the_same_bytes() -> None:
    script = "import hashlib; from tests.export.published import publish; \
        print(hashlib.sha256(repr(sorted(publish().items())).encode()).hexdigest())"
    digests = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=PROJECT.parent.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_files_grow_with_judged_pairs_and_not_with_the_square_of_the_frameworks() -> None:
    files = publish(atlas(*(framework(f"f{number:03}") for number in range(40))))

    assert [path for path in files if path.startswith("crosswalks/f")] == []
    assert json_of(files, "crosswalks/all.json") == []


def test_no_file_holds_a_path_of_this_machine() -> None:
    assert [path for path, content in FILES.items() if str(PROJECT.parent).encode() in content] == []


def test_without_an_address_no_file_names_a_host_for_examples() -> None:
    found = publish(terms=Terms())

    assert not [path for path, content in found.items() if re.search(rb"//[\w.-]*\bexample\b", content)]
    assert json_of(found, "index.json")["rights"] == "/about/#licence"


def test_a_site_of_another_name_is_called_so_in_every_file() -> None:
    found = publish(terms=replace(in_edition(loaded_project().atlas()), atlas="The Ladders"))
    texts = {path: held.decode(errors="replace") for path, held in found.items()}

    # There the program is named as what derived relations, whatever the site is called.
    told = (path for path in texts if not path.endswith(".sssom.tsv"))
    assert [path for path in told if "Maturity Atlas" in texts[path]] == []
    assert {path for path, text in texts.items() if "The Ladders" in text} >= {
        "index.json",
        "openapi.json",
        "datapackage.json",
        "atlas.jsonld",
        "en/citations.json",
        "en/citations.bib",
        "en/citations.ris",
        "crosswalks/all.sssom.tsv",
    }


def test_where_decimals_have_a_comma_a_table_is_offered_that_excel_parts_there() -> None:
    for name in ("harbour", "mill"):
        comma = FILES[f"nl/frameworks/{name}.csv"].decode("utf-8-sig")
        semicolon = FILES[f"nl/frameworks/{name}.semicolon.csv"].decode("utf-8-sig")
        assert [*csv.reader(io.StringIO(comma))] == [*csv.reader(io.StringIO(semicolon), delimiter=";")]
        assert f"en/frameworks/{name}.semicolon.csv" not in FILES
