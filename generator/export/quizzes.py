"""Publish each framework's quiz as JSON: what the quiz page asks and how it counts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.export.publication import API, DataFile, Publication, json_bytes
from generator.model import Benchmark, Framework
from generator.parts import Parts
from generator.quiz import published


def quiz_files(publication: Publication) -> Iterator[DataFile]:
    """A file for each language and framework."""
    for language, view in publication.views.items():
        parts = publication.parts[language]
        word = publication.terms.words.get(language, str)
        for framework in view.atlas.frameworks:
            counted = [item for item in view.atlas.benchmarks if item.framework == framework.id]
            path = f"{API}/{language}/quizzes/{framework.id}.json"
            yield DataFile(
                path, (framework.id,), partial(_json, publication, framework, counted, parts, word)
            )


def _json(
    publication: Publication,
    framework: Framework,
    benchmarks: Sequence[Benchmark],
    parts: Parts,
    word: Callable[[str], str],
) -> bytes:
    data = {**published(framework, parts, word), "benchmarks": [_benchmark(item) for item in benchmarks]}
    return json_bytes(publication.signed(data))


def _benchmark(item: Benchmark) -> Mapping[str, Any]:
    bars = [{"from": bar.low, "to": bar.high or bar.low, "count": bar.count} for bar in item.bars]
    left_out = {"source_language", "framework", "bars"}
    return {name: getattr(item, name) for name in Benchmark.model_fields if name not in left_out} | {
        "bars": bars
    }
