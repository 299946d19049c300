"""Collect the interface's words from templates and program, as a catalogue for translators.

Words are merged by what they say, never by likeness: a changed word is a new one. What is gone stays behind
as obsolete while it has a translation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract
from jinja2.ext import babel_extract

from generator.folders import Folders, laid_over
from generator.l10n.catalogs.files import COMMANDS, WORD_DOMAINS, WORDS, read_catalogue
from generator.l10n.catalogs.merging import Merged, begun, best_entries, left_over
from generator.l10n.catalogs.plurals import rule_in, rule_of
from generator.l10n.interface import has_catalogue
from generator.l10n.placeholders import placeholders
from generator.l10n.word_notes import WHERE, notes_of
from generator.load.json_schema import explanations
from generator.problems import Problem
from generator.translate import Gap

Key = tuple[str, str]
"""What makes a word another one than others: its context, where it has one, and its text."""

_KEYWORDS: Mapping[str, Any] = {
    "_": None,
    "gettext": None,
    **dict.fromkeys(("say", "UsageError", "FailedError")),
    "say_many": (1, 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_TEMPLATE_OPTIONS = {"silent": "false", "trimmed": "true", "extensions": "jinja2.ext.do"}
_PROGRAM = Path(__file__).parent.parent
_TAGS = ("Translators:",)
_PLACES_NAMED = 3
_READ = tuple(
    tuple(name.split("."))
    for name in ("citation", "export", "history.told", "model", "quiz", "relation_words")
)
"""The modules whose words pages show; what all others say is for whoever works on the site."""


@dataclass(frozen=True)
class Word:
    """One text of the interface and the first file that it stands in."""

    text: str
    plural: str
    context: str
    file: str
    comments: tuple[str, ...] = ()
    domain: str = WORDS

    @property
    def key(self) -> Key:
        """What tells this word apart from others."""
        return self.context, self.text


def words_in_use(folders: Folders, domain: str | None = None) -> tuple[Word, ...]:
    """List every text of the templates, then of the program, each once, by files and lines.

    What stands anywhere on a page belongs to the words that readers see, whoever else says it.
    """
    seen: dict[Key, Word] = {}
    templates = {name: path for name, path in laid_over(folders.layers).items() if path.suffix == ".html"}
    for name, path in templates.items():
        for word in _words_of(path.read_bytes(), f"templates/{name}", babel_extract):
            _see(word, seen)
    for word in words_of_the_program():
        _see(word, seen)
    return tuple(word for word in seen.values() if domain in (None, word.domain))


@cache
def words_of_the_program() -> tuple[Word, ...]:
    """Extract the words of all modules, once: a program that runs is the one that was begun."""
    said = tuple(
        replace(word, domain=COMMANDS) if unread else word
        for unread, path in sorted((not _is_read(path), path) for path in _PROGRAM.rglob("*.py"))
        for word in _words_of(path.read_bytes(), path.relative_to(_PROGRAM.parent).as_posix(), "python")
    )
    where = f"{WHERE} a form of atlas serve"
    forms = (Word(text, "", "", "generator/model", (where,), COMMANDS) for text in explanations())
    return (*said, *forms)


def _see(word: Word, seen: dict[Key, Word]) -> None:
    """Add a word to those seen, or to one seen before another place where it stands."""
    known = seen.setdefault(word.key, word)
    places = [line for line in known.comments if line.startswith(WHERE)]
    more = [line for line in word.comments if line.startswith(WHERE) and line not in places]
    if more and len(places) < _PLACES_NAMED and word.domain == known.domain:
        seen[word.key] = replace(known, comments=(*known.comments, *more))


def _is_read(path: Path) -> bool:
    """Say whether pages, or files for readers, show what a module says."""
    steps = path.relative_to(_PROGRAM).with_suffix("").parts
    return any(steps[: len(known)] == known for known in _READ)


def merged_words(folders: Folders, language: str) -> tuple[dict[str, Merged], tuple[Problem, ...]]:
    """Merge a language's words as (before, after) by domain; none for a language that needs none.

    A word that moved from one of them to the other takes its translation along.
    """
    if not has_catalogue(language):
        return {}, ()
    read = {domain: read_catalogue(folders.locales, language, domain) for domain in WORD_DOMAINS}
    problems = tuple(problem for _, found in read.values() for problem in found)
    if problems:
        return {}, problems
    old = {domain: catalogue for domain, (catalogue, _) in read.items()}
    every = words_to_translate(folders, language)
    return {
        domain: (
            old[domain],
            merge_words(
                old[domain],
                tuple(word for word in every if word.domain == domain),
                language,
                domain,
                others=(word for word in every if word.domain != domain),
                elsewhere=next(catalogue for name, catalogue in old.items() if name != domain),
            ),
        )
        for domain in WORD_DOMAINS
        if old[domain] or any(word.domain == domain for word in every)
    }, ()


def words_to_translate(folders: Folders, language: str, domain: str | None = None) -> tuple[Word, ...]:
    """List the words that are the project's to translate.

    Those that come translated with the program are not, unless the project says them in its own way.
    """
    every = words_in_use(folders, domain)
    if folders.brought_locales is None:
        return every
    brought = _known(folders.brought_locales, language) - _known(folders.locales, language)
    return tuple(word for word in every if word.key not in brought)


def _known(locales: Path, language: str) -> set[Key]:
    read = [read_catalogue(locales, language, name)[0] for name in WORD_DOMAINS]
    return {_key(entry) for catalogue in read for entry in catalogue or () if not entry.obsolete}


def open_words(folders: Folders, language: str, domain: str) -> tuple[tuple[Gap, ...], tuple[Problem, ...]]:
    """List the words in use that have no sound translation in a language."""
    catalogue, problems = read_catalogue(folders.locales, language, domain)
    known = {_key(entry): entry for entry in catalogue or () if not entry.obsolete}
    found = ((word, known.get(word.key)) for word in words_to_translate(folders, language, domain))
    gaps = tuple(
        Gap(language, domain, word.context, word.text, "stale" if entry and entry.fuzzy else "missing")
        for word, entry in found
        if entry is None or not entry.translated()
    )
    return gaps, problems


def merge_words(
    old: polib.POFile | None,
    words: tuple[Word, ...],
    language: str,
    domain: str,
    others: Iterable[Word] = (),
    elsewhere: polib.POFile | None = None,
) -> polib.POFile:
    """Make a catalogue with exactly these words, with the translations that it had, or that were elsewhere.

    `others` are the words that another catalogue has now: of them nothing stays behind.
    """
    known = best_entries([*(elsewhere or ()), *(old or ())], _key)
    new = begun(old, language, domain, {"Plural-Forms": rule_of(language)})
    count = rule_in(new.metadata, language).count
    new.extend(_entry(word, known.get(word.key), count) for word in words)
    new.extend(left_over(old, _key, {word.key for word in (*words, *others)}))
    return new


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def _entry(word: Word, known: polib.POEntry | None, forms: int) -> polib.POEntry:
    entry = polib.POEntry(msgid=word.text, msgctxt=word.context or None, occurrences=[(word.file, "")])
    entry.comment = "\n".join(word.comments)
    if word.plural:
        entry.msgid_plural = word.plural
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    if known is not None and bool(known.msgid_plural) == bool(word.plural):
        entry.msgstr, entry.tcomment = known.msgstr, known.tcomment
        entry.msgstr_plural |= {at: text for at, text in known.msgstr_plural.items() if at < forms or text}
        entry.flags = [flag for flag in known.flags if flag != "python-format"]
    try:
        formats = bool(placeholders(word.text) or placeholders(word.plural))
    except ValueError:
        formats = False
    if formats:
        entry.flags.append("python-format")
    return entry


@lru_cache(maxsize=1024)
def _words_of(source: bytes, file: str, method: Any) -> tuple[Word, ...]:
    """Extract the words of a file with that content, kept since a program reads its own many times over."""
    options = _TEMPLATE_OPTIONS if method is babel_extract else {}
    written = source.decode()
    found = []
    for line, message, comments, context in extract(method, BytesIO(source), _KEYWORDS, _TAGS, options):
        text, plural = message if isinstance(message, tuple) else (message, "")
        notes = notes_of(file, written, line, text, plural)
        found.append(Word(text, plural, context or "", file, (*comments, *notes)))
    return tuple(found)
