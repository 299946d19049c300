"""Add the command `atlas import`, which makes a framework from a table, or changes its texts to match."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.asked_project import project_folder
from generator.cli.command import SOUND, Commands, FailedError, UsageError, command, listing
from generator.cli.drafting import fit_id, language_of, naming, outset, words
from generator.cli.telling import complain_of, put, short, spoken, stop_at, tell
from generator.problems import say, say_many

if TYPE_CHECKING:
    from generator.editing.drafts.importing import Imported
    from generator.editing.drafts.matrix import Matrix
    from generator.editing.tables import TableFile


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "make a framework from a table in Markdown, CSV or XLSX, or update one"
    parser = command(
        commands, "import", run, does, "atlas import table.xlsx --id flow --lang nl", is_spoken=False
    )
    parser.add_argument("file", type=Path, metavar="TABLE", help="the file that the table is in")
    parser.add_argument(
        "--id", metavar="ID", help="the framework's id (default: the table's own, or that of its file)"
    )
    naming(parser)
    parser.add_argument(
        "--levels",
        choices=("auto", "columns", "rows"),
        default="auto",
        help="where levels stand: side by side, or below each other (default: auto)",
    )
    parser.add_argument("--table", type=int, metavar="N", help="which table or sheet, counted from 1")
    parser.add_argument("--to", type=Path, metavar="FILE", help="where (default: frameworks/ID.yaml)")
    parser.add_argument(
        "--update", action="store_true", help="where the framework is there: change the texts that differ"
    )
    listing(parser)


def run(given: argparse.Namespace) -> int:
    """Read the table, report all that is wrong with it, and write the framework if there is no error."""
    from generator.cli.tabling import NOTHING, header_words, table_file
    from generator.editing.drafts.importing import import_table
    from generator.editing.drafts.plain import Reading

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


def _chosen(found: "TableFile", wanted: int | None) -> int:
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


def _write(given: argparse.Namespace, root: Path, imported: "Imported", matrix: "Matrix") -> int:
    from generator.cli.tabling import NOTHING, update
    from generator.editing.drafts.framework import complete, file_of
    from generator.editing.drafts.importing import schema_problems_of
    from generator.editing.ids import id_of
    from generator.load.tree import MAX_BYTES

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
