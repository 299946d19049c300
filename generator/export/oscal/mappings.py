"""Write all relations as one OSCAL mapping collection: what was judged apart from what was derived.

A stated absence is a control in a gap summary, its reason a property of the mapping. OSCAL has gaps only
where there are maps: an absence between two frameworks that have no relation at all stands in other files.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.crosswalk import End
from generator.export.crosswalks import MAPPING_TEXTS, crosswalk_data, record_address
from generator.export.oscal.document import (
    Node,
    catalog_path,
    control_id,
    document,
    facts,
    line,
    namespace,
    uuid,
    words,
)
from generator.export.publication import Publication
from generator.model import ROLES
from generator.text import plain

_SET_RELATIONS = ("subset-of", "superset-of", "intersects-with", "no-relationship")
_FACTS = ("relation", "extent", "property", "grade", "origin", "status", "author", "reviewer", "date")
_ABOUT = (
    "Relations between parts of maturity frameworks, in the terms of NIST IR 8477. A mapping of the method "
    "automation follows from where the parts lie on one scale: nobody judged it. The others were judged and "
    "justified, and each says by whom and whether somebody else has checked it."
)


def mapping_collection(publication: Publication) -> bytes:
    """The relations of all pairs."""
    found = [
        mapping
        for pair in publication.pairs
        for mapping in _mappings(publication, crosswalk_data(publication, pair))
    ]
    statuses = [mapping["status"] for mapping in found if "status" in mapping]
    content = {
        "provenance": {
            "method": "hybrid",
            "matching-rationale": "semantic",
            "status": "complete" if statuses and set(statuses) == {"complete"} else "draft",
            "mapping-description": _ABOUT,
        },
        "mappings": found,
    }
    return document(
        publication, "mapping-collection", "mapping-collection.json", publication.terms.atlas, content
    )


def _mappings(publication: Publication, data: Mapping[str, Any]) -> Iterator[Node]:
    """One mapping of what was judged and one of what was derived; the first has the gaps."""
    pair = f"{data['subject']}--{data['object']}"
    gaps = _gaps(publication, data, pair)
    for origin in ("curated", "derived"):
        items = [item for item in data["mappings"] if item["origin"] == origin]
        if items:
            yield {
                "uuid": uuid(f"{publication.terms.names}crosswalks/{pair}/#{origin}"),
                **(_judged(items) if origin == "curated" else {"method": "automation"}),
                "source-resource": {"type": "catalog", "href": catalog_path(data["subject"])},
                "target-resource": {"type": "catalog", "href": catalog_path(data["object"])},
                "maps": [_map(publication, item, pair) for item in items],
                **gaps,
            }
            gaps = {}


def _judged(items: Sequence[Mapping[str, Any]]) -> Node:
    by_role = any(item["author"] in ROLES for item in items)
    reviewed = all(item["status"] == "reviewed" for item in items)
    return {"method": "hybrid" if by_role else "human", "status": "complete" if reviewed else "draft"}


def _map(publication: Publication, item: Mapping[str, Any], pair: str) -> Node:
    address = record_address(pair, item["id"], item["origin"] == "curated")
    relationship, own = _relationship(item)
    texts = [(name, (item[name] or {}).values()) for name in MAPPING_TEXTS]
    return {
        "uuid": uuid(publication.terms.names + address),
        **({"ns": namespace(publication)} if own else {}),
        **({"matching-rationale": item["rationale"]} if item["rationale"] else {}),
        "relationship": relationship,
        "sources": [_item(item["subject"])],
        "targets": [_item(item["object"])],
        "confidence-score": {"percentage": item["confidence"]},
        "props": [
            *facts(publication, {name: item[name] for name in _FACTS}),
            *facts(publication, {f"source-{n}": source for n, source in enumerate(item["sources"], 1)}),
            *(prop for name, said in texts for prop in words(publication, name, said)),
        ],
        "links": [{"href": publication.terms.root + address, "rel": "canonical"}],
        **_remarks(publication, item),
    }


def _relationship(item: Mapping[str, Any]) -> tuple[str, bool]:
    """What OSCAL calls a relation, or the atlas where OSCAL has no word for it."""
    if item["relation"] == "equal":
        return ("equal-to" if item["rationale"] == "syntactic" else "equivalent-to"), False
    return item["relation"], item["relation"] not in _SET_RELATIONS


def _remarks(publication: Publication, item: Mapping[str, Any]) -> Node:
    text = item["justification"][publication.default_language]
    return {"remarks": line(plain(text))} if text else {}


def _item(end: str) -> Node:
    return {"type": "control", "id-ref": control_id(End.parse(end))}


def _gaps(publication: Publication, data: Mapping[str, Any], pair: str) -> Node:
    gaps: Node = {}
    reasons: list[Node] = []
    for side, name in (("subject", "source"), ("object", "target")):
        ends = {
            control_id(End.parse(item["subject"])): item
            for item in data["no_counterpart"]
            if item["subject"].partition("/")[0] == data[side]
        }
        if ends:
            address = f"{publication.terms.names}crosswalks/{pair}/#{name}-gap-summary"
            gaps[f"{name}-gap-summary"] = {
                "uuid": uuid(address),
                "unmapped-controls": [{"with-ids": list(ends)}],
            }
        for own, item in ends.items():
            named = f"no-counterpart-in-{'target' if name == 'source' else 'source'}"
            reasons += words(publication, named, item["reason"].values(), group=own)
    return gaps | ({"props": reasons} if reasons else {})
