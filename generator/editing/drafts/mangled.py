"""Find texts in wrong letters: read in another character set than they were written with, as Ã© for é."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.editing.drafts.fields import by_position, value_at
from generator.editing.drafts.matrix import Matrix
from generator.encodings import GARBLED, is_garbled
from generator.problems import Problem, say


def mangled(matrix: Matrix, data: Mapping[str, Any]) -> Iterator[Problem]:
    """An error for each text that is the file's in wrong letters, a warning for a new one that looks so."""
    for path, cell in matrix.cells.items():
        for old, new in _texts(_value(data, path), _value(matrix.data, path)):
            is_old = new != old and is_garbled(new, old)
            if is_old or (GARBLED.search(new) and not GARBLED.search(old)):
                message = say(
                    "Letters look as if they were read in a wrong character set: '%(word)s'",
                    word=_word(new, old),
                )
                hint = say(
                    "Open the CSV file again as UTF-8 (in Excel: Data, From Text/CSV; in LibreOffice: "
                    "character set Unicode), and make your changes in that"
                )
                yield cell.problem("I703", message, hint, "error" if is_old else "warning")


def _word(text: str, old: str) -> str:
    """The first word of a text in wrong letters; else the first that is another one than in the old text."""
    if found := GARBLED.search(text):
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
