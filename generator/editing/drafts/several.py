"""Find what shows that a table is two, or has no row of titles: there nobody may guess what is whose text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.editing.drafts.framing import Row, ladder_across
from generator.editing.drafts.known_words import Role, is_title_word
from generator.editing.tables import Cell, Table
from generator.problems import Problem, say
from generator.text import plain

_WORDS = 4
"""So many words with a full stop behind them are a text, and no title."""


def doubts_of(table: Table, given: Mapping[str, Role], *, side_is_said: bool) -> Iterator[Problem]:
    """An error where titles of another table stand in this one, or texts where its titles should be.

    What somebody said of a row or column by its title, or of the side of the levels, is no doubt.
    """
    head, *rows = table.rows
    second = _beside(head, given) or _below(head, rows, given)
    if second:
        message = say(
            "Titles of a table stand here once more ('%(title)s'): are these two tables?", title=second.text
        )
        yield second.problem("I734", message, say("Give each table a sheet or a file of its own"), "error")
    texts = [cell for cell in head[1:] if _is_text(cell.text)]
    if (
        not side_is_said
        and not ladder_across(head)
        and len(texts) * 2 > sum(bool(cell.text) for cell in head[1:])
    ):
        message = say("The first row has texts where titles should be: '%(text)s'", text=texts[0].text)
        hint = say("Put a row of titles above it; if these are titles, say so with --levels columns or rows")
        yield texts[0].problem("I734", message, hint, "error")


def _beside(head: Row, given: Mapping[str, Role]) -> Cell | None:
    """The corner of a table beside this one: called as this one's, or a name between two ladders."""
    for column in range(2, len(head) - 1):
        cell = head[column]
        parts = head[:column], head[column + 1 :]
        between = is_title_word(plain(cell.text)) and all(map(ladder_across, parts))
        is_said = bool({_name(cell), str(column + 1)} & given.keys())
        if cell.text and not is_said and (between or _name(cell) == _name(head[0])):
            return cell
    return None


def _below(head: Row, rows: Sequence[Row], given: Mapping[str, Role]) -> Cell | None:
    """The corner of a table below this one: called as this one's, or a name before a ladder behind a gap."""
    titles = [cell.text for cell in head[1:]]
    for above, row in pairwise((head, *rows)):
        corner = row[0]
        behind_gap = corner.place.line > above[0].place.line + _height(above)
        begins = behind_gap and is_title_word(plain(corner.text)) and ladder_across(row[1:])
        others = any(cell.text for cell in row[1:]) and [cell.text for cell in row[1:]] != titles
        if (
            corner.text
            and others
            and _name(corner) not in given
            and (begins or _name(corner) == _name(head[0]))
        ):
            return corner
    return None


def _height(row: Row) -> int:
    """Count the lines that a row takes up: in a workbook, whose cells have names, each has one."""
    return 1 if row[0].name else 1 + sum(cell.text.count("\n") for cell in row)


def _is_text(words: str) -> bool:
    return words.endswith(".") and len(words.split()) >= _WORDS


def _name(cell: Cell) -> str:
    return plain(cell.text).casefold()
