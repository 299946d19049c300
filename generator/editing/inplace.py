"""Change what a YAML file says, and leave the rest of its text as it is: comments, order, quotes.

Whole lines go, move or are put in; comments go with what they stand above. What is written on one line, such
as `[a, b]`, is written anew where it changes.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any

from generator.editing.drafts.changes import UnchangedError, ValueChange, changed
from generator.editing.yaml import WIDTH, entry_lines, item_lines
from generator.load.tree import Path, Positions, read_tree

_BEHIND = re.compile(r"[\]}:]\s+#\s*(.*)$")
"""A comment behind what is written on one line."""
_SIMPLE = re.compile(r"[a-z][a-z0-9_-]*(/[a-z0-9_-]+)+")
Block = tuple[int, int, int]
"""The lines of one part: from the comments above it, from itself, and to its end."""


class Editable:
    """A file as plain values that may be changed; what moves within a list is the same object as before."""

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self.content = content
        self.value: Any = read_tree(content, file).value
        self._before = deepcopy(self.value)
        # Nodes are kept, since the number of one that is gone may become that of another.
        self._nodes = [*_nodes(self.value, ())]
        self._places = {number: path for number, path, _ in self._nodes}
        self._comments: dict[int, Sequence[str]] = {}

    def comment(self, item: Mapping[str, Any], lines: Sequence[str]) -> None:
        """Put lines of comment above an item of a list that has changed."""
        self._comments[id(item)] = lines

    def written(self) -> bytes:
        """Write the file as it reads now; raise UnchangedError where that cannot be done in place."""
        if self.value == self._before:
            return self.content
        scalars = [*self._scalars(self.value, self._before, ())]
        content = changed(self.content, self.file, scalars) if scalars else self.content
        tree = read_tree(content, self.file)
        text = content.decode("utf-8-sig")
        self._lines = text.splitlines(keepends=True)
        self._newline = "\r\n" if self._lines[0].endswith("\r\n") else "\n"
        self._positions: Positions = tree.positions
        if tree.value != plain(self.value):
            lines = self._container(self.value, tree.value, (), (0, 0, len(self._lines)))
            if lines is None:
                raise UnchangedError(self.file)
            text = "".join(lines)
        result = (b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b"") + text.encode()
        again = read_tree(result, self.file)
        # A file may have its warnings, and gets no other.
        if len(again.problems) > len(tree.problems) or again.value != plain(self.value):
            raise UnchangedError(self.file)
        return result

    def _scalars(self, new: Any, old: Any, path: Path) -> Iterator[ValueChange]:
        """List the values that only change in their place."""
        for step, was in self._pairs(new, old, path):
            here, before = new[step], old[was]
            if isinstance(here, (dict, list)):
                if type(here) is type(before):
                    yield from self._scalars(here, before, (*path, was))
            elif here != before and before is not None and not isinstance(before, (dict, list)):
                yield ValueChange((*path, was), before, here)

    def _pairs(self, new: Any, old: Any, path: Path) -> Iterator[tuple[Any, Any]]:
        """Pair the steps to what stands in a container with the steps to what it was before."""
        if isinstance(new, dict):
            yield from ((key, key) for key in new if key in old)
        elif len(new) == len(old) and not any(isinstance(item, (dict, list)) for item in (*new, *old)):
            # Of as many names as before each takes the place of the one that stood there.
            if sorted(map(str, new)) != sorted(map(str, old)):
                yield from zip(range(len(new)), range(len(old)), strict=True)
        else:
            for index, item in enumerate(new):
                place = self._places.get(id(item), ())
                if place[:-1] == path and place:
                    yield index, place[-1]

    def _container(self, new: Any, old: Any, path: Path, block: Block) -> list[str] | None:
        """Make the lines of what has parts; None where it has to be written anew."""
        top, start, end = block
        blocks = self._blocks(old, path, start, end)
        if type(new) is not type(old) or not new or not blocks:
            return None
        (begins, first, _), (_, _, ends) = next(iter(blocks.values())), [*blocks.values()][-1]
        line = self._lines[first]
        indent = line[: len(line) - len(line.lstrip())]
        if isinstance(old, list) and not line.lstrip().startswith("- "):
            return None
        if isinstance(old, dict):
            key = next(iter(old))
            if first == start and path and next(iter(new)) != key:
                return None  # The first key of an item stands behind its hyphen.
            indent = " " * (self._positions.keys[*path, key][1] - 1)
        pieces = [self._part(new, step, old, path, blocks, indent) for step in _steps(new)]
        return self._whole([self._lines[top:begins], *pieces, self._lines[ends:end]])

    def _part(
        self, new: Any, step: Any, old: Any, path: Path, blocks: Mapping[Any, Block], indent: str
    ) -> list[str]:
        """Make the lines of one part of a container."""
        value, was = new[step], self._was(new, step, old, path)
        if was is not None and plain(value) == old[was]:
            top, _, end = blocks[was]
            return self._lines[top:end]
        comment = [f"{indent}# {line}{self._newline}" for line in self._comments.get(id(value), ())]
        inner = None
        if was is not None and isinstance(value, (dict, list)) and isinstance(old[was], (dict, list)):
            inner = self._container(value, old[was], (*path, was), blocks[was])
        if was is not None and inner is not None:
            top, start, _ = blocks[was]
            return [*inner[: start - top], *comment, *inner[start - top :]]
        anew = item_lines(value, indent) if isinstance(new, list) else entry_lines(step, value, indent)
        if was is not None and self._lines[blocks[was][1]].partition(": [")[1] and _is_short(value, anew[0]):
            anew = [f"{anew[0]} [{', '.join(value)}]"]
        if was is None:
            return [*comment, *(f"{line}{self._newline}" for line in anew)]
        top, start, end = blocks[was]
        last = end
        while not self._lines[last - 1].strip():
            last -= 1
        said = _BEHIND.search(self._lines[start])
        if value and any(" #" in line for line in self._lines[start + 1 : last]):
            raise UnchangedError(".".join(map(str, (*path, step))))
        if said:
            anew[0] = f"{anew[0]} # {said[1]}"
        written = (f"{line}{self._newline}" for line in anew)
        return [*self._lines[top:start], *comment, *written, *self._lines[last:end]]

    def _was(self, new: Any, step: Any, old: Any, path: Path) -> Any:
        """Find where a part stood in its container before; None where it is new."""
        if isinstance(new, dict):
            return step if step in old else None
        value = new[step]
        if isinstance(value, (dict, list)):
            place = self._places.get(id(value), ())
            return place[-1] if place and place[:-1] == path else None
        return old.index(value) if value in old else None

    def _blocks(self, old: Any, path: Path, start: int, end: int) -> dict[Any, Block]:
        """Find the lines of each part; none where parts do not begin on lines of their own."""
        steps = [*_steps(old)]
        starts = [self._positions.keys[*path, step][0] - 1 for step in steps]
        is_apart = all(one < other for one, other in pairwise(starts))
        if not starts or not is_apart or (path and starts[0] == start and not self._is_item(path)):
            return {}
        tops = [starts[0], *(self._top(line, above) for above, line in pairwise(starts))]
        while end > starts[-1] + 1 and _is_behind(self._lines[end - 1], self._lines[starts[-1]]):
            end -= 1
        return dict(zip(steps, zip(tops, starts, (*tops[1:], end), strict=True), strict=True))

    def _is_item(self, path: Path) -> bool:
        """Tell whether something is a mapping behind the hyphen of a list, without braces."""
        line, column = self._positions.values[path]
        return isinstance(path[-1], int) and self._lines[line - 1][column - 1 : column] not in ("{", "[")

    def _top(self, start: int, above: int) -> int:
        """Find the first of the lines of comment that stand right above a line."""
        while start - 1 > above and self._lines[start - 1].lstrip().startswith("#"):
            start -= 1
        return start

    def _whole(self, pieces: Sequence[Sequence[str]]) -> list[str]:
        """Join pieces; a line in front of others ends."""
        lines = [line for piece in pieces for line in piece]
        return [line if line.endswith("\n") else line + self._newline for line in lines]


def _is_behind(line: str, first: str) -> bool:
    """Tell whether a line is no part of what begins above it: it is empty, or a comment further out."""
    bare = line.strip()
    return not bare or (bare.startswith("#") and line.index("#") < len(first) - len(first.lstrip()))


def _is_short(value: Any, start: str) -> bool:
    """Tell whether a list of ids, or of paths of ids, has room on the line of its key."""
    is_simple = isinstance(value, list) and all(
        isinstance(one, str) and _SIMPLE.fullmatch(one) for one in value
    )
    return bool(value) and is_simple and len(f"{start} [{', '.join(value)}]") <= WIDTH


def plain(value: Any) -> Any:
    """Return a value as a file reads it: a day is a text."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def _nodes(value: Any, path: Path) -> Iterator[tuple[int, Path, Any]]:
    """List all that has parts, each with its path."""
    if isinstance(value, (dict, list)):
        yield id(value), path, value
        for step in _steps(value):
            yield from _nodes(value[step], (*path, step))


def _steps(value: Any) -> Sequence[Any]:
    return range(len(value)) if isinstance(value, list) else list(value)
