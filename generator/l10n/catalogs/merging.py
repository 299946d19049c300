"""Bring catalogues up to date with the texts that they must hold."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import polib

from generator.l10n.catalogs.files import catalogue_path, duplicates, read_po, written
from generator.l10n.catalogs.standing import notes
from generator.model import Atlas, texts
from generator.problems import Problem
from generator.translate import SHARED_DOMAIN, sources
from generator.writing import write_files

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
            )
    return wanted


def wanted_entries(atlas: Atlas, language: str) -> Mapping[str, list[tuple[str, str]]]:
    """List the same as (context, source text)."""
    return {
        domain: [(item.context, item.text) for item in items]
        for domain, items in wanted_texts(atlas, language).items()
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
    there is exactly one; otherwise it stays behind as obsolete and comes back when its context does.
    `comments` says by context what a translator should know of a text; without it comments stay as they are.
    """
    new = polib.POFile(wrapwidth=0)
    new.metadata = (
        dict(old.metadata) if old is not None else {"Language": language, "X-Domain": domain, **_HEADERS}
    )
    if old is not None:
        new.header = old.header
    known = by_context(old)
    contexts = {context for context, _ in wanted}
    moved = renames(known, wanted)
    for context, source in wanted:
        entry = known.get(context) or known.get(moved.get(context, ""))
        fresh = _updated(entry, context, source, domain)
        if comments is not None:
            fresh.comment = comments.get(context, "")
        new.append(fresh)
    taken = set(moved.values())
    for entry in old or ():
        if entry.msgctxt not in contexts and entry.msgctxt not in taken and entry.msgstr:
            rest = copy(entry)
            rest.obsolete = True
            new.append(rest)
    return new


def by_context(old: polib.POFile | None) -> dict[str, polib.POEntry]:
    """Look up a catalogue's entries by context: filled before empty ones, those in use before obsolete."""
    known: dict[str, polib.POEntry] = {}
    for entry in sorted(old or (), key=lambda entry: (bool(entry.msgstr), not entry.obsolete)):
        if entry.msgctxt:
            known[entry.msgctxt] = entry
    return known


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
    result.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    if entry.msgid == source:
        if entry.fuzzy:
            result.flags.append("fuzzy")
            result.previous_msgid = entry.previous_msgid
        return result
    if entry.fuzzy and entry.previous_msgid == source:
        return result
    if entry.msgstr:
        result.flags.append("fuzzy")
        # A translation that somebody doubted has no source text to go back to: it stays in doubt.
        result.previous_msgid = entry.previous_msgid if entry.fuzzy else entry.msgid
    return result


def merged_catalogues(
    atlas: Atlas, locales: Path, language: str, named: Atlas | None = None
) -> tuple[dict[str, tuple[polib.POFile | None, polib.POFile]], tuple[Problem, ...]]:
    """Merge a language's content catalogues by domain, each as (before, after), without writing them.

    `named` is the same data in the language that comments name places in: by default as it was written.
    """
    result: dict[str, tuple[polib.POFile | None, polib.POFile]] = {}
    problems: list[Problem] = []
    everything = wanted_texts(atlas, language)
    said = notes(everything, named or atlas, language)
    for domain, wanted in everything.items():
        path = catalogue_path(locales, language, domain)
        old = None
        if path.exists():
            place = path.relative_to(locales.parent).as_posix()
            old, found = read_po(path, place)
            problems.extend(found if old is None else duplicates(old, place))
            if old is None:
                continue
        comments = {item.context: said[domain, item.context] for item in wanted}
        pairs = [(item.context, item.text) for item in wanted]
        result[domain] = old, merge(old, pairs, language, domain, comments)
    return result, tuple(problems)


def update(
    atlas: Atlas, locales: Path, language: str, named: Atlas | None = None
) -> tuple[list[Path], tuple[Problem, ...]]:
    """Bring a language's content catalogues up to date, and return the files that changed.

    With a problem nothing is written.
    """
    merged, problems = merged_catalogues(atlas, locales, language, named)
    if problems:
        return [], problems
    after = {catalogue_path(locales, language, domain): written(new) for domain, (_, new) in merged.items()}
    return write_files(after), problems
