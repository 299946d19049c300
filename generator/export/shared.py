"""Publish what frameworks share as JSON: themes, scale, glossary, findings, and what was renamed."""

from collections.abc import Iterator
from functools import partial

from generator.addresses import folder_of
from generator.export.publication import API, DataFile, Publication, data_of, fallbacks_in, json_bytes


def shared_files(publication: Publication) -> Iterator[DataFile]:
    """Four files per language, of which a further subject has its own, and one with the ids of before."""
    redirects = publication.views[publication.default_language].atlas.redirects.redirects
    former = [
        {"from": item.former, "to": item.to, "since": item.since and item.since.isoformat()}
        for item in redirects
    ]
    yield DataFile(f"{API}/redirects.json", (), partial(json_bytes, former))
    for language, view in publication.views.items():
        for subject, atlas in view.atlas.by_subject.items():
            folder, shared = folder_of(subject, view.atlas.shared.subjects), atlas.shared
            files = {
                "themes": (shared.themes, data_of(shared.themes)),
                "reference-scale": (
                    shared.scale,
                    {**data_of(shared.scale), "length": shared.scale.length},
                ),
                "glossary": (shared.glossary, data_of(shared.glossary)),
                "findings": (shared.findings, data_of(shared.findings)),
            }
            if folder:
                del files["glossary"]
            for name, (record, data) in files.items():
                data = publication.signed({**data, "language": language, "fallbacks": fallbacks_in(record)})
                yield DataFile(f"{API}/{language}/{folder}{name}.json", (), partial(json_bytes, data))
        if publication.has_subjects:
            yield DataFile(f"{API}/{language}/subjects.json", None, partial(_subjects, publication, language))


def _subjects(publication: Publication, language: str) -> bytes:
    """Say what belongs to which subject."""
    atlas = publication.views[language].atlas
    record = atlas.shared.subjects
    listed = [
        {
            "id": subject.id,
            "title": subject.title,
            "summary": subject.summary,
            "frameworks": [framework.id for framework in part.frameworks],
            "themes": f"{folder_of(subject.id, record)}themes.json",
            "reference_scale": f"{folder_of(subject.id, record)}reference-scale.json",
            "findings": f"{folder_of(subject.id, record)}findings.json",
        }
        for subject, part in zip(record.subjects, atlas.by_subject.values(), strict=True)
    ]
    return json_bytes(
        publication.signed(
            {
                "language": language,
                "source_language": record.source_language,
                "subjects": listed,
                "fallbacks": fallbacks_in(record),
            }
        )
    )
