"""The model in, a JSON Schema for each kind of data file out: editors complete and check with it."""

import json
from collections.abc import Mapping

from generator.model import Crosswalk, Framework, Glossary, Record, ReferenceScale, Themes

KINDS: Mapping[str, type[Record]] = {
    "framework": Framework,
    "crosswalk": Crosswalk,
    "themes": Themes,
    "reference-scale": ReferenceScale,
    "glossary": Glossary,
}


def schema_files() -> dict[str, str]:
    """The content of every schema by its file's name; a data file names it in its first line."""
    return {f"{name}.schema.json": _schema(kind) for name, kind in KINDS.items()}


def _schema(kind: type[Record]) -> str:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **kind.model_json_schema(by_alias=True),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
