"""Crosswalks as JSON and CSV: curated and derived never mixed up, nothing left out."""

from collections.abc import Mapping
from typing import Any

from tests.builders import atlas, crosswalk, framework, mapping
from tests.export.published import csv_of, json_of, publish, publish_invented

FILES = publish()


def pair(name: str = "harbour--lantern", files: Mapping[str, bytes] | None = None) -> Any:
    return json_of(files or FILES, f"crosswalks/{name}.json")


def test_a_curated_mapping_has_all_that_its_author_wrote_in_every_language() -> None:
    assert pair()["mappings"][1] == {
        "id": "port-lighthouse",
        "subject": "harbour/levels/port",
        "subject_label": {"en": "Port", "nl": "nl: Port"},
        "relation": "intersects-with",
        "inverse": "intersects-with",
        "object": "lantern/levels/lighthouse",
        "object_label": {"en": "en: Vuurtoren", "nl": "Vuurtoren"},
        "rationale": "functional",
        "property": None,
        "extent": "little",
        "confidence": 0.5,
        "grade": "low",
        "origin": "curated",
        "status": "draft",
        "justification": {
            "en": "Both know the single ship, one by a pilot and one by a signal.",
            "nl": "nl: Both know the single ship, one by a pilot and one by a signal.",
        },
        "shared": {"en": "Each ship is known.", "nl": "nl: Each ship is known."},
        "only_subject": {"en": "A pilot comes aboard.", "nl": "nl: A pilot comes aboard."},
        "only_object": {"en": "A signal of its own.", "nl": "nl: A signal of its own."},
        "note": None,
        "overlap": {"shared": 1.5, "only_subject": 0, "only_object": 0.5},
        "spans": {"subject": {"from": 2.5, "to": 4}, "object": {"from": 2, "to": 4}},
        "author": "A. Pilot",
        "reviewer": None,
        "date": "2026-02-01",
        "sources": ["The harbour book"],
        "source_language": "en",
        "url": "../../../crosswalks/harbour--lantern/#port-lighthouse",
        "fallbacks": {},
    }


def test_a_relation_is_published_with_what_it_is_from_the_other_side() -> None:
    relations = {item["relation"]: item["inverse"] for item in pair("x--y", publish_invented())["mappings"]}
    assert relations["subset-of"] == "superset-of"
    assert relations["supports"] == "is-supported-by"
    assert relations["equal"] == "equal"


def test_a_derived_relation_says_so_and_claims_no_judgement() -> None:
    derived = pair("harbour--mill")["mappings"][2]

    assert (derived["id"], derived["origin"]) == ("dock--stones", "derived")
    assert derived["justification"] == {"en": None, "nl": None}
    assert {derived[name] for name in ("status", "rationale", "author", "reviewer", "date", "extent")} == {
        None
    }
    assert (derived["confidence"], derived["grade"]) == (0.5, "low")


def test_no_two_relations_of_a_pair_share_an_id() -> None:
    for data in json_of(FILES, "crosswalks/all.json"):
        ids = [item["id"] for item in (*data["mappings"], *data["no_counterpart"])]
        assert len(ids) == len(set(ids))


def test_a_stated_absence_has_its_reason() -> None:
    assert pair()["no_counterpart"] == [
        {
            "id": "no-counterpart--harbour-levels-dock",
            "subject": "harbour/levels/dock",
            "subject_label": {"en": "Dock", "nl": "nl: Dock"},
            "framework": "lantern",
            "reason": {
                "en": "No light tells kinds of boats apart.",
                "nl": "nl: No light tells kinds of boats apart.",
            },
            "source_language": "en",
            "fallbacks": {},
        }
    ]


def test_a_mapping_written_from_the_other_side_is_published_from_subject_to_object() -> None:
    wheel = pair("harbour--mill")["mappings"][0]

    assert (wheel["subject"], wheel["relation"], wheel["object"]) == (
        "harbour/levels/dock",
        "is-supported-by",
        "mill/layers/wheel",
    )
    assert wheel["property"] == "example-of"
    assert (wheel["only_subject"], wheel["only_object"]) == (
        None,
        {"en": "It also grinds.", "nl": "nl: It also grinds."},
    )


def test_untranslated_reasons_stand_in_their_source_language_and_are_listed() -> None:
    data = pair("lantern--mill", publish(untranslated=("en",)))

    assert data["mappings"][0]["justification"] == dict.fromkeys(["en", "nl"], "Het rad draait de lamp.")
    assert data["mappings"][0]["fallbacks"] == {"en": ["justification"]}
    assert data["no_counterpart"][0]["fallbacks"] == {"en": ["reason"]}


def test_all_pairs_stand_in_one_file_as_they_do_alone() -> None:
    everything = json_of(FILES, "crosswalks/all.json")

    assert everything == [pair(f"{data['subject']}--{data['object']}") for data in everything]
    assert len(everything) == 3


def test_the_list_of_pairs_counts_what_is_known() -> None:
    assert json_of(FILES, "crosswalks/index.json")[0] == {
        "subject": "harbour",
        "object": "lantern",
        "curated": 2,
        "derived": 0,
        "no_counterpart": 1,
        "url": "../../../crosswalks/harbour--lantern/",
        "json": "harbour--lantern.json",
        "csv": "harbour--lantern.csv",
        "sssom": "harbour--lantern.sssom.tsv",
    }


def test_a_table_has_a_row_per_relation_and_per_absence() -> None:
    head, *rows = csv_of(FILES, "crosswalks/harbour--lantern.csv")
    table = [dict(zip(head, row, strict=True)) for row in rows]

    assert [(row["subject"], row["relation"], row["object"], row["origin"]) for row in table] == [
        ("harbour/levels/pier", "equal", "lantern/levels/candle", "curated"),
        ("harbour/levels/port", "intersects-with", "lantern/levels/lighthouse", "curated"),
        ("harbour/levels/dock", "no-counterpart", "lantern", "curated"),
    ]
    assert table[0]["justification_nl"] == "nl: Both give everyone the same."
    assert table[1]["overlap_only_object"] == "0.5"
    assert table[2]["justification_en"] == "No light tells kinds of boats apart."


def test_a_cell_is_named_after_its_dimension_and_level() -> None:
    cells = {"crew": {"level-1": "One.", "level-2": "Two."}}
    dimension = {"id": "crew", "title": "Crew", "themes": ["people"]}
    data = atlas(
        framework("a", dimensions=[dimension], cells=cells),
        framework("b"),
        crosswalks=(
            crosswalk("a", "b", mapping("m", "a/cells/crew/level-2", "subset-of", "b/levels/level-2")),
        ),
    )

    assert pair("a--b", publish(data))["mappings"][0]["subject_label"]["en"] == "Crew: Level 2"
