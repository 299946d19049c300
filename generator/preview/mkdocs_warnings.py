"""What was raised or logged in: the same as a problem with its file and line out."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident

from generator.folders import CONFIGURATION
from generator.preview.data_lines import lines_of
from generator.problems import Place, Problem, say
from generator.site.amiss import named_from

_YAML_PLACE = re.compile(r"line (\d+), column (\d+)")
_NAMED = re.compile(r"'([^']+)'")


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.thread, self.said = get_ident(), list[str]()

    def emit(self, record: logging.LogRecord) -> None:
        """Keep what this thread says."""
        if record.thread == self.thread:
            self.said.append(record.getMessage())


@contextmanager
def listening(name: str = "mkdocs") -> Iterator[list[str]]:
    """What mkdocs warns of in this thread while the context lasts."""
    listener, logger = _Listener(), logging.getLogger(name)
    logger.addHandler(listener)
    try:
        yield listener.said
    finally:
        logger.removeHandler(listener)


def configuration_problems(error: Exception | None, said: list[str], root: Path) -> tuple[Problem, ...]:
    """What mkdocs has against its configuration, each at the setting that it names."""
    reasons = said or [str(error)]
    return tuple(_setting(reason.strip(), root) for reason in reasons)


def prose_warnings(said: list[str], file: Path, root: Path) -> tuple[Problem, ...]:
    """What mkdocs warns of on a page written by hand, each at the line that holds what the warning names."""
    return tuple(
        Problem(
            "P510",
            _line_with(_NAMED.findall(reason), file, root),
            say("mkdocs warns: %(reason)s", reason=reason),
            None,
            "warning",
        )
        for reason in said
    )


def unknown_problem(page: str) -> Problem:
    """A mistake of the program itself, which its developers find in the terminal."""
    message = say("The page /%(address)s could not be made: a mistake in the program", address=page)
    return Problem("P500", Place(CONFIGURATION), message, say("The terminal shows where"))


def _setting(reason: str, root: Path) -> Problem:
    found = _YAML_PLACE.search(reason)
    place = Place(CONFIGURATION)
    if found:
        place = Place(CONFIGURATION, int(found[1]), int(found[2]))
    else:
        words = [name.partition(".")[0] for name in _NAMED.findall(reason)]
        for number, line in enumerate(lines_of(root / CONFIGURATION), 1):
            if any(re.match(rf"\s*(- )?{re.escape(word)}\b", line) for word in words):
                place = Place(CONFIGURATION, number, len(line) - len(line.lstrip()) + 1)
                break
    first = reason.splitlines()[0] if reason else ""
    return Problem("P520", place, say("mkdocs cannot use its configuration: %(reason)s", reason=first))


def _line_with(words: list[str], file: Path, root: Path) -> Place:
    name = named_from(file, root)
    for number, line in enumerate(lines_of(file), 1):
        for word in words:
            if word != file.name and word in line:
                return Place(name, number, line.index(word) + 1)
    return Place(name)
