"""Decode a text file, and say so where its encoding had to be guessed."""

import codecs

from generator.editing.tables.table import UnreadableTableError
from generator.problems import Place, Problem, say

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AROUND = 40
_NO_TEXT = say("The file is no text")
_SAVE_AS = say("Save the table as Markdown, CSV or XLSX")


def text_of(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode a text, each line ending in a line feed; UnreadableTableError for what is no text."""
    found: tuple[Problem, ...] = ()
    mark, encoding = next(((mark, name) for mark, name in _MARKS if content.startswith(mark)), (b"", "utf-8"))
    try:
        text = content[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if mark:
            raise UnreadableTableError("I700", Place(file), _NO_TEXT, _SAVE_AS) from error
        text, found = _windows(content, file)
    if "\0" in text:
        raise UnreadableTableError("I700", Place(file), _NO_TEXT, _SAVE_AS)
    return text.replace("\r\n", "\n").replace("\r", "\n"), found


def _windows(content: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Decode what Excel calls CSV outside the Unicode variants; five of its bytes stand for nothing."""
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = say("Byte 0x%(byte)s is no character", byte=f"{content[error.start]:02X}")
        hint = say("Save the file as UTF-8; in Excel choose 'CSV UTF-8'")
        raise UnreadableTableError("I700", Place(file, line), message, hint) from error
    at = next(index for index, sign in enumerate(text) if not sign.isascii())
    line = text.count("\n", 0, at) + 1
    before, behind = text[max(0, at - _AROUND) : at].split(), text[at : at + _AROUND].split()
    joined = before and not text[at - 1].isspace()
    word = (before[-1] if joined else "") + (behind[0] if behind else "")
    message = say("Read as Windows-1252, since it is not UTF-8: see for example '%(word)s'", word=word)
    hint = say("If that word is not right, save the file as UTF-8; in Excel choose 'CSV UTF-8'")
    return text, (Problem("I703", Place(file, line), message, hint, "warning"),)
