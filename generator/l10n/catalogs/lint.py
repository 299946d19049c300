"""Find every problem in a PO file, with its line and column."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import polib

from generator.l10n.catalogs.checks import findings, placeholders_are_known
from generator.l10n.catalogs.counting import counting_problems, forms_without_number
from generator.l10n.catalogs.files import WORD_DOMAINS, duplicates, is_unseen, read_text, salvaged
from generator.l10n.catalogs.moves import Known, Translations, belongs_elsewhere, known_translations
from generator.l10n.catalogs.pair import Finding, Pair
from generator.l10n.catalogs.plurals import rule_in
from generator.l10n.catalogs.spots import Spots
from generator.l10n.catalogs.terms import FixedTerm, Subject
from generator.problems import Place, Problem, did_you_mean, say, say_many

_EXEMPT = re.compile(r"^lint: *(T\d{3}(?:, *T\d{3})*) *$", re.MULTILINE)
_NAMES_COMPARED = 1000
_MSGCAT_CONFLICT = "#-#-#-#-#"
_STOPS_A_BUILD = frozenset({"T421", "T422"})
"""Codes of what would break a page: no translator can allow it, and it counts in a word that nobody uses."""


@dataclass(frozen=True)
class Held:
    """A text that a catalogue must hold; `plural` for a word that counts."""

    text: str
    language: str
    subject: Subject
    plural: str = ""
    inline: bool = False


Key = tuple[str, str]
"""What finds an entry: its context, and for a word of the interface its text (else an empty one)."""


@dataclass(frozen=True)
class Expected:
    """What the catalogue of a domain must hold in a language, the terms by source language, and names."""

    domain: str
    language: str
    texts: Mapping[Key, Held]
    terms: Mapping[str, Sequence[FixedTerm]]
    names: Set[str] = frozenset()

    @property
    def are_words(self) -> bool:
        """Whether these are words of the interface."""
        return self.domain in WORD_DOMAINS


@dataclass(frozen=True)
class Surroundings:
    """What an entry is looked at with: all that its catalogue must hold and has, its forms for one number."""

    expected: Expected
    known: Translations
    single: frozenset[int]


def lint(path: Path, file: str, expected: Expected) -> Iterator[Problem]:
    """List all that is wrong with a catalogue, named `file` in messages; skip fuzzy translations."""
    text, unreadable = read_text(path, file)
    if text is None:
        yield from unreadable
        return
    # What cannot be read hides nothing else.
    catalogue, unreadable, lost = salvaged(text, file)
    yield from unreadable
    if catalogue is None:
        return
    spots = Spots(text.replace("\r\n", "\n"), is_unseen)
    yield from duplicates(catalogue, file, words=expected.are_words)
    yield from forms_without_number(catalogue, file, spots)
    if not lost or min(lost) > 0:
        yield from counting_problems(catalogue, file, spots, expected.language)
    used = [entry for entry in catalogue if not entry.obsolete]
    contexts = {key_of(entry, expected) for entry in used}
    around = surroundings(catalogue, expected)
    for entry in used:
        yield from _entry(entry, file, spots, around, contexts)
    for entry in catalogue.obsolete_entries():
        if key_of(entry, expected) in contexts:
            message = say("An obsolete entry stands beside the one in use")
            hint = say("Run 'atlas l10n update', which keeps the one in use")
            yield Problem("T405", Place(file, entry.linenum or 1), message, hint, "warning")
    lacking = [key for key in expected.texts if key not in contexts]
    if lacking and not lost:
        message = say_many(
            "%(number)s text has no entry: %(name)s",
            "%(number)s texts have no entry; the first is %(name)s",
            len(lacking),
            name=_name(lacking[0]),
        )
        yield Problem("T438", Place(file), message, say("Run 'atlas l10n update'"), "warning")


def surroundings(catalogue: polib.POFile, expected: Expected) -> Surroundings:
    """Gather what a catalogue says as a whole; words of the interface are known by what they say alone."""
    used = () if expected.are_words else catalogue
    known = known_translations(used, {key[0]: held.text for key, held in expected.texts.items()})
    return Surroundings(expected, known, rule_in(catalogue.metadata, expected.language).single)


def _entry(
    entry: polib.POEntry, file: str, spots: Spots, around: Surroundings, contexts: set[Key]
) -> Iterator[Problem]:
    expected = around.expected
    first = entry.linenum or 1
    held = expected.texts.get(key_of(entry, expected))
    if held is None:
        place = Place(file, *spots.at(first, "msgid" if expected.are_words else "msgctxt"))
        free = [_name(key) for key in expected.texts if key not in contexts]
        message = say("No text has this name: %(name)s", name=_name(key_of(entry, expected)))
        hint = did_you_mean(_name(key_of(entry, expected)), free) if len(free) < _NAMES_COMPARED else None
        yield Problem("T437", place, message, hint or say("Run 'atlas l10n update'"), "warning")
        if expected.are_words and not entry.fuzzy:
            yield from _breaks(entry, file, spots, expected)
        return
    if (entry.msgid, entry.msgid_plural or "") != (held.text, held.plural):
        field = "msgid" if entry.msgid != held.text else "msgid_plural"
        index = next((at for at, (a, b) in enumerate(zip(entry.msgid, held.text, strict=False)) if a != b), 0)
        place = Place(file, *spots.at(first, field, index))
        hint = say("Run 'atlas l10n update'; edit msgstr, never msgid")
        yield Problem("T436", place, say("The msgid is not the current source text"), hint)
        return
    allowed = allowed_codes(entry)
    exempt = allowed - _STOPS_A_BUILD
    found = [*entry_findings(entry, held, around)]
    for field, finding in found:
        if finding.code not in exempt:
            place = Place(file, *spots.at(first, field, finding.index))
            yield Problem(finding.code, place, finding.message, finding.hint, finding.severity)
    for code in sorted(allowed - {finding.code for _, finding in found}):
        if entry.translated():
            message = say("'lint: %(code)s' allows what is not there", code=code)
            yield Problem("T439", Place(file, first), message, say("Remove it"), "warning")


def _breaks(entry: polib.POEntry, file: str, spots: Spots, expected: Expected) -> Iterator[Problem]:
    """Tell what would break a page in a word that no text has: a build reads it all the same."""
    others = (entry.msgid_plural,) if entry.msgid_plural else ()
    for field, text in _translations(entry).items():
        subject = Subject(expected.domain)
        pair = Pair(entry.msgid, "", text, expected.language, subject, is_word=True, others=others)
        for finding in placeholders_are_known(pair):
            if text and finding.code in _STOPS_A_BUILD:
                place = Place(file, *spots.at(entry.linenum or 1, field, finding.index))
                yield Problem(finding.code, place, finding.message, finding.hint)


def _translations(entry: polib.POEntry) -> Mapping[str, str]:
    """Name the fields in which an entry is translated, with what stands there."""
    forms = {f"msgstr[{number}]": text for number, text in sorted(entry.msgstr_plural.items())}
    return forms or {"msgstr": entry.msgstr}


def allowed_codes(entry: polib.POEntry) -> set[str]:
    """List the codes that a translator says are wrong about an entry."""
    return {code for line in _EXEMPT.findall(entry.tcomment) for code in re.split(", *", line)}


def is_allowance(line: str) -> bool:
    """Say whether a line of a comment allows findings."""
    return _EXEMPT.fullmatch(line) is not None


def entry_findings(
    entry: polib.POEntry, held: Held, around: Surroundings, *, looked_at: bool = False
) -> Iterator[tuple[str, Finding]]:
    """Collect every finding with the field that it stands in; `looked_at` as of `belongs_elsewhere`."""
    expected = around.expected
    for field, text in _translations(entry).items():
        if _MSGCAT_CONFLICT in text:
            message = say("A merge conflict marker stands here")
            index = text.index(_MSGCAT_CONFLICT)
            yield field, Finding("T402", message, say("Resolve it: keep one version"), index=index)
        elif text and not entry.fuzzy:
            single = bool(held.plural) and int(field[7:-1]) in around.single
            source, other = (
                (held.text, held.plural) if single or not held.plural else (held.plural, held.text)
            )
            pair = Pair(
                source,
                held.language,
                text,
                expected.language,
                held.subject,
                expected.are_words,
                held.inline,
                (other,) if other else (),
                single,
                expected.terms.get(held.language, ()),
                entry.msgctxt or "",
                expected.names,
            )
            yield from ((field, finding) for finding in findings(pair))
            here = Known(entry.msgctxt or "", held.text, text)
            message_of_move = belongs_elsewhere(here, around.known, looked_at=looked_at)
            if message_of_move is not None:
                hint = say("Translate the text that stands here")
                yield field, Finding("T454", message_of_move, hint)


def key_of(entry: polib.POEntry, expected: Expected) -> Key:
    """Return what finds an entry among the texts that its catalogue must hold."""
    return (entry.msgctxt or "", entry.msgid) if expected.are_words else (entry.msgctxt or "", "")


def _name(key: Key) -> str:
    return key[0] or repr(key[1])
