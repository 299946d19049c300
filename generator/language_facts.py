"""Read what checks and pages know of a language: its words of negation, its quotation marks, and the like.

A language is a file in `languages`, and has in it what somebody who writes that language knows. What a file
does not say is not looked at; a language without a file is as well off as before there were any.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "languages"
_ENOUGH, _DIFFERENT, _AS_MANY = 5, 3, 3
"""So many common words tell a language, so many of them different, and so many times another's."""


@dataclass(frozen=True)
class LanguageFacts:
    """What is known of a language; words are written small.

    `common` are its commonest words, by which a text is told to be of it; `quotes` the pairs of quotation
    marks that texts have, the first of them usually; `percent` words that stand for the sign; and
    `not_said_to_readers` the words of a form of address that the texts do not use.
    """

    common: Set[str] = frozenset()
    negations: re.Pattern[str] | None = None
    may_stand_twice: re.Pattern[str] | None = None
    quotes: tuple[str, ...] = ()
    percent: Set[str] = frozenset()
    not_said_to_readers: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Told:
    """The language of a text, and the words by which it is told."""

    language: str
    words: tuple[str, ...]


@cache
def facts_of(tag: str) -> LanguageFacts:
    """Read what is known of a language, whatever its script or region."""
    path = _FOLDER / f"{tag.partition('-')[0]}.toml"
    if path not in _files():
        return LanguageFacts()
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    twice = told.get("may_stand_twice")
    return LanguageFacts(
        common=frozenset(told.get("common", "").split()),
        negations=_any_of(told.get("negations", "")),
        may_stand_twice=re.compile(twice, re.IGNORECASE) if twice else None,
        quotes=tuple(told.get("quotes", ())),
        percent=frozenset(told.get("percent", "").split()),
        not_said_to_readers=_any_of(told.get("not_said_to_readers", "")),
    )


@cache
def _files() -> Set[Path]:
    return frozenset(_FOLDER.glob("*.toml"))


@cache
def known_languages() -> tuple[str, ...]:
    """List the languages of which something is known."""
    return tuple(sorted(path.stem for path in _files()))


def language_by_words(text: str) -> Told | None:
    """Tell a text's language by its commonest words; None where they do not decide it.

    Only words count that no other language has among its own: 'in' and 'die' tell nothing.
    """
    owners = _owners()
    found: dict[str, Counter[str]] = {tag: Counter() for tag in known_languages()}
    for word in re.findall(r"[^\W\d_]+", text.lower()):
        if word in owners:
            found[owners[word]][word] += 1
    best, second = sorted(found, key=lambda tag: found[tag].total(), reverse=True)[:2]
    decides = found[best].total() >= max(_ENOUGH, _AS_MANY * found[second].total())
    if not decides or len(found[best]) < _DIFFERENT:
        return None
    return Told(best, tuple(word for word, _ in found[best].most_common(_DIFFERENT)))


@cache
def _owners() -> Mapping[str, str]:
    """Map the common words that one language alone has to that language."""
    languages = Counter(word for tag in known_languages() for word in facts_of(tag).common)
    return {word: tag for tag in known_languages() for word in facts_of(tag).common if languages[word] == 1}


def common_words() -> Set[str]:
    """List the common words of every language of which something is known."""
    return frozenset[str]().union(*(facts_of(tag).common for tag in known_languages()))


def negations(text: str, language: str) -> int:
    """Count the words of a text that turn what it says into its contrary; none where nobody knows them."""
    pattern = facts_of(language).negations
    return len(pattern.findall(text)) if pattern else 0


def _any_of(words: str) -> re.Pattern[str] | None:
    """Make of words, each an expression of its own, what finds any of them."""
    if not words.split():
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)", re.IGNORECASE)
