"""Collect the interface's words from templates and program, as a catalogue for translators.

Words are merged by what they say, never by likeness: a changed word is a new one. What is gone stays behind
as obsolete while it has a translation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract
from jinja2.ext import babel_extract

from generator.folders import Folders
from generator.l10n.catalogs.files import WORDS, read_catalogue
from generator.l10n.catalogs.merging import Merged, begun, best_entries, left_over
from generator.l10n.catalogs.plurals import number_of_forms, rule_of
from generator.l10n.interface import has_catalogue, placeholders
from generator.problems import Problem
from generator.translate import Gap

Key = tuple[str, str]
"""What makes a word another one than others: its context, where it has one, and its text."""

_KEYWORDS: Mapping[str, Any] = {
    "_": None,
    "gettext": None,
    "say": None,
    "say_many": (1, 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_TEMPLATE_OPTIONS = {"silent": "false", "trimmed": "true", "extensions": "jinja2.ext.do"}
_PROGRAM = Path(__file__).parent.parent
_TAGS = ("Translators:",)


@dataclass(frozen=True)
class Word:
    """One text of the interface and the first file that it stands in."""

    text: str
    plural: str
    context: str
    file: str
    comments: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """What tells this word apart from others."""
        return self.context, self.text


def words_in_use(folders: Folders) -> tuple[Word, ...]:
    """List every text of the templates, then of the program, each once, by files and lines."""
    seen: dict[Key, Word] = {}
    for path in sorted(folders.templates.rglob("*.html")):
        for word in _words(path, path.relative_to(folders.root).as_posix(), babel_extract):
            seen.setdefault(word.key, word)
    for path in sorted(_PROGRAM.rglob("*.py")):
        for word in _words(path, path.relative_to(_PROGRAM.parent).as_posix(), "python"):
            seen.setdefault(word.key, word)
    return tuple(seen.values())


def merged_words(folders: Folders, language: str) -> tuple[Merged | None, tuple[Problem, ...]]:
    """Merge a language's words as (before, after); None for a language that needs or can have none."""
    if not has_catalogue(language):
        return None, ()
    old, problems = read_catalogue(folders.locales, language, WORDS)
    if problems:
        return None, problems
    return (old, merge_words(old, words_in_use(folders), language)), ()


def open_words(folders: Folders, language: str) -> tuple[tuple[Gap, ...], tuple[Problem, ...]]:
    """List the words in use that have no sound translation in a language."""
    catalogue, problems = read_catalogue(folders.locales, language, WORDS)
    known = {_key(entry): entry for entry in catalogue or () if not entry.obsolete}
    found = ((word, known.get(word.key)) for word in words_in_use(folders))
    gaps = tuple(
        Gap(language, WORDS, word.context, word.text, "stale" if entry and entry.fuzzy else "missing")
        for word, entry in found
        if entry is None or not entry.translated()
    )
    return gaps, problems


def merge_words(old: polib.POFile | None, words: tuple[Word, ...], language: str) -> polib.POFile:
    """Make a catalogue with exactly these words, with the translations that it had."""
    known = best_entries(old, _key)
    new = begun(old, language, WORDS, {"Plural-Forms": rule_of(language)})
    new.extend(_entry(word, known.get(word.key), language) for word in words)
    new.extend(left_over(old, _key, {word.key for word in words}))
    return new


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def _entry(word: Word, known: polib.POEntry | None, language: str) -> polib.POEntry:
    entry = polib.POEntry(msgid=word.text, msgctxt=word.context or None, occurrences=[(word.file, "")])
    entry.comment = "\n".join(word.comments)
    if word.plural:
        entry.msgid_plural = word.plural
        entry.msgstr_plural = dict.fromkeys(range(number_of_forms(language)), "")
    if known is not None and bool(known.msgid_plural) == bool(word.plural):
        entry.msgstr, entry.tcomment = known.msgstr, known.tcomment
        entry.msgstr_plural = known.msgstr_plural or entry.msgstr_plural
        entry.flags = [flag for flag in known.flags if flag != "python-format"]
    try:
        formats = bool(placeholders(word.text) or placeholders(word.plural))
    except ValueError:
        formats = False
    if formats:
        entry.flags.append("python-format")
    return entry


def _words(path: Path, file: str, method: Any) -> tuple[Word, ...]:
    return _words_of(path, file, method, path.stat().st_mtime_ns)


@lru_cache(maxsize=1024)
def _words_of(path: Path, file: str, method: Any, _changed: int) -> tuple[Word, ...]:
    """Extract the words of a file as last changed, kept since a program reads its own many times over."""
    options = _TEMPLATE_OPTIONS if method is babel_extract else {}
    found = []
    with path.open("rb") as source:
        for _, message, comments, context in extract(method, source, _KEYWORDS, _TAGS, options):
            text, plural = message if isinstance(message, tuple) else (message, "")
            found.append(Word(text, plural, context or "", file, tuple(comments)))
    return tuple(found)
