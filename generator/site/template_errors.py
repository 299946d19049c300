"""Find the line of a template at which making a page stopped."""

from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError

from generator.folders import Folders
from generator.problems import Place, Problem, say
from generator.reports import text_report
from generator.site.failure import answering


def template_failure(error: Exception, folders: Folders, page: str | None) -> str | None:
    """Say what a build says of a mistake in a template; None for what is no template's fault.

    `page` is the address of what was being made, where that is known.
    """
    problem = template_problem(error, folders, page)
    if problem is None:
        return None
    translate = answering(folders.root)
    refused = say("Nothing was built; the site is as it was.").text(translate)
    return f"{refused}\n{text_report([problem], folders.root, translate)}"


def template_problem(error: Exception, folders: Folders, page: str | None) -> Problem | None:
    """Turn an error into a mistake in a template; None for what is no template's fault."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        file = _file_of(error.filename, folders)
        return Problem(
            "P501",
            Place(named_from(file, folders.root), error.lineno),
            say("The template cannot be read: %(reason)s", reason=error.message),
        )
    place = _frame_in(error, folders)
    if place is None:
        return None
    if isinstance(error, UndefinedError):
        message = say("The template asks for what is not there: %(reason)s", reason=error)
        hint = say("The page /%(address)s has no such value; is the name spelt right?", address=page)
        return Problem("P502", place, message, None if page is None else hint)
    if isinstance(error, TemplateNotFound):
        return Problem("P503", place, say("There is no template '%(name)s'", name=error.name))
    return Problem("P504", place, say("The template stops here: %(reason)s", reason=error))


def _frame_in(error: BaseException, folders: Folders) -> Place | None:
    """Find the innermost line of a template that an error passed through."""
    place = None
    step = error.__traceback__
    while step is not None:
        code = _file_of(step.tb_frame.f_code.co_filename, folders)
        if any(code.is_relative_to(layer) for layer in folders.layers):
            # Jinja puts the template's own lines into some tracebacks; others have those of its program.
            template = step.tb_frame.f_globals.get("__jinja_template__")
            line = template.get_corresponding_lineno(step.tb_lineno) if template else step.tb_lineno
            place = Place(named_from(code, folders.root), line or 1)
        step = step.tb_next
    return place


def _file_of(name: str, folders: Folders) -> Path:
    """Find the file of what was compiled: templates name theirs from where their folder lies."""
    found = (layer.parent / name for layer in folders.layers if name.startswith(f"{layer.name}/"))
    return next((path for path in found if path.is_file()), Path(name))


def named_from(path: Path, root: Path) -> str:
    """Name a file as a reader knows it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
