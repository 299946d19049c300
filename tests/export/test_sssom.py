"""Crosswalks as SSSOM 1.1, read back by a parser of our own and, where it can be had, by sssom-py."""

import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.export import Terms
from tests.builders import atlas, crosswalk, framework, mapping
from tests.export import tools
from tests.export.published import publish

FILES = publish()
PAIR = "crosswalks/harbour--lantern.sssom.tsv"


def header_of(content: bytes) -> Any:
    """The mapping set's own slots."""
    return yaml.safe_load(
        "".join(f"{line[1:]}\n" for line in content.decode().splitlines() if line.startswith("#"))
    )


def rows_of(content: bytes) -> list[dict[str, str]]:
    """The mappings, by slot; none of the invented texts needs quoting."""
    head, *lines = (line.split("\t") for line in content.decode().splitlines() if not line.startswith("#"))
    return [dict(zip(head, line, strict=True)) for line in lines]


def row(record: str, path: str = PAIR, files: Mapping[str, bytes] | None = None) -> dict[str, str]:
    rows = rows_of((files or FILES)[path])
    return next(row for row in rows if re.search(f"[#/]{record}$", row["record_id"]))


def test_the_header_says_what_this_is_under_which_licence_and_how_to_read_its_ids() -> None:
    assert header_of(FILES[PAIR]) == {
        "sssom_version": "1.1",
        "curie_map": {
            "atlas": "https://atlas.example/id/",
            "atlas_slot": "https://atlas.example/api/v1/schemas/crosswalk.schema.json#",
            "crosswalk": "https://atlas.example/crosswalks/",
        },
        "mapping_set_id": "https://atlas.example/api/v1/crosswalks/harbour--lantern.sssom.tsv",
        "mapping_set_version": "2026.01",
        "mapping_set_title": "Harbour – en: Lantaarn",
        "license": "https://licence.example/",
        "subject_source": "atlas:harbour/",
        "object_source": "atlas:lantern/",
        "extension_definitions": [
            {"slot_name": f"ext_{name}", "property": f"atlas_slot:{name}"}
            for name in (
                "extent",
                "justification_en",
                "justification_nl",
                *("only_object_en", "only_object_nl", "only_subject_en", "only_subject_nl"),
                "rationale",
                "relation",
                *("shared_en", "shared_nl", "source_language", "sources", "status"),
            )
        ],
    }


def test_a_curated_mapping_is_marked_as_a_persons_work() -> None:
    found = row("port-lighthouse")

    assert found["mapping_justification"] == "semapv:ManualMappingCuration"
    assert (found["author_label"], found["mapping_date"], found["confidence"]) == (
        "A. Pilot",
        "2026-02-01",
        "0.5",
    )
    assert found["comment"] == "Both know the single ship, one by a pilot and one by a signal."
    assert found["ext_justification_nl"] == f"nl: {found['comment']}"
    assert found["predicate_label"] == found["ext_relation"] == "intersects-with"
    assert (found["ext_rationale"], found["ext_status"]) == ("functional", "draft")
    assert found["other"].split("|") == [
        "extent=little",
        "rationale=functional",
        "status=draft",
        "sources=The harbour book",
        "source_language=en",
        f"justification_nl={found['ext_justification_nl']}",
        "shared_en=Each ship is known.",
        "shared_nl=nl: Each ship is known.",
        "only_subject_en=A pilot comes aboard.",
        "only_subject_nl=nl: A pilot comes aboard.",
        "only_object_en=A signal of its own.",
        "only_object_nl=nl: A signal of its own.",
    ]
    assert found["ext_only_subject_nl"] == "nl: A pilot comes aboard."


def test_a_derived_relation_is_marked_as_chained_and_has_no_author() -> None:
    found = row("dock--stones", "crosswalks/harbour--mill.sssom.tsv")

    assert (found["mapping_justification"], found["mapping_tool"]) == (
        "semapv:MappingChaining",
        "Maturity Atlas",
    )
    assert (found["author_label"], found["mapping_date"], found["comment"], found["ext_status"]) == (
        "",
        "",
        "",
        "",
    )


def test_an_absence_finds_no_term_in_the_other_framework() -> None:
    ours = row("no-counterpart--lantern-levels-candle", "crosswalks/lantern--mill.sssom.tsv")
    theirs = row("no-counterpart--mill-layers-stones", "crosswalks/lantern--mill.sssom.tsv")

    assert (ours["subject_id"], ours["subject_source"]) == ("atlas:lantern/#levels/candle", "atlas:lantern/")
    assert (ours["object_id"], ours["object_source"]) == ("sssom:NoTermFound", "atlas:mill/")
    assert (theirs["subject_id"], theirs["object_id"]) == ("atlas:mill/#layers/stones", "sssom:NoTermFound")
    assert theirs["object_source"] == "atlas:lantern/"
    assert theirs["comment"] == "en: Licht maalt niet."


@pytest.mark.parametrize(
    ("relation", "predicate", "modifier"),
    [
        ("equal", "skos:exactMatch", ""),
        ("subset-of", "skos:broadMatch", ""),
        ("superset-of", "skos:narrowMatch", ""),
        ("intersects-with", "skos:relatedMatch", ""),
        ("no-relationship", "skos:relatedMatch", "Not"),
        ("supports", "skos:relatedMatch", ""),
        ("is-supported-by", "skos:relatedMatch", ""),
    ],
)
def test_each_relation_has_its_predicate(relation: str, predicate: str, modifier: str) -> None:
    walk = crosswalk("a", "b", mapping("m", "a/levels/level-1", relation, "b/levels/level-2"))
    files = publish(atlas(framework("a"), framework("b"), crosswalks=(walk,)))

    found = row("m", "crosswalks/a--b.sssom.tsv", files)

    assert (found["predicate_id"], found.get("predicate_modifier", "")) == (predicate, modifier)


def test_what_all_rows_share_stands_once_in_the_header() -> None:
    files = publish(atlas(framework("a"), framework("b")))
    content = files["crosswalks/a--b.sssom.tsv"]

    assert (header_of(content)["subject_source"], header_of(content)["object_source"]) == (
        "atlas:a/",
        "atlas:b/",
    )
    assert header_of(content)["mapping_tool"] == "Maturity Atlas"
    assert "subject_source" not in rows_of(content)[0]


def test_every_column_is_used_and_every_row_has_an_id_of_its_own() -> None:
    for path in (path for path in FILES if path.endswith(".tsv")):
        rows = rows_of(FILES[path])
        assert [name for name in rows[0] if not any(row[name] for row in rows)] == []
        assert len({row["record_id"] for row in rows}) == len(rows)
        assert rows == sorted(rows, key=lambda row: list(row.values()))


def test_one_file_has_the_rows_of_all_pairs() -> None:
    pairs = [path for path in FILES if path.endswith(".tsv") and "all" not in path]

    everything = {row["record_id"] for row in rows_of(FILES["crosswalks/all.sssom.tsv"])}

    assert everything == {row["record_id"] for path in pairs for row in rows_of(FILES[path])}


def test_texts_with_quotes_tabs_and_lines_are_quoted() -> None:
    walk = crosswalk(
        "a", "b", mapping("m", "a/levels/level-1", "equal", "b/levels/level-1", justification='A "b"\tc\nd')
    )
    content = publish(atlas(framework("a"), framework("b"), crosswalks=(walk,)))["crosswalks/a--b.sssom.tsv"]

    assert b'\t"A ""b""\tc\nd"\t' in content


def test_a_pair_without_relations_is_still_a_file_with_its_columns() -> None:
    content = publish(atlas(framework("a", (0, 1)), framework("b", (1, 2))))["crosswalks/a--b.sssom.tsv"]

    assert (
        content.splitlines()[-1] == b"record_id\tsubject_id\tpredicate_id\tobject_id\tmapping_justification"
    )


def test_files_start_without_byte_order_mark_and_end_lines_with_a_line_feed() -> None:
    assert FILES[PAIR].startswith(b"#sssom_version")
    assert b"\r" not in FILES[PAIR]


def test_a_version_is_left_out_where_none_is_known() -> None:
    assert "mapping_set_version" not in header_of(publish(terms=Terms())[PAIR])


@pytest.mark.parametrize("path", [PAIR, "crosswalks/all.sssom.tsv"])
def test_sssom_py_finds_no_error(path: str, tmp_path: Path) -> None:
    result = validated(tmp_path, FILES[path])

    assert (result.returncode, "ERROR" in result.stderr) == (0, False), result.stderr


def test_sssom_py_would_find_an_error(tmp_path: Path) -> None:
    broken = FILES[PAIR].replace(b"semapv:ManualMappingCuration", b"semapv:Guess")

    assert validated(tmp_path, broken).returncode != 0


def validated(folder: Path, content: bytes) -> subprocess.CompletedProcess[str]:
    """What sssom-py says of a file."""
    file = folder / "crosswalk.sssom.tsv"
    file.write_bytes(content)
    return subprocess.run([tools.sssom(), "validate", str(file)], capture_output=True, text=True)
