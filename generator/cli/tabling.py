"""Read the tables of a file, and update a framework that is there already from one of them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.cli.command import PROBLEMS, SOUND, FailedError, UsageError
from generator.cli.telling import complain_of, put, short, tell
from generator.editing.drafts.changes import UnchangedError, changed, described, differences, matched
from generator.editing.drafts.fields import DIMENSION_FIELDS
from generator.editing.drafts.importing import Imported
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.plain import outside
from generator.editing.tables import TableFile, UnreadableTableError, read_tables
from generator.editing.tables.table import MAX_BYTES, too_large
from generator.l10n.message_language import translator
from generator.load.documents import parse_document
from generator.load.tree import read_tree
from generator.model import Framework
from generator.problems import Place, Problem, errors, in_order, reason_of, say, say_many

NOTHING = say("Nothing is written.")


def table_file(path: Path, root: Path, form: str) -> TableFile:
    """Read a file's tables, or say in one of the formats of problems why that cannot be done."""
    if not path.is_file():
        raise UsageError(say("%(path)s: no such file", path=path))
    full = path.resolve()
    name = full.relative_to(root).as_posix() if full.is_relative_to(root) else str(path)
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            raise too_large(size, name)
        with path.open("rb") as file:
            return read_tables(file.read(MAX_BYTES + 1), name)
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
