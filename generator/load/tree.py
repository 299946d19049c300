"""Read a YAML text as plain values, with a line and column for every path.

Built on libyaml's events, so that duplicate keys are seen and nothing is executed. The accepted language is a
small YAML: one document, mappings, sequences, scalars; no anchors, aliases, tags or merge keys. Plain scalars
follow YAML 1.2's JSON schema (https://yaml.org/spec/1.2.2/#102-json-schema): `no`, `on` and `1:30` are text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.load.cut_off import cut_off
from generator.load.mending import without_conflicts
from generator.load.syntax import syntax_problem
from generator.problems import Message, Place, Problem, counted, say

Path = tuple[str | int, ...]

MAX_BYTES = 4_000_000
MAX_DEPTH = 32
_MOST_MENDED = 10
"""Behind so many faults of syntax a file is read no further."""

_ID = re.compile("[a-z0-9-]+")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]{1,17}")
_CONTROL = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\x80-\\x84\\x86-\\x9f\\ufffe\\uffff]")
_WORDS: Mapping[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}
_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)


@dataclass(frozen=True)
class Positions:
    """Where each path of a file stands: its key and its value; items of a list have their ids, if any."""

    file: str
    keys: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    values: Mapping[Path, tuple[int, int]] = field(default_factory=dict)
    ids: Mapping[Path, str] = field(default_factory=dict)

    def of_key(self, path: Path) -> Place:
        """Find the place of a path's key, or of the nearest parent that has one."""
        return self._find(self.keys, path)

    def of_value(self, path: Path) -> Place:
        """Find the place of a path's value, or of the nearest parent that has one."""
        return self._find(self.values, path)

    def named(self, path: Path) -> str:
        """Write a path as a message names it: items of a list by their id, or else by their number from 1."""
        return ".".join(
            self.ids.get(path[: length + 1], str(step + 1)) if isinstance(step, int) else step
            for length, step in enumerate(path)
        )

    def _find(self, where: Mapping[Path, tuple[int, int]], path: Path) -> Place:
        while path and path not in where:
            path = path[:-1]
        line, column = where.get(path, (1, 1))
        return Place(self.file, line, column)


@dataclass(frozen=True)
class Tree:
    """A file's content: `value` is what was read; at the paths in `unsure`, not what the author meant."""

    value: Any
    positions: Positions
    problems: tuple[Problem, ...] = ()
    unsure: frozenset[Path] = frozenset()


def read_tree(content: bytes, file: str) -> Tree:
    """Read one YAML file; never raises for bad content."""
    positions = Positions(file, {}, {})
    if len(content) > MAX_BYTES:
        return Tree(None, positions, (too_large(len(content), file),))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Tree(None, positions, (not_utf8(content, error, file),))
    control = _CONTROL.search(text)
    if control:
        return Tree(None, positions, (_control(text, control, file),))
    text, told = without_conflicts(text, file)
    while True:
        builder = _Builder(file)
        try:
            value = builder.build(text)
        except _UnreadableError as stop:
            return Tree(None, positions, (*told, *builder.problems, stop.problem))
        except yaml.YAMLError as error:
            problem, mended = syntax_problem(error, text, file)
            told.append(problem)
            again = any(other.place.line == problem.place.line for other in told[:-1])
            if mended is None or again or len(told) > _MOST_MENDED:
                return Tree(None, positions, (*told, *builder.problems))
            text = mended
        else:
            break
    positions = Positions(file, builder.keys, builder.values, builder.ids)
    cut = cut_off(builder.plain, text, file)
    return Tree(value, positions, (*told, *builder.problems, *cut), frozenset(builder.unsure))


def too_large(size: int, file: str) -> Problem:
    """Report a file with more bytes than are read."""
    message = say(
        "The file has %(size)s bytes; at most %(limit)s are read",
        size=counted(size),
        limit=counted(MAX_BYTES),
    )
    return Problem("Y104", Place(file), message, say("Split the file"))


class _UnreadableError(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Builder:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.keys: dict[Path, tuple[int, int]] = {}
        self.values: dict[Path, tuple[int, int]] = {}
        self.ids: dict[Path, str] = {}
        self.unsure: set[Path] = set()
        self.plain: list[tuple[str, int, int]] = []

    def build(self, text: str) -> Any:
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        documents, value = 0, None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._stop(event, "Y107", say("A second document starts here; a file holds one"), None)
            elif isinstance(event, yaml.NodeEvent):
                value = self._node(event, ())
        return value

    def _node(self, event: Any, path: Path) -> Any:
        self.values[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        if len(path) > MAX_DEPTH:
            self._stop(event, "Y105", say("Nested deeper than %(limit)s levels", limit=MAX_DEPTH), None)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, path, say("Aliases (*name) are not supported"))
            return None
        self._undecorated(event)
        if isinstance(event, yaml.ScalarEvent):
            value = _scalar(event)
            if isinstance(value, str) and event.style in (None, ""):
                begins: Any = event.start_mark
                ends: Any = event.end_mark
                self.plain.append((value, begins.index, ends.index))
            return value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            place = (*path, len(items))
            self.keys[place] = (event.start_mark.line + 1, event.start_mark.column + 1)
            items.append(self._node(event, place))
        return items

    def _mapping(self, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._stop(event, "Y108", say("A key must be a word"), say("Write 'key: value'"))
            key, here = event.value, (*path, event.value)
            self._undecorated(event)
            if key in result:
                result[key] = self._second(event, here, result[key])
            else:
                self.keys[here] = (event.start_mark.line + 1, event.start_mark.column + 1)
                result[key] = self._node(next(self.events), here)
            if key == "<<":
                self._refuse(event, here, say("Merge keys (<<) are not supported"))
        own = result.get("id")
        if path and isinstance(path[-1], int) and isinstance(own, str) and _ID.fullmatch(own):
            self.ids[path] = own
        return result

    def _second(self, event: Any, here: Path, first: Any) -> Any:
        """Report a key that stands twice; the first one counts, unless nothing stands there."""
        self._report(
            event,
            "Y103",
            say(
                "The key '%(key)s' stands here twice; it was first used on line %(line)s",
                key=here[-1],
                line=self.keys[here][0],
            ),
            say("Keep one, or give the second another id"),
        )
        keys, values = self.keys, self.values
        self.keys, self.values = dict(keys), dict(values)
        second = self._node(next(self.events), here)
        if first in (None, "", [], {}):
            return second
        self.keys, self.values = keys, values
        return first

    def _undecorated(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, None, say("Anchors (&name) are not supported"))
        if event.tag is not None:
            hint = say("Remove the word that starts with '!', or put quotes around the text")
            self._stop(event, "Y106", say("Tags (!name) are not supported"), hint)

    def _report(self, event: Any, code: str, message: Message, hint: Message | None) -> None:
        mark = event.start_mark
        self.problems.append(Problem(code, Place(self.file, mark.line + 1, mark.column + 1), message, hint))

    def _refuse(self, event: Any, path: Path | None, message: Message) -> None:
        hint = say("Write the text out: a translator needs each text in its own place")
        self._report(event, "Y102", message, hint)
        if path is not None:
            self.unsure.add(path)

    def _stop(self, event: Any, code: str, message: Message, hint: Message | None) -> None:
        mark = event.start_mark
        raise _UnreadableError(Problem(code, Place(self.file, mark.line + 1, mark.column + 1), message, hint))


def _scalar(event: Any) -> Any:
    text: str = event.value
    if event.style not in (None, ""):
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def _control(text: str, found: re.Match[str], file: str) -> Problem:
    place = Place.within(file, text, found.start())
    message = say("The invisible character %(code)s stands here", code=f"U+{ord(found[0]):04X}")
    return Problem("Y110", place, message, say("Remove the invisible character"))


def not_utf8(content: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    """Report a file with a byte that is no text."""
    before = content[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    message = say("The file is not UTF-8: byte 0x%(byte)s cannot be read", byte=f"{content[error.start]:02X}")
    hint = say("Save the file as UTF-8; Excel and older editors write Windows-1252")
    return Problem("Y101", Place(file, line, column), message, hint)
