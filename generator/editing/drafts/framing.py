"""Find where a table by hand begins and ends: titles above it, its row of titles, notes below it.

What is skipped is said. A corner that is missing is put in where the row of titles is a ladder.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.editing.drafts.known_words import is_title_word, level_word
from generator.editing.drafts.ladders import Ladder, ladder_in
from generator.editing.ids import id_of
from generator.editing.tables import Cell, Table
from generator.editing.tables.table import trimmed
from generator.problems import Problem, say
from generator.text import plain

Row = tuple[Cell, ...]

_LOOKED_AT = 15
_NAME_LENGTH = 60
_NOTE = re.compile(r"[*†¹©]|(?:source|note|bron|noot|quelle|hinweis|version|versie)\b\s*:?", re.IGNORECASE)
_NAMES = ("", "name", "naam", "title", "titel", "bezeichnung", "level-name", "niveaunaam")


@dataclass(frozen=True)
class Framed:
    """A table from its row of titles to its last row; `title` is a line above that may be the framework's."""

    table: Table
    told: tuple[Problem, ...] = ()
    title: Cell | None = None


def framed(table: Table, *, names_it: bool = True) -> Framed:
    """Cut a table out of what stands above and below it; `names_it` for a line above to be the title."""
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    skip = min((next(i for i, cell in enumerate(row) if cell.text) for row in rows), default=0)
    rows = [row[skip:] for row in rows]
    start = _titles_at(rows)
    end = _end(rows, start)
    above, below = rows[:start], rows[end:]
    lines = [cell for row in above for cell in row if cell.text]
    alone = (cells[0] for row in above if len(cells := _filled(row)) == 1)
    title = next(alone, None) if names_it else None
    told = [*_skipped(above, title), *(_noted(cell) for row in below for cell in row if cell.text)]
    body = rows[start:end] if lines or below else rows
    cornered, found = _with_corner(body)
    return Framed(replace(table, rows=tuple(united(cornered))), (*told, *found), title)


def ladder_across(row: Sequence[Cell]) -> Ladder | None:
    """Find the ladder in a row."""
    return ladder_in([plain(cell.text) for cell in row])


def united(rows: Sequence[Row]) -> list[Row]:
    """Join two rows of titles, one with the numbers of levels and one with their names, to one."""
    if len(rows) < 3:
        return list(rows)
    first, second = rows[:2]
    for numbers, names in ((first, second), (second, first)):
        ladder = ladder_across(numbers)
        if ladder and ladder.numbered and _may_be_names(ladder, numbers, names, (first[0], second[0])):
            places = {rung.index: rung.number for rung in ladder.rungs}
            joined = [
                replace(names[column], text=f"{numbers[column].text}: {names[column].text}")
                if column in places
                else first[column]
                if first[column].text
                else replace(second[column], text=second[column].text)
                for column in range(min(len(first), len(second)))
            ]
            return [(*joined, *first[len(joined) :]), *rows[2:]]
    return list(rows)


def _may_be_names(ladder: Ladder, numbers: Row, names: Row, leads: tuple[Cell, Cell]) -> bool:
    """Say whether a row next to one of bare numbers holds the names that go with them."""
    bare = all(
        rung.number and rung.title == " ".join(plain(numbers[rung.index].text).split())
        for rung in ladder.rungs
    )
    texts = [plain(names[rung.index].text) for rung in ladder.rungs if rung.index < len(names)]
    short = len(texts) == len(ladder.rungs) and all(
        0 < len(text) <= _NAME_LENGTH and not text.endswith(".") for text in texts
    )
    above, lead = (cell.text for cell in leads)
    # 'Topics' below 'Dimension' is one of these: two rows of titles have one title for the column of names.
    corner = is_title_word(lead) and (above in ("", lead) or level_word(above) is not None)
    named = id_of(lead) in _NAMES or corner or level_word(lead) is not None
    return bare and short and len(set(texts)) == len(texts) and named and not _are_numbers(texts)


def _are_numbers(texts: Sequence[str]) -> bool:
    return all(re.fullmatch(r"[\d.,% ]+", text) for text in texts)


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row if cell.text]


def _titles_at(rows: Sequence[Row]) -> int:
    """Find the row of titles: the first that is about as wide as those below it, or that has a ladder."""
    lengths = [len(trimmed(row)) for row in rows]
    wide = [length for length, row in zip(lengths, rows, strict=True) if len(_filled(row)) > 1]
    if not wide:
        return 0
    counted = Counter(wide)
    usual = max(counted, key=lambda length: (counted[length], length))
    ladders = [number for number, row in enumerate(rows[:_LOOKED_AT]) if ladder_across(row)]
    for number, row in enumerate(rows[:_LOOKED_AT]):
        filled = _filled(row)
        if number in ladders:
            return number
        later = any(other > number for other in ladders)
        joined = len({cell.text for cell in filled}) < len(filled)
        near = lengths[number] >= usual or (lengths[number] == usual - 1 and not later)
        if len(filled) > 1 and near and not (joined and number + 1 in ladders):
            return number
    return 0


def _end(rows: Sequence[Row], start: int) -> int:
    """Find the end of the table: behind it stand lines of one text that read like notes."""
    end = len(rows)
    while end > start + 2 and len(cells := _filled(rows[end - 1])) == 1 and rows[end - 1][0].text:
        text = cells[0].text
        alone = len(rows[end - 1]) == 1 or text.endswith((".", ":"))
        if not (alone or _NOTE.match(text) or len(text) > _NAME_LENGTH):
            break
        end -= 1
    return end


def _skipped(above: Sequence[Row], title: Cell | None) -> Iterator[Problem]:
    for row in above:
        cells = _filled(row)
        words = " ".join(dict.fromkeys(cell.text for cell in cells))
        if cells[0] is title:
            message = say("This line above the table is taken as the title: '%(text)s'", text=words)
            yield cells[0].problem("I730", message, say("Say another with --title"))
        else:
            message = say("This line above the table is not imported: '%(text)s'", text=words)
            yield cells[0].problem("I730", message)


def _noted(cell: Cell) -> Problem:
    message = say("Text outside the table is not imported: '%(text)s'", text=cell.text[:_NAME_LENGTH])
    return cell.problem("I712", message)


def _with_corner(rows: Sequence[Row]) -> tuple[list[Row], list[Problem]]:
    """Put in the corner that a row of titles lacks; where that is not sure, it is an error."""
    if len(rows) < 2:
        return list(rows), []
    head, *body = rows
    titles = trimmed(head)
    lengths = {len(trimmed(row)) for row in body if len(_filled(row)) > 1}
    ladder = ladder_across(titles)
    longer = max(lengths, default=0) == len(titles) + 1
    if not titles or not titles[0].text or not longer:
        return list(rows), []
    rungs = [rung.index for rung in ladder.rungs] if ladder else []
    if rungs and rungs == list(range(len(titles))):
        message = say(
            "The rows are one cell longer than the row of titles: its corner is missing, and is put in"
        )
        corner = replace(titles[0], text="")
        return [(corner, *titles), *body], [titles[0].problem("I732", message)]
    if not rungs and lengths == {len(titles) + 1}:
        message = say("Every row is one cell longer than the row of titles: which text stands under which?")
        hint = say("Write a title above the first column, or above the last one")
        return list(rows), [titles[0].problem("I732", message, hint, "error")]
    return list(rows), []
