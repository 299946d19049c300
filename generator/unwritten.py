"""Recognise texts that somebody still has to write, characters that no reader sees, and HTML tags."""

import re

MARK = "✎"
_TODO = re.compile(r"^TODO\b|\bTODO(:|$)")
# Unicode's explicit directional controls (UAX #9): they can make a text read as something else than it is.
HIDDEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
HTML_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


def prompt(words: str) -> str:
    """Mark a text as one that asks for a text."""
    return f"{MARK} {words}"


def is_prompt(text: str) -> bool:
    """Say whether a text stands in for one that is still to be written."""
    return (
        MARK in text or text.strip() in ("…", "...") or ("TODO" in text and bool(_TODO.search(text.strip())))
    )
