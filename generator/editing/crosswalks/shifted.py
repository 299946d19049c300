"""Find texts that a crosswalk's table has beside other keys than their own, and crosswalks given twice."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from generator.editing.crosswalks.given import Given, as_mapping, items_of
from generator.editing.crosswalks.reading import turned
from generator.editing.drafts.shifted import misplaced
from generator.editing.tables import Cell
from generator.problems import Problem, say, shortened

_FEWEST = 3
"""Two texts may have changed places on purpose; of so many it is the column that moved."""
_FEWEST_PUSHED = 5
"""So many values that are chosen from few do not come to stand a row further by chance."""
_PROSE = ("justification", "shared", "only_subject", "only_object", "note")
"""What is written for one relation; all else is chosen from few values, which come again in other rows."""
_SHOWN_LENGTH = 60

_Texts = Mapping[str, str]
_Column = Sequence[tuple[str, Cell, str]]
"""For each row its key, its cell in a column, and what that said before."""


def shifted(rows: Sequence[Given], data: Mapping[str, Any]) -> Iterator[Problem]:
    """An error for each column that was sorted alone, or of which cells were pushed up or down."""
    items = _items(data)
    pairs = [(row, was) for row in rows if row.key and (was := _before(row, items)) is not None]
    for name in dict.fromkeys(name for row, _ in pairs for name in row.cells if name != "subject"):
        cells = [(row.key, row.cells[name], was.get(name, "")) for row, was in pairs if name in row.cells]
        moved = _moved(cells) if name in _PROSE else _sorted_alone(cells) or _pushed(cells)
        if moved:
            yield _problem(*moved)


def _items(data: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    """Find what the file says, by the keys of rows and in their fields."""
    mappings = {f"mappings/{item['id']}": item for item in items_of(data, "mappings").values()}
    absences = {
        f"no_counterpart/{item['subject']}": as_mapping(item)
        for item in items_of(data, "no_counterpart").values()
    }
    return {**mappings, **absences}


def _before(row: Given, items: Mapping[str, Mapping[str, Any]]) -> _Texts | None:
    """The texts that a row had when it was exported; where nobody knows, those of the file.

    Nothing for a row that is about another part by now, which is wrong for itself.
    """
    if row.held:
        was = {name: cell.text for name, cell in row.held.cells.items()}
        return was if row.text("subject") in ("", was.get("subject"), was.get("object")) else None
    item = items.get(row.key)
    if item is None or row.is_list or row.text("subject") not in ("", item["subject"], item["object"]):
        return None
    values = turned(item) if row.text("subject") == item["object"] else item
    return {name: str(value).strip() for name, value in values.items() if value is not None}


def _moved(cells: _Column) -> tuple[Cell, str] | None:
    """Find the first text of a column that left its row for another one with many others."""
    found = misplaced({key: was for key, _, was in cells}, {key: cell.text for key, cell, _ in cells})
    return next(((cell, found[key]) for key, cell, _ in cells if key in found), None)


def _sorted_alone(cells: _Column) -> tuple[Cell, str] | None:
    """Find the first changed cell of a column whose values are those that it had, in order now."""
    before, after = [was for _, _, was in cells], [cell.text for _, cell, _ in cells]
    changed = [(cell, was) for _, cell, was in cells if cell.text != was]
    if len(changed) < _FEWEST or Counter(before) != Counter(after) or not _is_in_order(after):
        return None
    first = next((cell for cell, _ in changed if cell.text), changed[0][0])
    return first, next(key for key, _, was in cells if was == first.text)


def _pushed(cells: _Column) -> tuple[Cell, str] | None:
    """Find the first changed cell of many on end that have what stood above them, or below them."""
    for column in (cells, cells[::-1]):
        found: list[tuple[Cell, str]] = []
        for (key, _, neighbour), (_, cell, was) in pairwise(column):
            if cell.text != neighbour:
                found = []
            elif cell.text != was:
                found.append((cell, key))
            if len(found) == _FEWEST_PUSHED:
                return found[0]
    return None


def _is_in_order(texts: Sequence[str]) -> bool:
    """Whether texts stand as a spreadsheet sorts them: empty ones last; some pass over hyphens."""
    filled = [text for text in texts if text]
    ways: tuple[Callable[[str], str], ...] = (str.casefold, lambda text: text.casefold().replace("-", ""))
    return [*filled, *[""] * (len(texts) - len(filled))] == list(texts) and any(
        filled == sorted(filled, key=way, reverse=is_reverse) for way in ways for is_reverse in (False, True)
    )


def _problem(cell: Cell, owner: str) -> Problem:
    message = say(
        "The texts of this column stand beside other keys than before: '%(text)s' is that of '%(key)s'",
        text=shortened(cell.text, _SHOWN_LENGTH),
        key=owner,
    )
    hint = say(
        "Was the column sorted alone, or were cells pushed up or down? Sort whole rows, insert whole rows, "
        "or export the crosswalk again"
    )
    return cell.problem("I742", message, hint, "error")


def said_twice(rows: Sequence[Given], first: Sequence[Given], start: Cell, name: str) -> Iterator[Problem]:
    """An error where a second table of a crosswalk says anything else than the `first`, which has a name."""
    there = Counter(map(_said, first))
    more = Counter(map(_said, rows)) - there
    if not more and not there - Counter(map(_said, rows)):
        return
    by_key = {row.key: row for row in first if row.key}
    row = next((row for row in rows if _said(row) in more), None)
    other = by_key.get(row.key) if row else None
    cell = start if row is None else row.cell
    if row and other:
        cell = next((item for key, item in row.cells.items() if item.text != other.text(key)), cell)
    message = say("The same crosswalk stands in '%(name)s' too, and says something else there", name=name)
    hint = say("Delete the one that is not to count")
    yield cell.problem("I742", message, hint, "error")


def _said(row: Given) -> tuple[str, tuple[tuple[str, str], ...]]:
    return row.key, tuple(sorted((name, cell.text) for name, cell in row.cells.items() if cell.text))
