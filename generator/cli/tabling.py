"""Read the tables of a file, and update a framework that is there already from one of them."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cli.command import PROBLEMS, SOUND, UsageError, complain, short, spoken, tell
from generator.cli.drafting import put
from generator.problems import Problem, reason_of, say, say_many

if TYPE_CHECKING:
    from generator.editing.drafts.importing import Imported
    from generator.editing.tables import TableFile


def table_file(path: Path, root: Path) -> "tuple[TableFile | None, tuple[Problem, ...]]":
    """Read a file's tables, and find all that is wrong with them; UsageError for a path without a file."""
    from generator.editing.tables import UnreadableTableError, read_tables
    from generator.editing.tables.table import MAX_BYTES, too_large
    from generator.problems import Place

    if not path.is_file():
        raise UsageError(say("%(path)s: no such file", path=path))
    full = path.resolve()
    name = full.relative_to(root).as_posix() if full.is_relative_to(root) else str(path)
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            return None, (too_large(size, name).problem,)
        with path.open("rb") as file:
            return read_tables(file.read(MAX_BYTES + 1), name), ()
    except OSError as error:
        reason = say("The file cannot be read: %(reason)s", reason=reason_of(error))
        return None, (Problem("I700", Place(name), reason),)
    except UnreadableTableError as error:
        return None, (error.problem,)


def header_words(root: Path) -> Mapping[str, str]:
    """List the headings of columns beside a matrix, in every language that the project has words in."""
    from generator.editing.drafts.fields import DIMENSION_FIELDS
    from generator.l10n.message_language import translator

    heads = {"id": say("Id"), **{item.key: item.head for item in DIMENSION_FIELDS}, "summary": say("Summary")}
    languages = ["en", *sorted(path.name for path in (root / "locales").glob("*") if path.is_dir())]
    found: dict[str, str] = {}
    for language in languages:
        translate = translator(root, language)
        found |= {head.text(translate).casefold(): name for name, head in heads.items()}
        found[say("Description").text(translate).casefold()] = "summary"
    return found


def update(path: Path, root: Path, imported: "Imported", language: str, *, write: bool) -> int:
    """Say where a table differs from a framework's file, and on demand write its texts into the file."""
    from generator.editing.drafts.changes import UnchangedError, changed, described, differences, matched
    from generator.editing.drafts.plain import outside
    from generator.load.documents import parse_document
    from generator.load.tree import read_tree
    from generator.model import Framework
    from generator.problems import errors, in_order
    from generator.reports import report

    file = os.path.relpath(path, root)
    content = path.read_bytes()
    document, found = parse_document(content, file, Framework)
    if document is None:
        complain(report(found, root, "text", spoken(root)))
        return PROBLEMS
    if imported.matrix is None:
        return PROBLEMS
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
    matrix, unmatched = (imported.matrix, ()) if imported.has_keys else matched(imported.matrix, data)
    changes, problems = ((), ()) if errors(unmatched) else differences(matrix, data)
    heading = outside((imported.heading,), None) if imported.heading else ()
    told = in_order([*heading, *unmatched, *problems])
    if told:
        complain(report(told, root, "text", spoken(root)))
    for change in changes:
        tell("\n".join(described(change, data)))
    if errors(told):
        complain(say("Nothing is written."))
        return PROBLEMS
    if not changes:
        tell(say("%(path)s says the same.", path=short(path)))
        return PROBLEMS if problems else SOUND
    if not write:
        told_many = say_many(
            "%(path)s is there already. To change this text in it: --update",
            "%(path)s is there already. To change these %(number)s texts in it: --update",
            len(changes),
            path=short(path),
        )
        complain(told_many)
        return PROBLEMS
    try:
        after = changed(content, file, changes)
    except UnchangedError as error:
        complain(say("%(path)s cannot be changed in place: %(reason)s", path=short(path), reason=error))
        return PROBLEMS
    if not put(path, after):
        return PROBLEMS
    done = say_many(
        "Changed %(number)s text in %(path)s.",
        "Changed %(number)s texts in %(path)s.",
        len(changes),
        path=short(path),
    )
    tell(done)
    return SOUND
