"""Translate all records into one language by its catalogues.

A text is never silently foreign: what has no sound translation comes out in its source language, and says so.
A translation outlives a small change of its source, and says that it is older; what a change of meaning may
have made wrong is not shown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeVar

from generator.language_facts import negations
from generator.model import Atlas, Record, SharedData, Translatable
from generator.model.base import with_texts
from generator.text import LocalText

_Content = TypeVar("_Content", bound=Record)


@dataclass(frozen=True)
class Entry:
    """One entry of a catalogue: the source text that it translates, and the translation.

    `previous` is the source that a fuzzy one was made from; `meaning_changed` is an editor's word that the
    source says something else now.
    """

    source: str
    translation: str
    fuzzy: bool = False
    previous: str | None = None
    meaning_changed: bool = False

    def before(self, source: str) -> str | None:
        """The earlier text that it translates, if it does not translate this one."""
        return self.source if self.source != source else self.previous


Catalogue = Mapping[str, Entry]
Catalogues = Mapping[str, Catalogue]
"""One language's catalogues by domain: a framework's id, or `shared`."""

SHARED_DOMAIN = "shared"

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"\w+")
_STAYS = 0.5
"""A translation is shown on while this share of its source's words, or more, is still there."""
_FEW = 4


@dataclass(frozen=True)
class Gap:
    """A text that a language lacks: `missing` never had a translation, `stale` has one of an older source.

    Of a stale one `before` is that older source, where it is known, and `translation` what is waiting;
    `is_shown` says that readers get that. `is_entered` says that the catalogue asks for this very text.
    """

    language: str
    domain: str
    context: str
    source: str
    state: str
    before: str | None = None
    translation: str = ""
    is_shown: bool = False
    is_entered: bool = True


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
        catalogue = catalogues.get(domain, {})

        def local(context: str, text: str, mark: Translatable) -> LocalText:
            if language == source:
                return LocalText(text, language, language, "original", mark.inline)
            totals[domain] = totals.get(domain, 0) + 1
            entry = catalogue.get(context)
            state = state_of(entry, text)
            if entry is not None and state == "translated":
                return LocalText(entry.translation, language, language, "translated", mark.inline, text)
            gap = Gap(language, domain, context, text, state, is_entered=_asks_for(entry, text))
            if entry is not None and state == "stale":
                is_shown = outlives(entry, text, catalogue, source)
                gap = replace(
                    gap, before=entry.before(text), translation=entry.translation, is_shown=is_shown
                )
            gaps.append(gap)
            if gap.is_shown:
                return LocalText(gap.translation, language, language, "older", mark.inline, text)
            return LocalText(text, source, language, "fallback", mark.inline)

        return with_texts(record, local, prefix)

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
            benchmarks=tuple(
                localise(item, SHARED_DOMAIN, item.source_language, f"benchmarks.{item.id}.")
                for item in atlas.benchmarks
            ),
            shared=SharedData(
                localise(shared.themes, SHARED_DOMAIN, shared.themes.source_language),
                localise(shared.scale, SHARED_DOMAIN, shared.scale.source_language, "reference-scale."),
                localise(shared.glossary, SHARED_DOMAIN, shared.glossary.source_language, "glossary."),
                localise(shared.findings, SHARED_DOMAIN, shared.findings.source_language),
                localise(shared.editions, SHARED_DOMAIN, shared.editions.source_language),
                localise(shared.subjects, SHARED_DOMAIN, shared.subjects.source_language),
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


def _asks_for(entry: Entry | None, source: str) -> bool:
    return entry is not None and entry.source == source


def outlives(entry: Entry, source: str, catalogue: Catalogue, language: str) -> bool:
    """Say whether a translation may still be shown where its source, in `language`, has become another text.

    It may not where numbers differ or a negation came or went, where an editor said that the meaning does,
    where most words are others, or where the text has moved here from another entry: then it would translate
    something else. What was made for this very text elsewhere, and is offered here, does.
    """
    before = entry.before(source)
    if before is None or entry.meaning_changed or not same_claim(before, source, language):
        return False
    if before == source:
        return True
    if any(source in (other.source, other.previous) for other in catalogue.values() if other is not entry):
        return False
    return alike(before, source)


def alike(one: str, other: str) -> bool:
    """Say whether two texts of one language have most of their words in common."""
    return _likeness(one.casefold(), other.casefold()) >= _STAYS


def same_claim(one: str, other: str, language: str) -> bool:
    """Say whether two texts of a language have the same numbers, and as many words of negation."""
    return same_numbers(one, other) and negations(one, language) == negations(other, language)


def same_numbers(one: str, other: str) -> bool:
    """Say whether two texts of one language have the same numbers, in any order."""
    return sorted(_NUMBER.findall(one)) == sorted(_NUMBER.findall(other))


def _likeness(one: str, other: str) -> float:
    """How much of two texts is the same, from 0 to 1: of their words, and of few words of their letters."""
    these, those = _WORD.findall(one), _WORD.findall(other)
    if min(len(these), len(those)) < _FEW:
        return SequenceMatcher(None, one, other, autojunk=False).ratio() ** 2
    return SequenceMatcher(None, these, those, autojunk=False).ratio()


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
    yield SHARED_DOMAIN, "", shared.findings, shared.findings.source_language
    yield SHARED_DOMAIN, "", shared.editions, shared.editions.source_language
    if shared.subjects.subjects:
        yield SHARED_DOMAIN, "", shared.subjects, shared.subjects.source_language
    for crosswalk in atlas.crosswalks:
        yield SHARED_DOMAIN, f"crosswalks.{crosswalk.key}.", crosswalk, crosswalk.source_language
    for benchmark in atlas.benchmarks:
        yield SHARED_DOMAIN, f"benchmarks.{benchmark.id}.", benchmark, benchmark.source_language
