"""Collect the interface's words from templates and program, as a catalogue for translators.

Words are merged by what they say, never by likeness: a changed word is a new one. What is gone stays behind
as obsolete while it has a translation.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract
from babel.messages.plurals import get_plural
from jinja2.ext import babel_extract

from generator.folders import Folders
from generator.l10n.catalogs import catalogue_path, read_po
from generator.l10n.interface import DOMAIN, has_catalogue, placeholders
from generator.problems import Problem

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


def merged_words(
    folders: Folders, language: str
) -> tuple[tuple[polib.POFile | None, polib.POFile] | None, tuple[Problem, ...]]:
    """Merge a language's words as (before, after); None for a language that needs or can have none."""
    if not has_catalogue(language):
        return None, ()
    path = catalogue_path(folders.locales, language, DOMAIN)
    old, problems = read_po(path, path.relative_to(folders.root).as_posix()) if path.exists() else (None, ())
    if problems:
        return None, problems
    return (old, merge_words(old, words_in_use(folders), language)), ()


def words_progress(folders: Folders, language: str) -> tuple[tuple[int, int, int], tuple[Problem, ...]]:
    """Count how many words in use are translated, stale and missing."""
    path = catalogue_path(folders.locales, language, DOMAIN)
    catalogue, problems = (
        read_po(path, path.relative_to(folders.root).as_posix()) if path.exists() else (None, ())
    )
    known = {_key(entry): entry for entry in catalogue or () if not entry.obsolete}
    found = [known.get(word.key) for word in words_in_use(folders)]
    translated = sum(entry is not None and entry.translated() for entry in found)
    stale = sum(entry is not None and entry.fuzzy for entry in found)
    return (translated, stale, len(found) - translated - stale), problems


def merge_words(old: polib.POFile | None, words: tuple[Word, ...], language: str) -> polib.POFile:
    """Make a catalogue with exactly these words, with the translations that it had."""
    in_doubt_first = sorted(old or (), key=lambda entry: (has_translation(entry), not entry.obsolete))
    known = {_key(entry): entry for entry in in_doubt_first}
    new = polib.POFile(wrapwidth=0)
    new.header = old.header if old is not None else ""
    new.metadata = dict(old.metadata) if old is not None else _headers(language)
    new.extend(_entry(word, known.get(word.key), language) for word in words)
    used = {word.key for word in words}
    for entry in old or ():
        if _key(entry) not in used and has_translation(entry):
            rest = copy(entry)
            rest.obsolete = True
            rest.occurrences = []
            new.append(rest)
    return new


def has_translation(entry: polib.POEntry) -> bool:
    """Say whether an entry has a translation, be it in one plural form only."""
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def _entry(word: Word, known: polib.POEntry | None, language: str) -> polib.POEntry:
    entry = polib.POEntry(msgid=word.text, msgctxt=word.context or None, occurrences=[(word.file, "")])
    entry.comment = "\n".join(word.comments)
    if word.plural:
        entry.msgid_plural = word.plural
        entry.msgstr_plural = dict.fromkeys(range(get_plural(language.replace("-", "_")).num_plurals), "")
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


def _headers(language: str) -> dict[str, str]:
    plural = get_plural(language.replace("-", "_"))
    return {
        "Language": language,
        "X-Domain": DOMAIN,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": f"nplurals={plural.num_plurals}; plural={plural.plural_expr};",
    }
