"""Make a framework from a table, or update one that is there already."""

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from babel import UnknownLocaleError
from babel.numbers import get_decimal_symbol

from generator.cli.asked_project import project_folder
from generator.cli.asked_table import asked_roles, check_named, chosen_table, refuse_others
from generator.cli.command import SOUND, FailedError, UsageError
from generator.cli.drafting import fit_id, language_of, outset, words
from generator.cli.looking import look_of
from generator.cli.telling import complain_of, put, short, spoken, stop_at, tell
from generator.cli.updating import NOTHING, update
from generator.editing.drafts.fields import DIMENSION_FIELDS
from generator.editing.drafts.framework import complete, file_of
from generator.editing.drafts.gathering import gathered_for
from generator.editing.drafts.importing import Imported, import_table, schema_problems_of
from generator.editing.drafts.keys import parted
from generator.editing.drafts.mangled import mangled
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.meanwhile import as_exported
from generator.editing.drafts.plain import Reading
from generator.editing.drafts.records import only_parts, read_parts
from generator.editing.ids import id_of
from generator.editing.tables import TableFile, UnreadableTableError, read_tables
from generator.editing.tables.table import MAX_BYTES as MAX_TABLE
from generator.editing.tables.table import too_large
from generator.folders import Folders
from generator.l10n.message_language import translator
from generator.l10n.pseudo import locale_of
from generator.language_facts import Told, language_by_words
from generator.load.tree import MAX_BYTES
from generator.problems import Message, Place, Problem, counted, errors, reason_of, say, say_many

_Read = TypeVar("_Read")


def import_framework(given: argparse.Namespace) -> int:
    """Read the table, report all that is wrong with it, and write the framework if there is no error."""
    root = project_folder()
    comma = _has_comma(language_of(given, root))
    found = read_given(given.file, root, given.format, partial(read_tables, comma=comma))
    by_words = None if given.language else language_by_words(_words(found))
    if by_words and _has_comma(by_words.language) != comma:
        found = read_given(given.file, root, given.format, partial(read_tables, comma=not comma))
    refuse_others(found, given.file)
    found, beside = parted(found)
    side = None if given.levels == "auto" else given.levels
    reading = Reading(side, header_words(root), given.title is None, asked_roles(given.roles))
    if found.tables or not beside:
        number = chosen_table(found, given.table)
        check_named(given.roles, found.tables[number - 1])
        imported = import_table(found, number, reading)
    else:
        imported = only_parts(beside)
    imported = replace(imported, beside=beside, of_file=found.problems, held=as_exported(found))
    complain_of(gathered_for(given.format, imported.problems), root, given.format)
    if imported.matrix is None:
        raise FailedError(NOTHING)
    if imported.matrix.data and (given.dry_run or (sys.stdout.isatty() and not imported.has_keys)):
        tell(look_of(imported.matrix.data))
    return _write(given, root, imported, imported.matrix)


def _words(file: TableFile) -> str:
    return "\n".join(cell.text for table in file.tables for row in table.rows for cell in row)


def _has_comma(language: str) -> bool:
    """Say whether decimals stand behind a comma in a language; in one that nobody knows they do not."""
    try:
        return get_decimal_symbol(locale_of(language)) == ","
    except (UnknownLocaleError, ValueError):
        return False


def _write(given: argparse.Namespace, root: Path, imported: Imported, matrix: Matrix) -> int:
    guessed = matrix.framework or id_of(given.title or "") or id_of(given.file.stem)
    framework_id = fit_id(given.id or (given.to.stem if given.to else guessed))
    path = given.to.absolute() if given.to else root / "frameworks" / f"{framework_id}.yaml"
    if path.parent == Folders(root).frameworks and path.stem != framework_id:
        raise UsageError(
            "--to %(path)s: the file of a framework is named after its id, '%(id)s'; leave one of them out",
            path=given.to,
            id=framework_id,
        )
    language = _language(given, root, matrix, is_there=path.exists())
    if path.exists() or language is None:
        return update(path, root, imported, matrix, language, write=given.update and not given.dry_run)
    if given.update or not matrix.data:
        raise UsageError(
            "%(path)s: no such framework; without --update the table becomes a new one", path=short(path)
        )
    listed = read_parts(imported, matrix, {})
    complain_of(listed.problems, root, given.format)
    if errors(listed.problems):
        raise FailedError(NOTHING)
    matrix = listed.with_matrix(matrix)
    complain_of(gathered_for(given.format, [*mangled(matrix, {})]), root, given.format)
    title = given.title or (imported.heading.text if imported.heading else None)
    word = imported.level_word
    start = outset(root, path, framework_id, language, given, title=title, level_word=word)
    speak = words(spoken(root))
    data = complete(matrix.data, start, speak, places_known=imported.has_keys)
    unfit = schema_problems_of(data, matrix, short(given.file.absolute()))
    stop_at(unfit, root, given.format, NOTHING)
    content = file_of(data, start, speak).encode()
    if len(content) > MAX_BYTES:
        raise FailedError(
            "The file would have %(size)s bytes; at most %(limit)s are read",
            size=counted(len(content)),
            limit=counted(MAX_BYTES),
        )
    counts = {
        "path": short(path),
        "levels": say_many("%(number)s level", "%(number)s levels", len(data["levels"])),
        "dimensions": say_many(
            "%(number)s dimension", "%(number)s dimensions", len(data.get("dimensions", []))
        ),
        "cells": say_many(
            "%(number)s cell", "%(number)s cells", sum(map(len, data.get("cells", {}).values()))
        ),
    }
    if given.dry_run:
        tell(say("Would write %(path)s: %(levels)s, %(dimensions)s, %(cells)s.", **counts))
        return SOUND
    put(path, content)
    tell(say("Wrote %(path)s: %(levels)s, %(dimensions)s, %(cells)s.", **counts))
    tell(say("Then: atlas validate %(path)s", path=short(path)))
    return SOUND


def _language(given: argparse.Namespace, root: Path, matrix: Matrix, *, is_there: bool) -> str | None:
    """The language that is given, or that the table names; else that of its words, which is said.

    Where these do not tell it, a framework that `is_there` already knows its own.
    """
    language = language_of(given, root, matrix.language)
    if given.language or matrix.language:
        return language
    found = language_by_words("\n".join(cell.text for cell in matrix.cells.values()))
    if found is None and is_there:
        return None
    tell(told_by_words(found, language))
    return found.language if found else language


def told_by_words(found: Told | None, otherwise: str) -> Message:
    """Say which language a table is in by its words, or that they do not tell it."""
    if found is None:
        return say(
            "Its words do not tell which language the table is in; it is taken to be %(language)s. "
            "If it is another, say so with --lang.",
            language=otherwise,
        )
    return say(
        "By its words (%(words)s, …) the table is in this language: %(language)s. "
        "If it is another, say so with --lang.",
        words=", ".join(found.words),
        language=found.language,
    )


def read_given(path: Path, root: Path, form: str, read: Callable[[bytes, str], _Read]) -> _Read:
    """Read a file that a command names, or say in one of the formats of problems why that cannot be done."""
    if path.is_dir():
        raise UsageError("%(path)s is a folder; name a file in it", path=path)
    if not path.is_file():
        raise UsageError("%(path)s: no such file", path=path)
    full = path.resolve()
    name = full.relative_to(root).as_posix() if full.is_relative_to(root) else str(path)
    try:
        if (size := path.stat().st_size) > MAX_TABLE:
            raise too_large(size, name)
        with path.open("rb") as file:
            return read(file.read(MAX_TABLE + 1), name)
    except OSError as error:
        reason = say("The file cannot be read: %(reason)s", reason=reason_of(error))
        problem = Problem("I700", Place(name), reason)
    except UnreadableTableError as error:
        problem = error.problem
    complain_of([problem], root, form)
    raise FailedError


def header_words(root: Path) -> Mapping[str, str]:
    """List the headings of columns beside a matrix, in every language that the project has words in."""
    heads = {"id": say("Id"), **{item.key: item.head for item in DIMENSION_FIELDS}, "summary": say("Summary")}
    found: dict[str, str] = {}
    for language in ("en", *Folders(root).spoken):
        translate = translator(root, language)
        found |= {head.text(translate).casefold(): name for name, head in heads.items()}
        found[say("Description").text(translate).casefold()] = "summary"
    return found
