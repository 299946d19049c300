"""Save a text that somebody changed on a page: in its data file, or in the catalogue of its translation.

Nothing else of the file changes, and nothing at all where the text is no longer what the page showed, or
where the new one is a mistake.
"""

import codecs
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from http import HTTPStatus
from pathlib import Path
from typing import Literal, Self

import polib

from generator.editing.drafts.changes import UnchangedError, ValueChange, changed
from generator.editing.drafts.fields import value_at
from generator.folders import Folders
from generator.l10n.catalogs.files import (
    LARGEST,
    MEANING_CHANGED,
    catalogue_path,
    has_unseen,
    parsed,
    read_text,
)
from generator.l10n.catalogs.lint import Expected, Surroundings, allowed_codes, entry_findings, surroundings
from generator.load import Loaded, load_contents, read_contents, read_tree
from generator.preview.trace import Origin, traced
from generator.problems import Message, Place, Problem, added, errors, reason_of, say
from generator.translate import view
from generator.untrusted import read_file
from generator.validate import validate
from generator.writing import write_files

Of = Literal["source", "translation"]

_OTHER = say(
    "The text is another one by now, so nothing is saved. Copy what you wrote, close this and open it again."
)
_GONE = say("Its file has a mistake by now, or the text is gone, so nothing is saved. Copy what you wrote.")
_EMPTY = say("A text cannot be empty.")
_HIDDEN = say("The text holds a sign that nobody sees.")
BY_HAND = say("This text cannot be changed without changing more of its file. Change it in the file.")


@dataclass(frozen=True)
class Asked:
    """A text's name, what a page showed of it, and what is to be there; a translation's `source` as well."""

    of: Of
    language: str
    domain: str
    context: str
    source: str
    old: str
    new: str

    @classmethod
    def read(cls, body: Mapping[str, object]) -> Self | None:
        """Read what a browser sent; None where it is nothing that a page of ours sends."""
        given = {item.name: body.get(item.name) for item in fields(cls)}
        if given["of"] not in ("source", "translation"):
            return None
        if not all(isinstance(value, str) and is_text(value) for value in given.values()):
            return None
        words = {name: str(value) for name, value in given.items()}
        words["new"] = re.sub(r"\r\n?", "\n", words["new"]).strip()
        return cls(**words)  # type: ignore[arg-type]


class RefusedError(Exception):
    """A text that is not saved, with the reasons."""

    def __init__(self, status: HTTPStatus, *reasons: Message) -> None:
        """Keep the reasons for whoever says them."""
        super().__init__(" ".join(map(str, reasons)))
        self.status, self.reasons = status, reasons


def text_of(loaded: Loaded, domain: str, context: str) -> Origin | None:
    """Find a text by its name, as it was first written; None where there is none, or its file is broken."""
    if loaded.themes is None or loaded.scale is None or loaded.glossary is None:
        return None
    _, origins = traced(view(loaded.atlas(), "", {}), loaded)
    return next((item for item in origins if (item.domain, item.context) == (domain, context)), None)


def save_source(root: Path, asked: Asked) -> None:
    """Write a text into its data file; raise RefusedError where it is not to be."""
    folder = Folders(root).frameworks
    name = folder.relative_to(root).as_posix()
    contents, _ = read_contents(folder, root)
    loaded, found = load_contents(contents, name)
    origin = text_of(loaded, asked.domain, asked.context)
    if origin is None:
        raise RefusedError(HTTPStatus.CONFLICT, _GONE)
    file = origin.place.file
    after = with_text(contents[file], origin.place, asked.old, asked.new)
    reloaded, found_after = load_contents({**contents, file: after}, name)
    # Of a crosswalk's end that is not as it must be there is only a warning: the end itself is not there.
    _refuse(added(found, found_after))
    _refuse(errors(added(validate(loaded), validate(reloaded))))
    write(root / file, root, contents[file], after)


def with_text(content: bytes, place: Place, old: str, new: str) -> bytes:
    """Put a text in the place of the one that stands there; raise RefusedError where that is another."""
    if not new:
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, _EMPTY)
    tree = read_tree(content, place.file)
    paths = [path for path, at in tree.positions.values.items() if at == (place.line, place.column)]
    path = next((path for path in paths if value_at(tree.value, path) == old), None)
    if path is None:
        raise _another(next((str(value_at(tree.value, path)) for path in paths), ""))
    if new == old:
        return content
    try:
        return changed(content, place.file, [ValueChange(path, old, new)])
    except UnchangedError as error:
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, BY_HAND) from error


def save_translation(root: Path, expected: Expected, asked: Asked) -> None:
    """Write a translation into its catalogue, as one of the source that its translator saw."""
    path = catalogue_path(Folders(root).locales, asked.language, asked.domain)
    text, unreadable = read_text(path, path.relative_to(root).as_posix())
    _refuse(unreadable)
    content = _read(path, root)
    if text is None or content.decode("utf-8-sig") != text:
        raise RefusedError(HTTPStatus.CONFLICT, _OTHER)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    write(path, root, content, mark + with_translation(text, expected, asked).encode())


def with_translation(text: str, expected: Expected, asked: Asked) -> str:
    """Put a translation into its entry of a catalogue's text; raise RefusedError where it is not to be."""
    if not asked.new:
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, _EMPTY)
    if has_unseen(asked.new):
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, _HIDDEN)
    catalogue, unreadable = parsed(text, asked.domain)
    _refuse(unreadable)
    assert catalogue is not None
    held = expected.texts.get((asked.context, ""))
    entry = _entry(catalogue, asked.context)
    if held is None or entry is None or (held.text, entry.msgstr) != (asked.source, asked.old):
        raise _another(entry.msgstr if entry and entry.msgstr != asked.old else "")
    entry.msgid, entry.msgstr = held.text, asked.new
    entry.flags = [flag for flag in entry.flags if flag not in ("fuzzy", MEANING_CHANGED)]
    entry.previous_msgid = entry.previous_msgctxt = entry.previous_msgid_plural = None
    _refuse(errors(_complaints(entry, surroundings(catalogue, expected))))
    result = _with_entry(text, entry)
    if [*map(str, parsed(result, asked.domain)[0] or ())] != [*map(str, catalogue)]:
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, BY_HAND)
    return result


def _another(now: str) -> RefusedError:
    """Refuse to write over somebody else's text, and show it: whoever wrote this one keeps both."""
    shown = [say("It says now: %(text)s", text=now)] if now else []
    return RefusedError(HTTPStatus.CONFLICT, _OTHER, *shown)


def _entry(catalogue: polib.POFile, context: str) -> polib.POEntry | None:
    """Find the one entry in use of a context: of two nobody can say which of them counts."""
    found = [entry for entry in catalogue if entry.msgctxt == context and not entry.obsolete]
    return found[0] if len(found) == 1 else None


def _complaints(entry: polib.POEntry, around: Surroundings) -> Iterable[Problem]:
    """List what lint says of an entry, but for what its translator allows."""
    held = around.expected.texts[entry.msgctxt or "", ""]
    for _, finding in entry_findings(entry, held, around, looked_at=True):
        if finding.code not in allowed_codes(entry):
            yield Problem(finding.code, Place(""), finding.message, finding.hint, finding.severity)


def _with_entry(text: str, entry: polib.POEntry) -> str:
    """Put an entry in the place of the one of its context; entries are kept apart by empty lines."""
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    context = f'msgctxt "{polib.escape(entry.msgctxt or "")}"'
    start = end = lines.index(context) if context in lines else 0
    while start > 0 and lines[start - 1].strip():
        start -= 1
    while end < len(lines) and lines[end].strip():
        end += 1
    return newline.join([*lines[:start], *entry.__unicode__(0).rstrip("\n").split("\n"), *lines[end:]])


def _refuse(problems: Iterable[Problem]) -> None:
    """Raise RefusedError with what problems say, if there are any."""
    if said := [part for item in problems for part in said_by(item)]:
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, *said)


def said_by(problem: Problem, label: Message | None = None) -> list[Message]:
    """Say what is wrong and what to do; with the label of a field in the place of its path in the file."""
    message = problem.message
    if label is not None:
        named = tuple((name, label if name == "name" else value) for name, value in message.values)
        message = replace(message, values=named)
    return [part for part in (message, problem.hint) if part is not None]


def _read(path: Path, root: Path) -> bytes:
    """Read a file of the project; raise RefusedError where it cannot be, for it could be before."""
    content = read_file(path, root, LARGEST)
    if not isinstance(content, bytes):
        raise RefusedError(HTTPStatus.CONFLICT, _OTHER)
    return content


def write(path: Path, root: Path, before: bytes | None, after: bytes) -> None:
    """Write a file, unless somebody else has written it while it was looked at; a new one has no `before`."""
    if path.exists() if before is None else _read(path, root) != before:
        raise RefusedError(HTTPStatus.CONFLICT, _OTHER)
    try:
        write_files({path: after})
    except OSError as error:
        reason = say("The file cannot be written: %(reason)s", reason=reason_of(error))
        raise RefusedError(HTTPStatus.UNPROCESSABLE_ENTITY, reason) from error


def is_text(value: str) -> bool:
    """Whether a string can be written as UTF-8: JSON can hold half a character."""
    return not any("\ud800" <= sign <= "\udfff" for sign in value)


def read_body(body: bytes, token: str) -> Mapping[str, object]:
    """Read what a browser sent; nothing of what is no JSON of a page that knows the token."""
    try:
        given = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) and given.get("token") == token else {}
