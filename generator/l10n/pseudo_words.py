"""Make the interface's words in a pseudo-locale, without a catalogue on disk.

They are made from what translators are given, by the same extraction: a word that escapes theirs is missing
from these, and stands in English on the page.
"""

import io
from gettext import GNUTranslations

from generator.folders import Folders
from generator.l10n.catalogs.files import WORDS
from generator.l10n.extraction import merge_words, words_in_use
from generator.l10n.pseudo import locale_of, pseudo_text


def pseudo_words(folders: Folders, tag: str) -> GNUTranslations:
    """Make every word that readers see, with as many plural forms as CLDR gives the language of a tag."""
    locale = locale_of(tag)
    # The forms stand in CLDR's order: zero, where a language has it, and then one.
    singular = int("zero" in locale.plural_form.tags)
    catalogue = merge_words(None, words_in_use(folders, WORDS), str(locale), WORDS)
    for entry in catalogue:
        entry.msgstr = pseudo_text(entry.msgid, tag) if not entry.msgid_plural else ""
        entry.msgstr_plural = {
            form: pseudo_text(entry.msgid if form == singular else entry.msgid_plural, tag)
            for form in entry.msgstr_plural
        }
    return GNUTranslations(io.BytesIO(catalogue.to_binary()))
