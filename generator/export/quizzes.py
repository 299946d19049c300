"""Frameworks in every language in, their quizzes as JSON out: what the quiz page asks and how it counts."""

from collections.abc import Iterator

from generator.export.publication import API, Publication, json_bytes
from generator.pages import Parts
from generator.pages.quizzes import published


def quiz_files(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """A file for each language and framework."""
    for language, view in publication.views.items():
        parts = Parts(view.atlas)
        word = publication.terms.words.get(language, str)
        for framework in view.atlas.frameworks:
            path = f"{API}/{language}/quizzes/{framework.id}.json"
            yield path, json_bytes(published(framework, parts, word))
