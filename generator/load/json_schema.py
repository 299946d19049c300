"""Make a JSON Schema of each kind of data file, with which editors complete and check."""

import ast
import inspect
import json
import textwrap
from collections.abc import Mapping
from itertools import pairwise

from generator.load.documents import OPTIONAL_FILES, SHARED_FILES
from generator.model import Crosswalk, Framework, Record

KINDS: Mapping[str, type[Record]] = {
    "framework": Framework,
    "crosswalk": Crosswalk,
    **{name.removesuffix(".yaml"): kind for name, kind in (SHARED_FILES | OPTIONAL_FILES).items()},
}


def schema_files() -> dict[str, str]:
    """Make every schema by its file's name; a data file names it in its first line."""
    return {f"{name}.schema.json": _schema(kind) for name, kind in KINDS.items()}


def _schema(kind: type[Record]) -> str:
    schema = {
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
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _said_of_fields(record: type[Record]) -> dict[str, str]:
    """Read what stands below each field of a record in the model: editors show it while one writes.

    pydantic can do the same, but does it whenever the model is loaded, for every command.
    """
    [definition] = ast.parse(textwrap.dedent(inspect.getsource(record))).body
    assert isinstance(definition, ast.ClassDef)
    return {
        field.target.id: inspect.cleandoc(below.value.value)
        for field, below in pairwise(definition.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(below, ast.Expr)
        and isinstance(below.value, ast.Constant)
        and isinstance(below.value.value, str)
    }
