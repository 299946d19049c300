"""Check the signs of a translation: quotation marks, brackets, letters, and what nobody sees.

Each rule is a function in `SIGNS`; its docstring is the rule.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from generator.encodings import GARBLED
from generator.l10n.catalogs.pair import Finding, Pair, blanked
from generator.language_facts import facts_of
from generator.problems import say

_STRAIGHT = re.compile(r"\"|(?<!\w)'(?=\w)")
_QUOTES = frozenset("“”„‟«»‹›‘‚‛")
"""All but the apostrophe, which is a letter to most languages."""
_BRACKETS = ("()", "[]", "{}")
_APOSTROPHE = "’"

_UNSEEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200c-\u200f\u2061-\u2064\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufff9-\ufffb\U000e0001-\U000e007f]"
)
"""What nobody sees, and some scripts are in need of: joiners, marks of direction, variants of a sign."""

_SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Arab": "ARABIC", "Hebr": "HEBREW"}
_JOIN_NOTHING = ("LATIN", "CYRILLIC", "GREEK")


def quotes_are_of_the_language(pair: Pair) -> Iterator[Finding]:
    """A translation has the quotation marks of its language, and typographic ones where its source has."""
    found = _STRAIGHT.search(pair.translation)
    if "“" in pair.source and found and not _STRAIGHT.search(pair.source):
        message = say("Quotation marks here are straight, and those of the source are not")
        yield Finding(
            "T451", message, say("Write those of the language, as other texts do"), "warning", found.start()
        )
    own = facts_of(pair.language).quotes
    text = blanked(pair.translation)
    index = next((at for at, sign in enumerate(text) if _is_strange(text, at, own)), None)
    if own and index is not None:
        message = say("'%(sign)s' is no quotation mark of the language at this end", sign=text[index])
        hint = say("Write %(marks)s", marks=" ".join(f"{mark[0]}…{mark[1]}" for mark in own))
        yield Finding("T451", message, hint, "warning", index)


def _is_strange(text: str, at: int, own: tuple[str, ...]) -> bool:
    """Say whether a sign is a quotation mark that these pairs have not, or not at this end of a word."""
    sign, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    # One that stands alone is spoken of.
    if sign not in _QUOTES or not (before + after).strip():
        return False
    if not any(sign in pair for pair in own):
        return True
    opens, closes = (any(sign == pair[end] for pair in own) for end in (0, 1))
    begins, ends = (
        one.isalnum() and not other.isalnum() for one, other in ((after, before), (before, after))
    )
    return (begins and not opens) or (ends and not closes)


def brackets_and_quotes_close(pair: Pair) -> Iterator[Finding]:
    """A translation closes each bracket and quotation mark that it opens, unless its source does not."""
    there, text = blanked(pair.source), blanked(pair.translation)
    own, others = facts_of(pair.language).quotes, facts_of(pair.source_language).quotes
    quoted = sum(there.count(mark[0]) for mark in others) - sum(text.count(mark[0]) for mark in own)
    quoted += len(_STRAIGHT.findall(there.replace('"', "")))
    for pairs, those in ((own, others), *(((mark,), (mark,)) for mark in (*_BRACKETS, '""'))):
        found = [_alone(text, mark, is_quoted=quoted > 0) for mark in pairs]
        at = next((index for index in found if index is not None), None)
        if at is not None and all(_alone(there, mark) is None for mark in those):
            message = say("%(sign)s opens or closes nothing", sign=text[at])
            yield Finding("T451", message, say("Write both of a pair, or neither"), "warning", at)
            return


def _alone(text: str, mark: str, *, is_quoted: bool = False) -> int | None:
    """Find the first sign of a pair that stands alone; an apostrophe only where a quotation is expected."""
    opening, closing = mark[0], mark[1]
    if opening == closing:
        return text.rindex(opening) if text.count(opening) % 2 else None
    waiting: list[int] = []
    for at, sign in enumerate(text):
        if sign == opening:
            waiting.append(at)
        elif sign == closing and waiting:
            waiting.pop()
        elif sign == closing and (
            closing != _APOSTROPHE or (is_quoted and not text[at + 1 : at + 2].isalnum())
        ):
            return at
    return waiting[-1] if waiting else None


def nothing_is_garbled(pair: Pair) -> Iterator[Finding]:
    """A translation has no letters that were read in a wrong encoding."""
    if found := GARBLED.search(pair.translation):
        message = say("'%(sign)s' is what a wrong encoding made of a letter", sign=found[0])
        yield Finding("T451", message, say("Write the letter; save files as UTF-8"), "warning", found.start())


def all_can_be_seen(pair: Pair) -> Iterator[Finding]:
    """A translation in letters that join nothing has no joiner or the like that its source has not."""
    found = _UNSEEN.search(pair.translation) if script_of(pair.language) in _JOIN_NOTHING else None
    if found and found[0] not in pair.source:
        message = say("The invisible character %(code)s stands here", code=f"U+{ord(found[0]):04X}")
        yield Finding("T451", message, say("Remove the invisible character"), "warning", found.start())


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


SIGNS: tuple[Callable[[Pair], Iterator[Finding]], ...] = (
    quotes_are_of_the_language,
    brackets_and_quotes_close,
    nothing_is_garbled,
    all_can_be_seen,
    letters_are_of_the_language,
)


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
