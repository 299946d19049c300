"""Say where a table differs from a framework's file, and on demand write what it says into the file."""

import datetime
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.cli.asked_project import planned
from generator.cli.command import PROBLEMS, SOUND, FailedError, UsageError
from generator.cli.drafting import words
from generator.cli.level_plan import tell_plan
from generator.cli.telling import complain_of, put_all, short, spoken, stop_at, tell
from generator.editing.drafts.changes import UnchangedError, described, differences, matched
from generator.editing.drafts.framework import completed_parts
from generator.editing.drafts.gathering import gathered
from generator.editing.drafts.importing import Imported, outside
from generator.editing.drafts.mangled import mangled
from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.meanwhile import meanwhile
from generator.editing.drafts.records import differing, read_parts, rows_gone
from generator.editing.drafts.shifted import shifted
from generator.editing.drafts.structure import described_structure, placed, structures, without_added
from generator.editing.drafts.unsound import new_errors, unfit_values
from generator.editing.inplace import Editable
from generator.editing.levels.fate import Fate
from generator.editing.levels.finding import Change
from generator.editing.levels.planning import Asked, LevelPlan, plan_change
from generator.editing.levels.tabled import apply
from generator.editing.levels.told import Told
from generator.editing.rename.planning import FileChange
from generator.folders import Folders
from generator.load import read_contents
from generator.load.documents import parse_document
from generator.load.tree import read_tree
from generator.model import Framework
from generator.problems import Problem, errors, in_order, say, say_many
from generator.unwritten import prompt

NOTHING = say("Nothing is written.")


def update(
    path: Path, root: Path, imported: Imported, table: Matrix, language: str | None, *, write: bool
) -> int:
    """Say where a table differs from a framework's file, and on demand write it into the file.

    Without a language the table is taken to be in the file's own.
    """
    file = os.path.relpath(path, root)
    content = path.read_bytes()
    document, found = parse_document(content, file, Framework)
    if document is None or errors(found):
        complain_of(found, root)
        raise FailedError
    if language not in (None, document.record.source_language):
        if not write and table.language is None:
            raise FailedError("%(path)s is there already; it is left as it is.", path=short(path))
        raise UsageError(
            "%(path)s is written in %(own)s, the table in %(language)s; translations stand in locales/",
            path=short(path),
            own=document.record.source_language,
            language=language,
        )
    data: Mapping[str, Any] = read_tree(content, file).value
    matrix, unmatched = (table, ()) if imported.has_keys else matched(table, data)
    listed = read_parts(imported, table, data)
    since: tuple[Problem, ...] = ()
    held, before = imported.held, None
    if held and held.matrix and (held.matrix.framework, table.framework) == (data["id"], data["id"]):
        before = held.matrix
        was = before, read_parts(held, before, data)
        (matrix, listed), since = meanwhile((matrix, listed), was, data)
    both = listed.with_matrix(matrix)
    if imported.has_keys:
        unmatched = shifted(both, data)
    unmatched = (*unmatched, *mangled(both, data))
    wrong = errors((*unmatched, *listed.problems, *since))
    if not wrong:
        asked = words(spoken(root))(say("What in the source puts it there."))
        both = placed(both, data, prompt(asked))
    lists = () if wrong else structures(both, data)
    kept = without_added(matrix, lists)
    changes, problems = ((), ()) if wrong else differences(kept, data, before)
    heading = outside((imported.heading,), None) if imported.heading else ()
    told = in_order([*heading, *unmatched, *problems, *listed.problems, *since])
    complain_of(gathered(told), root)
    for structure in lists:
        for line in described_structure(structure):
            tell(line)
    rows = () if wrong else tuple(differing(data, listed))
    for change in (*changes, *rows):
        tell("\n".join(described(change, data)))
    if wrong or errors(told):
        raise FailedError(NOTHING)

    def change_data(data: dict[str, Any], told: Told) -> Fate:
        return apply(data, changes, lists, listed, completed_parts(both.data, words(spoken(root))), told)

    gone = rows_gone(data, listed)
    follows = gone or any(found.kind == "levels" and found.is_sorted for found in lists)
    if follows and path.parent == Folders(root).frameworks:
        with suppress(UnchangedError):  # which the plan tells
            after = _written(content, file, change_data, Told(words(spoken(root))))
            stop_at(gathered(unfit_values(after, file, both)), root, said=NOTHING)
        plan = _planned(root, file, change_data)
    else:
        plan = _alone(content, path, file, change_data, root)
        stop_at(gathered(_unsound(plan.changes[0], path, root, both)), root, said=NOTHING)
    tell_plan(plan, file)
    number = len(changes) + len(rows) + len(gone) + sum(len(item.added) + item.is_sorted for item in lists)
    if not number:
        but = say("But for what is told above, %(path)s says the same.", path=short(path))
        same = say("%(path)s says the same.", path=short(path))
        stays = say("There is nothing to change in %(path)s.", path=short(path))
        tell(but if problems else stays if since else same)
        return PROBLEMS if problems else SOUND
    if not write:
        raise FailedError(
            say_many(
                "%(path)s is there already. To change this text in it: --update",
                "%(path)s is there already. To change these %(number)s texts in it: --update",
                number,
                path=short(path),
            )
        )
    put_all(root, plan.changes)
    tell(
        say_many(
            "Changed %(number)s text in %(path)s.",
            "Changed %(number)s texts in %(path)s.",
            number,
            path=short(path),
        )
    )
    return SOUND


def _planned(root: Path, file: str, change: Change) -> LevelPlan:
    """What becomes of all files, where others name what moves or goes."""
    asked = Asked(file, lambda framework, level: change, datetime.date.today())
    speak = words(spoken(root))
    return planned(root, lambda files: plan_change(files, asked, speak), NOTHING)


def _alone(content: bytes, path: Path, file: str, change: Change, root: Path) -> LevelPlan:
    """What becomes of the framework's file, where no other has to follow."""
    told = Told(words(spoken(root)))
    try:
        after = FileChange(file, content, file, _written(content, file, change, told), 1)
    except UnchangedError as error:
        raise FailedError(
            "%(path)s cannot be changed in place: %(reason)s", path=short(path), reason=error
        ) from error
    return LevelPlan(tuple(told.gone), told.left_all(), (after,))


def _written(content: bytes, file: str, change: Change, told: Told) -> bytes:
    """Write a framework's file as it is after a change; UnchangedError where that is not done in place."""
    edit = Editable(content, file)
    change(edit.value, told)
    return edit.written()


def _unsound(change: FileChange, path: Path, root: Path, matrix: Matrix) -> tuple[Problem, ...]:
    """What validation would refuse once a framework's file is changed, by itself or beside the others."""
    file = Path(change.before or "").as_posix()
    found = unfit_values(change.new, file, matrix)
    if found or change.new == change.old or path.parent != Folders(root).frameworks:
        return found
    contents, _ = read_contents(path.parent, root)
    return new_errors(contents, Path(file).parent.as_posix(), change.new, file, matrix)
