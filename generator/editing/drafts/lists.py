"""Turn a long list, with a line for each activity and a column for its level, into a matrix."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.editing.drafts.known_words import Role, is_title_word, level_word, role_of
from generator.editing.drafts.ladders import ladder_in, order_of
from generator.editing.tables import Cell, Table
from generator.problems import Problem, say, say_many
from generator.text import plain

_TEXT_WORDS: tuple[Role | None, ...] = (None, "subtitle")


@dataclass(frozen=True)
class LongList:
    """Where a list has its levels, the names of its rows and its texts."""

    level: int
    names: tuple[int, ...]
    text: int
    rest: tuple[int, ...]


def matrix_of_list(table: Table, given: Mapping[str, Role]) -> tuple[Table, tuple[Problem, ...]] | None:
    """Give a list's matrix, each text under its level; None for a table that is no list."""
    rows = _filled_down(table.rows)
    found = _long_list(rows, given)
    if found is None:
        return None
    head = rows[0]
    values = list(dict.fromkeys(row[found.level].text for row in rows[1:] if row[found.level].text))
    levels = [values[place] for place in order_of(values) or range(len(values))]
    texts: dict[tuple[str, ...], dict[str, list[Cell]]] = {}
    first: dict[tuple[str, ...], list[Cell]] = {}
    for row in rows[1:]:
        name = tuple(row[column].text for column in found.names)
        first.setdefault(name, [row[column] for column in found.names])
        texts.setdefault(name, {}).setdefault(row[found.level].text, []).append(row[found.text])
    titles = [_title(head[found.level], value) for value in levels]
    result = [(*(head[column] for column in found.names), *titles)]
    for name, cells in texts.items():
        result.append((*first[name], *(_joined(cells.get(value, []), first[name][-1]) for value in levels)))
    told = [_told(head[found.level], len(rows) - 1), *(_left_out(rows, column) for column in found.rest)]
    return replace(table, rows=tuple(result)), tuple(told)


def _long_list(rows: Sequence[tuple[Cell, ...]], given: Mapping[str, Role]) -> LongList | None:
    titles = [plain(cell.text) for cell in rows[0]]
    roles = [given.get(title.casefold()) or role_of(title) for title in titles]
    if ladder_in(titles):
        return None
    for column, title in enumerate(titles):
        values = [row[column].text for row in rows[1:]]
        several = len(set(values)) > 1 and len(set(values)) < len(values) and all(values)
        if (
            level_word(title)
            and roles[column] in (None, "title")
            and several
            and order_of(list(dict.fromkeys(values)))
        ):
            open_ = [
                other
                for other in range(len(titles))
                if other != column and roles[other] in (*_TEXT_WORDS, "title")
            ]
            names = [other for other in open_ if is_title_word(titles[other]) or roles[other] == "title"]
            names = names or [other for other in open_ if other < column] or open_[:1]
            names = names if len(names) < len(open_) else names[:-1]
            # Beside another name a category is one of these, wherever it stands.
            names.sort(key=lambda other: not titles[other].casefold().startswith(("categor", "kategor")))
            texts = [other for other in open_ if other not in names]
            if names and texts:
                text = next((other for other in texts if other > column), texts[0])
                names = names[:2]
                lines = {tuple(row[other].text for other in names) for row in rows[1:]}
                if len(lines) == len(rows) - 1 and is_title_word(titles[text]):
                    # Each line has a name of its own: that is the text, and what returns is the dimension.
                    names, text = [*names[:-1], text], names[-1]
                rest = (other for other in range(len(titles)) if other not in (column, text, *names))
                return LongList(column, tuple(names), text, tuple(rest))
    return None


def _filled_down(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """Give cells that are empty below a name that name, in the columns left of the first text of each row."""
    result = [rows[0]]
    for row in rows[1:]:
        lead = next((column for column, cell in enumerate(row) if cell.text), 0)
        above = result[-1] if len(result) > 1 else row
        result.append((*(replace(row[c], text=above[c].text) for c in range(lead)), *row[lead:]))
    return result


def _title(head: Cell, value: str) -> Cell:
    text = f"{plain(head.text)} {value}" if value.replace(".", "").isdigit() else value
    return replace(head, text=text)


def _joined(cells: Sequence[Cell], lead: Cell) -> Cell:
    """Put several texts into one cell, as a list."""
    if not cells:
        return replace(lead, text="")
    if len(cells) == 1:
        return cells[0]
    return replace(cells[0], text="\n".join(f"- {' '.join(cell.text.split())}" for cell in cells))


def _told(head: Cell, lines: int) -> Problem:
    message = say_many(
        "This is a list with a level on each line; its %(number)s line is put into a matrix by '%(title)s'",
        "This is a list with a level on each line; its %(number)s lines are put into a matrix by '%(title)s'",
        lines,
        title=plain(head.text),
    )
    hint = say("If it is no list, say so: --as '%(title)s=none'", title=plain(head.text))
    return head.problem("I733", message, hint)


def _left_out(rows: Sequence[tuple[Cell, ...]], column: int) -> Problem:
    head = rows[0][column]
    message = say_many(
        "The column '%(title)s' has no place in the matrix of this list; its text is not imported",
        "The column '%(title)s' has no place in the matrix of this list; its %(number)s texts are not "
        "imported",
        sum(bool(row[column].text) for row in rows[1:]),
        title=plain(head.text),
    )
    return head.problem("I707", message)
