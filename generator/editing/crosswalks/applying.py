"""Write into a crosswalk's file what a table says otherwise; each other byte stays as it is."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from generator.editing.crosswalks.drafting import Draft, added_to
from generator.editing.crosswalks.merging import Edit, Merged
from generator.editing.drafts.changes import UnchangedError, ValueChange, changed
from generator.editing.yaml import entry_lines
from generator.load.scalars import extents
from generator.load.tree import Path, read_tree
from generator.model import Mapping as Curated

_ORDER = ("id", "subject", "framework", *tuple(Curated.model_fields)[2:])


def applied(content: bytes, file: str, work: Merged) -> bytes:
    """Write all that differs; raise UnchangedError where the file would not say exactly that."""
    before = read_tree(content, file).value
    there = [edit for edit in work.edits if edit.old is not None and edit.new is not None]
    result = changed(content, file, [ValueChange((*e.path, e.name), e.old, e.new) for e in there])
    for edit in (edit for edit in work.edits if edit.old is None or edit.new is None):
        result = _with_field(result, file, edit)
    mark, text = (b"\xef\xbb\xbf", result[3:]) if result.startswith(b"\xef\xbb\xbf") else (b"", result)
    words = text.decode()
    is_crlf = "\r\n" in words
    words, comments = _without(words.replace("\r\n", "\n"), file, work)
    words = added_to(words, Draft(work.mappings, work.absences, comments))
    result = mark + (words.replace("\n", "\r\n") if is_crlf else words).encode()
    if read_tree(result, file).value != _expected(before, work):
        raise UnchangedError(file)
    return result


def _with_field(content: bytes, file: str, edit: Edit) -> bytes:
    """Give an item a field that it had not, behind the one that it follows, or take one away."""
    text = content.decode("utf-8-sig")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    positions = read_tree(content, file).positions
    places = {path[-1]: place for path, place in positions.keys.items() if path[:-1] == edit.path}
    if edit.new is None:
        line, column = places[edit.name]
        if lines[line - 1][: column - 1].strip():
            raise UnchangedError(".".join(map(str, (*edit.path, edit.name))))
        last = _last_line(text, positions.values[(*edit.path, edit.name)])
        # A comment behind a text that goes is somebody's too.
        _, sign, comment = lines[last - 1].partition(" #")
        stays = [f"{' ' * (column - 1)}#{comment}"] if sign and line == last else []
        kept = [*lines[: line - 1], *stays, *lines[last:]]
    elif edit.name in places:
        line, column = places[edit.name]
        if lines[line - 1][column - 1 :].strip() != f"{edit.name}:":
            raise UnchangedError(".".join(map(str, (*edit.path, edit.name))))
        first, *more = entry_lines(edit.name, edit.new, " " * (column - 1))
        new = [f"{words}{newline}" for words in (lines[line - 1][: column - 1] + first.lstrip(), *more)]
        kept = [*lines[: line - 1], *new, *lines[line:]]
    else:
        order = _ORDER[: _ORDER.index(edit.name)]
        before = next(name for name in reversed(order) if name in places and name != "sources")
        last = _last_line(text, positions.values[(*edit.path, before)])
        indent = " " * (places[before][1] - 1)
        new = [f"{line}{newline}" for line in entry_lines(edit.name, edit.new, indent)]
        if not lines[last - 1].endswith("\n"):
            lines[last - 1] += newline
        kept = [*lines[:last], *new, *lines[last:]]
    mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
    return mark + "".join(kept).encode()


def _last_line(text: str, place: tuple[int, int]) -> int:
    """Count the lines up to the end of the scalar at a place."""
    found = extents(text).get(place)
    if found is None:
        raise UnchangedError(f"{place[0]}:{place[1]}")
    return text.count("\n", 0, found.end) + 1


def _without(text: str, file: str, work: Merged) -> tuple[str, Mapping[Path, Sequence[str]]]:
    """Take items out of their lists; the comments above them go with them to what comes in their place."""
    lines = text.splitlines(keepends=True)
    values = read_tree(text.encode(), file).positions.values
    comments: dict[Path, Sequence[str]] = {}
    for path in sorted(work.gone, key=lambda path: values[path], reverse=True):
        start = values[path][0] - 1
        depth = _indent(lines[start])
        end = start + 1
        while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > depth):
            end += 1
        first = start
        while lines[first - 1].startswith(" " * depth + "#"):
            first -= 1
        row = work.gone[path]
        comments[_new_place(row, work)] = [line.strip()[1:] for line in lines[first:start]]
        key = lines[first - 1].rstrip()
        is_last = end == len(lines) or _indent(lines[end]) < depth or not lines[end].lstrip().startswith("-")
        if key.endswith(":") and is_last:
            lines[first - 1] = f"{key} []\n"
        del lines[first:end]
    return "".join(lines), comments


def _new_place(key: str, work: Merged) -> Path:
    """Find what was added by the row of an item that is gone."""
    row = next(row for row in work.rows.values() if row.key == key)
    new = next(name for name, other in work.rows.items() if other is row and name != key)
    kind, _, own = new.partition("/")
    items = work.mappings if kind == "mappings" else work.absences
    name = "id" if kind == "mappings" else "subject"
    return kind, next(index for index, item in enumerate(items) if item[name] == own)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _expected(before: Any, work: Merged) -> Any:
    for edit in work.edits:
        item = before[edit.path[0]][edit.path[1]]
        if edit.new is None:
            del item[edit.name]
        else:
            item[edit.name] = _written(edit.new)
    for kind, added in (("mappings", work.mappings), ("no_counterpart", work.absences)):
        items = [item for n, item in enumerate(before.get(kind) or ()) if (kind, n) not in work.gone]
        if items or added or kind in before:
            new = [{name: _written(value) for name, value in item.items()} for item in added]
            before[kind] = [*items, *new] if items or new or before[kind] is not None else None
    return before


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value
