"""Find every problem in a PO file, with its line and column."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib

from generator.l10n.catalogs.checks import findings
from generator.l10n.catalogs.files import WORDS, duplicates, parsed, read_text, seen_only
from generator.l10n.catalogs.pair import Finding, Pair
from generator.l10n.catalogs.plurals import forms_of, number_of_forms, parsed_rule, plural_of, rule_of
from generator.l10n.catalogs.spots import Spots
from generator.l10n.catalogs.terms import FixedTerm, Subject
from generator.problems import Place, Problem, did_you_mean, say, say_many

_EXEMPT = re.compile(r"^lint: *(T\d{3}(?:, *T\d{3})*) *$", re.MULTILINE)
_NAMES_COMPARED = 1000
_MSGCAT_CONFLICT = "#-#-#-#-#"


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
    """What the catalogue of a domain must hold in a language, and the fixed terms by source language."""

    domain: str
    language: str
    texts: Mapping[Key, Held]
    terms: Mapping[str, Sequence[FixedTerm]]

    @property
    def are_words(self) -> bool:
        """Whether these are words of the interface."""
        return self.domain == WORDS


def lint(path: Path, file: str, expected: Expected) -> Iterator[Problem]:
    """List all that is wrong with a catalogue, named `file` in messages; skip fuzzy translations."""
    text, unreadable = read_text(path, file)
    if text is None:
        yield from unreadable
        return
    catalogue, unreadable = parsed(text, file)
    yield from unreadable
    if catalogue is None and all(problem.code == "T406" for problem in unreadable):
        # What nobody sees hides nothing else.
        text = seen_only(text)
        catalogue, unreadable = parsed(text, file)
        yield from unreadable
    if catalogue is None:
        return
    spots = Spots(text.replace("\r\n", "\n"))
    yield from duplicates(catalogue, file, words=expected.are_words)
    yield from _header(catalogue, file, spots, expected)
    used = [entry for entry in catalogue if not entry.obsolete]
    contexts = {_key(entry, expected) for entry in used}
    for entry in used:
        yield from _entry(entry, file, spots, expected, contexts)
    for entry in catalogue.obsolete_entries():
        if _key(entry, expected) in contexts:
            message = say("An obsolete entry stands beside the one in use")
            hint = say("Run 'atlas l10n update', which keeps the one in use")
            yield Problem("T405", Place(file, entry.linenum or 1), message, hint, "warning")
    lacking = [key for key in expected.texts if key not in contexts]
    if lacking:
        message = say_many(
            "%(number)s text has no entry: %(name)s",
            "%(number)s texts have no entry; the first is %(name)s",
            len(lacking),
            name=_name(lacking[0]),
        )
        yield Problem("T438", Place(file), message, say("Run 'atlas l10n update'"), "warning")


def _entry(
    entry: polib.POEntry, file: str, spots: Spots, expected: Expected, contexts: set[Key]
) -> Iterator[Problem]:
    first = entry.linenum or 1
    held = expected.texts.get(_key(entry, expected))
    if held is None:
        place = Place(file, *spots.at(first, "msgid" if expected.are_words else "msgctxt"))
        free = [_name(key) for key in expected.texts if key not in contexts]
        message = say("No text has this name: %(name)s", name=_name(_key(entry, expected)))
        hint = did_you_mean(_name(_key(entry, expected)), free) if len(free) < _NAMES_COMPARED else None
        yield Problem("T437", place, message, hint or say("Run 'atlas l10n update'"), "warning")
        return
    if (entry.msgid, entry.msgid_plural or "") != (held.text, held.plural):
        field = "msgid" if entry.msgid != held.text else "msgid_plural"
        index = next((at for at, (a, b) in enumerate(zip(entry.msgid, held.text, strict=False)) if a != b), 0)
        place = Place(file, *spots.at(first, field, index))
        hint = say("Run 'atlas l10n update'; edit msgstr, never msgid")
        yield Problem("T436", place, say("The msgid is not the current source text"), hint)
        return
    exempt = {code for line in _EXEMPT.findall(entry.tcomment) for code in re.split(", *", line)}
    found = [*_findings(entry, held, expected)]
    for field, finding in found:
        if finding.code not in exempt:
            place = Place(file, *spots.at(first, field, finding.index))
            yield Problem(finding.code, place, finding.message, finding.hint, finding.severity)
    for code in sorted(exempt - {finding.code for _, finding in found}):
        if entry.translated():
            message = say("'lint: %(code)s' allows what is not there", code=code)
            yield Problem("T439", Place(file, first), message, say("Remove it"), "warning")


def _findings(entry: polib.POEntry, held: Held, expected: Expected) -> Iterator[tuple[str, Finding]]:
    """Collect every finding with the field that it stands in."""
    texts = {f"msgstr[{number}]": text for number, text in sorted(entry.msgstr_plural.items())}
    for field, text in (texts or {"msgstr": entry.msgstr}).items():
        if _MSGCAT_CONFLICT in text:
            message = say("A merge conflict marker stands here")
            index = text.index(_MSGCAT_CONFLICT)
            yield field, Finding("T402", message, say("Resolve it: keep one version"), index=index)
        elif text and not entry.fuzzy:
            single = bool(held.plural) and int(field[7:-1]) in single_forms(expected.language)
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
            )
            yield from ((field, finding) for finding in findings(pair))


def _header(catalogue: polib.POFile, file: str, spots: Spots, expected: Expected) -> Iterator[Problem]:
    """Check that the header names the language, and has CLDR's plural rule and forms where words count."""
    place = Place(file, *spots.at(1, "msgstr"))
    named = str(catalogue.metadata.get("Language", "")).replace("_", "-")
    if named.partition("-")[0] not in ("", expected.language.partition("-")[0]):
        message = say(
            "The header says 'Language: %(named)s' in the folder of %(language)s",
            named=named,
            language=expected.language,
        )
        yield Problem(
            "T440", place, message, say("Write 'Language: %(language)s'", language=expected.language)
        )
    counting = [entry for entry in catalogue if entry.msgid_plural and not entry.obsolete]
    if not counting:
        return
    count, wanted = number_of_forms(expected.language), rule_of(expected.language)
    # A rule is the same however it is written.
    if parsed_rule(str(catalogue.metadata.get("Plural-Forms", ""))) != parsed_rule(wanted):
        message = say("The header's plural forms are not those of %(language)s", language=expected.language)
        yield Problem("T440", place, message, say("Write 'Plural-Forms: %(rule)s'", rule=wanted))
    for entry in counting:
        filled = [number for number, text in entry.msgstr_plural.items() if text]
        if set(entry.msgstr_plural) != set(range(count)) or 0 < len(filled) < count:
            message = say_many(
                "%(language)s has %(number)s plural form, this entry %(filled)s",
                "%(language)s has %(number)s plural forms, this entry %(filled)s",
                count,
                language=expected.language,
                filled=len(filled),
            )
            at = Place(file, *spots.at(entry.linenum or 1, "msgstr[0]"))
            yield Problem("T441", at, message, say("Fill every msgstr[…], and no other"))


@cache
def single_forms(language: str) -> frozenset[int]:
    """List the plural forms of a language for one number only, such as the first in English."""
    forms = forms_of(plural_of(language))
    return frozenset(form for form in forms if forms.count(form) == 1)


def _key(entry: polib.POEntry, expected: Expected) -> Key:
    return (entry.msgctxt or "", entry.msgid) if expected.are_words else (entry.msgctxt or "", "")


def _name(key: Key) -> str:
    return key[0] or repr(key[1])
