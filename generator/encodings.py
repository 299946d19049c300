"""Tell how the letters of a file that came from another program are written, and how they were misread."""

import codecs
import re
from contextlib import suppress
from functools import cache

from generator.unwritten import HIDDEN

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def encoding_of(content: bytes) -> tuple[int, str]:
    """Tell how long a file's mark is, and by which encoding to read what stands behind it."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return len(mark), name
    return 0, _unmarked(content)


def _unmarked(content: bytes) -> str:
    """UTF-16 without its mark shows by every other byte, which is zero in most letters of Latin scripts."""
    for encoding, zeros, others in (
        ("utf-16-le", content[1::2], content[::2]),
        ("utf-16-be", content[::2], content[1::2]),
    ):
        if 2 * zeros.count(0) > len(zeros) and not others.count(0):
            return encoding
    return "utf-8"


def plain_lines(text: str) -> str:
    """End each line in a line feed, whatever program wrote it."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def named_separator(text: str) -> tuple[int, str | None]:
    """Find the separator that Excel may name in a line before a table, and where the table starts."""
    found = re.match(r'"?sep=([,;\t|])"?\n', text)
    return (found.end(), found[1]) if found else (0, None)


def is_garbled(new: str, old: str) -> bool:
    """Say whether a text is another one that was written in one character set and read in another."""
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
    """Leave out of a text what differs from program to program."""
    return " ".join(_UNKNOWN.sub("", HIDDEN.sub("", text)).split())


def _is_lossy(new: str, old: str) -> bool:
    """Say whether letters became question marks; one behind a word may have been written."""
    pairs = [*zip(new, old, old[1:] + " ", strict=False)]
    lost = [(sign, behind) for sign, was, behind in pairs if sign in "?\ufffd" and not was.isascii()]
    same = sum(sign == was for sign, was, _ in pairs) + len(lost) == len(new) == len(old)
    return same and any(sign == "\ufffd" or behind.isalnum() for sign, behind in lost)


def _image(charset: str) -> str:
    """List the signs that a character set has for the bytes that follow in UTF-8, for a class."""
    return re.escape(bytes(range(0x80, 0xC0)).decode(charset, "ignore"))


_SETS = ("cp1252", "mac_roman", "cp850")
"""What spreadsheet programs offer beside Unicode."""
_UNKNOWN = re.compile(r"[\x80-\x9f\ue000-\uf8ff\ufffd]+")
"""What programs write for a byte that a character set has nothing for."""
_AFTER = _image("cp1252")
GARBLED = re.compile(
    # As Windows-1252 shows UTF-8: "Ã©" for "é", "â€™" for an apostrophe, Cyrillic as "Ð¿Ñ€".
    rf"\ufffd|[ÂÃ][{_AFTER}]|[ÄÅ][¡-ª¬-º¼-¿€ƒ†‡ˆ‰ŠŒŽ•˜šœžŸ]|â€|â[{_AFTER}\ue000-\uf8ff]{{2}}"
    rf"|ï[»¿]|(?:[ÐÑ][{_AFTER}]){{2}}"
    # As Mac Roman does, and code page 850.
    rf"|√[©®™´†°¢§ßØÆ≠¨≥≤¥∂ºª±£ü]|‚Ä[{_image('mac_roman')}]"
    rf"|├[®¿½Âñƒá╝¬¡ºª]|ÔÇ[{_image('cp850')}]"
)
"""What letters, quotation marks, dashes and spaces that hold most often become."""
