"""Write what a form says into its file: whole lines come in or change, and all else of the file stays.

Nothing is written where the file has changed since the form was shown, or where the result would not load.
"""

import datetime
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any

from generator.editing.crosswalks.drafting import Draft, Outset, whole_file
from generator.editing.crosswalks.worklist import empty_walk
from generator.editing.drafts.changes import UnchangedError
from generator.editing.drafts.structure import Structure, between, put_in, restructured
from generator.editing.ids import is_id, unique_id
from generator.editing.inplace import Editable, plain
from generator.folders import Folders
from generator.load import Loaded, load_contents, read_contents, read_tree
from generator.preview.forms.fields import FormField, filled
from generator.preview.forms.record import AFTER, NAMED_BY, Sent, Target, target_of
from generator.preview.language_pages import Sound
from generator.preview.saving import BY_HAND, RefusedError, said_by, write
from generator.problems import Message, Problem, Translate, added, errors, say
from generator.unfinished import asked_of, is_draft, is_judged
from generator.unwritten import prompt
from generator.validate import validate

_CHANGED = say(
    "The file has changed since this was opened, so nothing is saved. Copy what you wrote, close this "
    "and open it again."
)
_ASKED = say("This relation asks for it. Fill it in, or let it be a draft.")


class FieldsError(Exception):
    """What is wrong with the fields of a form, by their names; what is about none of them has no name."""

    def __init__(self, reasons: Mapping[str, Iterable[Message]]) -> None:
        """Keep the reasons for whoever says them."""
        super().__init__(str(reasons))
        self.reasons = reasons


def save_record(root: Path, sent: Sent, sound: Sound | None, translate: Translate) -> None:
    """Write a form into its file; raise RefusedError or FieldsError where it is not to be."""
    folder = Folders(root).frameworks
    name = folder.relative_to(root).as_posix()
    contents, _ = read_contents(folder, root)
    loaded, found = load_contents(contents, name)
    target = None
    if sound is not None:
        language = sound.project.default_language
        atlas = sound.project.views[language].atlas
        target = target_of(loaded, contents, atlas, sent.of, sent.domain, sent.context)
    if target is None or target.seen != sent.seen:
        raise RefusedError(HTTPStatus.CONFLICT, _CHANGED)
    after = with_record(target, sent.values, language, translate)
    _check(target, loaded, found, load_contents({**contents, target.file: after}, name), after)
    write(root / target.file, root, target.content if target.data else None, after)


def with_record(target: Target, given: Mapping[str, str], language: str, translate: Translate) -> bytes:
    """Put what a form says into its file's content."""
    values, missing = filled(target.fields, given, NAMED_BY[target.of], translate)
    if missing:
        raise FieldsError({name: [reason] for name, reason in missing.items()})
    try:
        if target.index is not None:
            return _changed(target, values)
        item = _item(target, values)
        if not is_id(item["id"]):
            # All that would name it would be told as well.
            hint = say("An id has small letters, digits and single hyphens, such as 'first-steps'")
            raise FieldsError({"id": [hint]})
        if item["id"] in target.taken:
            raise FieldsError({"id": [say("There is one with this id.")]})
        if target.of == "level":
            return _with_level(target, item, given.get(AFTER.name, ""), translate)
        if not target.data:
            pair = [framework.id for framework in target.frameworks]
            outset = Outset(language, None, datetime.date.today())
            made = Draft([item], [], {})
            walk = empty_walk(*pair)
            return whole_file(
                walk, made, outset, lambda said: said.text(translate), has_every_level=False
            ).encode()
        edit = Editable(target.content, target.file)
        edit.value["mappings"] = [*(edit.value.get("mappings") or ()), item]
        return edit.written()
    except UnchangedError as error:
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, BY_HAND) from error


def _changed(target: Target, values: Mapping[FormField, Any]) -> bytes:
    """Change the fields of what is there that are said otherwise."""
    edit = Editable(target.content, target.file)
    item = edit.value[f"{target.of}s"][target.index]
    order = [field.path[0] for field in target.fields]
    for field, value in values.items():
        [key] = field.path
        old = item.get(key)
        if field.is_name or plain(value) == (old.strip() if isinstance(old, str) else old or None):
            continue
        if value is None:
            del item[key]
        elif key in item:
            item[key] = value
        else:
            put_in(item, key, {key: value}, order)
    return edit.written()


def suggested_id(target: Target, given: Mapping[str, str]) -> str:
    """Make an id of what names a new record; empty where that is not said yet."""
    names = [given.get(name, "").strip().rpartition("/")[2] for name in NAMED_BY[target.of]]
    return unique_id(" ".join(names), target.of, target.taken) if all(names) else ""


def _item(target: Target, values: Mapping[FormField, Any]) -> dict[str, Any]:
    """Make the record of a file that values say, in the order of the schema."""
    item: dict[str, Any] = {}
    texts = {field.name: value for field, value in values.items() if isinstance(value, str)}
    for field, value in values.items():
        if field.is_name:
            value = value or suggested_id(target, texts)
        if value is not None and field is not AFTER:
            *outer, last = field.path
            there = item
            for step in outer:
                there = there.setdefault(step, {})
            there[last] = value
    return item


def _with_level(target: Target, item: dict[str, Any], after: str, translate: Translate) -> bytes:
    """Put in a level, with a place between its neighbours where they have one, and a draft of each cell."""
    levels: list[Any] = target.items
    ids = [level["id"] for level in levels]
    at = ids.index(after) + 1 if after in ids else 0
    if any("number" in level for level in levels):
        item = {"id": item.pop("id"), "number": at + 1, **item}
    spans = [level.get("span") for level in levels]
    if "span" not in item and any(spans):
        below = next((span for span in reversed(spans[:at]) if span), None)
        above = next((span for span in spans[at:] if span), None)
        why = prompt(say("What in the source puts it there.").text(translate))
        put_in(item, "span", {"span": between(below, above, why)}, [field.path[0] for field in target.fields])
    empty = prompt(say("What this looks like here.").text(translate))
    completed = {
        "levels": [item],
        "cells": {row: {item["id"]: empty} for row in target.data.get("cells", {})},
    }
    order = (*ids[:at], item["id"], *ids[at:])
    structure = Structure("levels", order, {item["id"]: item}, False)
    return restructured(target.content, target.file, [structure], completed)


def _check(
    target: Target,
    before: Loaded,
    found: Iterable[Problem],
    after: tuple[Loaded, Iterable[Problem]],
    content: bytes,
) -> None:
    """Raise FieldsError with all that would be wrong, each by the field that it is about."""
    loaded, found_after = after
    if target.of == "mapping":
        _check_pair(target, loaded)
    # Of a crosswalk's end that is not as it must be there is only a warning: the end itself is not there.
    new = [*added(found, found_after), *errors(added(validate(before), validate(loaded)))]
    if not new:
        return
    tree = read_tree(content, target.file)
    items = tree.value[f"{target.of}s"]
    ids = [item["id"] for item in target.items]
    at = target.index
    if at is None:
        at = next(number for number, item in enumerate(items) if item["id"] not in ids)
    prefix = (f"{target.of}s", at)
    places = {
        place: path[2:]
        for where in (tree.positions.keys, tree.positions.values)
        for path, place in where.items()
        if path[:2] == prefix and len(path) > 2
    }
    reasons: dict[str, list[Message]] = {}
    for problem in new:
        place = (problem.place.line, problem.place.column)
        path = places.get(place, ()) if problem.place.file == target.file else ()
        field = next((one for one in target.fields if path and one.path == path[: len(one.path)]), None)
        name, label = (field.name, field.label) if field else ("", None)
        reasons.setdefault(name, []).extend(said_by(problem, label))
    raise FieldsError(reasons)


def _check_pair(target: Target, after: Loaded) -> None:
    """Raise FieldsError where a pair is related already, or its relation asks for more than was said.

    A check of the whole passes over a pair of which one is a draft, and only warns of the second.
    """
    walk = next((item.record for item in after.crosswalks if item.file == target.file), None)
    if walk is None:
        return
    at = len(walk.mappings) - 1 if target.index is None else target.index
    item = walk.mappings[at]
    ends = {item.subject, item.object}
    if target.index is None or ends != {target.items[at]["subject"], target.items[at]["object"]}:
        for number, other in enumerate(walk.mappings):
            if number != at and ends == {other.subject, other.object}:
                said = say("'%(id)s' relates these two already: change that one.", id=other.id)
                raise FieldsError({"object": [said]})
    if not is_draft(item) and not is_judged(item):
        asked = [name for name in asked_of(item) if getattr(item, name) is None]
        raise FieldsError({name: [_ASKED] for name in asked})
