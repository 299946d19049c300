"""Publish each framework's quiz as JSON: what the quiz page asks and how it counts."""

from collections.abc import Callable, Iterator
from functools import partial

from generator.export.publication import API, DataFile, Publication, json_bytes
from generator.model import Framework
from generator.parts import Parts
from generator.quiz import published


def quiz_files(publication: Publication) -> Iterator[DataFile]:
    """A file for each language and framework."""
    for language, view in publication.views.items():
        parts = publication.parts[language]
        word = publication.terms.words.get(language, str)
        for framework in view.atlas.frameworks:
            path = f"{API}/{language}/quizzes/{framework.id}.json"
            yield DataFile(path, (framework.id,), partial(_json, publication, framework, parts, word))


def _json(publication: Publication, framework: Framework, parts: Parts, word: Callable[[str], str]) -> bytes:
    return json_bytes(publication.signed(published(framework, parts, word)))
