"""Publish each framework in every language, as JSON and as CSV."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, Literal

from babel.numbers import get_decimal_symbol

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
from generator.l10n.pseudo import locale_of
from generator.model import Dimension, Framework, Layer, Level, Record, texts
from generator.model.fields import Field, fields_of
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
            yield DataFile(f"{here}.json", about, partial(_json, publication, framework, language, url))
            yield DataFile(f"{here}.csv", about, partial(_csv, framework, word, ","))
            if writes_decimals_with_a_comma(language):
                yield DataFile(f"{here}.semicolon.csv", about, partial(_csv, framework, word, ";"))


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


def _json(publication: Publication, framework: Framework, language: str, url: str) -> bytes:
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
    return json_bytes(publication.signed(data))


def _cell(text: str, framework: Framework) -> dict[str, str]:
    if isinstance(text, LocalText):
        return {"text": text, "lang": text.language, "state": text.state}
    return {"text": text, "lang": framework.source_language, "state": "original"}


Word = Callable[[str], str]


def writes_decimals_with_a_comma(language: str) -> bool:
    """Whether Excel, set to that language, parts the columns of a CSV file at semicolons."""
    return get_decimal_symbol(locale_of(language)) == ","


def _csv(framework: Framework, word: Word, separator: Literal[",", ";"]) -> bytes:
    return csv_bytes(table_of(framework, word), separator)


def table_of(framework: Framework, word: Word) -> Iterator[list[object]]:
    """A framework as one table, its heads first: a matrix where it has dimensions, else a list."""
    return _matrix(framework, word) if framework.dimensions else _list(framework, word)


def _matrix(framework: Framework, _: Word) -> Iterator[list[object]]:
    """A row per dimension, a column per level; what else is said of them stands beside and above."""
    groups = {group.id: group.title for group in framework.dimension_groups}
    levels, dimensions = framework.levels, framework.dimensions
    beside = [item for item in fields_of(Dimension) if item.shown.matrix and _is_used(item, dimensions)]
    above = [item for item in fields_of(Level) if item.shown.matrix and _is_used(item, levels)]
    facts = [item for item in fields_of(Framework) if item.shown.matrix and _is_used(item, (framework,))]
    of_all = [_value(item, framework) for item in facts]
    yield [
        _("Id"),
        _("Group"),
        _("Dimension"),
        *(_head(item, _) for item in beside),
        *(f"{level.shown_number}. {shown(level.title)}" for level in levels),
        *(_head(item, _) for item in facts),
    ]
    for item in above:
        blank = [None] * len(beside)
        yield [
            f"#{item.key}",
            None,
            _head(item, _),
            *blank,
            *(_value(item, level) for level in levels),
            *of_all,
        ]
    for dimension in dimensions:
        row = framework.cells.get(dimension.id, {})
        own = [dimension.id, groups.get(dimension.group or ""), dimension.title]
        more = [_value(item, dimension) for item in beside]
        yield [*own, *more, *(row.get(level.id) for level in levels), *of_all]


def _list(framework: Framework, _: Word) -> Iterator[list[object]]:
    """A row per level or layer with all its texts, for want of a matrix; no column stays empty."""
    groups = {group.id: group.title for group in framework.level_groups}
    parts: tuple[Level | Layer, ...] = (*framework.levels, *framework.layers)
    fields = dict.fromkeys(item for part in parts for item in fields_of(type(part)) if item.shown.csv)
    facts = [item for item in fields_of(Framework) if item.shown.csv]
    columns: list[tuple[str, list[object]]] = [
        (_("Number"), [part.number for part in parts]),
        (_("Id"), [part.id for part in parts]),
        (_("Group"), [groups.get(getattr(part, "group", None) or "") for part in parts]),
        (_("Title"), [part.title for part in parts]),
        *((_head(item, _), [_value(item, part) for part in parts]) for item in fields),
        *((_head(item, _), [_value(item, framework)] * len(parts)) for item in facts),
    ]
    used = [(head, values) for head, values in columns if any(value not in (None, "") for value in values)]
    yield [head for head, _values in used]
    yield from (list(row) for row in zip(*(values for _head, values in used), strict=True))


def _head(item: Field, word: Word) -> str:
    return (item.shown.csv_head or item.head).text(word)


def _is_used(item: Field, records: Iterable[Record]) -> bool:
    return any(_value(item, record) not in (None, "") for record in records)


def _value(item: Field, record: Record) -> object:
    """A field's value in one cell: texts that belong together stand there with a line for each."""
    value = item.of(record)
    if not value or item.kind == "record":
        return None if item.kind not in ("integer", "number") else value
    if item.kind == "items":
        return "\n".join(map(shown, value.values()))
    if item.kind == "ids":
        return ", ".join(value)
    if item.kind == "records":
        return "\n".join(": ".join(shown(text) for _, text, _ in texts(each)) for each in value)
    return value
