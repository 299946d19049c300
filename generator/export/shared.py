"""What all frameworks share in, its JSON files per language out: themes, reference scale, glossary."""

from collections.abc import Iterator

from generator.export.publication import API, Publication, data_of, fallbacks_in, json_bytes


def shared_files(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """Three files per language."""
    for language, view in publication.views.items():
        shared = view.atlas.shared
        files = {
            "themes": data_of(shared.themes),
            "reference-scale": {**data_of(shared.scale), "length": shared.scale.length},
            "glossary": data_of(shared.glossary),
        }
        records = (shared.themes, shared.scale, shared.glossary)
        for (name, data), record in zip(files.items(), records, strict=True):
            data |= {"language": language, "fallbacks": fallbacks_in(record)}
            yield f"{API}/{language}/{name}.json", json_bytes(data)
