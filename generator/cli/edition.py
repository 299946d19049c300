"""Add the command `atlas edition`, which makes an edition of the content that others can cite."""

import argparse
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.asked_project import project_folder, sound_project
from generator.cli.command import SOUND, Commands, FailedError, command
from generator.cli.telling import complain_of, short, tell
from generator.problems import Message, say, say_many

if TYPE_CHECKING:
    from generator.project import Project

CITATION = "CITATION.cff"
"""Where reference managers and hosts of repositories look for it."""
HEAD = b"""\
# yaml-language-server: $schema=../schemas/editions.schema.json
source_language: en
editions:
"""


def add(commands: Commands) -> None:
    """Describe the command."""
    does = "make a dated edition of the content, which pages and citations name"
    parser = command(commands, "edition", run, does, "atlas edition --dry-run")
    parser.add_argument(
        "-n", "--dry-run", action="store_true", help="say what would be written, write nothing"
    )


def run(given: argparse.Namespace) -> int:
    """Add today's edition to the list, and write what it holds and how it is cited."""
    root = project_folder()
    # An edition leaves out what is still being written, and says so.
    project = sound_project(root, told=("F222",))
    lost = tuple(project.archive.lost())
    if lost:
        complain_of(lost, root)
        raise FailedError("No edition was made: ids of an earlier one lead nowhere.")
    published = project.archive.published
    if published and not published.changed:
        tell(say("Nothing has changed since edition %(id)s.", id=published.edition.id))
        return SOUND
    files = _files(project, datetime.date.today())
    if given.dry_run:
        for path in files:
            tell(say("Would write %(path)s.", path=short(path)))
        return SOUND
    from generator.writing import write_files

    for path in write_files(files):
        tell(say("Wrote %(path)s.", path=short(path)))
    for line in _next(project):
        tell(line)
    return SOUND


def _files(project: "Project", day: datetime.date) -> dict[Path, bytes]:
    """Make the list with its entry, the edition's file, and how it is cited.

    Fails where the list is written in another form.
    """
    from generator.citation import citation_file
    from generator.edition import file_of
    from generator.load.documents import parse_document
    from generator.model import Edition, Editions
    from generator.project import configured_address

    root = project.folders.root
    known = project.atlas.shared.editions.editions
    edition = Edition(id=_id_of(day, {item.id for item in known}), date=day)
    path = project.folders.frameworks / "editions.yaml"
    before = path.read_bytes() if path.exists() else HEAD
    entry = f'  - id: "{edition.id}"\n    date: {day.isoformat()}\n'.encode()
    after = before.rstrip() + b"\n" + entry
    read, problems = parse_document(after, path.name, Editions)
    if problems or read is None or read.record.editions != (*known, edition):
        raise FailedError(
            "%(path)s is written in a form to which no entry can be added; list the editions below "
            "'editions:', with a line '- id: …' each.",
            path=short(path),
        )
    return {
        path: after,
        file_of(project.folders.frameworks, edition.id): project.archive.content.written(edition),
        root / CITATION: citation_file(edition, configured_address(root), project.title).encode(),
    }


def _id_of(day: datetime.date, known: set[str]) -> str:
    month = f"{day:%Y.%m}"
    return next(
        name for name in (month, *(f"{month}.{number}" for number in range(2, 100))) if name not in known
    )


def _next(project: "Project") -> tuple[Message, ...]:
    content = project.archive.content
    return (
        say_many("It holds %(number)s id.", "It holds %(number)s ids.", len(content.ids)),
        say("Next: say below 'changes:' of its entry what is new for readers, then 'atlas l10n update'."),
        say("Commit these files together; a tag of the same name makes the edition easy to find."),
    )
