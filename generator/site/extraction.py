"""Templates and program text in, the interface's words as a catalogue for translators out.

Words are merged by what they say, never by likeness: a changed word is a new one. What is gone stays behind
as obsolete while it has a translation.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib
from babel.messages.extract import extract
from babel.messages.plurals import get_plural
from jinja2.ext import babel_extract

from generator.catalogs import catalogue_path, read_po
from generator.site.project import Folders
from generator.site.words import DOMAIN, has_catalogue, placeholders

Key = tuple[str, str]
"""What makes a word another one than others: its context, where it has one, and its text."""

_KEYWORDS: Mapping[str, Any] = {
    "_": None,
    "gettext": None,
    "say": None,
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
        """What makes it another word than others."""
        return self.context, self.text


def words_in_use(folders: Folders) -> tuple[Word, ...]:
    """Every text of the templates, then of the program, each once, in the order of files and lines."""
    seen: dict[Key, Word] = {}
    for path in sorted(folders.templates.rglob("*.html")):
        for word in _words(path, path.relative_to(folders.root).as_posix(), babel_extract, _TEMPLATE_OPTIONS):
            seen.setdefault(word.key, word)
    for path in sorted(_PROGRAM.rglob("*.py")):
        for word in _words(path, path.relative_to(_PROGRAM.parent).as_posix(), "python", {}):
            seen.setdefault(word.key, word)
    return tuple(seen.values())


def update_words(folders: Folders, locales: Path, language: str) -> list[Path]:
    """Bring a language's catalogue of words, which can be read, up to date; gives the file if it changed."""
    if not has_catalogue(language):
        return []
    path = catalogue_path(locales, language, DOMAIN)
    before = path.read_bytes() if path.exists() else b""
    after = f"{merge_words(_catalogue(path), words_in_use(folders), language)}\n".encode()
    if after == before:
        return []
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(after)
    return [path]


def words_progress(folders: Folders, language: str) -> tuple[int, int, int]:
    """How many words in use are translated, stale and missing."""
    path = catalogue_path(folders.locales, language, DOMAIN)
    known = {_key(entry): entry for entry in _catalogue(path) or () if not entry.obsolete}
    entries = [known.get(word.key) for word in words_in_use(folders)]
    translated = sum(entry is not None and entry.translated() for entry in entries)
    stale = sum(entry is not None and entry.fuzzy for entry in entries)
    return translated, stale, len(entries) - translated - stale


def merge_words(old: polib.POFile | None, words: tuple[Word, ...], language: str) -> polib.POFile:
    """A catalogue with exactly these words, with the translations that it had."""
    known = {_key(entry): entry for entry in old or ()}
    new = polib.POFile(wrapwidth=0)
    new.header = old.header if old is not None else ""
    new.metadata = dict(old.metadata) if old is not None else _headers(language)
    new.extend(_entry(word, known.get(word.key), language) for word in words)
    used = {word.key for word in words}
    for entry in old or ():
        if _key(entry) not in used and (entry.msgstr or any(entry.msgstr_plural.values())):
            entry.obsolete = True
            entry.occurrences = []
            new.append(entry)
    return new


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt or "", entry.msgid


def _catalogue(path: Path) -> polib.POFile | None:
    return read_po(path, path.name)[0] if path.exists() else None


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


def _words(path: Path, file: str, method: Any, options: Mapping[str, str]) -> Iterator[Word]:
    with path.open("rb") as source:
        for _, message, comments, context in extract(method, source, _KEYWORDS, _TAGS, options):
            text, plural = message if isinstance(message, tuple) else (message, "")
            yield Word(text, plural, context or "", file, tuple(comments))


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
