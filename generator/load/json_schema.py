"""Make a JSON Schema of each kind of data file, with which editors complete and check."""

import ast
import inspect
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from generator.load.documents import OPTIONAL_FILES, SHARED_FILES
from generator.model import Benchmark, Crosswalk, Framework, Level, Record, Span
from generator.model import Mapping as Curated

KINDS: Mapping[str, type[Record]] = {
    "framework": Framework,
    "crosswalk": Crosswalk,
    "benchmark": Benchmark,
    **{name.removesuffix(".yaml"): kind for name, kind in (SHARED_FILES | OPTIONAL_FILES).items()},
}

IN_FORMS: tuple[type[Record], ...] = (Curated, Level, Span)
"""The records that have a form in the preview; what explains their fields there is translated."""


def schema_files() -> dict[str, str]:
    """Make every schema by its file's name; a data file names it in its first line."""
    return {
        f"{name}.schema.json": json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n"
        for name, kind in KINDS.items()
    }


@cache
def schema_of(kind: type[Record]) -> Mapping[str, Any]:
    """Make the schema of a kind of record, with what the model says below each field."""
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **kind.model_json_schema(by_alias=True),
    }
    records = {record.__name__: record for record in Record.__subclasses__()}
    for part in (schema, *schema.get("$defs", {}).values()):
        record = records[part["title"]]
        said = _said_of_fields(record)
        for name, field in record.model_fields.items():
            key = field.alias or name
            part["properties"][key] = {"description": said.get(name, ""), **part["properties"][key]}
    return schema


def explanations() -> Iterator[str]:
    """List what forms say of their fields, each on one line."""
    for kind in IN_FORMS:
        for name, said in _said_of_fields(kind).items():
            if kind.model_fields[name].default_factory is not int:
                yield " ".join(said.split())


def _said_of_fields(record: type[Record]) -> dict[str, str]:
    """Read what stands below each field of a record in the model: editors show it while one writes.

    pydantic can do the same, but does it whenever the model is loaded, for every command.
    """
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in pairwise(_definitions(record.__module__)[record.__name__].body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }


@cache
def _definitions(module: str) -> Mapping[str, ast.ClassDef]:
    """The classes in a module's source, read once: `inspect` reads it again for each of them."""
    body = ast.parse(inspect.getsource(sys.modules[module])).body
    return {item.name: item for item in body if isinstance(item, ast.ClassDef)}
