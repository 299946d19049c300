"""Say where each text stands in the data files, and which text stands at a line."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from generator.load import Document, Loaded
from generator.model import Record
from generator.model.base import step_of
from generator.problems import Place
from generator.translate import SHARED_DOMAIN

Steps = tuple[str | int, ...]
_CONTEXT = re.compile(r'msgctxt "(.*)"')
_LONGEST_COMPARED = 3000  # lines


@dataclass(frozen=True)
class Spot:
    """A text's place in a data file, as the steps that lead to it and as a line."""

    file: str
    steps: Steps
    place: Place


@dataclass(frozen=True)
class Sources:
    """The data files of a sound project, with their lines as they were when it was read."""

    root: Path
    loaded: Loaded
    lines: Mapping[str, Sequence[str]]

    @cached_property
    def _spots(self) -> Mapping[tuple[str, str], Spot]:
        return {
            (domain, context): Spot(document.file, steps, document.positions.of_value(steps))
            for domain, prefix, document in _documents(self.loaded)
            for context, steps in _texts(document.record, prefix, ())
        }

    @cached_property
    def _documents(self) -> Mapping[str, Document[Any]]:
        return {document.file: document for _, _, document in _documents(self.loaded)}

    def spot(self, domain: str, context: str) -> Spot | None:
        """Where a text stands in the data."""
        return self._spots.get((domain, context))

    def steps_at(self, place: Place) -> Steps | None:
        """What stood, when all was sound, where a place is in a data file now; None for another file."""
        document = self._documents.get(place.file)
        if document is None:
            return None
        line = same_line(self.lines.get(place.file, ()), lines_of(self.root / place.file), place.line)
        keys = sorted((at, steps) for steps, at in document.positions.keys.items())
        index = bisect_right(keys, line, key=lambda item: item[0][0])
        return keys[index - 1][1] if index else ()


def open_sources(root: Path, loaded: Loaded) -> Sources:
    """The data files as they are now."""
    lines = {document.file: lines_of(root / document.file) for _, _, document in _documents(loaded)}
    return Sources(root, loaded, lines)


def same_line(old: Sequence[str], new: Sequence[str], line: int) -> int:
    """Where a line of the new text stood in the old one: itself, or the line whose place it took."""
    index = line - 1
    if len(old) + len(new) > 2 * _LONGEST_COMPARED:
        return line
    for _, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if new_start <= index < new_end:
            return max(1, min(start + index - new_start, end - 1 if end > start else start - 1) + 1)
    return min(line, len(old))


def lines_of(path: Path) -> tuple[str, ...]:
    """A text file's lines; none where it cannot be read."""
    try:
        return tuple(path.read_text(encoding="utf-8", errors="replace").split("\n"))
    except OSError:
        return ()


def entry_line(path: Path, context: str) -> int | None:
    """The line of a catalogue on which the entry of a text starts."""
    try:
        return _entries(path, path.stat().st_mtime_ns).get(context)
    except OSError:
        return None


def context_at(path: Path, line: int) -> str | None:
    """The text whose entry stands at a line of a catalogue; entries are kept apart by empty lines."""
    lines = lines_of(path)
    start = end = min(line, len(lines)) - 1
    while start > 0 and lines[start - 1].strip():
        start -= 1
    while end + 1 < len(lines) and lines[end + 1].strip():
        end += 1
    found = (_CONTEXT.fullmatch(text.strip()) for text in lines[max(0, start) : end + 1])
    return next((match[1] for match in found if match), None)


@lru_cache(maxsize=64)
def _entries(path: Path, _changed: int) -> Mapping[str, int]:
    found = ((number, _CONTEXT.fullmatch(text.strip())) for number, text in enumerate(lines_of(path), 1))
    return {match[1]: number for number, match in found if match}


def _documents(loaded: Loaded) -> Iterator[tuple[str, str, Document[Any]]]:
    """Every file with the domain and the prefix of its texts' paths."""
    for framework in loaded.frameworks:
        yield framework.record.id, "", framework
    for crosswalk in loaded.crosswalks:
        yield SHARED_DOMAIN, f"crosswalks.{crosswalk.record.key}.", crosswalk
    shared = ((loaded.themes, ""), (loaded.scale, "reference-scale."), (loaded.glossary, "glossary."))
    for document, prefix in shared:
        if document is not None:
            yield SHARED_DOMAIN, prefix, document


def _texts(record: Record, prefix: str, steps: Steps) -> Iterator[tuple[str, Steps]]:
    """Every text's path by ids, and by keys and list positions as its file has it."""
    for name, field in type(record).model_fields.items():
        step = step_of(name, field)
        yield from _within(getattr(record, name), prefix + step, (*steps, step))


def _within(value: Any, context: str, steps: Steps) -> Iterator[tuple[str, Steps]]:
    if isinstance(value, Record):
        yield from _texts(value, f"{context}.", steps)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, Record):
                yield from _texts(item, f"{context}.{item.key}.", (*steps, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _within(item, f"{context}.{key}", (*steps, key))
    elif isinstance(value, str):
        yield context, steps
