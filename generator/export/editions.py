"""Publish the list of editions, and what each of them holds."""

from collections.abc import Iterator
from functools import partial

from generator.export.publication import API, DataFile, Publication, json_bytes


def edition_files(publication: Publication) -> Iterator[DataFile]:
    """The list, and a file for each edition: the very bytes that were kept when it was made."""
    yield DataFile(f"{API}/editions.json", None, partial(_list, publication))
    archive = publication.terms.archive
    if archive is None:
        return
    for edition in archive.atlas.shared.editions.editions:
        content = archive.kept[edition.id]
        yield DataFile(f"{API}/editions/{edition.id}.json", (), partial(content.written, edition))


def _list(publication: Publication) -> bytes:
    views = publication.views
    per_language = {language: view.atlas.shared.editions.editions for language, view in views.items()}
    entries = [
        {
            "id": edition.id,
            "date": edition.date.isoformat(),
            "changes": {
                language: [{"id": key, "text": text} for key, text in editions[at].changes.items()]
                for language, editions in per_language.items()
            },
            "data": f"editions/{edition.id}.json",
        }
        for at, edition in enumerate(per_language[publication.default_language])
    ]
    return json_bytes(publication.signed({"editions": entries}))
