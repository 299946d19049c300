"""Take translations of changed texts for good, or say that their meaning has changed."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Literal

import polib

from generator.l10n.catalogs.files import MEANING_CHANGED, catalogue_path, read_catalogue, written
from generator.l10n.catalogs.lint import Expected, Surroundings, entry_findings, key_of, surroundings
from generator.l10n.proofreading import expected_texts
from generator.l10n.updating import Content
from generator.problems import Message, Problem, say
from generator.translate import same_claim, same_numbers
from generator.writing import write_files

Meaning = Literal["unchanged", "changed"]
"""What an editor says of a text that changed; what is said of a text holds in every language."""


@dataclass(frozen=True)
class Looked:
    """A stale translation that somebody looked at; `before` is the text that it was made from.

    It holds for the text as it is now, or, where the meaning has changed, waits for a translator. `origin` is
    the context that it was offered from, where the text has moved.
    """

    file: str
    name: str
    before: str
    now: str
    translation: str
    origin: str = ""


@dataclass(frozen=True)
class Acceptance:
    """What came of looking at a language: `stale` are names, `refused` names with the reason.

    Refused is a translation that `lint` would call an error, one that is of another text than stands here
    now, and a text whose numbers or negations differ from before, of which somebody says that it means the
    same.
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
    for expected in expected_texts(project, language):
        name = expected.domain
        path = catalogue_path(folders.locales, language, name)
        file = path.relative_to(folders.root).as_posix()
        catalogue, found = read_catalogue(folders.locales, language, name)
        problems.extend(found)
        if catalogue is None:
            continue
        around = surroundings(catalogue, expected)
        found_here = list(_stale(catalogue, expected))
        stale += [title for title, _, _ in found_here]
        for title, entry, now in found_here:
            if domain not in (None, name) or not fits(title, names):
                continue
            before = entry.previous_msgid or (entry.msgid if entry.msgid != now else "")
            reason = _reason_against(entry, before or now, now, around, meaning)
            if reason is not None:
                refused.append((title, reason))
                continue
            words = entry.msgstr or " | ".join(entry.msgstr_plural.values())
            done.append(Looked(file, title, before, now, words, entry.previous_msgctxt or ""))
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
_NEGATION_CHANGED = say("a negation came or went, so the meaning changed")


def _reason_against(
    entry: polib.POEntry, before: str, now: str, around: Surroundings, meaning: Meaning | None
) -> Message | None:
    """Why nobody may say of a translation that it holds for the text as it is now; None where they may."""
    held = around.expected.texts.get(key_of(entry, around.expected))
    if held is None or meaning == "changed":
        return None
    if meaning == "unchanged" and not same_numbers(before, now):
        return _NUMBER_CHANGED
    if meaning == "unchanged" and not same_claim(before, now, held.language):
        return _NEGATION_CHANGED
    as_accepted = copy(entry)
    as_accepted.flags, as_accepted.msgid = [], now
    found = entry_findings(as_accepted, held, around, looked_at=True)
    # What `lint` would call an error.
    return next((finding.message for _, finding in found if finding.severity == "error"), None)


def _settle(entry: polib.POEntry, before: str, now: str, *, holds: bool) -> None:
    """Let a translation hold for the text as it is now, or be stale until somebody translates it anew."""
    flags = [flag for flag in entry.flags if flag not in ("fuzzy", MEANING_CHANGED)]
    entry.flags = flags if holds else [*flags, "fuzzy", MEANING_CHANGED]
    entry.msgid = now
    entry.previous_msgctxt = entry.previous_msgid_plural = None
    entry.previous_msgid = None if holds else before or None


def _stale(catalogue: polib.POFile, expected: Expected) -> Iterator[tuple[str, polib.POEntry, str]]:
    """List every stale entry of a catalogue, with its name and its source text as it is now."""
    for entry in catalogue:
        name = f"{expected.domain}:{entry.msgctxt or entry.msgid}"
        if expected.are_words and not entry.obsolete and entry.fuzzy:
            yield name, entry, entry.msgid
        elif not expected.are_words and not entry.obsolete and entry.msgstr:
            held = expected.texts.get((entry.msgctxt or "", ""))
            if held is not None and (entry.fuzzy or entry.msgid != held.text):
                yield name, entry, held.text


def fits(name: str, patterns: Sequence[str]) -> bool:
    """Say whether a name, with its domain or without, fits one of the patterns; without patterns all fit."""
    short = name.partition(":")[2]
    return not patterns or any(fnmatchcase(name, item) or fnmatchcase(short, item) for item in patterns)
