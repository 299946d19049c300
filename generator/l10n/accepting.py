"""Take translations of changed texts for good, or say that their meaning has changed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

import polib

from generator.l10n.catalogs.checks import findings
from generator.l10n.catalogs.files import MEANING_CHANGED, WORDS, catalogue_path, read_catalogue, written
from generator.l10n.catalogs.merging import wanted_texts
from generator.l10n.catalogs.pair import Pair
from generator.l10n.catalogs.standing import WRITTEN_IN
from generator.l10n.catalogs.terms import Subject
from generator.l10n.updating import Content
from generator.model import Atlas
from generator.problems import Message, Problem, say
from generator.translate import same_numbers
from generator.writing import write_files

Meaning = Literal["unchanged", "changed"]
"""What an editor says of a text that changed; what is said of a text holds in every language."""


@dataclass(frozen=True)
class Looked:
    """A stale translation that somebody looked at; `before` is the text that it was made from.

    It holds for the text as it is now, or, where the meaning has changed, waits for a translator.
    """

    file: str
    name: str
    before: str
    now: str
    translation: str


@dataclass(frozen=True)
class Acceptance:
    """What came of looking at a language: `stale` are names, `refused` names with the reason.

    Refused is a translation that `lint` would call an error, and a text whose numbers differ from before, of
    which somebody says that it means the same.
    """

    done: tuple[Looked, ...] = ()
    stale: tuple[str, ...] = ()
    refused: tuple[tuple[str, Message], ...] = ()
    problems: tuple[Problem, ...] = ()


def accept(
    project: Content,
    language: str,
    names: Sequence[str],
    *,
    domain: str | None = None,
    meaning: Meaning | None = None,
    write: bool,
) -> Acceptance:
    """Take stale translations for good: no longer fuzzy, and made for the source text as it is now.

    `names` are contexts (`harbour:levels.pier.title`, `levels.pier.*`); without any, and with a domain, all
    of it. Of a text that means something else now the translation stays stale, and no page shows it. With a
    problem nothing is written.
    """
    folders = project.folders
    after: dict[Path, bytes] = {}
    done: list[Looked] = []
    stale: list[str] = []
    refused: list[tuple[str, Message]] = []
    problems: list[Problem] = []
    for name in [*wanted_texts(project.atlas, language), WORDS]:
        path = catalogue_path(folders.locales, language, name)
        file = path.relative_to(folders.root).as_posix()
        catalogue, found = read_catalogue(folders.locales, language, name)
        problems.extend(found)
        if catalogue is None:
            continue
        found_here = list(_stale(catalogue, project.atlas, language, name))
        stale += [title for title, _, _ in found_here]
        for title, entry, now in found_here:
            if domain not in (None, name) or not fits(title, names):
                continue
            before = entry.previous_msgid or (entry.msgid if entry.msgid != now else "")
            reason = (
                _NUMBER_CHANGED
                if meaning == "unchanged" and not same_numbers(before or now, now)
                else _error_in(entry, now, name, language, project.atlas)
                if meaning != "changed"
                else None
            )
            if reason is not None:
                refused.append((title, reason))
                continue
            words = entry.msgstr or " | ".join(entry.msgstr_plural.values())
            done.append(Looked(file, title, before, now, words))
            _settle(entry, before, now, holds=meaning != "changed")
            after[path] = b""
        if path in after:
            after[path] = written(catalogue)
    if problems:
        return Acceptance(stale=tuple(stale), problems=tuple(problems))
    if write:
        write_files(after)
    return Acceptance(tuple(done), tuple(stale), tuple(refused))


_NUMBER_CHANGED = say("a number changed, so the meaning did")


def _error_in(entry: polib.POEntry, now: str, domain: str, language: str, atlas: Atlas) -> Message | None:
    """What `lint` would call an error in a translation of the text as it is now."""
    wanted = {item.context: item for item in wanted_texts(atlas, language).get(domain, ())}
    item = wanted.get(entry.msgctxt)
    source_language = item.language if item else WRITTEN_IN
    others = (entry.msgid_plural,) if entry.msgid_plural else ()
    for text in (entry.msgstr, *entry.msgstr_plural.values()):
        pair = Pair(
            now,
            source_language,
            text,
            language,
            Subject(domain),
            domain == WORDS,
            item is not None and item.inline,
            others,
            bool(others),
        )
        for finding in findings(pair) if text else ():
            if finding.severity == "error":
                return finding.message
    return None


def _settle(entry: polib.POEntry, before: str, now: str, *, holds: bool) -> None:
    """Let a translation hold for the text as it is now, or be stale until somebody translates it anew."""
    flags = [flag for flag in entry.flags if flag not in ("fuzzy", MEANING_CHANGED)]
    entry.flags = flags if holds else [*flags, "fuzzy", MEANING_CHANGED]
    entry.msgid = now
    entry.previous_msgctxt = entry.previous_msgid_plural = None
    entry.previous_msgid = None if holds else before or None


def _stale(
    catalogue: polib.POFile, atlas: Atlas, language: str, domain: str
) -> Iterator[tuple[str, polib.POEntry, str]]:
    """List every stale entry of a catalogue, with its name and its source text as it is now."""
    current: Mapping[str, str] = {
        item.context: item.text for item in wanted_texts(atlas, language).get(domain, ())
    }
    for entry in catalogue:
        name = f"{domain}:{entry.msgctxt or entry.msgid}"
        if domain == WORDS and not entry.obsolete and entry.fuzzy:
            yield name, entry, entry.msgid
        elif domain != WORDS and not entry.obsolete and entry.msgstr and entry.msgctxt in current:
            now = current[entry.msgctxt]
            if entry.fuzzy or entry.msgid != now:
                yield name, entry, now


def fits(name: str, patterns: Sequence[str]) -> bool:
    """Say whether a name, with its domain or without, fits one of the patterns; without patterns all fit."""
    short = name.partition(":")[2]
    return not patterns or any(fnmatchcase(name, item) or fnmatchcase(short, item) for item in patterns)
