"""Check a translation for slips of the hand: what a source has and it has not, or the other way round.

Each rule is a function in `SLIPS`; its docstring is the rule. What a rule finds that is right is allowed
above its entry, as with every rule.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from generator.l10n.catalogs.pair import Finding, Pair
from generator.problems import Message, say

_END = re.compile(r"([.!?…])[”’»)*_]*\s*$")
_QUOTES = "\"'“”„‘’«»"
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+)\s+\1(?![\w-])", re.IGNORECASE)
_MAY_STAND_TWICE = {
    "nl": re.compile(
        r"(?:die|dat) |je je (?!(?:een|de|het|in|op|aan|van|bij|voor|met|om|te|niet)\b)", re.IGNORECASE
    ),
    "de": re.compile(r"(?:die|der|das|sie|den|eines)\b", re.IGNORECASE),
    "en": re.compile(r"(?:that|had)\b", re.IGNORECASE),
}
_NAME = re.compile(r"(?<![\w.-])(?:\w*[a-z]\w*[A-Z]\w*|\w+\.(?:com|AI|nl|io))(?!\w)")
_TAKEN_AS_NAME = re.compile(r"(?<!\w)[A-Z][\w.&' -]*(?=:)")
_LEAST, _PART = 40, 0.4
"""A translation of a text that is longer than so many signs has at least this part of its length."""

_LEFTOVERS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b"), say("Work that is left to do stands in the translation")),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), say("The translation has an element of HTML, and the source none")),
    (re.compile(r"\.\.\."), say("The translation has three dots, and the source none")),
    (re.compile(r"&(?=[^\W\d_])"), say("The translation has a sign for a key, &, and the source none")),
    (re.compile("\u00ad"), say("The translation has a hyphen that nobody sees, and the source none")),
)

_COMMON = {
    "en": """
        the and of to in is that with for are what it as on not or by from this an be you your which who
        has have they their one than gives another when how where can more each all does if at into but
        no its also between
    """,
    "nl": """
        de het een van en is dat met voor zijn wat die niet op ook er aan te bij naar je als maar om uit
        dan nog wel geen wordt worden door over tot ze hun welke elk elke jullie krijg krijgt andere
        heeft na waar hoe of alle
    """,
    "de": """
        der die das und von ist mit für sind was den nicht auf auch ein eine zu im dem des als wie wer
        wird werden aus bei nach sie ihr einen einer eines es an oder hat haben noch andere bekommt
        durch über wenn kein keine um
    """,
    "fr": """
        le la les des et une est dans pour que qui sur pas avec du un au aux ce cette ces se son sa ses
        plus par ou comme il elle ils sont leur celle celui deux chaque être avoir
    """,
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_NO_WORDS = re.compile(r"%\(\w+\)s|`[^`]*`|\]\([^)]*\)")
_ENOUGH_WORDS, _ENOUGH_COMMON = 6, 3
_SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Arab": "ARABIC", "Hebr": "HEBREW"}


def nothing_is_left_over(pair: Pair) -> Iterator[Finding]:
    """A translation has no leftover of work, no HTML and no sign of a program's that its source has not."""
    for pattern, message in _LEFTOVERS:
        found = pattern.search(pair.translation)
        if found and not any(pattern.search(text) for text in (pair.source, *pair.others)):
            yield Finding("T451", message, say("Take it out"), "warning", found.start())


def sentences_end_alike(pair: Pair) -> Iterator[Finding]:
    """A translation ends as its source does: with the same sign where that ends a sentence."""
    there, here = (_END.search(_NO_WORDS.sub(" ", text)) for text in (pair.source, pair.translation))
    if there and (not here or here[1] != there[1]):
        message = say("The source ends with '%(sign)s', and the translation does not", sign=there[1])
        yield Finding("T451", message, say("End as the source does"), "warning", len(pair.translation) - 1)


def beginnings_are_alike(pair: Pair) -> Iterator[Finding]:
    """A translation begins with a capital where its source does, and with a quotation mark only there."""
    text = pair.translation
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    if pair.source[:1].isupper() and text[:1].islower() and first not in pair.source:
        message = say("The source begins with a capital, and the translation does not")
        yield Finding("T451", message, say("Begin as the source does"), "warning")
    if text[:1] in _QUOTES and not set(_QUOTES) & set(pair.source):
        message = say("The translation is quoted, and the source is not")
        yield Finding("T451", message, say("Take the quotation marks away"), "warning")


def quotes_are_typographic(pair: Pair) -> Iterator[Finding]:
    """A translation has quotation marks of its language where its source has typographic ones."""
    found = re.search(r"\"|(?<!\w)'(?=\w)", pair.translation)
    if "“" in pair.source and found and found[0] not in pair.source:
        message = say("Quotation marks here are straight, and those of the source are not")
        yield Finding(
            "T451", message, say("Write those of the language, as other texts do"), "warning", found.start()
        )


def spaces_are_ordinary(pair: Pair) -> Iterator[Finding]:
    """A translation has a space that breaks no line only where its source or its language has one."""
    found = re.search(r"(?<=[^\W\d_])\u00a0(?=[^\W\d_])", pair.translation)
    if found and "\u00a0" not in pair.source and pair.language.partition("-")[0] != "fr":
        message = say("A no-break space stands here in place of a space")
        yield Finding("T451", message, say("Write a space"), "warning", found.start())
    before = re.search(r"(?<=\w) (?=[?!:;](?:\s|$))", pair.translation)
    if before and not re.search(r"\w [?!:;](?:\s|$)", pair.source):
        message = say("A space that may break the line stands before a sign of punctuation")
        hint = say("Take it away; in French write a narrow no-break space")
        yield Finding("T451", message, hint, "warning", before.start())


def no_word_stands_twice(pair: Pair) -> Iterator[Finding]:
    """A translation has no word twice in a row that its source has not."""
    usual = _MAY_STAND_TWICE.get(pair.language.partition("-")[0])
    for found in _TWICE.finditer(pair.translation):
        as_usual = usual is not None and usual.match(pair.translation, found.start())
        if not as_usual and not _TWICE.search(pair.source):
            message = say("'%(word)s' stands here twice", word=found[1])
            yield Finding("T451", message, say("Keep one"), "warning", found.start())


def all_is_translated(pair: Pair) -> Iterator[Finding]:
    """A translation is not the source itself, not much shorter, and not in a third language."""
    text, source = pair.translation, pair.source
    if len(source) >= _LEAST and len(text) < _PART * len(source):
        message = say("The translation is much shorter: %(translation)s characters for %(source)s",
            source=len(source), translation=len(text))  # fmt: skip
        yield Finding("T452", message, say("See whether all of it is there"), "warning")
    language = _looks_like(text, pair.language)
    if text == source and _END.search(source) and len(source.split()) > _ENOUGH_COMMON:
        yield Finding("T452", say("The translation is the source text"), say("Translate it"), "warning")
    elif language is not None:
        message = say("This looks like %(language)s", language=language)
        yield Finding("T452", message, say("Write it in the language of the catalogue"), "warning")


def letters_are_of_the_language(pair: Pair) -> Iterator[Finding]:
    """A translation has letters of no script that neither its language nor its source has."""
    own = script_of(pair.language)
    if own is None:
        return
    known = {own, *(_script(sign) for text in (pair.source, *pair.others) for sign in text)}
    for index, sign in enumerate(pair.translation):
        script = _script(sign)
        if script in _SCRIPTS.values() and script not in known:
            message = say("'%(sign)s' is a letter of another script", sign=sign)
            yield Finding(
                "T452", message, say("Write it anew; it only looks like the right letter"), "warning", index
            )
            return


def names_stay(pair: Pair) -> Iterator[Finding]:
    """A translation has each name of its source: such as HubSpot, Booking.com, or whose example it is."""
    for found in dict.fromkeys(match[0] for match in _NAME.finditer(_NO_WORDS.sub(" ", pair.source))):
        if found not in pair.translation:
            message = say("The name '%(name)s' of the source is missing", name=found)
            yield Finding("T453", message, say("Names stay as they are"), "warning")
    whose = _TAKEN_AS_NAME.match(pair.source) if ".examples." in pair.context else None
    if whose and not pair.translation.startswith(whose[0]):
        message = say("The name '%(name)s' of the source is missing", name=whose[0])
        yield Finding("T453", message, say("Names stay as they are"), "warning")


SLIPS: tuple[Callable[[Pair], Iterator[Finding]], ...] = (
    nothing_is_left_over,
    sentences_end_alike,
    beginnings_are_alike,
    quotes_are_typographic,
    spaces_are_ordinary,
    no_word_stands_twice,
    all_is_translated,
    letters_are_of_the_language,
    names_stay,
)


def _looks_like(text: str, language: str) -> str | None:
    """The language of a text by its commonest words, if that is another one; None where nobody can say."""
    words = re.findall(r"(?<![\w-])[^\W\d_]+(?![\w-])", _NO_WORDS.sub(" ", text).lower())
    counts = {tag: sum(word in common for word in words) for tag, common in _WORDS.items()}
    best = max(counts, key=lambda tag: counts[tag])
    own = counts.get(language.partition("-")[0], 0)
    told = len(words) >= _ENOUGH_WORDS and counts[best] >= max(_ENOUGH_COMMON, 2 * own + 2)
    return best if told and best != language.partition("-")[0] else None


@cache
def script_of(language: str) -> str | None:
    """The script that a language is written in, as Unicode names its letters; None for the rarer ones."""
    try:
        given = Locale.parse(language, sep="-").script
    except (ValueError, UnknownLocaleError):
        given = None
    likely = get_global("likely_subtags").get(language.partition("-")[0], "")
    found = given or next((part for part in likely.split("_")[1:] if part in _SCRIPTS), None)
    return _SCRIPTS.get(found or "")


@cache
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0] if sign.isalpha() else ""
