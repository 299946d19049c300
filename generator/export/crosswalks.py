"""Publish relations in every language: a JSON and a CSV file for each pair, and one of each with all."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.crosswalk import INVERSE, End, Link, span_in
from generator.export.publication import API, DataFile, Publication, csv_bytes, is_fallback, json_bytes
from generator.model import FIGURES, NoCounterpart, Record, status_of
from generator.things import identity_of_mapping

MAPPING_TEXTS = ("justification", "shared", "only_subject", "only_object", "note")
FACTS = (
    "extent",
    "property",
    "rationale",
    "confidence",
    "grade",
    "origin",
    "status",
    "author",
    "reviewer",
    "date",
)
"""What is published of every relation besides its ends, its id and its texts."""


def crosswalk_files(publication: Publication) -> Iterator[DataFile]:
    """Every pair that has a page, and all of them together."""
    pairs = {pair: _Pair(publication, pair) for pair in publication.pairs}
    here = f"{API}/crosswalks"
    for pair, walk in pairs.items():
        yield DataFile(f"{here}/{'--'.join(pair)}.json", pair, walk.json)
        yield DataFile(f"{here}/{'--'.join(pair)}.csv", pair, walk.csv)

    def everything() -> list[dict[str, Any]]:
        return [walk.data for walk in pairs.values()]

    yield DataFile(f"{here}/all.json", None, lambda: json_bytes(everything()))
    yield DataFile(f"{here}/all.csv", None, lambda: csv_bytes(_table(publication, everything())))
    yield DataFile(f"{here}/index.json", None, lambda: json_bytes([_entry(data) for data in everything()]))


@dataclass(frozen=True)
class _Pair:
    publication: Publication
    pair: tuple[str, str]

    @cached_property
    def data(self) -> dict[str, Any]:
        return crosswalk_data(self.publication, self.pair)

    def json(self) -> bytes:
        return json_bytes(self.data)

    def csv(self) -> bytes:
        return csv_bytes(_table(self.publication, [self.data]))


def crosswalk_data(publication: Publication, pair: tuple[str, str]) -> dict[str, Any]:
    """All that is known of a pair, as plain data."""
    data = {
        "subject": pair[0],
        "object": pair[1],
        "mappings": [_mapping(publication, pair, links) for links in publication.links(pair)],
        "no_counterpart": [_absence(publication, pair, items) for items in publication.absences(pair)],
    }
    return publication.signed(data)


def _mapping(publication: Publication, pair: tuple[str, str], links: Mapping[str, Link]) -> dict[str, Any]:
    link = links[publication.default_language]
    judged = {language: item.curated for language, item in links.items() if item.curated}
    curated = link.curated
    texts = {name: _per_language(judged, name) for name in MAPPING_TEXTS}
    return {
        "id": link.id,
        "subject": str(link.subject),
        "subject_label": publication.labels(link.subject),
        "relation": link.relation,
        "inverse": INVERSE[link.relation],
        "object": str(link.object),
        "object_label": publication.labels(link.object),
        "extent": curated and curated.extent,
        "property": curated and curated.property,
        "rationale": curated and curated.rationale,
        "confidence": FIGURES[link.confidence],
        "grade": link.confidence,
        "origin": link.origin,
        "status": curated and status_of(curated),
        **texts,
        "justification": texts["justification"] or dict.fromkeys(publication.views),
        "overlap": link.overlap and vars(link.overlap),
        "spans": {
            "subject": _stretch(publication, link.subject),
            "object": _stretch(publication, link.object),
        },
        "author": curated and curated.author,
        "reviewer": curated and curated.reviewer,
        "date": curated and curated.date.isoformat(),
        "sources": list(curated.sources) if curated else [],
        "source_language": curated and publication.source_language(pair),
        "url": f"../../../crosswalks/{link.pair}/#{link.id}",
        "fallbacks": _fallbacks(judged, MAPPING_TEXTS),
    }


def record_address(pair: str, record_id: str, curated: bool) -> str:
    """The address of a relation or stated absence: a permanent one where somebody judged the relation."""
    if curated:
        return identity_of_mapping(pair, record_id).address
    return f"crosswalks/{pair}/#{record_id}"


def absence_id(item: NoCounterpart) -> str:
    """The permanent id of a stated absence among its pair's mappings."""
    return f"no-counterpart--{item.key}"


def _absence(
    publication: Publication, pair: tuple[str, str], items: Mapping[str, NoCounterpart]
) -> dict[str, Any]:
    item = items[publication.default_language]
    return {
        "id": absence_id(item),
        "subject": item.subject,
        "subject_label": publication.labels(End.parse(item.subject)),
        "framework": item.framework,
        "reason": _per_language(items, "reason"),
        "source_language": publication.source_language(pair),
        "fallbacks": _fallbacks(items, ("reason",)),
    }


def _per_language(records: Mapping[str, Record], name: str) -> dict[str, str] | None:
    found = {language: getattr(record, name) for language, record in records.items()}
    return found if any(found.values()) else None


def _fallbacks(records: Mapping[str, Record], names: tuple[str, ...]) -> dict[str, list[str]]:
    found = {
        language: [name for name in names if is_fallback(getattr(record, name) or "")]
        for language, record in records.items()
    }
    return {language: names for language, names in found.items() if names}


def _stretch(publication: Publication, end: End) -> dict[str, float] | None:
    span = span_in(publication.framework(end.framework), end)
    return {"from": span.start, "to": span.end} if span else None


def _entry(data: Mapping[str, Any]) -> dict[str, Any]:
    name = f"{data['subject']}--{data['object']}"
    curated = sum(mapping["origin"] == "curated" for mapping in data["mappings"])
    return {
        "subject": data["subject"],
        "object": data["object"],
        "curated": curated,
        "derived": len(data["mappings"]) - curated,
        "no_counterpart": len(data["no_counterpart"]),
        "url": f"../../../crosswalks/{name}/",
        "json": f"{name}.json",
        "csv": f"{name}.csv",
        "sssom": f"{name}.sssom.tsv",
    }


_KEYS = ("id", "subject", "relation", "object")
_LABELS = ("subject_label", "object_label")
_LENGTHS = ("shared", "only_subject", "only_object")


def columns(publication: Publication) -> list[str]:
    """The columns of a table of relations, named as in the JSON, with their language."""
    languages = publication.views
    labels = [f"{name}_{language}" for name in _LABELS for language in languages]
    texts = [f"{name}_{language}" for name in MAPPING_TEXTS for language in languages]
    about = ["about"] if publication.has_subjects else []
    return [*_KEYS, *labels, *FACTS, *texts, *(f"overlap_{name}" for name in _LENGTHS), *about]


def _table(publication: Publication, everything: list[dict[str, Any]]) -> Iterator[list[object]]:
    """A row per relation and per stated absence."""
    names = columns(publication)
    yield list(names)
    for data in everything:
        rows = (*map(_mapping_row, data["mappings"]), *map(_absence_row, data["no_counterpart"]))
        about = publication.about(data["subject"])
        yield from ([{**row, **about}.get(name) for name in names] for row in rows)


def _mapping_row(mapping: Mapping[str, Any]) -> dict[str, object]:
    row: dict[str, object] = {name: mapping[name] for name in (*_KEYS, *FACTS)}
    for name in (*_LABELS, *MAPPING_TEXTS):
        row |= {f"{name}_{language}": text for language, text in (mapping[name] or {}).items()}
    return row | {f"overlap_{name}": length for name, length in (mapping["overlap"] or {}).items()}


def _absence_row(absence: Mapping[str, Any]) -> dict[str, object]:
    row: dict[str, object] = {
        "id": absence["id"],
        "subject": absence["subject"],
        "relation": "no-counterpart",
        "object": absence["framework"],
        "origin": "curated",
    }
    row |= {f"subject_label_{language}": text for language, text in absence["subject_label"].items()}
    return row | {f"justification_{language}": text for language, text in absence["reason"].items()}
