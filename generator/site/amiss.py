"""What was raised while pages were made in, what a reader is told out: a template's line, or a refusal."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeGuard

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from mkdocs.exceptions import MkDocsException, PluginError

from generator.folders import Folders
from generator.l10n.message_language import spoken_language, translator
from generator.problems import Place, Problem, say
from generator.reports import text_report
from generator.site.refusals import refusal, told

log = logging.getLogger("mkdocs.plugins.atlas")


@contextmanager
def telling(folders: Folders, page: str | None = None) -> Iterator[None]:
    """Raise PluginError with a template's file and line for what goes wrong in one meanwhile.

    `page` is the address of what is being made, where that is known. What is no template's fault passes.
    """
    try:
        yield
    except Exception as error:
        if isinstance(error, MkDocsException) or _is_refusal(error):
            raise
        words = _of_template(error, folders, page)
        if words is None:
            if page is not None:
                log.error("Error in page '/%s': %s", page, error)
            raise
        log.debug("%s", words, exc_info=error)
        raise PluginError(words) from error


def words_for(error: Exception, target: Path, folders: Folders) -> str | None:
    """What a build into `target` says of an error that ended it; None where that has its own words, or none.

    Without them mkdocs would show where in its code this happened.
    """
    if _is_refusal(error):
        return told(refusal(error, target), folders.root)
    return None if isinstance(error, MkDocsException) else _of_template(error, folders, None)


def _is_refusal(error: Exception) -> TypeGuard[OSError]:
    # To Jinja a template that is not there is a file that is not there.
    return isinstance(error, OSError) and not isinstance(error, TemplateError)


def _of_template(error: Exception, folders: Folders, page: str | None) -> str | None:
    problem = template_problem(error, folders.templates, folders.root, page)
    if problem is None:
        return None
    translate = translator(folders.root, spoken_language(os.environ))
    refused = say("Nothing was built; the site is as it was.").text(translate)
    return f"{refused}\n{text_report([problem], folders.root, translate)}"


def template_problem(error: Exception, templates: Path, root: Path, page: str | None) -> Problem | None:
    """A mistake in a template; None for what is no template's fault."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        file = named_from(Path(error.filename), root)
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
        return Problem("P502", place, message, None if page is None else hint)
    if isinstance(error, TemplateNotFound):
        return Problem("P503", place, say("There is no template '%(name)s'", name=error.name))
    return Problem("P504", place, say("The template stops here: %(reason)s", reason=error))


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
            place = Place(named_from(code, root), line or 1)
        step = step.tb_next
    return place


def named_from(path: Path, root: Path) -> str:
    """A file as it is named to a reader."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
