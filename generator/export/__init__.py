"""Publish all data in all languages below `api/v1/`, and what every id leads to below `id/`.

To add an export: write a function from a `Publication` to `DataFile`s here, and name it in `_EXPORTS`; its
paths get a line in `openapi.py`. Is its ending a new one, then say in `FILE_TYPES` what it is.
"""

from collections.abc import Callable, Iterator, Mapping

from generator.export.citations import citation_files
from generator.export.crosswalks import crosswalk_files
from generator.export.editions import edition_files
from generator.export.feeds import NEWS, TO_TRANSLATE, feed_files
from generator.export.frameworks import framework_files
from generator.export.identities import identity_files
from generator.export.linked import linked_files
from generator.export.openapi import openapi_files
from generator.export.oscal import oscal_files
from generator.export.package import package_files
from generator.export.publication import API, FILE_TYPES, DataFile, Publication, Terms, json_bytes
from generator.export.quizzes import quiz_files
from generator.export.schema import schema_files, schema_of
from generator.export.shared import shared_files
from generator.export.sssom import sssom_files
from generator.export.workbooks import workbook_files
from generator.translate import View

Export = Callable[[Publication], Iterator[DataFile]]

_EXPORTS: tuple[Export, ...] = (
    framework_files,
    shared_files,
    crosswalk_files,
    sssom_files,
    linked_files,
    oscal_files,
    quiz_files,
    citation_files,
    workbook_files,
    package_files,
    identity_files,
    edition_files,
    feed_files,
    schema_files,
    openapi_files,
)


def exports(
    views: Mapping[str, View], default_language: str, terms: Terms | None = None
) -> Iterator[tuple[str, bytes]]:
    """Every published file as (path below the site's root, content); the list of all comes last."""
    publication = Publication(views, default_language, terms or Terms())
    sizes = {}
    for file in data_files(publication):
        content = file.make()
        if file.path.startswith(API):
            sizes[file.path] = len(content)
        yield file.path, content
    yield INDEX, index(publication, sizes)


def data_files(publication: Publication) -> Iterator[DataFile]:
    """Every published file but the list of all, to be made when it is needed."""
    for export in _EXPORTS:
        yield from export(publication)


INDEX = f"{API}/index.json"
"""The list of all files."""


def index(publication: Publication, sizes: Mapping[str, int]) -> bytes:
    """The list of files, with their sizes in bytes by path."""
    entries = []
    for path, size in sizes.items():
        below = path.removeprefix(f"{API}/")
        kind = FILE_TYPES[path.rpartition(".")[2]]
        entries.append({"path": below, "type": kind, "bytes": size, "schema": schema_of(below)})
    data = {
        "name": publication.terms.atlas,
        "api": "v1",
        "default_language": publication.default_language,
        "languages": list(publication.views),
        "files": entries,
    }
    return json_bytes(publication.signed(data))
