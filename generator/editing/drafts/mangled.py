"""Find texts in wrong letters: read in another character set than they were written with, as Ã© for é."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import Any

from generator.editing.drafts.fields import by_position, value_at
from generator.editing.drafts.matrix import Matrix
from generator.problems import Problem, say
from generator.unwritten import HIDDEN

_SETS = ("cp1252", "mac_roman", "cp850")
"""What spreadsheet programs offer beside Unicode."""
_UNKNOWN = re.compile(r"[\x80-\x9f\ue000-\uf8ff\ufffd]+")
"""What programs write for a byte that a character set has nothing for."""


def mangled(matrix: Matrix, data: Mapping[str, Any]) -> Iterator[Problem]:
    """An error for each text that is the file's in wrong letters, a warning for a new one that looks so."""
    for path, cell in matrix.cells.items():
        for old, new in _texts(_value(data, path), _value(matrix.data, path)):
            is_old = new != old and is_mangled(new, old)
            if is_old or (_TYPICAL.search(new) and not _TYPICAL.search(old)):
                message = say(
                    "Letters look as if they were read in a wrong character set: '%(word)s'",
                    word=_word(new, old),
                )
                hint = say(
                    "Open the CSV file again as UTF-8 (in Excel: Data, From Text/CSV; in LibreOffice: "
                    "character set Unicode), and make your changes in that"
                )
                yield cell.problem("I703", message, hint, "error" if is_old else "warning")


def is_mangled(new: str, old: str) -> bool:
    """Whether a text is another one that was written in one character set and read in another."""
    return not old.isascii() and (_even(new) in _readings(old) or _is_lossy(new, old))


@cache
def _readings(old: str) -> frozenset[str]:
    pairs = ((one, other) for one in ("utf-8", *_SETS) for other in _SETS if one != other)
    read = set()
    for one, other in pairs:
        with suppress(UnicodeEncodeError):
            read.add(_even(old.encode(one).decode(other, "ignore")))
    return frozenset(read) - {_even(old)}


def _even(text: str) -> str:
    """A text without what differs from program to program."""
    return " ".join(_UNKNOWN.sub("", HIDDEN.sub("", text)).split())


def _is_lossy(new: str, old: str) -> bool:
    """Whether letters became question marks; one behind a word may have been written."""
    pairs = [*zip(new, old, old[1:] + " ", strict=False)]
    lost = [(sign, behind) for sign, was, behind in pairs if sign in "?\ufffd" and not was.isascii()]
    same = sum(sign == was for sign, was, _ in pairs) + len(lost) == len(new) == len(old)
    return same and any(sign == "\ufffd" or behind.isalnum() for sign, behind in lost)


def _image(charset: str, first: int, last: int) -> str:
    """The signs that a character set has for the bytes of a range, for a class of an expression."""
    return re.escape(bytes(range(first, last + 1)).decode(charset, "ignore"))


_TYPICAL = re.compile(
    "|".join(
        (
            f"Ã[{_image('cp1252', 0xA0, 0xBF)}Ÿ]",
            rf"Ã[{_image('cp1252', 0x80, 0x9F)}](?=\w)",
            f"Â[{_image('cp1252', 0xA0, 0xBF)}]",
            f"â[€‚„†ˆ‰˜™œ][{_image('cp1252', 0x80, 0xBF)}\ue000-\uf8ff]?",
            "√[©®™´†°¢§ßØÆ≠¨≥≤¥∂ºª±£ü]",
            f"‚Ä[{_image('mac_roman', 0x80, 0xBF)}]",
            "├[®¿½Âñƒá╝¬¡ºª]",
            f"ÔÇ[{_image('cp850', 0x80, 0xBF)}]",
            "\ufffd",
        )
    )
)
"""What UTF-8 most often becomes: letters with an accent, quotation marks, dashes, a space that holds."""


def _word(text: str, old: str) -> str:
    """The first word of a text in wrong letters; else the first that is another one than in the old text."""
    if found := _TYPICAL.search(text):
        start, end = text.rfind(" ", 0, found.start()) + 1, text.find(" ", found.end())
        return text[start : end if end >= 0 else len(text)][:60]
    words = zip(text.split(), old.split(), strict=False)
    return next((one for one, other in words if one != other), text)[:60]


def _value(data: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    where = by_position(data, path)
    return value_at(data, where) if where else None


def _texts(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    if isinstance(new, Mapping):
        old = old if isinstance(old, Mapping) else {}
        for key, text in new.items():
            yield from _texts(old.get(key), text)
    elif isinstance(new, str):
        yield old if isinstance(old, str) else "", new
