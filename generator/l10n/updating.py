"""Begin, update and accept the translations in a project's catalogues."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal, Protocol

import polib

from generator.folders import Folders
from generator.l10n.catalogs.changes import Changes, changes, word_changes
from generator.l10n.catalogs.checks import findings
from generator.l10n.catalogs.files import (
    MEANING_CHANGED,
    WORDS,
    catalogue_path,
    entries,
    read_catalogue,
    written,
)
from generator.l10n.catalogs.merging import Merged, merged_catalogues, wanted_texts
from generator.l10n.catalogs.pair import Pair
from generator.l10n.catalogs.standing import WRITTEN_IN
from generator.l10n.catalogs.terms import Subject
from generator.l10n.extraction import merged_words
from generator.l10n.languages import is_tag
from generator.load import load
from generator.model import Atlas
from generator.problems import Message, Problem, errors, say
from generator.translate import same_numbers, view
from generator.validate import validate
from generator.writing import write_files


class Content(Protocol):
    """What translators work on: where it stands, and its data as it was written."""

    @property
    def folders(self) -> Folders:
        """The folders that the project keeps its files in."""

    @property
    def atlas(self) -> Atlas:
        """The data as one value."""


@dataclass(frozen=True)
class Data:
    """Sound data, in whatever state its catalogues are."""

    folders: Folders
    atlas: Atlas


@dataclass(frozen=True)
class Updated:
    """A catalogue that changed, or would; `changes` may be empty, as where only comments changed."""

    file: str
    changes: Changes


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


def open_data(root: Path) -> tuple[Data | None, tuple[Problem, ...]]:
    """Read the project's data without its catalogues; None where it has errors."""
    folders = Folders(root)
    loaded, found = load(folders.frameworks, root)
    problems = (*found, *validate(loaded))
    return (None if errors(problems) else Data(folders, loaded.atlas())), problems


def languages_begun(folders: Folders) -> list[str]:
    """List the languages that have a folder of catalogues."""
    if not folders.locales.is_dir():
        return []
    return sorted(path.name for path in folders.locales.iterdir() if path.is_dir() and is_tag(path.name))


def update(
    project: Content, languages: Sequence[str], *, write: bool, domain: str | None = None
) -> tuple[list[Updated], tuple[Problem, ...]]:
    """Bring catalogues of content and of words up to date; all of them, or with a problem none.

    Gives the files that changed, or, without `write`, those that would.
    """
    folders = project.folders
    named = _english(project)
    after: dict[Path, bytes] = {}
    result: list[Updated] = []
    problems: list[Problem] = []
    for language in languages:
        seen = project.atlas if language == WRITTEN_IN else named
        merged, found = merged_catalogues(project.atlas, folders.locales, language, seen)
        problems.extend(found)
        pairs: dict[str, Merged] = dict(merged)
        if domain in (None, WORDS):
            words, unreadable = merged_words(folders, language)
            problems.extend(unreadable)
            if words is not None:
                pairs[WORDS] = words
        for name, (old, new) in pairs.items():
            path = catalogue_path(folders.locales, language, name)
            content = written(new)
            if domain in (None, name) and (not path.is_file() or path.read_bytes() != content):
                after[path] = content
                done = word_changes(old, new) if name == WORDS else changes(old, new)
                result.append(Updated(path.relative_to(folders.root).as_posix(), done))
    if problems:
        return [], tuple(problems)
    if write:
        write_files(after)
    return result, ()


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


def _english(project: Content) -> Atlas:
    """Read the data with what English it has, as its catalogues stand once they are brought up to date."""
    merged, _ = merged_catalogues(project.atlas, project.folders.locales, WRITTEN_IN)
    return view(project.atlas, WRITTEN_IN, {name: entries(new) for name, (_, new) in merged.items()}).atlas
