"""Read the interface's words in a language from its catalogue, straight from the PO file.

Nothing is compiled to disk. Words are written in English where they stand, in templates and in `say("…")`:
English needs no catalogue.
"""

import copy
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any

import polib
from jinja2 import Environment
from markupsafe import Markup, escape

from generator.foreign import marked
from generator.l10n.catalogs.checks import unknown_placeholder
from generator.l10n.catalogs.files import WORDS, catalogue_path, duplicates, parsed, read_text
from generator.l10n.catalogs.plurals import parsed_rule, rule_of
from generator.l10n.catalogs.spots import Spots
from generator.l10n.gaps import open_texts
from generator.problems import Place, Problem, say
from generator.translate import Gap

SOURCE_LANGUAGE = "en"


def has_catalogue(language: str) -> bool:
    """Say whether a language needs translations of words that are written in English."""
    return language.partition("-")[0] != SOURCE_LANGUAGE


def catalogue_of(locales: Path, language: str) -> str | None:
    """Find the language whose catalogue suits best: itself, or without its region (`nl` for `nl-BE`)."""
    tags = (language, language.partition("-")[0])
    return next((tag for tag in tags if catalogue_path(locales, tag, WORDS).is_file()), None)


@dataclass(frozen=True)
class InterfaceWords:
    """The interface's words in a language; `total` counts those of its catalogue, `gaps` are open."""

    translations: NullTranslations = field(default_factory=NullTranslations)
    total: int = 0
    gaps: tuple[Gap, ...] = ()


def read_interface(locales: Path, language: str) -> tuple[InterfaceWords, tuple[Problem, ...]]:
    """Read the interface's words in a language; an entry that is fuzzy or breaks a page counts as missing."""
    path = catalogue_path(locales, language, WORDS)
    place = path.relative_to(locales.parent).as_posix()
    if not path.exists():
        return InterfaceWords(), _no_catalogue(language, place)
    text, problems = read_text(path, place)
    catalogue, unreadable = parsed(text, place) if text is not None else (None, ())
    if text is None or catalogue is None:
        return InterfaceWords(), (*problems, *unreadable)
    compiled, found = _compiled(catalogue, text, place, language)
    used = [entry for entry in catalogue if not entry.obsolete]
    gaps = tuple(
        Gap(language, WORDS, entry.msgctxt or "", entry.msgid, "stale" if entry.fuzzy else "missing")
        for entry in used
        if not entry.translated()
    )
    if gaps and has_catalogue(language):
        first = next(entry.linenum for entry in used if not entry.translated())
        found = (*found, _incomplete(gaps, len(used), Place(place, first or 1)))
    return InterfaceWords(GNUTranslations(io.BytesIO(compiled)), len(used), gaps), found


def read_words(locales: Path, language: str) -> tuple[NullTranslations, tuple[Problem, ...]]:
    """Read the same for what only asks for words."""
    words, problems = read_interface(locales, language)
    return words.translations, problems


def _compiled(
    catalogue: polib.POFile, text: str, place: str, language: str
) -> tuple[bytes, tuple[Problem, ...]]:
    spots = Spots(text)
    unfit = {entry.linenum: problem for entry in catalogue for problem in _broken(entry, place, spots)}
    doubles = list(duplicates(catalogue, place, words=True))
    found = [*unfit.values(), *doubles]
    broken = {*unfit, *(problem.place.line for problem in doubles)}
    sound_entries = [entry for entry in catalogue if entry.linenum not in broken]
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


class _InEnglish(NullTranslations):
    """Gives back what no catalogue has, marked as English."""

    def gettext(self, message: str) -> str:
        return marked(message, SOURCE_LANGUAGE)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return marked(msgid1 if n == 1 else msgid2, SOURCE_LANGUAGE)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)


def on_pages(words: NullTranslations, language: str) -> NullTranslations:
    """The same words for a page of a language: what its catalogue lacks is marked as English."""
    if not has_catalogue(language):
        return words
    found = copy.copy(words)
    found.add_fallback(_InEnglish())
    return found


def safe_words(words: NullTranslations, language: str) -> Callable[[str], Markup]:
    """Escape words for a template that does not escape what it is given, as catalogues hold no markup."""
    found = on_pages(words, language)
    return lambda text: escape(found.gettext(text))


def install_words(environment: Environment, words: NullTranslations, language: str) -> None:
    """Give templates `_` and its kin; translations, and values for the gaps in them, are escaped."""
    words = on_pages(words, language)
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(_speech(words))


def _speech(words: NullTranslations) -> Mapping[str, Callable[..., Markup]]:
    """Make faster forms of Jinja's own translation functions, which ask the context at each word.

    Half a page is such calls.
    """
    plain: dict[str, Markup] = {}

    def gettext(text: str, **values: Any) -> Markup:
        if values:
            return escape(words.gettext(text)) % values
        if text not in plain:
            plain[text] = escape(words.gettext(text)) % {}
        return plain[text]

    def ngettext(one: str, many: str, number: int, **values: Any) -> Markup:
        return escape(words.ngettext(one, many, number)) % {"num": number, **values}

    def pgettext(context: str, text: str, **values: Any) -> Markup:
        return escape(words.pgettext(context, text)) % values

    def npgettext(context: str, one: str, many: str, number: int, **values: Any) -> Markup:
        return escape(words.npgettext(context, one, many, number)) % {"num": number, **values}

    return {
        "_": gettext,
        "gettext": gettext,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "npgettext": npgettext,
    }


def placeholders(text: str) -> tuple[str, ...]:
    """List the names in `%(name)s`, in order; ValueError for a percent sign that starts nothing."""
    if "%" not in text:
        return ()
    if re.search(r"%\(\w*\)(?![sd])", text.replace("%%", "")):
        # Such as %(number)999999999s, which would fill the memory before it is refused.
        raise ValueError("a gap of another form than %(name)s")
    names = _Names()
    try:
        text % names
    except TypeError as error:
        raise ValueError(str(error)) from error
    if re.search(r"%(?!\()", text.replace("%%", "")):
        # Such as %r, which would write out all values at once.
        raise ValueError("a gap without a name")
    return tuple(names.seen)


class _Names(dict[str, str]):
    """Fills every gap with nothing and remembers which were asked for."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __missing__(self, name: str) -> str:
        self.seen.append(name)
        return ""


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
        total=total,
    )
    return Problem("T412", place, message, say("Run 'atlas l10n update', then translate"), "warning")


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
