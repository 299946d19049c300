"""Tell how the letters of a file that came from another program are written, and how they were misread."""

import codecs
import re

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


def reread(text: str) -> str | None:
    """Give the text that somebody read as Windows-1252 though it was UTF-8; None where nobody did."""
    try:
        # Programs read five bytes as they are, since they stand for nothing in Windows-1252.
        content = b"".join(sign.encode("latin-1" if sign in _FREE else "cp1252") for sign in text)
        found = content.decode()
    except UnicodeError:
        return None
    return found if found != text else None


_FREE = frozenset("\x81\x8d\x8f\x90\x9d")
