"""Publish a JSON Schema for each kind of file."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pydantic import TypeAdapter

from generator.export.publication import API, DataFile, Publication, json_bytes

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_files(publication: Publication) -> Iterator[DataFile]:
    """One schema per kind of file."""
    for name, shape in shapes_of(publication).items():
        yield DataFile(f"{API}/schemas/{name}.schema.json", (), partial(_schema, shape))


def shapes_of(publication: Publication) -> Mapping[str, Any]:
    """Return the shape of each kind of file that a site has."""
    # Whoever publishes nothing has no need of the shapes, which take long to load.
    from generator.export.shapes import OF_SEVERAL_SUBJECTS, ROOTS

    return ROOTS | OF_SEVERAL_SUBJECTS if publication.has_subjects else ROOTS


def _schema(shape: Any) -> bytes:
    schema = TypeAdapter(shape).json_schema(mode="serialization", by_alias=True)
    return json_bytes({"$schema": DIALECT, **schema})


def schema_of(path: str) -> str | None:
    """The schema that a published file fits, by its path below `api/v1/`; None where it has none."""
    for pattern, name in _FILES:
        if re.fullmatch(pattern.replace("*", "[^/]+"), path):
            return f"schemas/{name}.schema.json"
    return None


_FILES = (
    ("index.json", "index"),
    ("frameworks.json", "frameworks"),
    ("redirects.json", "redirects"),
    ("*/frameworks/*.json", "framework"),
    ("*/quizzes/*.json", "quiz"),
    ("*/themes.json", "themes"),
    ("*/reference-scale.json", "reference-scale"),
    ("*/glossary.json", "glossary"),
    ("*/findings.json", "findings"),
    ("*/subjects.json", "subjects"),
    ("*/subjects/*/themes.json", "themes"),
    ("*/subjects/*/reference-scale.json", "reference-scale"),
    ("*/subjects/*/findings.json", "findings"),
    ("*/citations.json", "citations"),
    ("id/*/index.json", "things"),
    ("id/crosswalks/*/index.json", "things"),
    ("ids.json", "ids"),
    ("editions.json", "editions"),
    ("editions/*.json", "edition"),
    ("crosswalks/index.json", "crosswalk-index"),
    ("crosswalks/all.json", "crosswalks"),
    ("crosswalks/*.json", "crosswalk"),
)
