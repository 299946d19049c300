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
    order = order_of(values)
    levels = [values[place] for place in order or range(len(values))]
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
    told += [] if order else [_as_they_stand(head[found.level], levels)]
    told += [_several(cells) for row in texts.values() for cells in row.values() if len(cells) > 1]
    return replace(table, rows=tuple(result)), tuple(told)


def _long_list(rows: Sequence[tuple[Cell, ...]], given: Mapping[str, Role]) -> LongList | None:
    titles = [plain(cell.text) for cell in rows[0]]
    said = [given.get(title.casefold()) for title in titles]
    roles = [role or role_of(title) for role, title in zip(said, titles, strict=True)]
    if ladder_in(titles):
        return None
    for column, title in enumerate(titles):
        values = [row[column].text for row in rows[1:]]
        several = len(set(values)) > 1 and len(set(values)) < len(values) and all(values)
        is_ladder = several and order_of(list(dict.fromkeys(values)))
        is_level = level_word(title) and roles[column] in (None, "title")
        if several and (said[column] == "level" or (is_level and (is_ladder or _is_grid(rows, column)))):
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


def _is_grid(rows: Sequence[tuple[Cell, ...]], level: int) -> bool:
    """Say whether names that are on no known ladder come back with most names of rows, in one order."""
    for column, head in enumerate(rows[0]):
        if column != level and is_title_word(plain(head.text)):
            under: dict[str, list[str]] = {}
            for row in rows[1:]:
                under.setdefault(row[column].text, []).append(row[level].text)
            orders = [list(dict.fromkeys(values)) for values in under.values()]
            whole = max(orders, key=len)
            in_order = all(order == [name for name in whole if name in order] for order in orders)
            if len(orders) > 1 and in_order and 2 * sum(map(len, orders)) > len(orders) * len(whole):
                return len(whole) > 1
    return False


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


def _as_they_stand(head: Cell, levels: Sequence[str]) -> Problem:
    message = say(
        "The levels are taken in the order in which they stand, the lowest first: %(names)s",
        names=", ".join(levels),
    )
    return head.problem("I733", message, say("If it is another, put the lines into that order"))


def _several(cells: Sequence[Cell]) -> Problem:
    others = ", ".join(cell.name or f"{cell.place.line}:{cell.place.column}" for cell in cells[1:])
    message = say(
        "Several texts on one level of one dimension become a list: that of %(others)s comes behind this one",
        others=others,
    )
    return cells[0].problem("I733", message, say("Remove what stands there twice by mistake"))


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
