"""Describe every table as a Data Package, with one of all parts of frameworks that the others refer to.

The format is https://datapackage.org/standard/data-package/, version 2. Programs read it: it is in English,
as schemas are.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from generator.export.crosswalks import columns
from generator.export.frameworks import table_of, writes_decimals_with_a_comma
from generator.export.publication import API, DataFile, Publication, csv_bytes, json_bytes

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
PARTS, PACKAGE = "parts.csv", "datapackage.json"

_TYPES = {"confidence": "number", "date": "date"}
_NEVER_EMPTY = ("id", "subject", "relation", "object")


def package_files(publication: Publication) -> Iterator[DataFile]:
    """The table of all parts, and the description of all tables."""
    yield DataFile(f"{API}/{PARTS}", None, lambda: csv_bytes(_parts(publication)))
    yield DataFile(f"{API}/{PACKAGE}", None, partial(_package, publication))


def _parts(publication: Publication) -> Iterator[list[object]]:
    """A row per framework and per part of one, named as the ends of relations are."""
    yield _part_columns(publication)
    for things in zip(*publication.things.values(), strict=True):
        thing = things[0]
        if thing.framework and thing.identity:
            address = publication.terms.root + thing.identity.address
            titles = (item.title for item in things)
            about = publication.about(thing.framework.id).values()
            yield [thing.identity.name, thing.kind, thing.framework.id, *titles, address, *about]


def _part_columns(publication: Publication) -> list[object]:
    titles = (f"title_{language}" for language in publication.views)
    return ["id", "kind", "framework", *titles, "address", *(["about"] if publication.has_subjects else [])]


def _package(publication: Publication) -> bytes:
    terms = publication.terms
    data = {
        "$schema": PROFILE,
        "name": "maturity-atlas",
        "title": terms.atlas,
        **({"homepage": terms.address} if terms.address else {}),
        **({"version": terms.version} if terms.version else {}),
        "licenses": [{"path": terms.license, "title": "Licence of texts and data"}],
        "resources": [*_resources(publication)],
    }
    return json_bytes(data)


def _resources(publication: Publication) -> Iterator[dict[str, Any]]:
    yield _resource(
        PARTS,
        "Every framework and its parts, by the names that relations have for them.",
        [
            _about(publication)
            if name == "about"
            else _field(str(name), needed=name != "address" and "title" not in str(name))
            for name in _part_columns(publication)
        ],
        primaryKey=["id"],
        foreignKeys=[_refers("framework", "")],
    )
    relations = [
        _about(publication) if name == "about" else _field(name, needed=name in _NEVER_EMPTY)
        for name in columns(publication)
    ]
    ends = [_refers(side, _name(PARTS)) for side in ("subject", "object")]
    for name, says in (
        ("all", "Every relation of every pair."),
        *(
            ("--".join(pair), f"Every relation between {pair[0]} and {pair[1]}.")
            for pair in publication.pairs
        ),
    ):
        key = ["id", "subject", "object"]
        yield _resource(f"crosswalks/{name}.csv", says, relations, primaryKey=key, foreignKeys=ends)
    for language in publication.views:
        yield from _frameworks(publication, language)


def _frameworks(publication: Publication, language: str) -> Iterator[dict[str, Any]]:
    word: Callable[[str], str] = publication.terms.words.get(language, str)
    for framework in publication.views[language].atlas.frameworks:
        heads, *rows = table_of(framework, word)
        fields = [_field(str(head), _type(row[at] for row in rows)) for at, head in enumerate(heads)]
        about = "".join(f", about {subject}" for subject in publication.about(framework.id).values())
        here, says = f"{language}/frameworks/{framework.id}", f"{framework.id} in {language}{about}."
        yield _resource(f"{here}.csv", says, fields)
        if writes_decimals_with_a_comma(language):
            yield _resource(f"{here}.semicolon.csv", says, fields, ";")


def _resource(
    path: str, says: str, fields: Sequence[dict[str, Any]], delimiter: str = ",", **keys: Any
) -> dict[str, Any]:
    return {
        "name": _name(path),
        "type": "table",
        "path": path,
        "description": says,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": delimiter, "lineTerminator": "\r\n"},
        "schema": {"fields": list(fields), **keys},
    }


def _name(path: str) -> str:
    """The name of a table: small letters without a slash, as the format asks."""
    return path.removesuffix(".csv").replace("/", "-").casefold()


def _field(name: str, type_: str | None = None, *, needed: bool = False) -> dict[str, Any]:
    found = type_ or _TYPES.get(name) or ("number" if name.startswith("overlap_") else "string")
    return {"name": name, "type": found, **({"constraints": {"required": True}} if needed else {})}


def _about(publication: Publication) -> dict[str, Any]:
    """The column that tells subjects apart: a key into the list of them, which is no table."""
    subjects = [*publication.views[publication.default_language].atlas.by_subject]
    says = "The id of the subject that the row is about, as in subjects.json of each language."
    return {
        "name": "about",
        "type": "string",
        "description": says,
        "constraints": {"required": True, "enum": subjects},
    }


def _type(values: Iterable[object]) -> str:
    """The type of a column, by what stands in it."""
    kinds = {type(value) for value in values if value not in (None, "")}
    if kinds and kinds <= {int}:
        return "integer"
    return "number" if kinds and kinds <= {int, float} else "string"


def _refers(field: str, resource: str) -> dict[str, Any]:
    """A key into the table of all parts; without a resource the table itself."""
    return {"fields": [field], "reference": {"resource": resource, "fields": ["id"]}}
