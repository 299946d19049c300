"""Describe every file below `/api/v1/` as OpenAPI 3.1, by the shapes that its JSON Schemas are made from.

The format is https://spec.openapis.org/oas/v3.1.1.html. Programs read it: it is in English, as schemas are.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from generator.export.feeds import has_feeds
from generator.export.publication import API, FILE_TYPES, DataFile, Publication, json_bytes
from generator.export.schema import DIALECT, shapes_of
from generator.model.base import ID_PATTERN

PATH = f"{API}/openapi.json"
_REF = "#/components/schemas/{model}"
_TEXT = {"type": "string"}
_UNSHAPED: Mapping[str, dict[str, str]] = {
    "json": {"type": "object"},
    "jsonld": {"type": "object"},
    "xlsx": {},
}
"""What is said of files without a shape of ours that are no text, by their ending: of bytes nothing."""


@dataclass(frozen=True)
class _Endpoint:
    """Files whose paths have one form: what they are, and the shape of those that have one of ours."""

    path: str
    says: str
    shape: str | None = None

    @property
    def ending(self) -> str:
        return self.path.rpartition(".")[2]

    @property
    def media(self) -> str:
        return FILE_TYPES[self.ending]


_ENDPOINTS = (
    _Endpoint("index.json", "Every file, with its size and its schema.", "index"),
    _Endpoint("openapi.json", "This description."),
    _Endpoint("schemas/{shape}.schema.json", "The JSON Schema of one kind of file."),
    _Endpoint("atlas.jsonld", "All data in all languages as linked data: SKOS and the atlas' own words."),
    _Endpoint("frameworks.json", "The list of all frameworks.", "frameworks"),
    _Endpoint("{language}/frameworks/{framework}.json", "One framework in one language.", "framework"),
    _Endpoint("{language}/frameworks/{framework}.csv", "The same as a table."),
    _Endpoint("{language}/frameworks/{framework}.xlsx", "The same as a workbook."),
    _Endpoint(
        "{language}/frameworks/{framework}.semicolon.csv",
        "The same table with semicolons, in languages whose decimals have a comma.",
    ),
    _Endpoint("{language}/quizzes/{framework}.json", "What a quiz asks, and how it counts.", "quiz"),
    _Endpoint("{language}/themes.json", "The themes in one language.", "themes"),
    _Endpoint("{language}/reference-scale.json", "The reference scale in one language.", "reference-scale"),
    _Endpoint("{language}/glossary.json", "The terms of the field in one language.", "glossary"),
    _Endpoint("{language}/findings.json", "What the frameworks agree on and what not.", "findings"),
    _Endpoint("{language}/citations.json", "How each thing is cited, as CSL-JSON.", "citations"),
    _Endpoint("{language}/citations.bib", "The same as BibTeX."),
    _Endpoint("{language}/citations.ris", "The same as RIS."),
    _Endpoint("crosswalks/index.json", "The list of all pairs of frameworks.", "crosswalk-index"),
    _Endpoint("crosswalks/all.json", "Every relation of every pair.", "crosswalks"),
    _Endpoint("crosswalks/all.csv", "The same as a table."),
    _Endpoint("crosswalks/all.sssom.tsv", "The same as SSSOM 1.1."),
    _Endpoint("crosswalks/{pair}.json", "Every relation between two frameworks.", "crosswalk"),
    _Endpoint("crosswalks/{pair}.csv", "The same as a table."),
    _Endpoint("crosswalks/{pair}.sssom.tsv", "The same as SSSOM 1.1."),
    _Endpoint("oscal/catalogs/{framework}.json", "One framework as an OSCAL 1.2 catalog."),
    _Endpoint("oscal/mapping-collection.json", "Every relation as an OSCAL 1.2 mapping collection."),
    _Endpoint("parts.csv", "Every framework and its parts, by the names that relations have for them."),
    _Endpoint("datapackage.json", "A Data Package 2 of all tables."),
    _Endpoint("redirects.json", "What was renamed.", "redirects"),
    _Endpoint("ids.json", "Every id that was ever published, with the one of today.", "ids"),
    _Endpoint("editions.json", "The editions of the content.", "editions"),
    _Endpoint("editions/{edition}.json", "What one edition holds; it never changes.", "edition"),
)
_SUBJECTS = (
    _Endpoint("{language}/subjects.json", "The subjects, and what belongs to each.", "subjects"),
    _Endpoint("{language}/subjects/{subject}/themes.json", "The themes of a further subject.", "themes"),
    _Endpoint(
        "{language}/subjects/{subject}/reference-scale.json",
        "The reference scale of a further subject.",
        "reference-scale",
    ),
    _Endpoint("{language}/subjects/{subject}/findings.json", "The same of a further subject.", "findings"),
)
_FEEDS = (
    _Endpoint("{language}/feed.atom", "Every edition with what changed in it, as Atom."),
    _Endpoint("{language}/feed.json", "The same as JSON Feed 1.1."),
    _Endpoint("{language}/to-translate.atom", "What waits for a translation since the latest edition."),
    _Endpoint("{language}/to-translate.json", "The same as JSON Feed 1.1."),
)


def openapi_files(publication: Publication) -> Iterator[DataFile]:
    """The one file."""
    yield DataFile(PATH, (), partial(_file, publication))


def _file(publication: Publication) -> bytes:
    """The description, complete in itself: no schema has to be asked for elsewhere."""
    from pydantic import TypeAdapter

    mode: Literal["serialization"] = "serialization"
    inputs = [(name, mode, TypeAdapter(shape)) for name, shape in shapes_of(publication).items()]
    schemas, definitions = TypeAdapter.json_schemas(inputs, ref_template=_REF)
    shapes = {name: schema for (name, _), schema in schemas.items()}
    editions = publication.views[publication.default_language].atlas.shared.editions.editions
    described = [item for item in _ENDPOINTS if editions or "{edition}" not in item.path]
    described += _SUBJECTS if publication.has_subjects else ()
    described += _FEEDS if has_feeds(publication) else ()
    parameters = _parameters(list(publication.views))
    if not publication.has_subjects:
        del parameters["subject"]
    data = {
        "openapi": "3.1.1",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": publication.terms.atlas,
            "version": "v1",
            "description": "Maturity frameworks side by side. Fields may be added; another meaning is v2.",
            "license": {"name": "Licence of texts and data", "url": publication.terms.license},
        },
        # Relative to this file, without a slash at its end: paths begin with theirs.
        "servers": [{"url": f"../{API.partition('/')[2]}"}],
        "paths": {f"/{item.path}": {"get": _operation(item, shapes)} for item in described},
        "components": {"parameters": parameters, "schemas": definitions["$defs"]},
    }
    return json_bytes(data)


def _operation(endpoint: _Endpoint, shapes: Mapping[str, Any]) -> dict[str, Any]:
    words = re.sub(r"[^a-z]+", " ", endpoint.path).title().replace(" ", "")
    schema = shapes[endpoint.shape] if endpoint.shape else _UNSHAPED.get(endpoint.ending, _TEXT)
    given = [{"$ref": f"#/components/parameters/{name}"} for name in re.findall(r"{(\w+)}", endpoint.path)]
    return {
        "operationId": f"get{words}",
        "summary": endpoint.says,
        **({"parameters": given} if given else {}),
        "responses": {
            "200": {"description": endpoint.says, "content": {endpoint.media: {"schema": schema}}},
            "404": {"description": "There is no such file."},
        },
    }


def _parameters(languages: list[str]) -> dict[str, Any]:
    id_ = {"type": "string", "pattern": ID_PATTERN}
    known: dict[str, tuple[str, dict[str, Any]]] = {
        "language": ("The tag of a language.", {"type": "string", "enum": languages}),
        "subject": ("The id of a subject other than the first, as in `subjects.json`.", id_),
        "framework": ("The id of a framework, as in `frameworks.json`.", id_),
        "pair": (
            "The ids of two frameworks with `--` between them, as in `crosswalks/index.json`.",
            {"type": "string"},
        ),
        "edition": ("The id of an edition, as in `editions.json`.", {"type": "string"}),
        "shape": ("The name of a schema, as `index.json` gives it.", id_),
    }
    return {
        name: {"name": name, "in": "path", "required": True, "description": says, "schema": schema}
        for name, (says, schema) in known.items()
    }
