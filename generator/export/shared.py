"""Publish what all frameworks share as JSON: themes, scale, glossary, findings, and what was renamed."""

from collections.abc import Iterator
from functools import partial

from generator.export.publication import API, DataFile, Publication, data_of, fallbacks_in, json_bytes


def shared_files(publication: Publication) -> Iterator[DataFile]:
    """Four files per language, and one with the ids that things had before."""
    redirects = publication.views[publication.default_language].atlas.redirects.redirects
    former = [
        {"from": item.former, "to": item.to, "since": item.since and item.since.isoformat()}
        for item in redirects
    ]
    yield DataFile(f"{API}/redirects.json", (), partial(json_bytes, former))
    for language, view in publication.views.items():
        shared = view.atlas.shared
        files = {
            "themes": data_of(shared.themes),
            "reference-scale": {**data_of(shared.scale), "length": shared.scale.length},
            "glossary": data_of(shared.glossary),
            "findings": data_of(shared.findings),
        }
        records = (shared.themes, shared.scale, shared.glossary, shared.findings)
        for (name, data), record in zip(files.items(), records, strict=True):
            data = publication.signed({**data, "language": language, "fallbacks": fallbacks_in(record)})
            yield DataFile(f"{API}/{language}/{name}.json", (), partial(json_bytes, data))
