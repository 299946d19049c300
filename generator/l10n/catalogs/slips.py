"""Check a translation for slips of the hand: what a source has and it has not, or the other way round.

Each rule is a function in `SLIPS`; its docstring is the rule. What a rule finds that is right is allowed
above its entry, as with every rule.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

from generator.l10n.catalogs.pair import NO_WORDS, Finding, Pair, blanked
from generator.language_facts import facts_of
from generator.problems import Message, say

_END = re.compile(r"([.!?…]+)[”’“‘»)*_]*\s*$")
_QUOTES = "\"'“”„‘’«»"
_GAP = re.compile(r"%\(\w+\)s")
_TWICE = re.compile(r"(?<![\w-])([^\W\d_]+)\s+\1(?![\w-])", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w.-])(?:\w*[a-z]\w*[A-Z]\w*|\w+\.(?:com|AI|nl|io))(?!\w)")
_TAKEN_AS_NAME = re.compile(r"(?<!\w)[A-Z][\w.&' -]*(?=:)")
_LEFTOVERS: tuple[tuple[re.Pattern[str], Message], ...] = (
    (re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b"), say("Work that is left to do stands in the translation")),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), say("The translation has an element of HTML, and the source none")),
    (re.compile(r"\.\.\."), say("The translation has three dots, and the source none")),
    (re.compile(r"&(?=[^\W\d_])"), say("The translation has a sign for a key, &, and the source none")),
    (re.compile(r"\[[^\[\]]+\](?!\()"), say("The translation has a note in brackets, and the source none")),
    (re.compile("\u00ad"), say("The translation has a hyphen that nobody sees, and the source none")),
)

_ALL_TWICE = re.compile(r"(\w.{11,}?)\W+\1\W*", re.DOTALL)
_MISPLACED: tuple[tuple[re.Pattern[str], Message, Message], ...] = (
    (
        re.compile(r"(?<=[^\W_])[ \u00a0](?=[,.](?:\s|$))"),
        say("A space stands before a comma or a full stop"),
        say("Take it away"),
    ),
    (
        re.compile(r"(?<=[^\W\d_]{3}[.!?])(?=[^\W\d_a-zß-öø-ÿ][^\W\d_A-ZÀ-ÖØ-Þ])"),
        say("No space stands behind the end of a sentence"),
        say("Write a space"),
    ),
    (
        re.compile(r"(?<=\s)--(?=\s)"),
        say("Two hyphens stand here, and none in the source"),
        say("Write a dash"),
    ),
)

_BREAKING = re.compile(r"(?<=[\w)»”\"’…]) (?=[?!:;](?:\s|$))")
_BREAKING_IN_FRENCH = re.compile(rf"{_BREAKING.pattern}|(?<=«) | (?=»)")


def nothing_is_left_over(pair: Pair) -> Iterator[Finding]:
    """A translation has no leftover of work, no HTML and no sign of a program's that its source has not."""
    for pattern, message in _LEFTOVERS:
        found = pattern.search(pair.translation)
        if found and not any(pattern.search(text) for text in (pair.source, *pair.others)):
            yield Finding("T451", message, say("Take it out"), "warning", found.start())


def sentences_end_alike(pair: Pair) -> Iterator[Finding]:
    """A translation ends as its source does: with the same sign where that ends a sentence."""
    there, here = (_END.search(NO_WORDS.sub(" ", text)) for text in (pair.source, pair.translation))
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


def spaces_are_ordinary(pair: Pair) -> Iterator[Finding]:
    """A translation has a space that breaks no line only where its source or its language has one."""
    in_french = pair.language.partition("-")[0] == "fr"
    # Behind a word of one letter some languages keep the next one on its line.
    found = re.search(r"(?<![\d\s])(?<!\b\w)\u00a0(?=[^\d\s%])", pair.translation)
    if found and "\u00a0" not in pair.source and not in_french:
        message = say("A no-break space stands here in place of a space")
        yield Finding("T451", message, say("Write a space"), "warning", found.start())
    breaking = _BREAKING_IN_FRENCH if in_french else _BREAKING
    hint = say("Take it away; in French write a narrow no-break space")
    for space in breaking.finditer(blanked(pair.translation)) if not _BREAKING.search(pair.source) else ():
        message = say("A space that may break the line stands beside a sign of punctuation")
        yield Finding("T451", message, hint, "warning", space.start())


def signs_stand_in_their_place(pair: Pair) -> Iterator[Finding]:
    """A translation has a space behind each sign of punctuation and none before it, and a dash as a dash."""
    text, sources = blanked(pair.translation), [blanked(source) for source in (pair.source, *pair.others)]
    for pattern, message, hint in _MISPLACED:
        found = pattern.search(text)
        if found and not any(pattern.search(source) for source in sources):
            yield Finding("T451", message, hint, "warning", found.start())


def no_gap_is_filled_twice(pair: Pair) -> Iterator[Finding]:
    """A translation has each placeholder as often as its source."""
    if not pair.is_word:
        return
    counts = [Counter(_GAP.findall(text)) for text in (pair.source, *pair.others)]
    for gap, number in Counter(_GAP.findall(pair.translation)).items():
        if number > max(count[gap] for count in counts) > 0:
            message = say("%(gap)s stands here more often than in the source", gap=gap)
            index = pair.translation.rfind(gap)
            yield Finding("T451", message, say("Take one away"), "warning", index)


def no_word_stands_twice(pair: Pair) -> Iterator[Finding]:
    """A translation has no word twice in a row that its source has not, and does not repeat itself."""
    usual = facts_of(pair.language).may_stand_twice
    for found in _TWICE.finditer(pair.translation):
        as_usual = usual is not None and usual.match(pair.translation, found.start())
        if not as_usual and not _TWICE.search(pair.source):
            message = say("'%(word)s' stands here twice", word=found[1])
            yield Finding("T451", message, say("Keep one"), "warning", found.start())
    again = _ALL_TWICE.fullmatch(pair.translation)
    if again and not _ALL_TWICE.fullmatch(pair.source):
        message = say("The whole translation stands here twice")
        yield Finding("T451", message, say("Keep one"), "warning", again.end(1))


def names_stay(pair: Pair) -> Iterator[Finding]:
    """A translation has each name of its source: such as HubSpot, a publisher's, or whose example it is."""
    source = NO_WORDS.sub(" ", pair.source)
    found = [match[0] for match in _NAME.finditer(source)]
    whose = _TAKEN_AS_NAME.match(pair.source) if ".examples." in pair.context else None
    missing = [name for name in found if name not in pair.translation]
    missing += [whose[0]] if whose and not pair.translation.startswith(whose[0]) else []
    missing += [
        name
        for name in sorted(pair.names)
        if name in source and name not in pair.translation and _as_words(name).search(source)
    ]
    for name in dict.fromkeys(missing):
        message = say("The name '%(name)s' of the source is missing", name=name)
        yield Finding("T453", message, say("Names stay as they are"), "warning")


@cache
def _as_words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


SLIPS: tuple[Callable[[Pair], Iterator[Finding]], ...] = (
    nothing_is_left_over,
    sentences_end_alike,
    beginnings_are_alike,
    spaces_are_ordinary,
    signs_stand_in_their_place,
    no_gap_is_filled_twice,
    no_word_stands_twice,
    names_stay,
)
