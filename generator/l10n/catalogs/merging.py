"""Bring catalogues up to date with the texts that they must hold."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import polib

from generator.l10n.catalogs.files import MEANING_CHANGED, catalogue_path, duplicates, read_catalogue
from generator.l10n.catalogs.moves import offer, offer_across
from generator.l10n.catalogs.standing import WRITTEN_IN, standing
from generator.model import Atlas, texts
from generator.problems import Problem
from generator.text import LocalText
from generator.translate import SHARED_DOMAIN, sources
from generator.unwritten import is_prompt

_Key = TypeVar("_Key")

Merged = tuple[polib.POFile | None, polib.POFile]
"""A catalogue before and after it was brought up to date."""

_HEADERS = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


@dataclass(frozen=True)
class Wanted:
    """A text that a catalogue must hold; `language` is the one that it is written in."""

    context: str
    text: str
    language: str
    inline: bool = True


def wanted_texts(atlas: Atlas, language: str) -> Mapping[str, list[Wanted]]:
    """List what a language's catalogues must hold, by domain, in the data's order."""
    wanted: dict[str, list[Wanted]] = {}
    for domain, prefix, record, source_language in sources(atlas):
        if source_language != language:
            wanted.setdefault(domain, []).extend(
                Wanted(context, text, source_language, mark.inline)
                for context, text, mark in texts(record, prefix)
                # What is still to be written is nothing to translate.
                if not is_prompt(text)
            )
    return wanted


def source_languages(wanted: Mapping[str, Sequence[Wanted]]) -> Mapping[tuple[str, str], str]:
    """Look up the language that each text is written in, by domain and context."""
    return {(domain, item.context): item.language for domain, items in wanted.items() for item in items}


def notes(
    wanted: Mapping[str, Sequence[Wanted]], atlas: Atlas, language: str
) -> Mapping[tuple[str, str], str]:
    """Collect what a translator should know of each text, by domain and context, a line each.

    That is where it stands, in words and as an address; and the English where that is neither source nor
    target, as far as `atlas`, the data as a translator is to see it, has a sound one.
    """
    seen = texts_by_context(atlas)
    result = {}
    for domain, items in wanted.items():
        for item in items:
            place = standing(domain, item.context, atlas)
            lines = [place.words, place.address]
            english = seen.get((domain, item.context))
            elsewhere = WRITTEN_IN not in (item.language, language)
            if elsewhere and isinstance(english, LocalText) and english.language == WRITTEN_IN:
                lines.append(f"English: {english}")
            result[domain, item.context] = "\n".join(" ".join(line.split()) for line in lines)
    return result


def texts_by_context(atlas: Atlas) -> Mapping[tuple[str, str], str]:
    """Look up every text of the data by its domain and context."""
    return {
        (domain, context): text
        for domain, prefix, record, _ in sources(atlas)
        for context, text, _ in texts(record, prefix)
    }


def merge(
    old: polib.POFile | None,
    wanted: Sequence[tuple[str, str]],
    language: str,
    domain: str,
    comments: Mapping[str, str] | None = None,
) -> polib.POFile:
    """Bring a catalogue up to date: changed texts become fuzzy, renamed ones keep their translation.

    A context that is gone gives its translation to the one new context with the very same source text, if
    there is exactly one; otherwise it stays behind as obsolete and comes back when its context does. What
    else has moved is offered where its text stands now. `comments` says by context what a translator should
    know of a text; without it comments stay as they are.
    """
    known = by_context(old)
    new = begun(old, language, domain)
    moved = renames(known, wanted)
    for context, source in wanted:
        entry = known.get(context) or known.get(moved.get(context, ""))
        fresh = _updated(entry, context, source, domain)
        if comments is not None:
            fresh.comment = comments.get(context, "")
        new.append(fresh)
    new.extend(left_over(old, _context, {*(context for context, _ in wanted), *moved.values()}))
    offer(new)
    return new


def begun(
    old: polib.POFile | None, language: str, domain: str, more: Mapping[str, str] | None = None
) -> polib.POFile:
    """Begin a catalogue without entries, with the header that it had, or with a new one."""
    new = polib.POFile(wrapwidth=0)
    if old is None:
        new.metadata = {"Language": language, "X-Domain": domain, **_HEADERS, **(more or {})}
    else:
        new.metadata, new.header = dict(old.metadata), old.header
    return new


def best_entries(
    old: Iterable[polib.POEntry] | None, key: Callable[[polib.POEntry], _Key]
) -> dict[_Key, polib.POEntry]:
    """Look up a catalogue's entries: filled before empty ones, those in use before obsolete."""
    last_is_best = sorted(old or (), key=lambda entry: (_is_filled(entry), not entry.obsolete))
    return {key(entry): entry for entry in last_is_best}


def left_over(
    old: polib.POFile | None, key: Callable[[polib.POEntry], _Key], used: Container[_Key]
) -> Iterator[polib.POEntry]:
    """List the translations that stay behind as obsolete: those that no text has any more."""
    for entry in old or ():
        if key(entry) not in used and _is_filled(entry):
            rest = copy(entry)
            rest.obsolete = True
            yield rest


def by_context(old: polib.POFile | None) -> dict[str, polib.POEntry]:
    """Look up a catalogue's entries by context; one without a context belongs to no text."""
    return {context: entry for context, entry in best_entries(old, _context).items() if context}


def _context(entry: polib.POEntry) -> str:
    return entry.msgctxt or ""


def _is_filled(entry: polib.POEntry) -> bool:
    """Say whether an entry has a translation, be it in one plural form only."""
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def renames(known: Mapping[str, polib.POEntry], wanted: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Find new contexts for old ones: those whose text is now, word for word, in exactly one other place.

    The answer has old contexts by new ones.
    """
    contexts = {context for context, _ in wanted}
    gone: dict[str, list[str]] = {}
    fresh: dict[str, list[str]] = {}
    for context, entry in known.items():
        if context not in contexts and entry.msgstr:
            gone.setdefault(entry.msgid, []).append(context)
    for context, source in wanted:
        if context not in known:
            fresh.setdefault(source, []).append(context)
    return {
        new[0]: gone[source][0]
        for source, new in fresh.items()
        if len(new) == 1 and len(gone.get(source, ())) == 1
    }


def _updated(entry: polib.POEntry | None, context: str, source: str, domain: str) -> polib.POEntry:
    place = [(f"frameworks/{domain}.yaml", "")] if domain != SHARED_DOMAIN else []
    result = polib.POEntry(msgctxt=context, msgid=source, occurrences=place)
    if entry is None:
        return result
    result.msgstr, result.tcomment, result.comment = entry.msgstr, entry.tcomment, entry.comment
    # What was said of a meaning is settled once the translation is: the two flags go together.
    result.flags = [flag for flag in entry.flags if flag not in ("fuzzy", MEANING_CHANGED)]
    if entry.msgid == source:
        if entry.fuzzy:
            result.flags = list(entry.flags)
            result.previous_msgctxt, result.previous_msgid = entry.previous_msgctxt, entry.previous_msgid
        return result
    offered = entry.fuzzy and entry.previous_msgctxt
    if entry.fuzzy and entry.previous_msgid == source and not offered:
        return result
    if entry.msgstr:
        result.previous_msgctxt = offered or None
        result.flags += ["fuzzy", *(flag for flag in entry.flags if flag == MEANING_CHANGED)]
        # A translation that somebody doubted has no source text to go back to: it stays in doubt.
        result.previous_msgid = entry.previous_msgid if entry.fuzzy else entry.msgid
    return result


def merged_catalogues(
    atlas: Atlas, locales: Path, language: str, named: Atlas | None = None
) -> tuple[dict[str, Merged], tuple[Problem, ...]]:
    """Merge a language's content catalogues by domain, each as (before, after), without writing them.

    `named` is the same data in the language that comments name places in: by default as it was written.
    """
    result: dict[str, Merged] = {}
    problems: list[Problem] = []
    everything = wanted_texts(atlas, language)
    said = notes(everything, named or atlas, language)
    for domain, wanted in everything.items():
        old, found = read_catalogue(locales, language, domain)
        problems.extend(found)
        if found:
            continue
        place = catalogue_path(locales, language, domain).relative_to(locales.parent).as_posix()
        problems.extend(duplicates(old or (), place))
        comments = {item.context: said[domain, item.context] for item in wanted}
        pairs = [(item.context, item.text) for item in wanted]
        result[domain] = old, merge(old, pairs, language, domain, comments)
    offer_across({name: new for name, (_, new) in result.items()}, source_languages(everything))
    return result, tuple(problems)
