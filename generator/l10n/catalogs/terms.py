"""Find the terms of the glossary that a text uses and its translation does not keep.

A term counts as found in whatever form it stands: inflected, in a compound, with or without hyphens.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from generator.model import Atlas
from generator.model.source import Reference, Source
from generator.text import LocalText, plain
from generator.translate import SHARED_DOMAIN

_SHORTEST_STEM = 4
_BETWEEN_NAMES = re.compile(r",\s*|\s+(?:and|en|und|et|&)\s+")
_ENDINGS = ("en", "es", "er", "e", "n", "s")


@dataclass(frozen=True)
class FixedTerm:
    """A term as texts of one language write it, and the forms that count as its translation.

    `frameworks` are those that use it; without them it is the atlas's own.
    """

    id: str
    title: str
    translations: tuple[str, ...]
    frameworks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Subject:
    """What a text is about: its domain, the frameworks, and how those call their levels."""

    domain: str
    frameworks: Set[str] = frozenset()
    level_words: Set[str] = frozenset()


def fixed_terms(source: Atlas, target: Atlas) -> tuple[FixedTerm, ...]:
    """List the terms that two languages' views of the data both have, in words of their own or the same."""
    result = []
    for there, here in zip(source.shared.glossary.terms, target.shared.glossary.terms, strict=True):
        if _is_foreign(there.title) or _is_foreign(here.title):
            continue
        forms = [plain(str(here.title)), *([plain(str(here.expansion))] if here.expansion else ())]
        # "Losse tool (point solution)": either of the two is the term.
        alternatives = [part.strip() for form in forms for part in re.split(r"[()/]", form)]
        found = tuple(dict.fromkeys(part for part in (*forms, *alternatives) if part))
        result.append(FixedTerm(there.id, plain(str(there.title)), found, frozenset(there.frameworks)))
    return tuple(result)


def proper_names(source: Atlas, target: Atlas) -> frozenset[str]:
    """List the names that stay as they are in texts: of publishers, authors and documents, and of frameworks.

    `target` is the data in a language; a framework whose short title is another one there has no such name.
    """
    found: list[str | None] = []
    for framework, here in zip(source.frameworks, target.frameworks, strict=True):
        if framework.short_title == here.short_title and not _is_foreign(here.short_title):
            found.append(framework.short_title)
        references: tuple[Source | Reference, ...] = (framework.source, *framework.source.further)
        found.append(framework.publisher)
        for reference in references:
            found += [reference.document, reference.publisher]
            found += _BETWEEN_NAMES.split(reference.author or "")
    return frozenset(str(name) for name in found if name)


def subject_of(atlas: Atlas, domain: str, context: str) -> Subject:
    """Say what the text at a context is about."""
    steps = context.split(".")
    about = {domain} if domain != SHARED_DOMAIN else set()
    if steps[0] == "crosswalks":
        about = set(steps[1].split("--"))
    elif steps[:2] == ["glossary", "terms"]:
        about = {
            id_ for term in atlas.shared.glossary.terms if term.id == steps[2] for id_ in term.frameworks
        }
    words = {str(item.level_word) for item in atlas.frameworks if item.id in about}
    return Subject(domain, about, words)


def missed(
    source: str, translation: str, terms: Sequence[FixedTerm], subject: Subject
) -> Iterator[FixedTerm]:
    """List the terms that a text uses and its translation does not; a longer term hides those inside it."""
    here = _compact(translation)
    for term in sorted(terms, key=lambda term: -len(term.title)):
        pattern = _in_text(term.title)
        if pattern.search(source):
            source = pattern.sub(" ", source)
            if _applies(term, subject) and not any(_stands_in(form, here) for form in term.translations):
                yield term


def _applies(term: FixedTerm, subject: Subject) -> bool:
    """Say whether a term counts in a text: a framework's in texts about it, the atlas's in its own.

    A framework that calls its levels by one of the atlas's words means something else by it.
    """
    if term.frameworks:
        return not subject.frameworks or bool(term.frameworks & subject.frameworks)
    return subject.domain == SHARED_DOMAIN and term.id not in subject.level_words


def _is_foreign(title: str) -> bool:
    return isinstance(title, LocalText) and title.language != title.page


@cache
def _in_text(title: str) -> re.Pattern[str]:
    """Match a term as a word of its own, with or without a plural's `s`; abbreviations keep capitals."""
    words = r"\s+".join(re.escape(word) for word in title.split())
    exact = sum(sign.isupper() for sign in title) > 1
    return re.compile(rf"(?<![\w-]){words}(?:e?s)?(?![\w-])", re.NOFLAG if exact else re.IGNORECASE)


def _stands_in(form: str, text: str) -> bool:
    words = re.split(r"\s+", form)
    long = [word for word in words if len(word) >= _SHORTEST_STEM] or words
    return all(_stem(word) in text for word in long)


@cache
def _stem(word: str) -> str:
    """Cut off what changes when a word is inflected."""
    compact = _compact(word)
    for ending in _ENDINGS:
        stem = compact.removesuffix(ending)
        if stem != compact and len(stem) >= _SHORTEST_STEM:
            return stem
    return compact


def _compact(text: str) -> str:
    """Reduce a text to letters and digits, small, without accents or doubled letters."""
    plain_text = unicodedata.normalize("NFKD", text).casefold()
    return re.sub(r"(.)\1", r"\1", "".join(sign for sign in plain_text if sign.isalnum()))
