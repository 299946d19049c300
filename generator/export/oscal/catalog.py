"""Write a framework as an OSCAL catalogue: its parts as controls, in groups, the cells within dimensions."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.crosswalk import End
from generator.export.oscal.document import Node, catalog_path, control_id, document, facts, line, words
from generator.export.publication import Publication
from generator.model import Framework
from generator.problems import Message, say
from generator.text import plain

_GROUPS: Mapping[str, tuple[str, Message]] = {
    "levels": ("level", say("Levels")),
    "layers": ("layer", say("Layers")),
    "dimensions": ("dimension", say("Dimensions")),
    "capabilities": ("capability", say("Building blocks")),
}
"""What relations may have as an end, by its field: what OSCAL calls its class, and the title of its group."""

_InLanguages = Sequence[Any]


def catalog(publication: Publication, framework_id: str) -> bytes:
    """The catalogue of one framework, in the default language with all others in properties."""
    versions = [view.atlas.framework(framework_id) for view in _ordered(publication)]
    tr = publication.terms.words.get(publication.default_language, str)
    groups = [
        {"id": field, "class": field, "title": message.text(tr), "controls": controls}
        for field, (kind, message) in _GROUPS.items()
        if (controls := list(_controls(publication, versions, field, kind)))
    ]
    title = plain(versions[0].title)
    return document(publication, "catalog", catalog_path(framework_id), title, {"groups": groups})


def _ordered(publication: Publication) -> Iterator[Any]:
    """Every language, the default one first."""
    yield publication.views[publication.default_language]
    yield from (view for tag, view in publication.views.items() if tag != publication.default_language)


def _controls(
    publication: Publication, versions: Sequence[Framework], field: str, kind: str
) -> Iterator[Node]:
    for items in zip(*(getattr(version, field) for version in versions), strict=True):
        end = End(versions[0].id, field, (items[0].id,))
        texts = [getattr(item, "summary", None) or getattr(item, "question", None) for item in items]
        labels = facts(publication, {"number": getattr(items[0], "number", None)})
        control = _control(publication, end, kind, [item.title for item in items], texts)
        control["props"] += labels
        cells = list(_cells(publication, versions, items[0].id)) if field == "dimensions" else []
        yield control | ({"controls": cells} if cells else {})


def _cells(publication: Publication, versions: Sequence[Framework], dimension: str) -> Iterator[Node]:
    for level in versions[0].cells.get(dimension, {}):
        end = End(versions[0].id, "cells", (dimension, level))
        labels = list(publication.labels(end).values())
        texts = [version.cells[dimension][level] for version in versions]
        titles = [next(item.title for item in version.levels if item.id == level) for version in versions]
        control = _control(publication, end, "cell", titles, texts)
        yield control | {"title": line(labels[0])}


def _control(
    publication: Publication, end: End, kind: str, titles: _InLanguages, texts: _InLanguages
) -> Node:
    own = control_id(end)
    said = [text for text in texts if text]
    part = {"id": f"{own}_smt", "name": "statement", "prose": line(plain(said[0]))} if said else None
    props = [*words(publication, "title", titles), *words(publication, "statement", said)]
    node = {"id": own, "class": kind, "title": line(plain(titles[0])), "props": props}
    return node | ({"parts": [part]} if part else {})
