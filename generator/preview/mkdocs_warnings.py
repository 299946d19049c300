"""Turn what mkdocs raises or logs into problems with their file and line."""

import re
from collections.abc import Sequence
from pathlib import Path

from generator.folders import CONFIGURATION
from generator.preview.lines import lines_of
from generator.problems import Place, Problem, say
from generator.site.template_errors import named_from

_YAML_PLACE = re.compile(r"line (\d+), column (\d+)")
_NAMED = re.compile(r"'([^']+)'")


def configuration_problems(error: Exception, root: Path) -> tuple[Problem, ...]:
    """Say what mkdocs has against its configuration, each at the setting that it names."""
    reasons = getattr(error, "said", ()) or [str(error)]
    return tuple(_setting(reason.strip(), root) for reason in reasons)


def prose_warnings(said: Sequence[str], file: Path, root: Path) -> tuple[Problem, ...]:
    """Say what mkdocs warns of on a page written by hand, each at the line that it names."""
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
    first = reason.splitlines()[0] if reason else ""
    message = say("mkdocs cannot use its configuration: %(reason)s", reason=first)
    return Problem("P520", _place_of_setting(reason, root), message)


def _place_of_setting(reason: str, root: Path) -> Place:
    if found := _YAML_PLACE.search(reason):
        return Place(CONFIGURATION, int(found[1]), int(found[2]))
    words = [name.partition(".")[0] for name in _NAMED.findall(reason)]
    for number, line in enumerate(lines_of(root / CONFIGURATION), 1):
        if any(re.match(rf"\s*(- )?{re.escape(word)}\b", line) for word in words):
            return Place(CONFIGURATION, number, len(line) - len(line.lstrip()) + 1)
    return Place(CONFIGURATION)


def _line_with(words: list[str], file: Path, root: Path) -> Place:
    name = named_from(file, root)
    for number, line in enumerate(lines_of(file), 1):
        for word in words:
            if word != file.name and word in line:
                return Place(name, number, line.index(word) + 1)
    return Place(name)
