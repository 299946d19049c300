"""Frameworks in every language in, their JSON and CSV files out."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from generator.export.publication import (
    API,
    DataFile,
    Publication,
    csv_bytes,
    data_of,
    fallbacks_in,
    is_fallback,
    json_bytes,
    shown,
)
from generator.model import Framework, Layer, Level
from generator.text import LocalText


def framework_files(publication: Publication) -> Iterator[DataFile]:
    """The list of all frameworks, and each framework as JSON and as CSV in each language."""
    yield DataFile(f"{API}/frameworks.json", None, lambda: json_bytes(_entries(publication)))
    for language, view in publication.views.items():
        word = publication.terms.words.get(language, str)
        for framework in view.atlas.frameworks:
            here = f"{API}/{language}/frameworks/{framework.id}"
            url = f"../../../../{publication.place(language)}frameworks/{framework.id}/"
            about = (framework.id,)
            yield DataFile(f"{here}.json", about, partial(_json, framework, language, url))
            yield DataFile(f"{here}.csv", about, partial(_csv, framework, word))


def _entries(publication: Publication) -> list[dict[str, Any]]:
    first = publication.views[publication.default_language].atlas
    return [_entry(publication, framework.id) for framework in first.frameworks]


def _entry(publication: Publication, framework_id: str) -> dict[str, Any]:
    by_language = {
        language: view.atlas.framework(framework_id) for language, view in publication.views.items()
    }
    framework = by_language[publication.default_language]
    urls = {
        language: f"../../{publication.place(language)}frameworks/{framework_id}/"
        for language in publication.views
    }
    fallbacks = {
        language: [name for name in ("title", "short_title") if is_fallback(getattr(item, name))]
        for language, item in by_language.items()
    }
    return {
        "id": framework.id,
        "kind": framework.kind,
        "title": {language: item.title for language, item in by_language.items()},
        "short_title": {language: item.short_title for language, item in by_language.items()},
        "publisher": framework.publisher,
        "source_language": framework.source_language,
        "levels": len(framework.levels),
        "dimensions": len(framework.dimensions),
        "layers": len(framework.layers),
        "url": urls[publication.default_language],
        "urls": urls,
        "data": {language: f"{language}/frameworks/{framework_id}.json" for language in publication.views},
        "fallbacks": {language: names for language, names in fallbacks.items() if names},
    }


def _json(framework: Framework, language: str, url: str) -> bytes:
    data = {
        **data_of(framework),
        "language": language,
        "url": url,
        "cells": {
            dimension: {level: _cell(text, framework) for level, text in row.items()}
            for dimension, row in framework.cells.items()
        },
        "fallbacks": fallbacks_in(framework),
    }
    return json_bytes(data)


def _cell(text: str, framework: Framework) -> dict[str, str]:
    if isinstance(text, LocalText):
        return {"text": text, "lang": text.language, "state": text.state}
    return {"text": text, "lang": framework.source_language, "state": "original"}


Word = Callable[[str], str]


def _csv(framework: Framework, word: Word) -> bytes:
    return csv_bytes(_matrix(framework, word) if framework.dimensions else _list(framework, word))


def _matrix(framework: Framework, _: Word) -> Iterator[list[object]]:
    """A row per dimension, a column per level."""
    groups = {group.id: group.title for group in framework.dimension_groups}
    levels = framework.levels
    yield [
        _("Id"),
        _("Group"),
        _("Dimension"),
        *(f"{level.number}. {shown(level.title)}" for level in levels),
    ]
    for dimension in framework.dimensions:
        row = framework.cells.get(dimension.id, {})
        group = groups.get(dimension.group or "")
        yield [dimension.id, group, dimension.title, *(row.get(level.id) for level in levels)]


def _list(framework: Framework, _: Word) -> Iterator[list[object]]:
    """A row per level or layer with all its texts, for want of a matrix; no column stays empty."""
    groups = {group.id: group.title for group in framework.level_groups}
    parts: tuple[Level | Layer, ...] = (*framework.levels, *framework.layers)
    spans = [part.span for part in parts]
    columns: list[tuple[str, list[object]]] = [
        (_("Number"), [part.number for part in parts]),
        (_("Id"), [part.id for part in parts]),
        (_("Group"), [groups.get(group or "") for group in _each(parts, "group")]),
        (_("Title"), _each(parts, "title")),
        (_("Subtitle"), _each(parts, "subtitle")),
        (_("Summary"), _each(parts, "summary")),
        (_("Question"), _each(parts, "question")),
        (_("Typical"), _each(parts, "typical")),
        (_("Signs"), _lines(parts, "signs")),
        (_("Examples"), _lines(parts, "examples")),
        (_("Needs"), _lines(parts, "needs")),
        (_("Focus"), _lines(parts, "focus")),
        (_("KPIs"), _lines(parts, "kpis")),
        (_("Variants"), [_variants(part) for part in parts]),
        (_("From"), [span and span.start for span in spans]),
        (_("To"), [span and span.end for span in spans]),
        (_("Reason"), [span and span.justification for span in spans]),
    ]
    used = [(head, values) for head, values in columns if any(value not in (None, "") for value in values)]
    yield [head for head, _values in used]
    yield from (list(row) for row in zip(*(values for _head, values in used), strict=True))


def _each(parts: Iterable[Level | Layer], name: str) -> list[Any]:
    return [getattr(part, name, None) for part in parts]


def _lines(parts: Iterable[Level | Layer], name: str) -> list[object]:
    """Texts that belong together stand in one cell, a line for each."""
    return ["\n".join(map(shown, (texts or {}).values())) for texts in _each(parts, name)]


def _variants(part: Level | Layer) -> str:
    variants = part.variants if isinstance(part, Layer) else ()
    lines = ((item.title, item.summary, item.example) for item in variants)
    return "\n".join(": ".join(shown(text) for text in line if text) for line in lines)
