"""Plan every change that a renaming makes to a project's files, or say what prevents it.

Nothing is planned that would not load and validate: the new project is checked before a byte is written.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from generator.editing.rename.catalogues import renamed_catalogue
from generator.editing.rename.data import Renamed, renamed_data
from generator.editing.rename.finding import find, given_names
from generator.editing.rename.history import FILE, with_redirect
from generator.editing.rename.prose import changed_addresses, following, renamed_prose
from generator.editing.rename.refreshing import place_of, refreshed
from generator.editing.rename.renaming import Renaming
from generator.load import Document, Loaded, load_contents
from generator.model import Framework, Name, Record, Redirects, home_of, texts
from generator.problems import Place, Problem, errors, in_order, say
from generator.translate import SHARED_DOMAIN
from generator.validate import validate


@dataclass(frozen=True)
class Files:
    """A project's files by their paths: data, content catalogues of every language, pages written by hand.

    `folder` is where the data is; a catalogue's path ends in `<language>/LC_MESSAGES/<domain>.po`,
    a page's path starts with `pages` and its language.
    """

    data: Mapping[str, bytes]
    catalogues: Mapping[str, bytes]
    prose: Mapping[str, bytes]
    folder: str = "frameworks"
    pages: str = "docs"
    version_of: Callable[[str], str] = str
    """The version of a page's text, by which a translated page names its original."""


@dataclass(frozen=True)
class FileChange:
    """A file before and after, None where it is not there; `places` is how many words of it change."""

    before: str | None
    old: bytes
    after: str | None
    new: bytes
    places: int


@dataclass(frozen=True)
class Plan:
    """All that a renaming changes."""

    renaming: Renaming
    changes: tuple[FileChange, ...]

    @property
    def places(self) -> int:
        """How many words change in all files."""
        return sum(change.places for change in self.changes)


def plan(
    files: Files, old: str, new: str, since: datetime.date | None
) -> tuple[Plan | None, tuple[Problem, ...]]:
    """Plan the renaming that someone wrote; without a date the old address is not kept."""
    loaded, wrong = sound(files)
    if wrong:
        return None, wrong
    names = given_names(loaded)
    redirects = loaded.redirects.record if loaded.redirects else Redirects()
    renaming, refused = find(old, new, names, redirects)
    if renaming is None:
        return None, refused
    # A text in a list has no address; what has an `id` line of its own is a thing that others point to.
    is_thing = not names[renaming.old][1].is_key
    data, refused = _data(loaded, files, renaming, since if is_thing else None)
    contents = {item.file: item.content for item in data.values() if item.file}
    now, unread = load_contents(contents, files.folder)
    refused = refused or errors([*unread, *validate(now)])
    if refused:
        return None, in_order(refused)
    if refused := tuple(_overwritten(files, renaming)):
        return None, refused
    catalogues = _catalogues(loaded, now, data, files, renaming)
    prose = prose_after(list(names), files, renaming)
    changes = tuple(
        _changes({**files.data, **files.catalogues, **files.prose}, {**data, **catalogues, **prose})
    )
    return Plan(renaming, changes), ()


def sound(files: Files) -> tuple[Loaded, tuple[Problem, ...]]:
    """Read the data, and find what keeps it from being changed: errors, and all that a file was read with.

    What a file could not be read with is not followed, so all that was found there counts.
    """
    loaded, found = load_contents(files.data, files.folder)
    return loaded, in_order((*found, *errors(validate(loaded))))


def changes_between(before: Mapping[str, bytes], after: Mapping[str, bytes | None]) -> tuple[FileChange, ...]:
    """List the files that differ, by their names; None stands for one that goes."""
    return tuple(
        FileChange(
            file if file in before else None,
            before.get(file, b""),
            None if new is None else file,
            new or b"",
            1,
        )
        for file, new in sorted(after.items())
        if before.get(file) != new
    )


def _data(
    loaded: Loaded, files: Files, renaming: Renaming, since: datetime.date | None
) -> tuple[dict[str, Renamed], tuple[Problem, ...]]:
    data, problems = renamed_data(loaded, files.data, renaming)
    file = f"{files.folder}/{FILE}"
    known = data.pop(file, None)
    if problems:
        return data, problems
    content, problems = with_redirect(known.content if known else None, file, renaming, since)
    before = files.data.get(file)
    places = (known.places if known else 0) + (since is not None)
    if content is not None:
        data[file] = Renamed(file, content, places)
    elif before is not None:
        data[file] = Renamed("", b"", 1)
    return data, problems


def _catalogues(
    loaded: Loaded, now: Loaded, data: Mapping[str, Renamed], files: Files, renaming: Renaming
) -> dict[str, Renamed]:
    """Rename in every catalogue, by its path before."""
    by_file = {document.file: document for document in now.documents}
    known: dict[str, dict[str, str]] = {}
    for document in loaded.documents:
        if document.file in data and (after := by_file.get(data[document.file].file)):
            known.setdefault(_domain(document), {}).update(_contexts(document.record, after.record))
    places = {file: place_of(file) for file in files.catalogues}
    before: dict[tuple[str, str], str] = {}
    after_: dict[tuple[str, str], str] = {}
    counts: dict[str, int] = {}
    for file, (language, domain) in places.items():
        before[language, domain] = text = files.catalogues[file].decode("utf-8-sig")
        new, counts[file] = renamed_catalogue(text, domain, renaming, known.get(domain, {}))
        after_[language, renaming.id_of((domain,))] = new
    touched = {renaming.old[0], renaming.new[0], SHARED_DOMAIN}
    if renaming.is_framework:
        touched |= known.keys()
    fresh = refreshed((loaded.atlas(), before), (now.atlas(), after_), touched)
    result = {}
    for file, (language, domain) in places.items():
        mark = b"\xef\xbb\xbf" if files.catalogues[file].startswith(b"\xef\xbb\xbf") else b""
        content = mark + fresh[language, renaming.id_of((domain,))].encode()
        result[file] = Renamed(_path(file, renaming), content, counts[file])
    return result


def _path(file: str, renaming: Renaming) -> str:
    """Say where a catalogue stands after a renaming."""
    path = PurePosixPath(file)
    return path.with_name(f"{renaming.id_of((path.stem,))}.po").as_posix()


def _domain(document: Document[Record]) -> str:
    return document.record.id if isinstance(document.record, Framework) else SHARED_DOMAIN


def _contexts(before: Record, after: Record) -> Iterator[tuple[str, str]]:
    starts = [
        "" if isinstance(item, Framework) else "".join(f"{step}." for step in home_of(item))
        for item in (before, after)
    ]
    pairs = zip(texts(before, starts[0]), texts(after, starts[1]), strict=True)
    yield from ((old[0], new[0]) for old, new in pairs)


def prose_after(names: Sequence[Name], files: Files, renaming: Renaming) -> dict[str, Renamed]:
    """Let links of hand-written pages follow, by their files before."""
    changed = changed_addresses(names, renaming)
    uris = {file: "/".join(PurePosixPath(file).relative_to(files.pages).parts[1:]) for file in files.prose}
    before = {file: content.decode("utf-8") for file, content in files.prose.items()}
    after = {file: renamed_prose(text, uris[file], changed) for file, text in before.items()}
    versions = {
        files.version_of(before[file]): files.version_of(text)
        for file, (text, count) in after.items()
        if count
    }
    return {
        file: Renamed(file, following(text, versions).encode(), count)
        for file, (text, count) in after.items()
    }


def _changes(before: Mapping[str, bytes], after: Mapping[str, Renamed]) -> Iterator[FileChange]:
    for file, item in after.items():
        old = before.get(file)
        if old != item.content or file != item.file:
            yield FileChange(
                file if old is not None else None, old or b"", item.file or None, item.content, item.places
            )


def _overwritten(files: Files, renaming: Renaming) -> Iterator[Problem]:
    """Report catalogues that would take another's place, such as one left behind by a former framework."""
    for file in files.catalogues:
        new = _path(file, renaming)
        if new != file and new in files.catalogues:
            message = say("%(file)s would be written over", file=new)
            yield Problem("R809", Place(new), message, say("Move it away, or choose another id"))
