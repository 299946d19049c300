"""Find titles and texts that a table has under other keys than their own, sorted without keys or edited."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.editing.drafts.fields import LISTS, PARTS
from generator.editing.drafts.matrix import Matrix
from generator.problems import Problem, say

Texts = Mapping[str, str]


def shifted(matrix: Matrix, data: Mapping[str, Any]) -> tuple[Problem, ...]:
    """An error for each key whose title, or row or column of texts, is that of another one in the file."""
    return (*_titles(matrix, data), *_texts(matrix, data), *_edited(matrix, data))


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


def _turned(rows: Mapping[str, Texts]) -> dict[str, dict[str, str]]:
    columns: dict[str, dict[str, str]] = {}
    for row, texts in rows.items():
        for column, text in texts.items():
            columns.setdefault(column, {})[row] = text
    return columns


def _moved(matrix: Matrix, path: tuple[str, ...], text: str, own: str, other: str) -> Problem:
    words = text if len(text) <= 60 else f"{text[:59].rstrip()}…"
    message = say(
        "'%(text)s' stands beside the key '%(own)s'; in the file it is that of '%(other)s'",
        text=words,
        own=own,
        other=other,
    )
    hint = say("Were rows or columns sorted without their keys? Sort whole ones, or export the table again")
    return matrix.cells[path].problem("I738", message, hint, "error")
