"""The published data of a site about two subjects, and of one about one."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from rdflib import DCTERMS, RDF, SKOS, URIRef

from generator.export.package import PACKAGE
from generator.export.schema import schema_of
from generator.load import load
from tests.builders import write_project, write_second_subject
from tests.export.published import csv_of, json_of, publish
from tests.export.test_linked import read
from tests.export.test_package import problems
from tests.export.test_workbooks import sheets

ROOT = "https://atlas.example/"
Files = Mapping[str, bytes]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Every file of the two-subject project by its path below `api/v1/`."""
    folder = write_second_subject(write_project(tmp_path_factory.mktemp("subjects")))
    return publish(load(folder / "frameworks")[0].atlas())


def test_a_list_says_what_belongs_to_which_subject(files: Files) -> None:
    shores, kitchens = json_of(files, "en/subjects.json")["subjects"]

    assert (shores["id"], shores["frameworks"]) == ("shores", ["harbour", "lantern", "mill"])
    assert (shores["themes"], shores["reference_scale"]) == ("themes.json", "reference-scale.json")
    assert kitchens == {
        "id": "kitchens",
        "title": "Kitchens",
        "summary": "How a kitchen feeds its guests.",
        "frameworks": ["oven", "pantry"],
        "themes": "subjects/kitchens/themes.json",
        "reference_scale": "subjects/kitchens/reference-scale.json",
        "findings": "subjects/kitchens/findings.json",
    }


def test_each_subject_has_its_own_scale_themes_and_findings(files: Files) -> None:
    first = {name: json_of(files, f"en/{name}.json") for name in ("reference-scale", "themes", "findings")}
    own = {name: json_of(files, f"en/subjects/kitchens/{name}.json") for name in first}

    assert (first["reference-scale"]["title"], first["reference-scale"]["length"]) == ("The tide table", 4)
    assert (own["reference-scale"]["title"], own["reference-scale"]["length"]) == ("The thermometer", 3)
    assert [theme["id"] for theme in first["themes"]["themes"]] == ["people", "knowledge"]
    assert [theme["id"] for theme in own["themes"]["themes"]] == ["recipes"]
    assert [finding["id"] for finding in own["findings"]["findings"]] == ["each-guest"]


def test_relations_lie_within_a_subject(files: Files) -> None:
    pairs = [(item["subject"], item["object"]) for item in json_of(files, "crosswalks/index.json")]
    _, *rows = csv_of(files, "crosswalks/all.csv")
    related = {tuple(sorted(row[at].split("/")[0] for at in (1, 3))) for row in rows}

    assert pairs == [("harbour", "lantern"), ("harbour", "mill"), ("lantern", "mill"), ("oven", "pantry")]
    assert related == {*pairs}


def test_every_row_of_what_all_frameworks_share_says_what_it_is_about(files: Files) -> None:
    parts, relations, oven = (
        [dict(zip(head, row, strict=True)) for row in rows]
        for head, *rows in (
            csv_of(files, f"{name}.csv") for name in ("parts", "crosswalks/all", "crosswalks/oven--pantry")
        )
    )
    tables = {table["path"]: table for table in json_of(files, PACKAGE)["resources"]}
    described = [tables[path]["schema"]["fields"][-1] for path in ("parts.csv", "crosswalks/all.csv")]

    assert {row["framework"]: row["about"] for row in parts} == {
        **dict.fromkeys(("harbour", "lantern", "mill"), "shores"),
        **dict.fromkeys(("oven", "pantry"), "kitchens"),
    }
    assert {(row["subject"].split("/")[0], row["about"]) for row in relations} >= {
        ("harbour", "shores"),
        ("oven", "kitchens"),
    }
    assert {row["about"] for row in oven} == {"kitchens"}
    assert {field["name"] for field in described} == {"about"}
    assert [field["constraints"]["enum"] for field in described] == [["shores", "kitchens"]] * 2
    assert tables["en/frameworks/oven.csv"]["description"] == "oven in en, about kitchens."
    assert "about=kitchens" in files["crosswalks/oven--pantry.sssom.tsv"].decode()
    assert ["Subject", "Kitchens"] in sheets(files["en/frameworks/oven.xlsx"])["About"]


@pytest.mark.slow
def test_frictionless_finds_the_tables_of_several_subjects_as_they_are_described(
    files: Files, tmp_path: Path
) -> None:
    assert problems(tmp_path, files) == []


def test_each_subject_has_concept_schemes_of_its_own(files: Files) -> None:
    graph = read(files)
    kitchens = URIRef(f"{ROOT}id/subjects/#kitchens")
    scale, themes = URIRef(f"{kitchens}/reference-scale"), URIRef(f"{kitchens}/themes")
    about = set(graph.subjects(DCTERMS.subject, kitchens))

    assert (scale, RDF.type, SKOS.ConceptScheme) in graph
    assert (URIRef(f"{ROOT}id/reference-scale/#bands/raw"), SKOS.inScheme, scale) in graph
    assert (URIRef(f"{ROOT}id/themes/#recipes"), SKOS.inScheme, themes) in graph
    assert {scale, themes, URIRef(f"{ROOT}id/oven/")} <= about
    assert URIRef(f"{ROOT}id/harbour/") not in about


def test_every_file_of_a_subject_fits_a_schema_and_is_described(files: Files) -> None:
    described = json_of(files, "openapi.json")["paths"]

    assert schema_of("en/subjects/kitchens/themes.json") == "schemas/themes.schema.json"
    assert "schemas/subjects.schema.json" in files
    assert {"/{language}/subjects.json", "/{language}/subjects/{subject}/findings.json"} <= described.keys()


def test_a_subject_has_an_id_for_good(files: Files) -> None:
    (path,) = (path for path in files if path.endswith("id/subjects/index.json"))

    things = json.loads(files[path])["things"]

    assert [thing["id"] for thing in things] == ["subjects/kitchens", "subjects/shores"]


def test_of_one_subject_nothing_is_said() -> None:
    files = publish()

    assert [path for path in files if "subjects" in path] == []
    assert "subject}" not in files["openapi.json"].decode()
    assert "dcterms:subject" not in files["atlas.jsonld"].decode()
    assert "about" not in {*csv_of(files, "parts.csv")[0], *csv_of(files, "crosswalks/all.csv")[0]}
    assert "about=" not in files["crosswalks/all.sssom.tsv"].decode()
