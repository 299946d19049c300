"""Read what checks and pages know of a language: its words of negation, its quotation marks, and the like.

A language is a file in `languages`, and has in it what somebody who writes that language knows. What a file
does not say is not looked at; a language without a file is as well off as before there were any.
"""

import re
import tomllib
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "languages"


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


def negations(text: str, language: str) -> int:
    """Count the words of a text that turn what it says into its contrary; none where nobody knows them."""
    pattern = facts_of(language).negations
    return len(pattern.findall(text)) if pattern else 0


def _any_of(words: str) -> re.Pattern[str] | None:
    """Make of words, each an expression of its own, what finds any of them."""
    if not words.split():
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(words.split())})(?!\w)", re.IGNORECASE)
