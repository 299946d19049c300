"""Nothing of a relation is lost in SSSOM: all is in the TSV and the RDF that sssom-py makes of our file."""

import csv
import io
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDFS

from generator.export.crosswalks import MAPPING_TEXTS
from generator.text import plain
from tests.export import tools
from tests.export.published import ODD, json_of, publish_invented

SSSOM = Namespace("https://w3id.org/sssom/")
SKOS = "http://www.w3.org/2004/02/skos/core#"
ROOT = "https://atlas.example/"


@dataclass(frozen=True)
class Judged:
    """What must not be lost of a relation or a stated absence."""

    subject: str
    relation: str
    object: str
    confidence: float | None
    extent: str | None = None
    property: str | None = None
    rationale: str | None = None
    status: str | None = None
    reviewer: str | None = None
    sources: str | None = None
    language: str | None = None
    texts: tuple[tuple[str, str], ...] = ()
    """By what each is and its language: the justification, what both have, what one has alone, and a note."""


Kept = Mapping[str, Judged]
"""By the address of the record."""


FILES = publish_invented()


def published() -> Kept:
    """What our own JSON says."""
    kept = {}
    for pair in json_of(FILES, "crosswalks/all.json"):
        for item in pair["mappings"]:
            facts = {name: item[name] for name in ("extent", "property", "rationale", "status", "reviewer")}
            kept[address(pair, item)] = Judged(
                item["subject"],
                item["relation"],
                item["object"],
                item["confidence"],
                **facts,
                sources="\n".join(item["sources"]) or None,
                language=item["source_language"],
                texts=_texts({name: item[name] for name in MAPPING_TEXTS}),
            )
        for item in pair["no_counterpart"]:
            kept[address(pair, item)] = Judged(
                item["subject"],
                "no-counterpart",
                item["framework"],
                None,
                language=item["source_language"],
                texts=_texts({"justification": item["reason"]}),
            )
    return kept


def address(pair: Mapping[str, str], item: Mapping[str, str]) -> str:
    """The address of a record of a pair: a permanent one, where somebody judged the relation."""
    page = f"crosswalks/{pair['subject']}--{pair['object']}/#"
    judged = item.get("origin") == "curated"
    return f"{ROOT}id/{page}mappings/{item['id']}" if judged else f"{ROOT}{page}{item['id']}"


def _texts(fields: Mapping[str, Mapping[str, str | None] | None]) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(
            (f"{name}_{language}", plain(text))
            for name, by_language in fields.items()
            for language, text in (by_language or {}).items()
            if text
        )
    )


def judged(slots: Mapping[str, str]) -> Judged:
    """What the slots of one mapping say, ids as whole addresses."""
    other = dict(pair.split("=", 1) for pair in _parts(slots.get("other", "")))
    language = other.pop("source_language", None)
    texts = {name: text for name, text in other.items() if "_" in name}
    if slots.get("comment"):
        texts["justification_en"] = slots["comment"]
    absent = slots["object_id"] == f"{SSSOM}NoTermFound"
    return Judged(
        _name(slots["subject_id"]),
        slots["predicate_label"],
        _name(slots["object_source"] if absent else slots["object_id"]),
        float(slots["confidence"]) if slots.get("confidence") else None,
        other.get("extent"),
        other.get("property"),
        other.get("rationale"),
        other.get("status"),
        slots.get("reviewer_label") or None,
        other.get("sources"),
        language,
        tuple(sorted(texts.items())),
    )


def _parts(value: str) -> list[str]:
    found = re.findall(r"(?:[^|\\]|\\.)+", value, re.DOTALL)
    return [re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in found]


def _name(permanent: str) -> str:
    return permanent.removeprefix(f"{ROOT}id/").replace("#", "").rstrip("/")


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `sssom parse` makes of the file with all relations."""
    folder = tmp_path_factory.mktemp("sssom")
    (folder / "all.sssom.tsv").write_bytes(FILES["crosswalks/all.sssom.tsv"])
    return _run(folder, "parse", "all.sssom.tsv", "-o", "parsed.sssom.tsv")


def _run(folder: Path, *words: str) -> Path:
    subprocess.run([tools.sssom(), *words], cwd=folder, capture_output=True, check=True)
    return folder / words[-1]


def from_table(content: str) -> Kept:
    """The rows of a table, with what its header says of all."""
    prefixes = dict(re.findall(r"^# +(\w+): (https?://\S+)$", content, re.MULTILINE)) | {"sssom": str(SSSOM)}
    shared = dict(re.findall(r"^# ?(\w+): (\S+)$", content, re.MULTILINE))
    lines = io.StringIO("".join(line for line in content.splitlines(True) if not line.startswith("#")))
    kept = {}
    for row in csv.DictReader(lines, delimiter="\t"):
        slots = {**shared, **row}
        for name in ("record_id", "subject_id", "object_id", "object_source"):
            prefix, _, rest = slots[name].partition(":")
            slots[name] = prefixes[prefix] + rest
        kept[slots["record_id"]] = judged(slots)
    return kept


def from_graph(graph: Graph) -> Kept:
    """The mappings of a graph."""
    kept = {}
    named = {
        "http://www.w3.org/2002/07/owl#annotatedSource": "subject_id",
        "http://www.w3.org/2002/07/owl#annotatedTarget": "object_id",
        str(RDFS.comment): "comment",
    }
    for node in graph.objects(None, SSSOM.mappings):
        assert isinstance(node, URIRef)
        slots = {}
        for predicate, value in graph.predicate_objects(node):
            assert isinstance(value, URIRef | Literal)
            slots[named.get(str(predicate), str(predicate).removeprefix(SSSOM))] = str(value)
        kept[str(node)] = judged(slots)
    return kept


def test_our_own_file_says_all_that_is_published() -> None:
    kept = from_table(FILES["crosswalks/all.sssom.tsv"].decode())

    assert kept == published()
    assert {item.relation for item in kept.values()} == {
        "equal",
        "subset-of",
        "superset-of",
        "intersects-with",
        "no-relationship",
        "supports",
        "is-supported-by",
        "no-counterpart",
    }
    texts = dict(kept[f"{ROOT}id/crosswalks/x--y/#mappings/equal"].texts)
    assert texts["justification_nl"] == texts["note_nl"] == plain(f"nl: {ODD}")
    assert texts["only_object_nl"] == plain(f"nl: Two. {ODD}")


def test_sssom_py_gives_every_relation_back_as_it_was(parsed: Path) -> None:
    assert from_table(parsed.read_text(encoding="utf-8")) == published()


def test_its_rdf_has_every_relation_as_it_was(parsed: Path) -> None:
    turtle = _run(parsed.parent, "convert", parsed.name, "-O", "rdf", "-o", "all.ttl")
    graph = Graph().parse(turtle, format="turtle")

    assert from_graph(graph) == published()
