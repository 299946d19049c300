"""Check how a catalogue counts: that its header names the language and its rule, and each entry's forms."""

from collections.abc import Iterator

import polib

from generator.l10n.catalogs.plurals import counts_of, parsed_rule, rule_in, rule_of
from generator.l10n.catalogs.spots import Spots
from generator.problems import Place, Problem, say, say_many


def counting_problems(catalogue: polib.POFile, file: str, spots: Spots, language: str) -> Iterator[Problem]:
    """Check that the header names the language, and by its plural rule that no form is empty."""
    place = Place(file, *spots.at(1, "msgstr"))
    named = str(catalogue.metadata.get("Language", "")).replace("_", "-")
    if named.partition("-")[0] not in ("", language.partition("-")[0]):
        message = say(
            "The header says 'Language: %(named)s' in the folder of %(language)s",
            named=named,
            language=language,
        )
        yield Problem("T440", place, message, say("Write 'Language: %(language)s'", language=language))
    counting = [entry for entry in catalogue if entry.msgid_plural and not entry.obsolete]
    if not counting:
        return
    count = rule_in(catalogue.metadata, language).count
    computes = parsed_rule(str(catalogue.metadata.get("Plural-Forms", ""))) is not None
    if not computes or count not in counts_of(language):
        message = say("The header's plural forms are not those of %(language)s", language=language)
        hint = say("Write 'Plural-Forms: %(rule)s'", rule=rule_of(language))
        yield Problem("T440", place, message, hint, "warning" if computes else "error")
    for entry in counting:
        filled = [number for number, text in entry.msgstr_plural.items() if text]
        if set(entry.msgstr_plural) != set(range(count)) or 0 < len(filled) < count:
            message = say_many(
                "The catalogue counts by %(number)s plural form, this entry has %(filled)s",
                "The catalogue counts by %(number)s plural forms, this entry has %(filled)s",
                count,
                filled=len(filled),
            )
            at = Place(file, *spots.at(entry.linenum or 1, "msgstr[0]"))
            yield Problem("T441", at, message, say("Fill every msgstr[…], and no other"))


def forms_without_number(catalogue: polib.POFile, file: str, spots: Spots) -> Iterator[Problem]:
    """Tell of entries with forms for numbers whose text has none: readers would see nothing there."""
    for entry in catalogue:
        if entry.msgstr_plural and not entry.msgid_plural and not entry.obsolete:
            place = Place(file, *spots.at(entry.linenum or 1, "msgstr[0]"))
            message = say("The text does not count, and this entry has plural forms")
            yield Problem("T441", place, message, say("Write msgstr in place of msgstr[0]"))
