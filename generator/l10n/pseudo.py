"""Write texts in a language that nobody speaks, to show what a site does with other words.

There are two pseudo-locales, with the regions that CLDR keeps for them (https://unicode.org/reports/tr35/,
"Unicode Language and Locale Identifiers"). `en-XA` is accented, about a third longer and in brackets: what is
cut off lacks a bracket, what was never translated lacks the accents. `ar-XB` runs from right to left in real
Arabic letters: marks that only override the direction of Latin letters would show the layout as well, but
stand invisibly in titles, search and copied text, and an untranslated word would look like a translated one.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping

from babel import Locale

from generator.model import Atlas, texts
from generator.translate import Catalogues, Entry, sources

# What a translator leaves as it is: gaps, entities, markup, code, the targets of links, escaped marks.
_KEPT = re.compile(
    r"%\(\w+\)[a-z]|%%"
    r"|&(?:\#\d+|\#[xX][0-9a-fA-F]+|\w+);"
    r"|</?[A-Za-z][^>]*>"
    r"|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"
    r"|\]\((?:[^()\\]|\\.|\([^()]*\))*\)"
    r"|\\.",
    re.DOTALL,
)
_ACCENTED = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ",
)
_ARABIC = str.maketrans("abcdefghijklmnopqrstuvwxyzßæøœ", "ابكديفغهيجكلمنوبقرستوفوخيزسيوو")
_VOWEL = re.compile(r"([aeiouAEIOU])")


def _longer(words: str) -> str:
    """Write each vowel twice: words become longer, not more, as in languages that join them."""
    return _VOWEL.sub(lambda found: found[0] + found[0].lower(), words).translate(_ACCENTED)


def _mirrored(words: str) -> str:
    plain = (letter for letter in unicodedata.normalize("NFD", words) if not unicodedata.combining(letter))
    return "".join(plain).lower().translate(_ARABIC)


_MADE: Mapping[str, tuple[Callable[[str], str], str]] = {
    "en-XA": (_longer, "⟦%s⟧"),
    "ar-XB": (_mirrored, "%s"),
}

PSEUDO = tuple(_MADE)
"""The tags of the pseudo-locales."""


def pseudo_text(text: str, tag: str) -> str:
    """Write a text in a pseudo-locale; gaps, marks, link targets, code and numbers stay as they are."""
    change, whole = _MADE[tag]
    made, end = [], 0
    for kept in _KEPT.finditer(text):
        made += [change(text[end : kept.start()]), kept[0]]
        end = kept.end()
    words = "".join([*made, change(text[end:])])
    return whole.replace("%s", words) if words else ""


def pseudo_name(tag: str) -> str:
    """Name a pseudo-locale in itself."""
    return pseudo_text(Locale("en").territories[tag.partition("-")[2]], tag)


def pseudo_catalogues(atlas: Atlas, tag: str) -> Catalogues:
    """Make all content in a pseudo-locale, by domain and context."""
    made: dict[str, dict[str, Entry]] = {}
    for domain, prefix, record, _ in sources(atlas):
        made.setdefault(domain, {}).update(
            (context, Entry(text, pseudo_text(text, tag))) for context, text, _ in texts(record, prefix)
        )
    return made


def locale_of(tag: str) -> Locale:
    """Find CLDR's locale for a tag; a pseudo-locale has its language's numbers, dates and plurals.

    Raises babel's UnknownLocaleError or ValueError for what is no tag of CLDR's.
    """
    return Locale.parse(tag.partition("-")[0] if tag in PSEUDO else tag, sep="-")
