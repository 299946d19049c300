"""Translate all records into one language by its catalogues.

A text is never silently foreign: what has no sound translation comes out in its source language, and says so.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from generator.model import Atlas, Record, SharedData, Translatable
from generator.model.base import steps_of
from generator.text import LocalText, TextState

_Content = TypeVar("_Content", bound=Record)


@dataclass(frozen=True)
class Entry:
    """One entry of a catalogue: the source text that it translates, and the translation."""

    source: str
    translation: str
    fuzzy: bool = False


Catalogue = Mapping[str, Entry]
Catalogues = Mapping[str, Catalogue]
"""One language's catalogues by domain: a framework's id, or `shared`."""

SHARED_DOMAIN = "shared"


@dataclass(frozen=True)
class Gap:
    """A text that a language lacks: `missing` never had a translation, `stale` has one of an older source."""

    language: str
    domain: str
    context: str
    source: str
    state: str


@dataclass(frozen=True)
class View:
    """One language's view of all data; every translatable text in `atlas` is a `LocalText`."""

    language: str
    atlas: Atlas
    gaps: tuple[Gap, ...]
    totals: Mapping[str, int]


def view(atlas: Atlas, language: str, catalogues: Catalogues) -> View:
    """Put all data into one language, and list what is missing from it."""
    gaps: list[Gap] = []
    totals: dict[str, int] = {}

    def localise(record: _Content, domain: str, source: str, prefix: str = "") -> _Content:
        work = _Localiser(language, source, domain, catalogues.get(domain, {}), gaps, totals)
        return work.record(record, prefix)

    shared = atlas.shared
    return View(
        language,
        replace(
            atlas,
            frameworks=tuple(localise(item, item.id, item.source_language) for item in atlas.frameworks),
            crosswalks=tuple(
                localise(item, SHARED_DOMAIN, item.source_language, f"crosswalks.{item.key}.")
                for item in atlas.crosswalks
            ),
            shared=SharedData(
                localise(shared.themes, SHARED_DOMAIN, shared.themes.source_language),
                localise(shared.scale, SHARED_DOMAIN, shared.scale.source_language, "reference-scale."),
                localise(shared.glossary, SHARED_DOMAIN, shared.glossary.source_language, "glossary."),
            ),
        ),
        tuple(gaps),
        totals,
    )


def state_of(entry: Entry | None, source: str) -> str:
    """Say whether an entry is `translated`, `stale` (fuzzy, or of another source text) or `missing`."""
    if entry is None or not entry.translation:
        return "missing"
    return "stale" if entry.fuzzy or entry.source != source else "translated"


@dataclass(frozen=True)
class _Localiser:
    language: str
    source_language: str
    domain: str
    catalogue: Catalogue
    gaps: list[Gap]
    totals: dict[str, int]

    def record(self, record: _Content, prefix: str) -> _Content:
        """Copy a record, built without a second validation, with its texts localised."""
        changed: dict[str, Any] = {}
        for name, step, mark in steps_of(type(record)):
            value = getattr(record, name)
            if value is not None and value != ():
                changed[name] = self._value(value, prefix + step, mark)
        return record.model_copy(update=changed)

    def _value(self, value: Any, path: str, mark: Translatable | None) -> Any:
        if isinstance(value, Record):
            return self.record(value, f"{path}.")
        if isinstance(value, tuple):
            return tuple(
                self.record(item, f"{path}.{item.key}.") if isinstance(item, Record) else item
                for item in value
            )
        if isinstance(value, dict):
            return {key: self._value(item, f"{path}.{key}", mark) for key, item in value.items()}
        return self._text(value, path, mark) if isinstance(value, str) and mark is not None else value

    def _text(self, source: str, context: str, mark: Translatable) -> LocalText:
        if self.language == self.source_language:
            return LocalText(source, self.language, self.language, "original", mark.inline)
        self.totals[self.domain] = self.totals.get(self.domain, 0) + 1
        entry = self.catalogue.get(context)
        state = state_of(entry, source)
        if entry is not None and state == "translated":
            words, here = entry.translation, self.language
            return LocalText(words, here, here, "translated", mark.inline, source)
        self.gaps.append(Gap(self.language, self.domain, context, source, state))
        fallback: TextState = "fallback"
        return LocalText(source, self.source_language, self.language, fallback, mark.inline)


def sources(atlas: Atlas) -> Iterator[tuple[str, str, Record, str]]:
    """List every record with texts, in a steady order.

    Each is (domain, context prefix, record, source language).
    """
    for framework in atlas.frameworks:
        yield framework.id, "", framework, framework.source_language
    shared = atlas.shared
    yield SHARED_DOMAIN, "", shared.themes, shared.themes.source_language
    yield SHARED_DOMAIN, "reference-scale.", shared.scale, shared.scale.source_language
    yield SHARED_DOMAIN, "glossary.", shared.glossary, shared.glossary.source_language
    for crosswalk in atlas.crosswalks:
        yield SHARED_DOMAIN, f"crosswalks.{crosswalk.key}.", crosswalk, crosswalk.source_language
