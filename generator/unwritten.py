"""Recognise texts that somebody still has to write, characters that no reader sees, and HTML tags."""

import re

MARK = "✎"
_TODO = re.compile(r"^TODO\b|\bTODO(:|$)")
_ALONE = re.compile(r"…|\.\.\.|TBD|tbd|n\.t\.b\.|N\.t\.b\.")
"""What says nothing where it stands alone: what is still to be decided, in Dutch too."""
_LONGEST = 10
# Unicode's explicit directional controls (UAX #9): they can make a text read as something else than it is.
HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
HTML_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


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
