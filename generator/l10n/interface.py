"""Read the interface's words in a language from its catalogue, straight from the PO file.

Nothing is compiled to disk. Words are written in English where they stand, in templates and in `say("…")`:
English needs no catalogue.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

import polib

from generator.folders import Folders
from generator.l10n.catalogs.checks import unknown_placeholder
from generator.l10n.catalogs.counting import forms_without_number
from generator.l10n.catalogs.files import COMMANDS, WORDS, catalogue_path, duplicates, parsed, read_text
from generator.l10n.catalogs.plurals import parsed_rule, rule_of
from generator.l10n.catalogs.spots import Spots
from generator.l10n.gaps import open_texts
from generator.l10n.placeholders import placeholders
from generator.problems import Place, Problem, counted, say
from generator.translate import Gap

SOURCE_LANGUAGE = "en"


def has_catalogue(language: str) -> bool:
    """Say whether a language needs translations of words that are written in English."""
    return language.partition("-")[0] != SOURCE_LANGUAGE


def catalogue_of(locales: Path, language: str) -> str | None:
    """Find the language whose catalogue suits best: itself, or without its region (`nl` for `nl-BE`)."""
    tags = (language, language.partition("-")[0])
    places = (locales, Folders(locales.parent).brought_locales)
    return next(
        (tag for tag in tags for place in places if place and catalogue_path(place, tag, WORDS).is_file()),
        None,
    )


@dataclass(frozen=True)
class InterfaceWords:
    """The words that readers see in a language; `total` counts those of its catalogue, `gaps` are open.

    `first_gap` is the line on which the first of them stands; `commands` is what commands say.
    """

    translations: NullTranslations = field(default_factory=NullTranslations)
    total: int = 0
    gaps: tuple[Gap, ...] = ()
    first_gap: int = 1
    commands: NullTranslations = field(default_factory=NullTranslations)


def read_interface(locales: Path, language: str) -> tuple[InterfaceWords, tuple[Problem, ...]]:
    """Read our words in a language; an entry that is fuzzy or breaks a page counts as missing."""
    words, problems = _read(locales, language, WORDS)
    commands, more = _read(locales, language, COMMANDS)
    words = replace(words, commands=commands.translations)
    path = catalogue_path(locales, language, WORDS)
    is_there = path.exists()
    if (brought := Folders(locales.parent).brought_locales) is not None:
        # A project of which the program is no part has only the words that it adds or says otherwise.
        words.translations.add_fallback(_read(brought, language, WORDS)[0].translations)
        words.commands.add_fallback(_read(brought, language, COMMANDS)[0].translations)
        is_there |= catalogue_path(brought, language, WORDS).exists()
    place = path.relative_to(locales.parent).as_posix()
    if not is_there:
        more = (*more, *_no_catalogue(language, place))
    elif words.gaps and has_catalogue(language):
        more = (*more, _incomplete(words.gaps, words.total, Place(place, words.first_gap)))
    return words, (*problems, *more)


def _read(locales: Path, language: str, domain: str) -> tuple[InterfaceWords, tuple[Problem, ...]]:
    path = catalogue_path(locales, language, domain)
    place = path.relative_to(locales.parent).as_posix()
    if not path.exists():
        return InterfaceWords(), ()
    text, problems = read_text(path, place)
    if text is None:
        return InterfaceWords(), problems
    compiled, gaps, problems = _in_text(text, place, language, domain)
    if compiled is None:
        return InterfaceWords(), problems
    return InterfaceWords(GNUTranslations(io.BytesIO(compiled)), *gaps), problems


@lru_cache(maxsize=32)
def _in_text(
    text: str, place: str, language: str, domain: str
) -> tuple[bytes | None, tuple[int, tuple[Gap, ...], int], tuple[Problem, ...]]:
    """Compile a catalogue, and find its gaps; both are kept, for when a preview builds anew."""
    catalogue, problems = parsed(text, place)
    if catalogue is None:
        return None, (0, (), 1), problems
    compiled, problems = _compiled(catalogue, text, place, language)
    used = [entry for entry in catalogue if not entry.obsolete]
    gaps = tuple(
        Gap(language, domain, entry.msgctxt or "", entry.msgid, "stale" if entry.fuzzy else "missing")
        for entry in used
        if not entry.translated()
    )
    first = next((entry.linenum or 1 for entry in used if not entry.translated()), 1)
    return compiled, (len(used), gaps, first), problems


def read_words(locales: Path, language: str) -> tuple[NullTranslations, tuple[Problem, ...]]:
    """Read the same for what only asks for words: those of pages, and what commands say besides."""
    words, problems = read_interface(locales, language)
    words.translations.add_fallback(words.commands)
    return words.translations, problems


def _compiled(
    catalogue: polib.POFile, text: str, place: str, language: str
) -> tuple[bytes, tuple[Problem, ...]]:
    spots = Spots(text)
    unfit = {entry.linenum: problem for entry in catalogue for problem in _broken(entry, place, spots)}
    doubles = list(duplicates(catalogue, place, words=True))
    formed = list(forms_without_number(catalogue, place, spots))
    found = [*unfit.values(), *doubles, *formed]
    broken = {*unfit, *(problem.place.line for problem in doubles)}
    sound_entries = [
        entry
        for entry in catalogue
        if entry.linenum not in broken and (entry.msgid_plural or not entry.msgstr_plural)
    ]
    sound = polib.POFile(encoding="utf-8")
    given = str(catalogue.metadata.get("Plural-Forms", ""))
    counts = any(entry.msgid_plural for entry in sound_entries)
    is_sound = parsed_rule(given) is not None
    if counts and not is_sound:
        message = say("The header's plural forms are not those of %(language)s", language=language)
        wanted = say("Write 'Plural-Forms: %(rule)s'", rule=rule_of(language))
        found.append(Problem("T440", Place(place), message, wanted, "warning"))
    # gettext obeys a header: it has nothing to say but how this language counts.
    sound.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Plural-Forms": given if is_sound else rule_of(language),
    }
    sound.extend(sound_entries)
    return sound.to_binary(), tuple(found)


def _no_catalogue(language: str, place: str) -> tuple[Problem, ...]:
    if not has_catalogue(language):
        return ()
    message = say(
        "The interface's words have no catalogue in '%(language)s'; the site shows them in English",
        language=language,
    )
    return (Problem("T411", Place(place), message, say("Run 'atlas l10n update'"), "warning"),)


def _incomplete(gaps: Sequence[Gap], total: int, place: Place) -> Problem:
    stale = sum(gap.state == "stale" for gap in gaps)
    message = say(
        "%(open)s, of %(total)s in all; the site shows English there",
        open=open_texts(len(gaps) - stale, stale),
        total=counted(total),
    )
    return Problem("T412", place, message, say("Fill what is empty, look at what is fuzzy"), "warning")


def _broken(entry: polib.POEntry, file: str, spots: Spots) -> list[Problem]:
    """Report a translation with a placeholder that its source lacks; it may leave one out."""
    if entry.obsolete or entry.fuzzy or not entry.translated():
        return []
    known = _known(entry)
    plural = {f"msgstr[{form}]": text for form, text in entry.msgstr_plural.items()}
    for name, text in plural.items() if entry.msgid_plural else [("msgstr", entry.msgstr)]:
        try:
            names = placeholders(text)
        except ValueError as error:
            if known is None:
                continue
            message = say("The translation breaks at a percent sign: %(reason)s", reason=error)
            place = Place(file, *spots.at(entry.linenum or 1, name))
            return [Problem("T422", place, message, say("Write '%%%%' for a percent sign"))]
        unknown = [name for name in names if known is not None and name not in known]
        if unknown:
            said = unknown_placeholder(unknown[0], known or set())
            place = Place(file, *spots.at(entry.linenum or 1, name, text.index(f"%({unknown[0]})")))
            return [Problem("T421", place, said.message, said.hint)]
    return []


def _known(entry: polib.POEntry) -> set[str] | None:
    """List the source's placeholders; None for a source that is no format at all."""
    try:
        return {*placeholders(entry.msgid), *placeholders(entry.msgid_plural or "")}
    except ValueError:
        return None
