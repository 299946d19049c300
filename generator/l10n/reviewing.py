"""Put each text beside its translation, with all that a reviewer wants to know of the two."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import polib

from generator.l10n.catalogs.files import read_catalogue
from generator.l10n.catalogs.lint import (
    Expected,
    Held,
    Key,
    Surroundings,
    allowed_codes,
    entry_findings,
    key_of,
    surroundings,
)
from generator.l10n.catalogs.pair import Finding
from generator.l10n.catalogs.terms import missed

State = Literal["translated", "older", "doubted", "missing"]
"""What a translation is: sound; of an older source; sound, but for somebody's doubt; or not there."""


@dataclass(frozen=True)
class Reviewed:
    """A text and its translation; one that counts has several of both.

    `before` is the source that an older translation was made from. `terms` are those of the glossary that
    the source uses, with their translation. `line` is the entry's in its catalogue, 0 where it has none;
    `files` are those that a word of the interface stands in.
    """

    domain: str
    language: str
    key: Key
    source_language: str
    sources: tuple[str, ...]
    translations: tuple[str, ...]
    state: State
    before: str = ""
    terms: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    line: int = 0
    files: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the text is called: its context, or the words themselves."""
        return self.key[0] or self.key[1]


def reviewed(locales: Path, expected: Expected, keys: Iterable[Key] | None = None) -> Iterator[Reviewed]:
    """List texts of a catalogue as it is on disk: all in the data's order, or those asked for."""
    catalogue = _catalogue(locales, expected)
    entries, around = _entries(catalogue, expected), surroundings(catalogue, expected)
    for key in expected.texts if keys is None else keys:
        if held := expected.texts.get(key):
            yield _reviewed(key, held, entries.get(key), around)


def not_sound(locales: Path, expected: Expected) -> list[Key]:
    """List the texts without a translation that is up to date."""
    entries = _entries(_catalogue(locales, expected), expected)
    return [
        key
        for key, held in expected.texts.items()
        if (entry := entries.get(key)) is None or not entry.translated() or entry.msgid != held.text
    ]


def _catalogue(locales: Path, expected: Expected) -> polib.POFile:
    return read_catalogue(locales, expected.language, expected.domain)[0] or polib.POFile()


def _entries(catalogue: polib.POFile, expected: Expected) -> Mapping[Key, polib.POEntry]:
    return {key_of(entry, expected): entry for entry in catalogue if not entry.obsolete}


def _reviewed(key: Key, held: Held, entry: polib.POEntry | None, around: Surroundings) -> Reviewed:
    expected = around.expected
    terms = tuple(
        (term.title, term.translations[0])
        # An empty translation misses every term.
        for term in missed(held.text, "", expected.terms.get(held.language, ()), held.subject)
    )
    sources = tuple(filter(None, (held.text, held.plural)))
    entry = entry or polib.POEntry()
    texts = [text for _, text in sorted(entry.msgstr_plural.items())] or [entry.msgstr]
    before = entry.msgid if entry.msgid != held.text else entry.previous_msgid or ""
    is_older = entry.fuzzy or entry.msgid != held.text
    state: State = (
        "missing" if not any(texts) else "translated" if not is_older else "older" if before else "doubted"
    )
    allowed = allowed_codes(entry)
    found = [] if is_older else [finding for _, finding in entry_findings(entry, held, around)]
    return Reviewed(
        expected.domain,
        expected.language,
        key,
        held.language,
        sources,
        tuple(texts) if any(texts) else (),
        state,
        before if state == "older" else "",
        terms,
        tuple(finding for finding in found if finding.code not in allowed),
        entry.linenum or 0,
        tuple(file for file, _ in entry.occurrences),
    )
