"""Write rows as an SSSOM file in its canonical form: what all rows share in the header, no column unused."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.export.publication import API, IDS, Publication

_SLOTS = (
    "record_id",
    "subject_id",
    "subject_label",
    "subject_category",
    "predicate_id",
    "predicate_label",
    "predicate_modifier",
    "object_id",
    "object_label",
    "object_category",
    "mapping_justification",
    "author_label",
    "reviewer_label",
    "subject_source",
    "object_source",
    "mapping_tool",
    "mapping_date",
    "confidence",
    "other",
    "comment",
)
"""The slots that we fill, in the order of the specification's table."""

_ALWAYS = {"record_id", "subject_id", "predicate_id", "object_id", "mapping_justification"}
"""Of these slots, those that a file has even when it has no rows."""

_SHARED_BY_ALL = ("subject_source", "object_source", "mapping_tool", "mapping_date")
"""Of these slots, those that the header may hold once for all rows ("propagatable")."""

PART, RECORD = "atlas", "crosswalk"
"""Prefixes of permanent addresses, and of relations that nobody judged."""
_SLOT = "atlas_slot"

MappingLine = dict[str, str]


def sssom_file(publication: Publication, path: str, title: str, rows: list[MappingLine]) -> bytes:
    """The file at a path, with its header, its columns and its rows."""
    shared = {
        name: rows[0].get(name, "")
        for name in _SHARED_BY_ALL
        if rows and len({row.get(name, "") for row in rows}) == 1
    }
    used = {name for row in rows for name, value in row.items() if value} - shared.keys()
    extensions = sorted(name for name in used if name.startswith("ext_"))
    columns = [*(name for name in _SLOTS if name in used | _ALWAYS), *extensions]
    lines = sorted([row.get(name, "") for name in columns] for row in rows)
    header = _Header(
        publication, path, title, {name: value for name, value in shared.items() if value}, extensions
    )
    block = (f"#{line}" for line in header.lines())
    table = ("\t".join(map(_quoted, line)) for line in (columns, *lines))
    return "".join(f"{line}\n" for line in (*block, *table)).encode()


def _quoted(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if re.search(r'["\t\n\r]', value) else value


@dataclass(frozen=True)
class _Header:
    """The mapping set's own slots, as YAML, in the order of the specification's table."""

    publication: Publication
    path: str
    title: str
    shared: MappingLine
    extensions: Iterable[str]

    def lines(self) -> Iterator[str]:
        terms = self.publication.terms
        yield 'sssom_version: "1.1"'
        yield "curie_map:"
        yield f"  {PART}: {_scalar(f'{terms.names}{IDS}')}"
        if self.extensions:
            yield f"  {_SLOT}: {_scalar(f'{terms.names}{API}/schemas/crosswalk.schema.json#')}"
        yield f"  {RECORD}: {_scalar(f'{terms.names}crosswalks/')}"
        yield f"mapping_set_id: {_scalar(terms.names + self.path)}"
        if terms.version:
            yield f"mapping_set_version: {_scalar(terms.version)}"
        yield f"mapping_set_title: {_scalar(self.title)}"
        yield f"license: {_scalar(terms.license)}"
        for name, value in self.shared.items():
            yield f"{name}: {_scalar(value)}"
        if self.extensions:
            yield "extension_definitions:"
        for name in self.extensions:
            yield f"- slot_name: {name}"
            yield f"  property: {_SLOT}:{name.removeprefix('ext_')}"


def _scalar(value: str) -> str:
    """A value as YAML: plain where it cannot be taken for anything but text, otherwise in double quotes."""
    if re.fullmatch(r"[A-Za-z][\w./:#?=-]*", value) and not value.endswith(":"):
        return value
    return json.dumps(value, ensure_ascii=False)
