"""Keep spreadsheets from calculating with a text: it is written behind an apostrophe, and read without it."""

import re

# What spreadsheets take for a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_GUARDED = re.compile("''*[=+\\-@\t\r\n＝＋－＠]")


def guarded(words: str) -> str:
    """Write a text so that no spreadsheet calculates with it."""
    return f"'{words}" if _FORMULA.match(words) else words


def unguarded(words: str) -> str:
    """Return the text that was guarded."""
    return words[1:] if is_guarded(words) else words


def is_guarded(words: str) -> bool:
    """Say whether an apostrophe stands before a text only to guard it."""
    return _GUARDED.match(words) is not None
