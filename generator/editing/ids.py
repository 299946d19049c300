"""Make ids from titles: small letters, digits and single hyphens, each id once in its list."""

import re
import unicodedata
from collections.abc import Container

from generator.model.base import ID_LENGTH, ID_PATTERN

# Letters that Unicode does not take apart into a base letter and an accent.
_FOLDED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ĳ": "ij"}
)


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return len(text) <= ID_LENGTH and re.fullmatch(ID_PATTERN, text) is not None


def id_of(title: str) -> str:
    """A title as an id, or nothing where it has no letter or digit that an id may have.

    >>> id_of("Doelen & KPI's: één"), id_of("戦略")
    ('doelen-kpis-een', '')
    """
    apart = unicodedata.normalize("NFKD", title.casefold().translate(_FOLDED))
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    letters = re.sub(r"(?<=[a-z0-9])['’](?=s\b)", "", letters)
    words = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    if len(words) <= ID_LENGTH:
        return words
    cut = words[: ID_LENGTH + 1].rpartition("-")[0]
    return cut or words[:ID_LENGTH]


def unique_id(title: str, otherwise: str, taken: Container[str]) -> str:
    """A title's id that is not taken, counted on from 2 where it is; `otherwise` where a title gives none."""
    base = id_of(title) or otherwise
    number, found = 1, base
    while found in taken:
        number += 1
        tail = f"-{number}"
        found = base[: ID_LENGTH - len(tail)].rstrip("-") + tail
    return found
