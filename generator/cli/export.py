"""Add the command `atlas export`, which writes the published data, or one framework as a table."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.asked_project import project_folder, sound_project
from generator.cli.command import SOUND, Commands, FailedError, UsageError, command, forcing
from generator.cli.telling import complain, put, put_new, short, tell
from generator.problems import did_you_mean, say

if TYPE_CHECKING:
    from generator.editing.tables import Format

FORMATS = ("csv", "xlsx", "md")
"""The names of `generator.editing.tables.FORMATS`, which is slower to load."""


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "write one framework as a table, or all data that the site publishes"
    parser = command(commands, "export", run, does, "atlas export flow --format xlsx")
    parser.add_argument("id", nargs="?", metavar="ID", help="one framework, as a table")
    parser.add_argument("--format", choices=FORMATS, help="the table's format (default: csv)")
    parser.add_argument(
        "-l", "--language", metavar="LANG", help="the table's language (default: the one it is written in)"
    )
    parser.add_argument(
        "-d",
        "--dir",
        type=Path,
        metavar="PATH",
        help="where: a folder, or the table's file (default: build/data, or ID.FORMAT here)",
    )
    forcing(parser)


def run(given: argparse.Namespace) -> int:
    """Write a table, or the published files that changed."""
    root = project_folder()
    if given.id is None:
        if given.format or given.language:
            form = given.format or "csv"
            raise UsageError("name a framework: atlas export ID --format %(form)s", form=form)
        return run_all(given, root)
    return run_table(given, root)


def run_all(given: argparse.Namespace, root: Path) -> int:
    """Write the published files that changed."""
    from generator.export import exports
    from generator.project import configured_address

    project = sound_project(root)
    terms = project.terms(configured_address(root))
    folder = given.dir.absolute() if given.dir else root / "build" / "data"
    for path, content in exports(project.views, project.default_language, terms):
        put(folder / path, content)
    tell(say("Wrote %(path)s.", path=short(folder)))
    return SOUND


def run_table(given: argparse.Namespace, root: Path) -> int:
    """Write one framework's table, from which `atlas import` makes the same framework."""
    from generator.cli.drafting import words
    from generator.editing.drafts.matrix import left_out, rows_of
    from generator.editing.drafts.records import part_sheets
    from generator.editing.tables import Sheet, write_tables
    from generator.l10n.message_language import translator

    project = sound_project(root, drafts=True)
    ids = [framework.id for framework in project.atlas.frameworks]
    if given.id not in ids:
        hint = did_you_mean(given.id, ids) or ""
        raise UsageError("no framework has the id '%(id)s'. %(hint)s", id=given.id, hint=hint)
    language = given.language or project.atlas.framework(given.id).source_language
    # A framework may be written in a language that the site does not have.
    atlas = project.views[language].atlas if language in project.views else project.atlas
    framework = atlas.framework(given.id)
    if language not in (*project.views, framework.source_language):
        known = ", ".join(project.views)
        raise UsageError("-l %(language)s: the site has %(known)s", language=language, known=known)
    if not framework.levels:
        raise FailedError("'%(id)s' has layers and no levels: there is no matrix to write.", id=given.id)
    form: Format = given.format or "csv"
    path = _file(given.dir, given.id, form)
    in_words = words(translator(root, language))
    rows, wide = rows_of(framework, language, in_words)
    sheets = [
        Sheet(rows, given.id, wide),
        *part_sheets(framework, language, in_words, empty=form == "xlsx"),
    ]
    try:
        content = write_tables(sheets, form, held=True)
    except ValueError as error:
        raise FailedError("%(path)s cannot be written: %(reason)s", path=short(path), reason=error) from error
    put_new({path: content}, force=given.force)
    tell(say("Wrote %(path)s.", path=short(path)))
    if gone := left_out(framework):
        tell(say("The table has no place for: %(names)s.", names=", ".join(gone)))
    mark = f"[{framework.source_language}]"
    if language != framework.source_language and any(
        cell.startswith(f"{mark} ") for sheet in sheets for row in sheet.rows for cell in row
    ):
        complain(say("Texts that start with '%(mark)s' are not translated.", mark=mark))
    return SOUND


def _file(wanted: Path | None, name: str, form: str) -> Path:
    here = (wanted or Path()).absolute()
    return here if wanted and here.suffix == f".{form}" and not here.is_dir() else here / f"{name}.{form}"
