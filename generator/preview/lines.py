"""Find lines in data files and catalogues: what stood at one, and on which one a text starts."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

from generator.load import Loaded
from generator.preview.trace import Steps
from generator.problems import Place

_CONTEXT = re.compile(r'msgctxt "(.*)"')
_LONGEST_COMPARED = 3000  # lines


@dataclass(frozen=True)
class Sources:
    """The data files of a sound project, with their lines as they were when it was read."""

    root: Path
    loaded: Loaded
    lines: Mapping[str, Sequence[str]]

    def steps_at(self, place: Place) -> Steps | None:
        """What stood, when all was sound, where a place is in a data file now; None for another file."""
        document = next((item for item in self.loaded.documents if item.file == place.file), None)
        if document is None:
            return None
        line = same_line(self.lines[place.file], lines_of(self.root / place.file), place.line)
        keys = sorted((at, steps) for steps, at in document.positions.keys.items())
        index = bisect_right(keys, line, key=lambda item: item[0][0])
        return keys[index - 1][1] if index else ()


def open_sources(root: Path, loaded: Loaded) -> Sources:
    """The data files as they are now."""
    return Sources(root, loaded, {item.file: lines_of(root / item.file) for item in loaded.documents})


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


@lru_cache(maxsize=64)
def _entries(path: Path, _changed: int) -> Mapping[str, int]:
    found = ((number, _CONTEXT.fullmatch(text.strip())) for number, text in enumerate(lines_of(path), 1))
    return {match[1]: number for number, match in found if match}


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
