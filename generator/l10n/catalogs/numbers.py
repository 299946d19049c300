"""Compare the numbers of a text and its translation, each read as its language writes them.

The separators are those of Unicode's CLDR (https://cldr.unicode.org): `12.5` in English and `12,5` in Dutch
are one number, `1,000` is a thousand in English and one in Dutch.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f\u2009\u066b\u066c ]\d+)*")
_SPACES = " \u00a0\u202f\u2009"
_GROUP = 3


@dataclass(frozen=True)
class Number:
    """A number as it stands in a text: its value as digits with a point, and where it begins."""

    text: str
    value: str
    start: int


def numbers(text: str, language: str) -> tuple[Number, ...]:
    """Find every number of a text, in order; what the language has no such number for keeps its own form."""
    return tuple(
        number for found in _NUMBER.finditer(text) for number in _read(found[0], found.start(), language)
    )


def unmatched(
    source: str, source_language: str, translation: str, language: str
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """List the numbers that only the source has, and those that only its translation has."""
    there, here = numbers(source, source_language), numbers(translation, language)
    return _beyond(there, here), _beyond(here, there)


def _beyond(some: tuple[Number, ...], others: tuple[Number, ...]) -> tuple[Number, ...]:
    left = Counter(number.value for number in others)
    result = []
    for number in some:
        if left[number.value]:
            left[number.value] -= 1
        else:
            result.append(number)
    return tuple(result)


def _read(text: str, start: int, language: str) -> tuple[Number, ...]:
    """Read one number; or, where spaces part groups that make none, one for each group."""
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in text)
    decimals, groups = _separators(language)
    whole, mark, rest = plain, "", ""
    for sign in decimals:
        if plain.count(sign) == 1:
            whole, mark, rest = plain.partition(sign)
    parts = re.split(r"\D", whole)
    used = set(re.sub(r"\d", "", whole))
    grouped = len(parts) > 1 and all(len(part) == _GROUP for part in parts[1:]) and len(parts[0]) <= _GROUP
    if rest.isdigit() or not mark:
        value = f".{rest}" if mark else ""
        if len(parts) == 1:
            return (Number(text, f"{whole}{value}", start),)
        if grouped and len(used) == 1 and used <= groups:
            return (Number(text, f"{''.join(parts)}{value}", start),)
    spaced = re.search(f"[{_SPACES}]", text)
    if spaced is None:
        return (Number(text, plain, start),)
    at = spaced.end()
    return (*_read(text[: at - 1], start, language), *_read(text[at:], start + at, language))


@cache
def _separators(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """List a language's decimal and group separators; a space of any width counts as one."""
    try:
        systems = Locale.parse(language, sep="-").number_symbols.values()
    except (UnknownLocaleError, ValueError):
        systems = Locale("en").number_symbols.values()
    symbols = [system for system in systems if "decimal" in system]
    decimals = frozenset(system["decimal"] for system in symbols)
    groups = {system.get("group", "") for system in symbols} | set(_SPACES) | {"'", "’"}
    return decimals, frozenset(groups - decimals - {""})
