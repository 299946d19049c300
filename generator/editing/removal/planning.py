"""Plan what goes with a framework: its file, its crosswalks, its catalogues, and where others name it.

Nothing is planned that would not load and validate: what somebody has to mend first is a problem.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from generator.editing.drafts.changes import UnchangedError
from generator.editing.gone import Word, words_gone
from generator.editing.inplace import Editable
from generator.editing.rename.history import FILE, notice
from generator.editing.rename.planning import FileChange, Files, changes_between, sound
from generator.load import Document, Loaded, load_contents
from generator.load.tree import Path
from generator.model import Framework, Record, mentions
from generator.problems import Place, Problem, added, did_you_mean, errors, in_order, say
from generator.published import standing
from generator.validate import validate


@dataclass(frozen=True)
class Removal:
    """What goes, what changes, the pages by hand that still name it, each with the lines; and lost words."""

    framework: Framework
    gone: tuple[str, ...]
    findings: tuple[str, ...]
    changed: Mapping[str, int]
    prose: Sequence[Place]
    changes: tuple[FileChange, ...]
    words: tuple[Word, ...]


def plan_removal(
    files: Files, framework_id: str, instead: str | None, day: datetime.date | None
) -> tuple[Removal | None, tuple[Problem, ...]]:
    """Plan a removal; without a day its addresses end, as for what was never published."""
    loaded, wrong = sound(files)
    if wrong:
        return None, wrong
    known = loaded.by_id
    for wanted in (framework_id, *([instead] if instead else [])):
        if wanted not in known:
            message = say("Nothing has the id '%(id)s'", id=wanted)
            return None, (Problem("R801", Place(""), message, did_you_mean(wanted, known)),)
    if instead == framework_id:
        message = say(
            "Nothing would have the id '%(id)s' any more, so readers cannot be led to it", id=instead
        )
        others = did_you_mean(instead, known.keys() - {framework_id})
        return None, (Problem("R801", Place(""), message, others),)
    gone = {file for file in files.data if _is_about(file, framework_id)}
    gone |= {item.file for item in loaded.benchmarks if item.record.framework == framework_id}
    data = {file: content for file, content in files.data.items() if file not in gone}
    fallen = list(_fallen(loaded, framework_id))
    changed: dict[str, int] = {}
    problems: list[Problem] = []
    for document in loaded.documents:
        if document.file in gone or not (named := _mentioned(document, framework_id)):
            continue
        items = fallen if document is loaded.findings else []
        try:
            data[document.file] = _without(Editable(data[document.file], document.file), [*named, *items])
            changed[document.file] = len(named)
        except UnchangedError:
            problems += [_by_hand(document.value(*path), framework_id) for path in named]
    findings = loaded.findings.record.findings if loaded.findings else ()
    told = tuple(findings[int(path[1])].id for path in fallen if len(path) == len(("findings", 0)))
    if day is not None:
        file = f"{files.folder}/{FILE}"
        edit = notice(data.get(file), file, _entry(known[framework_id], told, instead, day))
        data[file] = edit.written()
    if not problems:
        now, unread = load_contents(data, files.folder)
        problems = [
            Problem("R810", problem.place, problem.message, say("Change it first, or take it away"))
            for problem in errors(added(validate(loaded), [*unread, *validate(now)]))
        ]
    if problems:
        return None, in_order(problems)
    every = {*gone, *(file for file in files.catalogues if PurePosixPath(file).stem == framework_id)}
    changes = changes_between({**files.data, **files.catalogues}, {**data, **dict.fromkeys(every)})
    removal = Removal(
        known[framework_id],
        tuple(sorted(every)),
        told,
        changed,
        _in_prose(files, framework_id),
        changes,
        words_gone(loaded, now, changes),
    )
    return removal, ()


def _mentioned(document: Document[Record], framework: str) -> list[Path]:
    """List the paths of all that names a framework, or something in it, in a file about something else."""
    return [
        mention.path
        for mention in mentions(document.record)
        if mention.role in ("used", "path") and mention.name[0] == framework
    ]


def _without(edit: Editable, paths: Sequence[Path]) -> bytes:
    """Take entries out of the lists of a file; UnchangedError where one stands in no list."""
    for path in sorted(paths, reverse=True):
        entries = edit.value
        for step in path[:-1]:
            entries = entries[step]
        if not isinstance(entries, list):
            raise UnchangedError(edit.file)
        del entries[int(path[-1])]
    return edit.written()


def _fallen(loaded: Loaded, framework_id: str) -> Iterator[Path]:
    """List the findings that would rest on too little, and the positions of others that would on nothing."""
    gone = [(framework_id,)]
    for index, finding in enumerate(loaded.findings.record.findings if loaded.findings else ()):
        left = standing(finding, gone)
        if left is None:
            yield "findings", index
            continue
        kept = {position.id for position in left.positions}
        for number, position in enumerate(finding.positions):
            if position.id not in kept:
                yield "findings", index, "positions", number


def _is_about(file: str, framework_id: str) -> bool:
    path = PurePosixPath(file)
    about = path.stem.split("--") if path.parent.name == "crosswalks" else [path.stem]
    return framework_id in about


def _by_hand(place: Place, framework_id: str) -> Problem:
    message = say("This leads to '%(id)s', which would be gone", id=framework_id)
    return Problem("R810", place, message, say("Change it first, or take it away"))


def _entry(
    framework: Framework, findings: Sequence[str], instead: str | None, day: datetime.date
) -> dict[str, Any]:
    """Make the notice that a framework was withdrawn, with all that had an address and goes with it."""
    parts = [
        f"{framework.id}/{kind}/{item.id}"
        for kind in ("levels", "layers", "dimensions")
        for item in getattr(framework, kind)
    ]
    parts += [f"findings/{finding}" for finding in findings]
    entry = {"id": framework.id, "title": framework.title, "since": day}
    return entry | ({"instead": instead} if instead else {}) | ({"parts": parts} if parts else {})


def _in_prose(files: Files, framework_id: str) -> list[Place]:
    """List the lines of pages by hand that link to a page of the framework."""
    steps = (
        f"frameworks/{framework_id}/",
        f"quiz/{framework_id}/",
        f"/{framework_id}--",
        f"--{framework_id}/",
    )
    return [
        Place(file, number)
        for file, content in files.prose.items()
        for number, line in enumerate(content.decode("utf-8").splitlines(), 1)
        if any(step in line for step in steps)
    ]
