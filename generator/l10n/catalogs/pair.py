"""Hold a text with its translation, and what a check has to say of them."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from generator.l10n.catalogs.terms import FixedTerm, Subject
from generator.problems import Message, Severity

NO_WORDS = re.compile(r"%\(\w+\)s|`[^`]*`|(?<=\])\((?:[^)]*\)|\S*)")
"""What a text holds for programs: placeholders, code, addresses of links."""


@dataclass(frozen=True)
class Pair:
    """A text and its translation; `is_word` is one of the interface, whose `%(name)s` are filled in.

    `others` are further texts that the translation may follow: the plural of a word, or its singular.
    `single` says that it is the form for one number only, which may then be said in words; `names` are
    those of publishers, authors and documents, which stay as they are.
    """

    source: str
    source_language: str
    translation: str
    language: str
    subject: Subject
    is_word: bool = False
    inline: bool = False
    others: tuple[str, ...] = ()
    single: bool = False
    terms: Sequence[FixedTerm] = ()
    context: str = ""
    names: Set[str] = frozenset()


@dataclass(frozen=True)
class Finding:
    """Something wrong with a translation, and the index of the sign where it stands."""

    code: str
    message: Message
    hint: Message | None = None
    severity: Severity = "error"
    index: int = 0


def blanked(text: str) -> str:
    """Return a text whose placeholders, code and addresses are filled up, each sign where it was."""
    return NO_WORDS.sub(lambda found: "x" * len(found[0]), text)
