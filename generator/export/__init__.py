"""All data in all languages in, the files below `api/v1/` out: JSON with its schemas, CSV, and SSSOM.

To add an export: write a function from a `Publication` to files in a module here, and name it in `_EXPORTS`.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.export.crosswalks import crosswalk_files
from generator.export.frameworks import framework_files
from generator.export.publication import API, Publication, Terms, json_bytes
from generator.export.quizzes import quiz_files
from generator.export.schema import schema_files, schema_of
from generator.export.shared import shared_files
from generator.export.sssom import sssom_files
from generator.translate import View

Export = Callable[[Publication], Iterator[tuple[str, bytes]]]

_EXPORTS: tuple[Export, ...] = (
    framework_files,
    shared_files,
    crosswalk_files,
    sssom_files,
    quiz_files,
    lambda _: schema_files(),
)


def exports(
    views: Mapping[str, View], default_language: str, terms: Terms | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every published file as (path below the site's root, content); the list of all comes last."""
    publication = Publication(views, default_language, terms or Terms())
    files = [file for export in _EXPORTS for file in export(publication)]
    yield from files
    yield f"{API}/index.json", _index(publication, files)


_TYPES = {".json": "application/json", ".csv": "text/csv", ".tsv": "text/tab-separated-values"}


def _index(publication: Publication, files: list[tuple[str, bytes]]) -> bytes:
    entries = []
    for path, content in files:
        below = path.removeprefix(f"{API}/")
        kind = _TYPES[path[path.rindex(".") :]]
        entries.append({"path": below, "type": kind, "bytes": len(content), "schema": schema_of(below)})
    terms = publication.terms
    return json_bytes(
        {
            "name": "Maturity Atlas",
            "api": "v1",
            "version": terms.version,
            "license": terms.license,
            "default_language": publication.default_language,
            "languages": list(publication.views),
            "files": entries,
        }
    )


__all__ = ["API", "Export", "Terms", "exports"]
