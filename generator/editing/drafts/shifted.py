"""Find titles and texts that a table has under other keys than their own, sorted without keys or edited."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.editing.drafts.fields import (
    DIMENSION_FIELDS,
    LEVEL_FIELDS,
    LISTS,
    PART_FIELDS,
    PARTS,
    by_position,
    value_at,
)
from generator.editing.drafts.matrix import Matrix
from generator.problems import Message, Problem, say, shortened

Texts = Mapping[str, str]

_MANY = 3
"""So many texts in the places of each other are no edit: two are, by who swaps them."""


def shifted(matrix: Matrix, data: Mapping[str, Any]) -> tuple[Problem, ...]:
    """An error for each key whose title, or row or column of texts, is that of another one in the file."""
    found = (*_titles(matrix, data), *_texts(matrix, data), *_edited(matrix, data))
    return found or tuple(_alone(matrix, data))


def misplaced(before: Texts, after: Texts) -> dict[str, str]:
    """Find texts of a column that was sorted or shifted alone: each key with the one whose text it has now.

    Both have the column's texts by the keys of their rows. Empty for all that an edit may be: two texts are
    swapped, one is copied into many rows, or more are written anew than moved.
    """
    changed = {key: text for key, text in after.items() if key in before and text not in ("", before[key])}
    count = Counter(before.values())
    owners = {text: key for key, text in before.items() if count[text] == 1}
    left = {key for key in before if key in after and after[key] != before[key]}
    found = {key: owners[text] for key, text in changed.items() if owners.get(text) in left}
    taken = Counter(found.values())
    found = {key: other for key, other in found.items() if taken[other] == 1}
    return found if len(found) >= _MANY and 2 * len(found) > len(changed) else {}


def _alone(matrix: Matrix, data: Mapping[str, Any]) -> Iterator[Problem]:
    """What was sorted or shifted in one column or row only: the texts beside it stayed with their keys."""
    hint = say(
        "Was one column sorted without the others, or were cells put in? Sort and put in whole rows, or "
        "export the table again"
    )
    rows = [*_along_levels(matrix)]
    for line in (*_columns(matrix), *rows):
        before, after = (
            {own: _text(one, path) for own, path in line.items() if path in matrix.cells}
            for one in (data, matrix.data)
        )
        # Along the levels texts may be moved by hand; with a gap where they were they come of cells put in.
        is_edit = line in rows and all(after[own] for own in after if before[own])
        found = {} if is_edit else misplaced(before, after)
        for own, other in found.items():
            yield _moved(matrix, line[own], after[own], own, other, hint)


def _columns(matrix: Matrix) -> Iterator[Mapping[str, tuple[str, ...]]]:
    """The path of each row's text, by its key: at each level, and in each field beside."""
    for level in matrix.data.get("levels", []):
        yield {own: ("cells", own, level["id"]) for own in matrix.data.get("cells", {})}
    for kind, fields in {"dimensions": DIMENSION_FIELDS, **PART_FIELDS}.items():
        for field in (field for field in fields if field.kind in ("label", "text")):
            yield {item["id"]: (kind, item["id"], *field.path) for item in matrix.data.get(kind, [])}


def _along_levels(matrix: Matrix) -> Iterator[Mapping[str, tuple[str, ...]]]:
    """The path of each level's text, by its key: in each dimension, and in each field of levels."""
    levels = [level["id"] for level in matrix.data.get("levels", [])]
    for dimension in matrix.data.get("cells", {}):
        yield {own: ("cells", dimension, own) for own in levels}
    for field in (field for field in LEVEL_FIELDS if field.kind in ("label", "text")):
        yield {own: ("levels", own, *field.path) for own in levels}


def _edited(matrix: Matrix, data: Mapping[str, Any]) -> Iterator[Problem]:
    """An edited key is that of nothing in the file: beside what it was the key of, a double would come."""
    for kind in LISTS:
        before = {item["id"]: item["title"] for item in data.get(kind, [])}
        after = {item["id"]: item["title"] for item in matrix.data.get(kind, [])}
        old, new = _rows(data, kind), _rows(matrix.data, kind)
        for own in after.keys() - before.keys():
            for other in (other for other in before if other not in after):
                if after[own] == before[other] or _mostly_same(old.get(other, {}), new.get(own, {})):
                    values = {"title": after[own], "own": own, "other": other}
                    message = say(
                        "The key of '%(title)s' is '%(own)s' here, '%(other)s' in the file", **values
                    )
                    hint = say(
                        "Write '%(other)s' there, or export the table again; 'atlas rename' gives another id "
                        "wherever it is named",
                        other=other,
                    )
                    yield matrix.cells[kind, own, "title"].problem("I738", message, hint, "error")


def _mostly_same(old: Texts, new: Texts) -> bool:
    same = sum(bool(text) and old.get(key) == text for key, text in new.items())
    return same > 1 and 2 * same > len(new)


def _rows(data: Mapping[str, Any], kind: str) -> Mapping[str, Texts]:
    cells: Mapping[str, Texts] = data.get("cells", {})
    return cells if kind == "dimensions" else _turned(cells)


def _titles(matrix: Matrix, data: Mapping[str, Any]) -> Iterator[Problem]:
    for kind in (*LISTS, *PARTS):
        before = {item["id"]: item["title"] for item in data.get(kind, [])}
        after = {item["id"]: item["title"] for item in matrix.data.get(kind, [])}
        owners = {title: own for own, title in before.items()}
        for own, title in after.items():
            other = owners.get(title)
            if own in before and other not in (None, own) and after.get(str(other)) != title:
                yield _moved(matrix, (kind, own, "title"), title, own, str(other))


def _texts(matrix: Matrix, data: Mapping[str, Any]) -> Iterator[Problem]:
    for kind in LISTS:
        old, new = _rows(data, kind), _rows(matrix.data, kind)
        for own, texts in new.items():
            changed = {key: text for key, text in texts.items() if own in old and old[own].get(key) != text}
            others = (name for name in old if name != own)
            same = (name for name in others if all(old[name].get(key) == changed[key] for key in changed))
            other = next(same, None)
            if len(changed) > 1 and other is not None:
                key = next(iter(changed))
                path = ("cells", own, key) if kind == "dimensions" else ("cells", key, own)
                yield _moved(matrix, path, changed[key], own, other)


def _text(data: Mapping[str, Any], path: tuple[str, ...]) -> str:
    where = by_position(data, path)
    return str(value_at(data, where) or "") if where else ""


def _turned(rows: Mapping[str, Texts]) -> dict[str, dict[str, str]]:
    columns: dict[str, dict[str, str]] = {}
    for row, texts in rows.items():
        for column, text in texts.items():
            columns.setdefault(column, {})[row] = text
    return columns


_SORTED = say("Were rows or columns sorted without their keys? Sort whole ones, or export the table again")


def _moved(
    matrix: Matrix, path: tuple[str, ...], text: str, own: str, other: str, hint: Message = _SORTED
) -> Problem:
    message = say(
        "'%(text)s' stands beside the key '%(own)s'; in the file it is that of '%(other)s'",
        text=shortened(text, 60),
        own=own,
        other=other,
    )
    return matrix.cells[path].problem("I738", message, hint, "error")
