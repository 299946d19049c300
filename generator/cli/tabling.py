"""Make a framework from a table, or update one that is there already."""

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.cli.asked_project import project_folder
from generator.cli.command import PROBLEMS, SOUND, FailedError, UsageError
from generator.cli.drafting import fit_id, language_of, outset, words
from generator.cli.telling import complain_of, put, short, spoken, stop_at, tell
from generator.editing.drafts.changes import UnchangedError, changed, described, differences, matched
from generator.editing.drafts.fields import DIMENSION_FIELDS
from generator.editing.drafts.framework import complete, file_of
from generator.editing.drafts.importing import Imported, import_table, schema_problems_of
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.plain import Reading, outside
from generator.editing.ids import id_of
from generator.editing.tables import TableFile, UnreadableTableError, read_tables
from generator.editing.tables.table import MAX_BYTES as MAX_TABLE
from generator.editing.tables.table import too_large
from generator.l10n.message_language import translator
from generator.load.documents import parse_document
from generator.load.tree import MAX_BYTES, read_tree
from generator.model import Framework
from generator.problems import Place, Problem, errors, in_order, reason_of, say, say_many

NOTHING = say("Nothing is written.")


def import_framework(given: argparse.Namespace) -> int:
    """Read the table, report all that is wrong with it, and write the framework if there is no error."""
    root = project_folder()
    language_of(given, root)
    found = table_file(given.file, root, given.format)
    number = _chosen(found, given.table)
    side = None if given.levels == "auto" else given.levels
    imported = import_table(found, number, Reading(side, header_words(root), given.title is None))
    complain_of(imported.problems, root, given.format)
    if imported.matrix is None:
        raise FailedError(NOTHING)
    return _write(given, root, imported, imported.matrix)


def _chosen(found: TableFile, wanted: int | None) -> int:
    """Choose which of a file's tables to import: the only one, or the one asked for."""
    if wanted is None and len(found.tables) > 1:
        names = "; ".join(
            f"{number}: {table.name or (table.heading.text if table.heading else table.place.line)}"
            for number, table in enumerate(found.tables, 1)
        )
        raise UsageError(
            say_many(
                "the file holds %(number)s table; choose one with --table N: %(names)s",
                "the file holds %(number)s tables; choose one with --table N: %(names)s",
                len(found.tables),
                names=names,
            )
        )
    if wanted is not None and not 1 <= wanted <= len(found.tables):
        raise UsageError(
            say_many(
                "--table %(table)s: the file holds %(number)s table",
                "--table %(table)s: the file holds %(number)s tables",
                len(found.tables),
                table=wanted,
            )
        )
    return wanted or 1


def _write(given: argparse.Namespace, root: Path, imported: Imported, matrix: Matrix) -> int:
    guessed = matrix.framework or id_of(given.title or "") or id_of(given.file.stem)
    framework_id = fit_id(given.id or (given.to.stem if given.to else guessed))
    language = language_of(given, root, matrix.language)
    path = given.to.absolute() if given.to else root / "frameworks" / f"{framework_id}.yaml"
    if path.exists():
        return update(path, root, imported, matrix, language, write=given.update)
    title = given.title or (imported.heading.text if imported.heading else None)
    start = outset(root, path, framework_id, language, title, imported.level_word)
    speak = words(spoken(root))
    data = complete(matrix.data, start, speak, places_known=imported.has_keys)
    unfit = schema_problems_of(data, matrix, short(given.file.absolute()))
    stop_at(unfit, root, given.format, NOTHING)
    content = file_of(data, start, speak).encode()
    if len(content) > MAX_BYTES:
        message = say(
            "The file would have %(size)s bytes; at most %(limit)s are read",
            size=len(content),
            limit=MAX_BYTES,
        )
        raise FailedError(message)
    put(path, content)
    cells = sum(map(len, data.get("cells", {}).values()))
    tell(
        say(
            "Wrote %(path)s: %(levels)s, %(dimensions)s, %(cells)s.",
            path=short(path),
            levels=say_many("%(number)s level", "%(number)s levels", len(data["levels"])),
            dimensions=say_many(
                "%(number)s dimension", "%(number)s dimensions", len(data.get("dimensions", []))
            ),
            cells=say_many("%(number)s cell", "%(number)s cells", cells),
        )
    )
    tell(say("Then: atlas validate %(path)s", path=short(path)))
    return SOUND


def table_file(path: Path, root: Path, form: str) -> TableFile:
    """Read a file's tables, or say in one of the formats of problems why that cannot be done."""
    if not path.is_file():
        raise UsageError(say("%(path)s: no such file", path=path))
    full = path.resolve()
    name = full.relative_to(root).as_posix() if full.is_relative_to(root) else str(path)
    try:
        if (size := path.stat().st_size) > MAX_TABLE:
            raise too_large(size, name)
        with path.open("rb") as file:
            return read_tables(file.read(MAX_TABLE + 1), name)
    except OSError as error:
        reason = say("The file cannot be read: %(reason)s", reason=reason_of(error))
        problem = Problem("I700", Place(name), reason)
    except UnreadableTableError as error:
        problem = error.problem
    complain_of([problem], root, form)
    raise FailedError("")


def header_words(root: Path) -> Mapping[str, str]:
    """List the headings of columns beside a matrix, in every language that the project has words in."""
    heads = {"id": say("Id"), **{item.key: item.head for item in DIMENSION_FIELDS}, "summary": say("Summary")}
    languages = ["en", *sorted(path.name for path in (root / "locales").glob("*") if path.is_dir())]
    found: dict[str, str] = {}
    for language in languages:
        translate = translator(root, language)
        found |= {head.text(translate).casefold(): name for name, head in heads.items()}
        found[say("Description").text(translate).casefold()] = "summary"
    return found


def update(path: Path, root: Path, imported: Imported, table: Matrix, language: str, *, write: bool) -> int:
    """Say where a table differs from a framework's file, and on demand write its texts into the file."""
    file = os.path.relpath(path, root)
    content = path.read_bytes()
    document, found = parse_document(content, file, Framework)
    if document is None:
        complain_of(found, root)
        raise FailedError("")
    if language != document.record.source_language:
        raise UsageError(
            say(
                "%(path)s is written in %(own)s, the table in %(language)s; translations stand in locales/",
                path=short(path),
                own=document.record.source_language,
                language=language,
            )
        )
    data: Mapping[str, Any] = read_tree(content, file).value
    matrix, unmatched = (table, ()) if imported.has_keys else matched(table, data)
    changes, problems = ((), ()) if errors(unmatched) else differences(matrix, data)
    heading = outside((imported.heading,), None) if imported.heading else ()
    told = in_order([*heading, *unmatched, *problems])
    complain_of(told, root)
    for change in changes:
        tell("\n".join(described(change, data)))
    if errors(told):
        raise FailedError(NOTHING)
    if not changes:
        tell(say("%(path)s says the same.", path=short(path)))
        return PROBLEMS if problems else SOUND
    if not write:
        raise FailedError(
            say_many(
                "%(path)s is there already. To change this text in it: --update",
                "%(path)s is there already. To change these %(number)s texts in it: --update",
                len(changes),
                path=short(path),
            )
        )
    try:
        after = changed(content, file, changes)
    except UnchangedError as error:
        message = say("%(path)s cannot be changed in place: %(reason)s", path=short(path), reason=error)
        raise FailedError(message) from error
    put(path, after)
    tell(
        say_many(
            "Changed %(number)s text in %(path)s.",
            "Changed %(number)s texts in %(path)s.",
            len(changes),
            path=short(path),
        )
    )
    return SOUND
