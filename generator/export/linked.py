"""Publish all data as linked data, in one file of JSON-LD 1.1: SKOS, and what the atlas adds to it.

Each framework, the scale, the themes and the glossary are concept schemes; what they are made of are
concepts, with labels in every language. A relation stands twice: in the words of SKOS where somebody judged
it, and as a node of its own with all that is known of it. SKOS: https://www.w3.org/TR/skos-reference/.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.addresses import folder_of
from generator.crosswalk import End
from generator.export.crosswalks import FACTS, MAPPING_TEXTS, crosswalk_data, record_address
from generator.export.linked_records import Known, Node, Nodes, in_languages
from generator.export.publication import API, IDS, DataFile, Publication
from generator.model import PREDICATES, Record, SharedData
from generator.problems import Message, say
from generator.things import Thing, identity_of

PATH = f"{API}/atlas.jsonld"
_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_WORDS = {
    "title": "skos:prefLabel",
    "short_title": "skos:altLabel",
    "expansion": "skos:altLabel",
    "summary": "skos:definition",
    "definition": "skos:definition",
    "number": "skos:notation",
    "edition": "dcat:version",
    "issued": "dcterms:issued",
}
"""Fields that others have a word for; each that is not here is a word of the atlas' own."""
_LINKS = {
    "related": "skos:related",
    "inScheme": "skos:inScheme",
    "topConceptOf": "skos:topConceptOf",
    "broader": "skos:broader",
    "subject": "rdf:subject",
    "predicate": "rdf:predicate",
    "object": "rdf:object",
    "license": "dcterms:license",
    "rights": "dcterms:rights",
    "isPartOf": "dcterms:isPartOf",
}
"""The same for fields that hold the address of something else."""
_SCHEME, _CONCEPT = "skos:ConceptScheme", "skos:Concept"
_NO_CONCEPTS = ("claim", "finding", "subject")
_SHARED: Mapping[str, tuple[tuple[str, ...], Message | None]] = {
    "themes": ((_SCHEME, "Themes"), say("Themes")),
    "reference-scale": ((_SCHEME, "ReferenceScale"), None),
    "glossary": ((_SCHEME, "Glossary"), say("Glossary")),
    "findings": (("Findings",), say("Findings")),
}
"""What the frameworks share, by the first step of its permanent addresses; what has no title gets one."""


def linked_files(publication: Publication) -> Iterator[DataFile]:
    """The one file."""
    yield DataFile(PATH, None, partial(_file, publication))


def _file(publication: Publication) -> bytes:
    """Write a node on each line: with each value on its own, a file of this size takes ten times as long."""
    nodes = Nodes(dict(_known(publication)))
    graph = [_about(publication), *_concepts(publication, nodes), *_relations(publication)]
    head = json.dumps(_context(publication, nodes), ensure_ascii=False)
    lines = ",\n".join(json.dumps(node, ensure_ascii=False) for node in graph)
    return f'{{"@context": {head},\n"@graph": [\n{lines}\n]}}\n'.encode()


def _context(publication: Publication, nodes: Nodes) -> Node:
    address = publication.terms.names
    own = {"@base": address, "@vocab": f"{address}{PATH}#"}
    texts = {
        name: {"@id": _WORDS.get(name, f"{address}{PATH}#{name}"), "@container": "@language"}
        for name in {*nodes.in_words, *_RELATION_TEXTS}
    }
    links = {name: {"@id": target, "@type": "@id"} for name, target in _LINKS.items()}
    terms = {**_WORDS, **links, **texts}
    return {"@version": 1.1, **own, **_PREFIXES, **{name: terms[name] for name in sorted(terms)}}


def _about(publication: Publication) -> Node:
    published = publication.terms.published
    node = {
        "@id": PATH,
        "@type": "dcat:Dataset",
        "dcterms:title": publication.terms.atlas,
        "dcterms:language": list(publication.views),
        **publication.signed({}),
        "rights": "about/#licence",
        "issued": published and published.edition.date.isoformat(),
    }
    return {name: value for name, value in node.items() if value}


def _known(publication: Publication) -> Iterator[tuple[str, Known]]:
    for things in zip(*publication.things.values(), strict=True):
        identity, kind = things[0].identity, things[0].kind
        if identity:
            own = kind.title().replace(" ", "").replace("-", "")
            skos = _SCHEME if kind == "framework" else _CONCEPT
            types = (own,) if kind in _NO_CONCEPTS else (skos, own)
            yield identity.name, Known(identity.address, types, _titles(things))


def _titles(things: tuple[Thing, ...]) -> dict[str, str]:
    """What a thing is called in each language that has a name for it; a cell is named after its level too."""
    titles = in_languages(thing.title for thing in things)
    levels = in_languages(thing.part.level.title for thing in things if thing.part and thing.part.level)
    if not levels:
        return titles
    return {
        language: f"{title}: {levels[language]}" for language, title in titles.items() if language in levels
    }


def _concepts(publication: Publication, nodes: Nodes) -> Iterator[Node]:
    views = publication.views
    matches = _matches(publication)
    wholes: list[tuple[tuple[Record, ...], Known, Message | None]] = [
        (tuple(view.atlas.framework(item.id) for view in views.values()), nodes.known[item.id], None)
        for item in views[publication.default_language].atlas.frameworks
    ]
    subjects = views[publication.default_language].atlas.shared.subjects
    for subject in views[publication.default_language].atlas.by_subject:
        further = bool(folder_of(subject, subjects))
        for step, (types, message) in _SHARED.items():
            if further and step == "glossary":
                continue
            records = tuple(_shared(view.atlas.by_subject[subject].shared, step) for view in views.values())
            address = f"{IDS}subjects/#{subject}/{step}" if further else f"{IDS}{step}/"
            wholes.append((records, Known(address, types, {}), message))
    if publication.has_subjects:
        records = tuple(view.atlas.shared.subjects for view in views.values())
        wholes.append((records, Known(f"{IDS}subjects/", ("Subjects",), {}), say("Subjects")))
    about = _subjects_of(publication)
    for records, whole, message in wholes:
        for node in nodes.of(records, whole):
            if node["@id"] == whole.address:
                node |= {"isPartOf": PATH} | about.get(whole.address, {})
                if message:
                    words = publication.terms.words
                    node["title"] = {tag: message.text(words.get(tag, str)) for tag in views}
            elif _CONCEPT in node["@type"]:
                node |= _placed(node["@id"], whole.address)
            yield node | matches.get(node["@id"], {})


def _subjects_of(publication: Publication) -> Mapping[str, Node]:
    """Say of each scheme what it is about, where a site has several subjects."""
    atlas = publication.views[publication.default_language].atlas
    found: dict[str, Node] = {}
    for subject, part in atlas.by_subject.items() if publication.has_subjects else ():
        schemes = [f"{IDS}{framework.id}/" for framework in part.frameworks]
        own = [step for step in _SHARED if step != "glossary"]
        is_first = not folder_of(subject, atlas.shared.subjects)
        schemes += [f"{IDS}{step}/" if is_first else f"{IDS}subjects/#{subject}/{step}" for step in own]
        found |= {scheme: {"dcterms:subject": {"@id": f"{IDS}subjects/#{subject}"}} for scheme in schemes}
    return found


def _shared(shared: SharedData, step: str) -> Record:
    return {
        "themes": shared.themes,
        "reference-scale": shared.scale,
        "glossary": shared.glossary,
        "findings": shared.findings,
    }[step]


def _placed(address: str, scheme: str) -> Node:
    """Place a concept in its scheme: a cell is narrower than its dimension."""
    home, cell, ids = address.partition("#cells/")
    if not cell:
        return {"inScheme": scheme, "topConceptOf": scheme}
    dimension, _, level = ids.partition("/")
    above = f"{home}#dimensions/{dimension}"
    return {"inScheme": scheme, "broader": above, "level": {"@id": f"{home}#levels/{level}"}}


def _matches(publication: Publication) -> dict[str, dict[str, list[Node]]]:
    """What SKOS says of each subject: only what somebody judged."""
    found: dict[str, dict[str, list[Node]]] = {}
    for pair in publication.pairs:
        for links in publication.links(pair):
            link = links[publication.default_language]
            if link.curated and link.relation != "no-relationship":
                subject, other = (identity_of(end).address for end in (link.subject, link.object))
                of_subject = found.setdefault(subject, {})
                of_subject.setdefault(PREDICATES[link.relation], []).append({"@id": other})
    return found


_RELATION_TEXTS = (*MAPPING_TEXTS, "reason")
_RELATION_FACTS = ("relation", *FACTS, "overlap", "sources", "source_language")


def _relations(publication: Publication) -> Iterator[Node]:
    for pair in publication.pairs:
        data, name = crosswalk_data(publication, pair), "--".join(pair)
        whole = {"@id": f"{IDS}crosswalks/{name}/", "@type": "Crosswalk", "isPartOf": PATH}
        yield whole | {"between": [{"@id": f"{IDS}{side}/"} for side in pair]}
        for item in (*data["mappings"], *data["no_counterpart"]):
            yield _filled(_relation(item, name) | {"isPartOf": whole["@id"]})


def _relation(item: Mapping[str, Any], pair: str) -> Node:
    judged = item.get("origin") == "curated"
    node = {"@id": record_address(pair, item["id"], judged), "subject": _address(item["subject"])}
    texts = {name: in_languages((item.get(name) or {}).values()) for name in _RELATION_TEXTS}
    if "framework" in item:
        lacking = {"@type": "NoCounterpart", "framework": {"@id": f"{IDS}{item['framework']}/"}}
        return node | lacking | texts | {"source_language": item["source_language"]}
    asserted = judged and item["relation"] != "no-relationship"
    return {
        **node,
        "@type": ["rdf:Statement", "Mapping"],
        "object": _address(item["object"]),
        "predicate": PREDICATES[item["relation"]] if asserted else None,
        **{fact: item[fact] for fact in _RELATION_FACTS},
        **texts,
    }


def _address(end: str) -> str:
    return identity_of(End.parse(end)).address


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [], {})}
