"""Recognise texts that somebody still has to write, signs that no reader sees or reads, and HTML tags."""

import re

MARK = "✎"
_TODO = re.compile(r"^TODO\b|\bTODO(:|$)")
_ALONE = re.compile(r"…|\.\.\.|TBD|tbd|n\.t\.b\.|N\.t\.b\.")
"""What says nothing where it stands alone: what is still to be decided, in Dutch too."""
_LONGEST = 10
# Unicode's explicit directional controls (UAX #9): they can make a text read as something else than it is.
HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
HTML_TAG = re.compile(r"</?[a-zA-Z][^>]*>")
# What UTF-8 looks like that was read as Windows-1252, where no language writes such letters side by side.
# Signs that may close a quotation behind a capital count within words only.
_GARBLED = re.compile(
    "Ã(?:[\x81\x8d\x8f\x90\x9d€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ¡-ª¬-º¼-¿]|[“”‘’•–—…»«](?=\\w))"
    "|(?<![A-ZÀ-Þ])Ã\xa0|[ÄÅ]‚(?=\\w)"
    "|[ÄÅ][\x81\x8d\x8f\x90\x9dƒŠŒŽšœžŸ¡-ª¬-º¼-¿]"
    "|(?<![A-ZÀ-Þ])Â[\xa0-¿]"
    "|â(?:€[\x80-\x9d‚ƒ„†‡ˆ‰Š‹ŒŽ“”‘’•–—˜™š›œžŸ¡-¿]|‚¬|„¢)"
)
_FREE = frozenset("\x81\x8d\x8f\x90\x9d")


def garbled(text: str) -> tuple[str, str] | None:
    """Find letters that were read in the wrong encoding, and say which sign they stand for."""
    for found in _GARBLED.finditer(text):
        # Programs read five bytes as they are, since they stand for nothing in Windows-1252.
        pieces = (sign.encode("latin-1" if sign in _FREE else "cp1252", "replace") for sign in found[0])
        try:
            return found[0], b"".join(pieces).decode()
        except UnicodeDecodeError:
            continue
    return None


def prompt(words: str) -> str:
    """Mark a text as one that asks for a text."""
    return f"{MARK} {words}"


def is_prompt(text: str) -> bool:
    """Say whether a text stands in for one that is still to be written."""
    return sign_of(text) is not None


def sign_of(text: str) -> str | None:
    """Find the sign by which a text stands in for another one; None for a text that is written."""
    if MARK in text:
        return MARK
    words = text.strip()
    if len(words) < _LONGEST and _ALONE.fullmatch(words):
        return words
    return "TODO" if "TODO" in text and _TODO.search(words) else None
