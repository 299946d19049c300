"""Take out the empty lines that the theme's templates leave before elements: nobody should pay for them."""

import re

# In code empty lines count.
_EMPTY = re.compile(r"(?P<code><(pre|script|textarea)\b.*?</\2>)|\n\s*\n\s*(?=<)", re.DOTALL)


def without_empty_lines(html: str) -> str:
    """A page, or a part of one, without empty lines before elements."""
    return _EMPTY.sub(lambda found: found["code"] or "\n", html)
