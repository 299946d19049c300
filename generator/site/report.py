"""Problems in, what an editor reads about them out: text with the source line and a caret, or JSON."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from generator.problems import Problem
from generator.validate.crosswalk_coverage import Coverage

_WORD = re.compile(r"[\w.-]+|\S")


def text_report(problems: Sequence[Problem], root: Path, translate: Callable[[str], str] = str) -> str:
    """Every problem with its line of the file, then how many there are, in the language of `translate`."""
    blocks = [_block(problem, root) for problem in problems]
    return "\n".join([*blocks, summary(problems)])


def summary(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, and in how many files."""
    counts = Counter(problem.severity for problem in problems)
    files = len({problem.place.file for problem in problems})
    found = f"{_count(counts['error'], 'error')}, {_count(counts['warning'], 'warning')}"
    return f"{found} in {_count(files, 'file')}"


def json_report(problems: Sequence[Problem]) -> str:
    """Every problem as an object, in a list."""
    items = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity,
            "code": problem.code,
            "message": str(problem.message),
            "hint": str(problem.hint) if problem.hint else None,
        }
        for problem in problems
    ]
    return json.dumps(items, ensure_ascii=False, indent=2)


def _block(problem: Problem, root: Path) -> str:
    first, *hint = str(problem).splitlines()
    number, line = problem.place.line, _line(root / problem.place.file, problem.place.line)
    # A comment is never wrong: such a place stands for the whole file.
    if line is None or line.lstrip().startswith("#"):
        return "\n".join([first, *hint])
    start = min(problem.place.column - 1, len(line))
    found = _WORD.match(line, start)
    caret = "^" * max(1, len(found[0]) if found else 1)
    margin = " " * len(f"{number}")
    source = [f"    {number} | {line.rstrip()}", f"    {margin} | {' ' * start}{caret}"]
    return "\n".join([first, *source, *(f"    {margin} {text.strip()}" for text in hint)])


def _line(path: Path, number: int) -> str | None:
    lines = _lines(path, path.stat().st_mtime_ns) if path.is_file() else ()
    return lines[number - 1] if 0 < number <= len(lines) else None


@lru_cache(maxsize=64)
def _lines(path: Path, _changed: int) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8", errors="replace").expandtabs(1).split("\n"))


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def coverage_report(pairs: Sequence[Coverage]) -> str:
    """How far each pair of frameworks has been judged: a line a pair, and all of them together."""
    head = f"{'pair':<32}{'addressed':>12}{'judged':>8}{'derived':>9}{'justified':>20}{'intersects':>12}"
    return "\n".join(["", head, *(_covered(pair) for pair in pairs), *_together(pairs)])


def _covered(pair: Coverage) -> str:
    stated = pair.curated + pair.absences
    justified = ", ".join(f"{language} {_share(n, stated)}" for language, n in pair.justified.items())
    return (
        f"{'--'.join(pair.pair):<32}{pair.addressed:>6} of{pair.levels:>3}{pair.curated:>8}{pair.derived:>9}"
        f"{justified:>20}{_share(pair.intersecting, pair.curated):>12}"
    )


def _together(pairs: Sequence[Coverage]) -> Iterator[str]:
    levels, addressed = sum(pair.levels for pair in pairs), sum(pair.addressed for pair in pairs)
    curated, intersecting = sum(pair.curated for pair in pairs), sum(pair.intersecting for pair in pairs)
    noted = sum(pair.contradictions_with_note for pair in pairs)
    bare = sum(pair.contradictions_without_note for pair in pairs)
    yield f"Levels and layers addressed: {addressed} of {levels} ({_share(addressed, levels)})."
    share = _share(intersecting, curated)
    yield f"Mappings that say 'intersects-with': {intersecting} of {curated} ({share})."
    yield f"Contradictions of judged and derived relations: {noted} with a note, {bare} without."


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"
