"""Give pages the interface's words: escaped, numbers grouped as the language does, marked where foreign."""

import copy
from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from jinja2 import Environment
from markupsafe import Markup, escape

from generator.foreign import marked
from generator.l10n.interface import SOURCE_LANGUAGE, has_catalogue
from generator.l10n.pseudo import locale_of

_THOUSAND = 1000


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
    environment.globals.update(_speech(words, locale_of(language)))


def _speech(words: NullTranslations, locale: Locale) -> Mapping[str, Callable[..., Markup]]:
    """Make faster forms of Jinja's own translation functions, which ask the context at each word.

    Half a page is such calls. The number that chooses a form is written as the language groups it.
    """

    def counting(number: int, values: Mapping[str, Any]) -> Mapping[str, Any]:
        said = number if abs(number) < _THOUSAND else format_decimal(number, locale=locale)
        return {"num": said, **{name: said if value == number else value for name, value in values.items()}}

    plain: dict[str, Markup] = {}

    def gettext(text: str, **values: Any) -> Markup:
        if values:
            return escape(words.gettext(text)) % values
        if text not in plain:
            plain[text] = escape(words.gettext(text)) % {}
        return plain[text]

    def ngettext(one: str, many: str, number: int, **values: Any) -> Markup:
        return escape(words.ngettext(one, many, number)) % counting(number, values)

    def pgettext(context: str, text: str, **values: Any) -> Markup:
        return escape(words.pgettext(context, text)) % values

    def npgettext(context: str, one: str, many: str, number: int, **values: Any) -> Markup:
        return escape(words.npgettext(context, one, many, number)) % counting(number, values)

    return {
        "_": gettext,
        "gettext": gettext,
        "ngettext": ngettext,
        "pgettext": pgettext,
        "npgettext": npgettext,
    }
