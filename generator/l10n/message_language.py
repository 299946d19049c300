"""Choose the language of messages from the user's environment, and translate them into it.

Messages are written in English; another language's stand in the project's catalogue of words, beside those of
the site.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path

from generator.folders import BROUGHT, Folders
from generator.problems import Translate

VARIABLE = "ATLAS_LANG"
_STANDARD = ("LC_ALL", "LC_MESSAGES", "LANG")
WRITTEN_IN = "en"
_THOUSAND = 1000


def spoken_language(environment: Mapping[str, str]) -> str:
    """Find the language asked for: ours first, then POSIX's variables in order; English if none is set.

    POSIX: https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html, section 8.2.
    """
    given = next((environment[name] for name in (VARIABLE, *_STANDARD) if environment.get(name)), WRITTEN_IN)
    tag = given.partition(".")[0].partition("@")[0].replace("_", "-")
    return WRITTEN_IN if tag in ("C", "POSIX") else tag


@dataclass(frozen=True)
class Speech:
    """A `Translate` into a language, with its plural forms."""

    language: str
    words: NullTranslations

    def __call__(self, sentence: str) -> str:
        """Translate a sentence, or return it as it is where the language lacks it."""
        return self.words.gettext(sentence)

    def plural(self, one: str, many: str, number: int) -> str:
        """Choose the form that goes with a number."""
        return self.words.ngettext(one, many, number)

    def grouped(self, number: float) -> str:
        """Write a number with what the language puts between thousands and before decimals."""
        if number == int(number) and abs(number) < _THOUSAND:
            return f"{int(number)}"
        # Read only where it is needed, as below.
        from babel.numbers import format_decimal

        return format_decimal(number, locale=self.language.replace("-", "_"))


def language_of(translate: Translate) -> str:
    """Find the language that a `Translate` leads to."""
    return translate.language if isinstance(translate, Speech) else WRITTEN_IN


@lru_cache(maxsize=16)
def translator(root: Path | None, language: str) -> Translate:
    """Return what translates an English sentence to a language, as far as a project's catalogue has it.

    Where there is no project, the words that come with the program count.
    """
    if language.partition("-")[0] == WRITTEN_IN:
        return str
    # Read only where it is needed: this is on the way of every command's answer.
    from generator.l10n.interface import catalogue_of, read_words

    locales = Folders(root or BROUGHT).locales
    found = catalogue_of(locales, language)
    return Speech(found, read_words(locales, found)[0]) if found else str
