"""What was raised or logged in: the same as a problem with its file and line out."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from generator.problems import Place, Problem, say
from generator.site.preview.sources import lines_of
from generator.site.project import CONFIGURATION

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


def template_problem(error: Exception, templates: Path, root: Path, page: str) -> Problem | None:
    """A mistake in a template; None for what is no template's fault."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        file = _from_root(Path(error.filename), root)
        return Problem(
            "P501",
            Place(file, error.lineno),
            say("The template cannot be read: %(reason)s", reason=error.message),
        )
    place = _frame_in(error, templates, root)
    if place is None:
        return None
    if isinstance(error, UndefinedError):
        message = say("The template asks for what is not there: %(reason)s", reason=error)
        hint = say("The page /%(address)s has no such value; is the name spelt right?", address=page)
        return Problem("P502", place, message, hint)
    if isinstance(error, TemplateNotFound):
        return Problem("P503", place, say("There is no template '%(name)s'", name=error.name))
    return Problem("P504", place, say("The template stops here: %(reason)s", reason=error))


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


def _frame_in(error: BaseException, templates: Path, root: Path) -> Place | None:
    """The innermost line of a template that an error passed through."""
    place = None
    step = error.__traceback__
    while step is not None:
        code = Path(step.tb_frame.f_code.co_filename)
        if code.is_relative_to(templates):
            # Jinja puts the template's own lines into some tracebacks; others have those of its program.
            template = step.tb_frame.f_globals.get("__jinja_template__")
            line = template.get_corresponding_lineno(step.tb_lineno) if template else step.tb_lineno
            place = Place(_from_root(code, root), line or 1)
        step = step.tb_next
    return place


def _line_with(words: list[str], file: Path, root: Path) -> Place:
    name = _from_root(file, root)
    for number, line in enumerate(lines_of(file), 1):
        for word in words:
            if word != file.name and word in line:
                return Place(name, number, line.index(word) + 1)
    return Place(name)


def _from_root(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
