"""Plan every change to a project's files that comes of a change to one level, or say what prevents it.

The new project is read and checked before a byte is written: what its check will say is told beforehand.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.editing.drafts.changes import UnchangedError
from generator.editing.gone import Word, words_gone
from generator.editing.inplace import Editable
from generator.editing.levels.catalogues import followed
from generator.editing.levels.counts import follow_counts
from generator.editing.levels.fate import Fate
from generator.editing.levels.finding import Choice, RefusedError, find_level, sibling
from generator.editing.levels.following import (
    draft_mapping,
    follow_crosswalk,
    follow_findings,
    follow_framework,
    follow_glossary,
    follow_redirects,
)
from generator.editing.levels.told import Told, Words
from generator.editing.rename.finding import given_names
from generator.editing.rename.history import FILE, START
from generator.editing.rename.planning import (
    FileChange,
    Files,
    changes_between,
    prose_after,
    sound,
)
from generator.editing.rename.renaming import Renaming
from generator.load import Loaded, load_contents
from generator.model import Framework
from generator.problems import Message, Problem, added, errors, in_order, say
from generator.unfinished import drafts_of
from generator.validate import validate


@dataclass(frozen=True)
class Asked:
    """A change that somebody asked for: of which level, and what its old addresses lead to.

    Without a day its addresses end, as for what was never published. A change of a whole framework names the
    file of that in place of a level.
    """

    level: str
    choice: Choice
    day: datetime.date | None = None
    instead: str | None = None


@dataclass(frozen=True)
class LevelPlan:
    """All that changes: what goes, what is left to be done, and the files."""

    gone: tuple[Message, ...]
    left: tuple[Message, ...]
    changes: tuple[FileChange, ...]
    words: tuple[Word, ...] = ()
    """What the files that stay have no more."""


def plan_change(files: Files, asked: Asked, words: Words) -> tuple[LevelPlan | None, tuple[Problem, ...]]:
    """Plan a change of a level that is there."""
    loaded, wrong = sound(files)
    if wrong:
        return None, wrong
    try:
        whole = (item.record for item in loaded.frameworks if item.file == asked.level)
        framework, level = next(((one, "") for one in whole), None) or find_level(loaded, asked.level)
        change = asked.choice(framework, level)
        instead = asked.instead and f"{framework.id}/levels/{sibling(framework, level, asked.instead)}"
    except RefusedError as error:
        return None, (error.problem,)
    told = Told(words)
    edits = {
        document.file: Editable(files.data[document.file], document.file) for document in loaded.documents
    }
    home = next(item for item in loaded.frameworks if item.record is framework)
    fate = change(edits[home.file].value, told)
    counts_gone = _follow(loaded, edits, framework, fate, told)
    _redirect(files, loaded, edits, framework, fate, (asked.day, instead), told)
    try:
        data, unread, after = _sound(files, edits, told, counts_gone)
    except RefusedError as error:
        return None, (error.problem,)
    new = added(validate(loaded), [*unread, *validate(after)])
    if wrong := unread or errors(new):
        return None, in_order(Problem("R813", item.place, item.message, item.hint) for item in wrong)
    told.left += (say("%(message)s (%(file)s)", message=item.message, file=item.place.file) for item in new)
    told.left += _held_back(framework, after.by_id[framework.id])
    catalogues, open_texts = followed(files, loaded, after, fate.framework)
    told.left += open_texts
    prose = _prose(files, loaded, fate, told)
    told.left += _named(framework, after.by_id[framework.id], fate)
    every = {**files.data, **files.catalogues, **files.prose}
    changes = changes_between(every, {**data, **catalogues, **prose, **dict.fromkeys(counts_gone)})
    return LevelPlan(tuple(told.gone), told.left_all(), changes, words_gone(loaded, after, changes)), ()


def _follow(
    loaded: Loaded, edits: Mapping[str, Editable], before: Framework, fate: Fate, told: Told
) -> list[str]:
    """Let all files follow; return those of benchmarks that cannot."""
    home = next(item.file for item in loaded.frameworks if item.record.id == before.id)
    gone_parts = follow_framework(edits[home].value, fate, told)
    fate = replace(fate, gone=fate.gone | gone_parts)
    for walk in loaded.crosswalks:
        if before.id in (walk.record.subject, walk.record.object):
            follow_crosswalk(edits[walk.file], fate, told)
    if loaded.findings:
        follow_findings(edits[loaded.findings.file], fate, told)
    if loaded.glossary:
        follow_glossary(edits[loaded.glossary.file].value, fate)
    gone = []
    orders = [item.id for item in before.levels], [item["id"] for item in edits[home].value["levels"]]
    for count in loaded.benchmarks:
        if count.record.framework == before.id and not follow_counts(edits[count.file].value, *orders, fate):
            gone.append(count.file)
            told.gone.append(say("goes: %(file)s: it counts what is no longer there", file=count.file))
    return gone


def _redirect(
    files: Files,
    loaded: Loaded,
    edits: dict[str, Editable],
    before: Framework,
    fate: Fate,
    notice: tuple[datetime.date | None, str | None],
    told: Told,
) -> None:
    """Let old addresses lead on, or say that the level was withdrawn."""
    if loaded.redirects:
        follow_redirects(edits[loaded.redirects.file].value, fate, told)
    day, instead = notice
    vanished = bool(fate.level) and fate.level not in fate.heirs
    if day is None or not (vanished or told.parts):
        return
    file = f"{files.folder}/{FILE}"
    data = edits.setdefault(file, Editable(files.data.get(file, START), file)).value
    former = f"{before.id}/levels/{fate.level}"
    entries: list[dict[str, Any]] = [
        {"id": part, "title": title, "since": day} for part, title in told.parts.items()
    ]
    if vanished and fate.heirs:
        new = {"from": former, "to": f"{before.id}/levels/{fate.heirs[0]}", "since": day}
        data["redirects"] = [*data.get("redirects", ()), new]
    elif vanished:
        title = next(level.title for level in before.levels if level.id == fate.level)
        entry = {"id": former, "title": title, "since": day}
        entry |= {"instead": instead} if instead else {}
        entries = [entry | ({"parts": list(told.parts)} if told.parts else {})]
    if entries:
        data["withdrawn"] = [*data.get("withdrawn", ()), *entries]
    if file not in files.data and not data["redirects"]:
        del data["redirects"]


def _sound(
    files: Files, edits: Mapping[str, Editable], told: Told, gone: Sequence[str]
) -> tuple[dict[str, bytes], tuple[Problem, ...], Loaded]:
    """Write all files; mappings that the new order speaks against are drafts again."""
    while True:
        data = {file: _written(edit) for file, edit in edits.items() if file not in gone}
        loaded, unread = load_contents(data, files.folder)
        crossed = [problem for problem in errors(validate(loaded)) if problem.code == "M307"]
        if unread or not crossed:
            return data, unread, loaded
        file = crossed[0].place.file
        document = next(item for item in loaded.crosswalks if item.file == file)
        places = {document.value("mappings", i, "relation"): i for i in range(len(document.record.mappings))}
        draft_mapping(edits[file], places[crossed[0].place], told)


def _written(edit: Editable) -> bytes:
    try:
        return edit.written()
    except UnchangedError as error:
        raise RefusedError(
            "R812",
            say("%(path)s cannot be changed in place: %(reason)s", path=edit.file, reason=error),
            say("Write it there with a line for each key, or change it by hand"),
        ) from error


def _prose(files: Files, loaded: Loaded, fate: Fate, told: Told) -> dict[str, bytes]:
    """Let links of pages by hand follow, or name the lines of those that lead to what is gone."""
    old = (fate.framework, "levels", fate.level)
    if fate.heirs and fate.level not in fate.heirs:
        after = prose_after(list(given_names(loaded)), files, Renaming(old, (*old[:-1], fate.heirs[0])))
        return {file: item.content for file, item in after.items()}
    if not fate.heirs and fate.level:
        step = f"frameworks/{fate.framework}/levels/{fate.level}/"
        for file, content in files.prose.items():
            for number, line in enumerate(content.decode("utf-8").splitlines(), 1):
                if step in line:
                    told.left.append(say("this line links to it: %(line)s", line=f"{file}:{number}"))
    return {}


def _held_back(before: Framework, after: Framework) -> Iterator[Message]:
    """Say what is not published until its texts are written."""
    known = drafts_of(before)
    names = dict.fromkeys("/".join(name) for name in drafts_of(after) if name not in known)
    if names:
        yield say("not published until its texts are written: %(names)s", names=", ".join(names))


def _named(before: Framework, after: Framework, fate: Fate) -> Iterator[Message]:
    """Say which titles and numbers sentences may still name."""
    numbers = {level.id: level.shown_number for level in after.levels}
    moved = [
        f"{level.id} {level.shown_number} → {numbers[level.id]}"
        for level in before.levels
        if numbers.get(level.id, level.shown_number) != level.shown_number
    ]
    if moved:
        yield say(
            "other numbers than before, also in sentences and claims: %(numbers)s", numbers=", ".join(moved)
        )
    titles = [level.title for level in before.levels if level.id in (fate.level, *fate.touched)]
    if titles:
        yield say(
            "sentences that name it: look for %(titles)s", titles=", ".join(f"'{one}'" for one in titles)
        )
