"""Publish relations as SSSOM 1.1: a file for each pair and one with all.

The format is https://mapping-commons.github.io/sssom/spec-formats-tsv/, in its canonical form: columns and
rows in a fixed order, values that all rows share in the header, no prefix that is built in.

What it has no slot for stands twice: in extension columns, as it asks for, and in `predicate_label` and
`other`, since sssom-py and its RDF keep no extensions. Ends are called by their permanent addresses.
"""

from collections.abc import Iterator, Mapping
from functools import cache, partial

from generator.citation import ATLAS
from generator.crosswalk import End, Link
from generator.export.crosswalks import MAPPING_TEXTS, absence_id, record_address
from generator.export.publication import API, IDS, DataFile, Publication, cell, is_fallback, shown
from generator.export.sssom_form import PART, RECORD, MappingLine, sssom_file
from generator.model import FIGURES, PREDICATES, ROLES, NoCounterpart, status_of
from generator.things import identity_of

_LISTS = tuple(name for name in MAPPING_TEXTS if name != "justification")
"""What both ends have, what one has alone, and what an editor notes."""

_CATEGORIES = {
    "levels": "level",
    "layers": "layer",
    "dimensions": "dimension",
    "cells": "cell",
    "capabilities": "capability",
}

_JUDGED_BY_A_PERSON = "semapv:ManualMappingCuration"
_JUDGED_BY_ROLE = "semapv:UnspecifiedMatching"
"""A role of the atlas may be held by a program, so it is no curation by hand."""


def sssom_files(publication: Publication) -> Iterator[DataFile]:
    """Every pair that has a page, and all of them together."""
    rows = cache(partial(_rows, publication))

    def of(pair: tuple[str, str], path: str) -> bytes:
        title = " – ".join(cell(publication.framework(side).short_title) for side in pair)
        return sssom_file(publication, path, title, rows(pair))

    def everything(path: str) -> bytes:
        together = [row for pair in publication.pairs for row in rows(pair)]
        return sssom_file(publication, path, publication.terms.atlas, together)

    for pair in publication.pairs:
        path = f"{API}/crosswalks/{'--'.join(pair)}.sssom.tsv"
        yield DataFile(path, pair, partial(of, pair, path))
    path = f"{API}/crosswalks/all.sssom.tsv"
    yield DataFile(path, None, partial(everything, path))


def _rows(publication: Publication, pair: tuple[str, str]) -> list[MappingLine]:
    rows = [_mapping_row(publication, links) for links in publication.links(pair)]
    rows += [_absence_row(publication, pair, items) for items in publication.absences(pair)]
    about = _pairs(publication.about(pair[0]))
    return [row | {"other": "|".join(filter(None, (row.get("other"), about)))} for row in rows]


def _mapping_row(publication: Publication, links: Mapping[str, Link]) -> MappingLine:
    link = links[publication.default_language]
    row = {
        "record_id": _name(record_address(link.pair, link.id, link.curated is not None)),
        **_end(publication, "subject", link.subject),
        "predicate_id": PREDICATES[link.relation],
        "predicate_label": link.relation,
        "predicate_modifier": "Not" if link.relation == "no-relationship" else "",
        **_end(publication, "object", link.object),
        "confidence": _number(FIGURES[link.confidence]),
        "ext_relation": link.relation,
    }
    curated = link.curated
    if curated is None:
        return row | {"mapping_justification": "semapv:MappingChaining", "mapping_tool": ATLAS}
    judged = {language: item.curated for language, item in links.items() if item.curated}
    reasons = {language: item.justification for language, item in judged.items()}
    lists = {
        name: {language: getattr(item, name) or "" for language, item in judged.items()} for name in _LISTS
    }
    facts = {
        "extent": curated.extent or "",
        "property": curated.property or "",
        "rationale": curated.rationale,
        "status": status_of(curated),
        "sources": "\n".join(curated.sources),
        "source_language": publication.source_language(_pair_of(link)) or "",
    }
    return row | {
        "mapping_justification": _JUDGED_BY_ROLE if curated.author in ROLES else _JUDGED_BY_A_PERSON,
        "author_label": _multivalued(cell(curated.author)),
        "reviewer_label": _multivalued(cell(curated.reviewer or "")),
        "mapping_date": curated.date.isoformat(),
        "comment": cell(curated.justification),
        "other": _pairs(facts | _translations(publication, reasons) | _written(lists)),
        **{f"ext_{name}": value for name, value in facts.items()},
        **_per_language("ext_justification", reasons),
        **{
            name: text
            for of, texts in lists.items()
            for name, text in _per_language(f"ext_{of}", texts).items()
        },
    }


def _pair_of(link: Link) -> tuple[str, str]:
    one, other = sorted((link.subject.framework, link.object.framework))
    return one, other


def _absence_row(
    publication: Publication, pair: tuple[str, str], items: Mapping[str, NoCounterpart]
) -> MappingLine:
    item = items[publication.default_language]
    texts = {language: text.reason for language, text in items.items()}
    language = {"source_language": publication.source_language(pair) or ""}
    return {
        "record_id": _name(record_address("--".join(pair), absence_id(item), curated=False)),
        **_end(publication, "subject", End.parse(item.subject)),
        "predicate_id": "skos:exactMatch",
        "predicate_label": "no-counterpart",
        "object_id": "sssom:NoTermFound",
        "object_source": f"{PART}:{item.framework}/",
        "mapping_justification": _JUDGED_BY_ROLE,
        "comment": cell(item.reason),
        "other": _pairs(language | _translations(publication, texts)),
        "ext_relation": "no-counterpart",
        **{f"ext_{name}": value for name, value in language.items()},
        **_per_language("ext_justification", texts),
    }


def _end(publication: Publication, side: str, end: End) -> MappingLine:
    return {
        f"{side}_id": _name(identity_of(end).address),
        f"{side}_label": cell(publication.label(end, publication.default_language)),
        f"{side}_category": _CATEGORIES[end.kind],
        f"{side}_source": f"{PART}:{end.framework}/",
    }


def _per_language(name: str, texts: Mapping[str, str]) -> MappingLine:
    return {f"{name}_{language.replace('-', '_')}": cell(text) for language, text in texts.items()}


def _name(address: str) -> str:
    """Shorten an address by its prefix."""
    root, _, rest = address.partition("/")
    return f"{PART if f'{root}/' == IDS else RECORD}:{rest}"


def _written(lists: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Texts without a slot, in every language that they are written in, by names of their own."""
    return {
        f"{name}_{language}": shown(text)
        for name, texts in lists.items()
        for language, text in texts.items()
        if not is_fallback(text)
    }


def _translations(publication: Publication, texts: Mapping[str, str]) -> dict[str, str]:
    """The justification in the languages that `comment` does not have, by names of their own."""
    return {
        f"justification_{language}": shown(text)
        for language, text in texts.items()
        if language != publication.default_language and not is_fallback(text)
    }


def _pairs(values: Mapping[str, str]) -> str:
    """Names and values in one slot, as the specification asks of `other`."""
    return "|".join(f"{name}={_multivalued(value)}" for name, value in values.items() if value)


def _number(value: float) -> str:
    return f"{round(value, 3):g}"


def _multivalued(value: str) -> str:
    return value.replace("\\", "\\\\").replace("|", "\\|")
