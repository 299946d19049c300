"""Find the table that a command line names, and what it says that its columns and rows are."""

from collections.abc import Sequence
from pathlib import Path

from generator.cli.command import UsageError
from generator.cli.telling import in_words
from generator.editing.crosswalks.sheet import key_of
from generator.editing.drafts.keys import has_keys, is_exported, unkeyed
from generator.editing.drafts.known_words import ROLES, Role
from generator.editing.tables import TableFile
from generator.editing.tables.table import Table
from generator.l10n.exchange.rows import NEEDED
from generator.problems import did_you_mean, say, say_many, shortened
from generator.text import plain

_NAME_LENGTH = 40


def asked_roles(given: Sequence[str]) -> dict[str, Role]:
    """Read what columns are said to be, by their titles in small letters."""
    found: dict[str, Role] = {}
    for item in given:
        title, _, what = item.rpartition("=")
        role = next((role for role in ROLES if role == what.strip()), None)
        if not title or role is None:
            hint = did_you_mean(what, ROLES) or ""
            raise UsageError("--as '%(given)s': write TITLE=WHAT. %(hint)s", given=item, hint=hint)
        found[title.strip().casefold()] = role
    return found


def check_named(given: Sequence[str], table: Table) -> None:
    """Refuse what --as says of something that is not in the table: that would change nothing."""
    texts = [" ".join(plain(cell.text).split()) for row in table.rows for cell in row if cell.text]
    width = max(map(len, table.rows))
    known = {*map(str.casefold, texts), *map(str, range(1, width + 1))}
    added = (
        {" ".join(plain(text).split()).casefold() for text in unkeyed(table)} if has_keys(table) else set()
    )
    for item in given:
        title = item.rpartition("=")[0].strip()
        if title.casefold() in added:
            continue
        if is_exported(table):
            raise UsageError("--as '%(given)s': the keys of this table say what each column is", given=item)
        if title.casefold() not in known:
            hint = did_you_mean(title, [text for text in texts if len(text) <= _NAME_LENGTH]) or ""
            raise UsageError(
                "--as '%(given)s': the table has no column and no row '%(title)s'. %(hint)s",
                given=item,
                title=title,
                hint=hint,
            )


def refuse_others(found: TableFile, file: Path) -> None:
    """Refuse a table that another command reads, and name that command."""
    if any(map(key_of, found.tables)):
        raise UsageError("this is a crosswalk: 'atlas crosswalk import %(file)s'", file=file)
    for table in found.tables:
        titles = {cell.text.casefold() for cell in table.rows[0]} if table.rows else set[str]()
        if titles >= NEEDED:
            raise UsageError("these are translations: 'atlas l10n import %(file)s'", file=file)


def chosen_table(found: TableFile, wanted: int | None) -> int:
    """Choose which of a file's tables to import: the one asked for, the only one, the only exported one."""
    exported = [number for number, table in enumerate(found.tables, 1) if is_exported(table)]
    if wanted is None and len(exported) == 1:
        return exported[0]
    large = [number for number, table in enumerate(found.tables, 1) if _has_two_sides(table)]
    if wanted is None and len(large) == 1:
        return large[0]
    if wanted is None and len(found.tables) > 1:
        names = "; ".join(f"{number}: {_named(table)}" for number, table in enumerate(found.tables, 1))
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


def _has_two_sides(table: Table) -> bool:
    """Say whether a table has rows and columns, as a box that lays out a page, or a note, has not."""
    return sum(any(cell.text for cell in row) for row in table.rows) > 1 and max(map(len, table.rows)) > 1


def _named(table: Table) -> str:
    """Name a table so that people know it: by its sheet, its heading, or what it begins with."""
    first = " | ".join(cell.text for row in table.rows[:1] for cell in row if cell.text)
    name = table.name or (table.heading.text if table.heading else " ".join(first.split()))
    name = shortened(name, _NAME_LENGTH)
    return in_words(say("%(name)s (hidden)", name=name)) if table.is_hidden else name
