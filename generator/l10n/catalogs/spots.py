"""Find the line and column of a sign in an entry of a PO file."""

import re
from collections.abc import Callable, Iterator, Sequence

_FIELD = re.compile(r'(?:#~ ?)?(?P<name>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s*"')
_MORE = re.compile(r'(?:#~ ?)?\s*"')
_SIGN = re.compile(r"\\.|[^\\]")

Spot = tuple[int, int]
"""A line and a column, both counted from 1."""


class Spots:
    """Finds spots in one file."""

    def __init__(self, text: str, skips: Callable[[str], bool] = lambda _: False) -> None:
        """`text` is the file as it stands on disk; signs that are skipped do not count in an index."""
        self.lines: Sequence[str] = text.split("\n")
        self.skips = skips

    def at(self, first: int, field: str, index: int = 0) -> Spot:
        """Find the place of the sign at an index of a field, or of the field if it has no such sign.

        `first` is the line that the entry begins at, `field` such as `msgid`, `msgstr` or `msgstr[1]`.
        """
        begins: Spot | None = None
        seen = 0
        for line, column, content in self._stretches(first, field):
            begins = (line, column) if begins is None or (content and not seen) else begins
            for sign in _SIGN.findall(content):
                skipped = self.skips(sign)
                if seen == index and not skipped:
                    return line, column
                seen += not skipped
                column += len(sign)
        return begins or (first, 1)

    def _stretches(self, first: int, field: str) -> Iterator[tuple[int, int, str]]:
        """List what is quoted of a field by lines: line, column of its first sign, content."""
        inside = False
        for number, line in enumerate(self.lines[first - 1 :], first):
            found = _FIELD.match(line)
            if found is not None:
                if inside:
                    return
                inside = found["name"] == field
            elif inside or not line.strip():
                found = _MORE.match(line)
                if found is None:
                    return
            if inside and found is not None:
                yield number, found.end() + 1, line[found.end() : line.rindex('"')]
