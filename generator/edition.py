"""Keep the content of each edition as a file, and tell which edition the content of today is.

The file holds what the edition published: every id, every record as its editors wrote it, and each sound
translation. It never changes; the content of today is compared with it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.crosswalk import Crosswalks
from generator.model import Atlas, Edition, Editions, Record, texts
from generator.parts import Parts
from generator.problems import Place, Problem, first_of, say, say_many
from generator.text import LocalText
from generator.things import Identity, successors, things
from generator.translate import SHARED_DOMAIN, View, sources
from generator.unfinished import Names, is_gone
from generator.untrusted import read_file

FOLDER = "editions"
"""Where the files lie, below `frameworks/`."""
_TOLD = 3
_MAX_BYTES = 64 * 1024 * 1024
_KEYS = ("languages", "ids", "records", "texts")


@dataclass(frozen=True)
class Published:
    """The latest edition, and whether the content has changed since."""

    edition: Edition
    changed: bool

    @property
    def version(self) -> str:
        """How programs are told of it: the id, and `+changes` where the content is newer."""
        return f"{self.edition.id}+changes" if self.changed else self.edition.id


@dataclass(frozen=True)
class Content:
    """What an edition holds, or would hold: plain data, as its file has it."""

    data: Mapping[str, Any]

    @property
    def ids(self) -> frozenset[str]:
        """The name of everything that has an id for good."""
        return frozenset(self.data["ids"])

    def is_in(self, other: "Content") -> bool:
        """Tell whether another content holds the same in the languages of this one."""
        languages = self.data["languages"]
        texts = {language: other.data["texts"].get(language) for language in languages}
        return dict(self.data) == {**other.data, "languages": languages, "texts": texts}

    def written(self, edition: Edition) -> bytes:
        """Write the file of an edition: the same bytes for the same content."""
        named = {"edition": edition.id, "date": edition.date.isoformat(), **self.data}
        return f"{json.dumps(named, ensure_ascii=False, indent=0, sort_keys=True)}\n".encode()


@dataclass(frozen=True)
class Archive:
    """What every edition of a project holds, by its id, the oldest first; and the content of today."""

    atlas: Atlas
    views: Mapping[str, View]
    kept: Mapping[str, Content] = field(default_factory=dict)

    @cached_property
    def content(self) -> Content:
        """What an edition of today would hold."""
        records = {
            name: record.model_dump(mode="json", by_alias=True, exclude_defaults=True)
            for name, record in _records(self.atlas)
        }
        translated = {language: dict(_translations(item.atlas)) for language, item in self.views.items()}
        ids = sorted(identity.name for identity in self._identities)
        return Content(dict(zip(_KEYS, ([*self.views], ids, records, translated), strict=True)))

    @cached_property
    def published(self) -> Published | None:
        """The latest edition; None where there is none yet."""
        editions = self.atlas.shared.editions.editions
        if not editions or editions[-1].id not in self.kept:
            return None
        return Published(editions[-1], changed=not self.kept[editions[-1].id].is_in(self.content))

    def ids(self) -> Mapping[str, str | None]:
        """Map every id that was ever published to the one of today; None where it leads nowhere."""
        today = dict.fromkeys(self.content.ids)
        later = successors(self._identities, self.atlas.redirects)
        ever = today.keys() | later.keys() | {id_ for content in self.kept.values() for id_ in content.ids}
        return {name: name if name in today else later.get(name) for name in sorted(ever)}

    def lost(self, drafts: Names = ()) -> Iterator[Problem]:
        """List the ids that an edition published and that lead nowhere today, each once.

        Of what went as a whole only the whole is told; `drafts` are the names of what will be back.
        """
        if not self.kept:
            return
        told: set[tuple[str, ...]] = {name for item in self.atlas.redirects.withdrawn for name in item.names}
        gone = {tuple(name.split("/")) for name, today in self.ids().items() if today is None}
        told |= {*drafts}
        gone = {path for path in gone if not (is_gone("/".join(path), told) or _is_of(path, told))}
        lists: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        for path in sorted(gone):
            name = "/".join(path)
            if not is_gone(name, gone - {path}):
                edition = next(id_ for id_, content in self.kept.items() if name in content.ids)
                lists.setdefault((edition, path[:-1]), []).append(name)
        for (edition, _), names in lists.items():
            message = say_many(
                "%(names)s was published in edition %(id)s",
                "%(number)s ids were published in edition %(id)s: %(names)s",
                len(names),
                names=first_of([f"'{name}'" for name in names], _TOLD),
                id=edition,
            )
            hint = say("Say in frameworks/redirects.yaml where it is now, or give the thing its id back")
            yield Problem("F252", Place("frameworks/redirects.yaml"), message, hint, "warning")

    @cached_property
    def _identities(self) -> tuple[Identity, ...]:
        found = things(self.atlas, Parts(self.atlas), Crosswalks(self.atlas))
        return tuple(thing.identity for thing in found if thing.identity)


def _is_of(path: tuple[str, ...], withdrawn: set[tuple[str, ...]]) -> bool:
    """Tell whether a path leads into the crosswalk of a withdrawn framework."""
    return (
        path[0] == "crosswalks" and len(path) > 1 and any((id_,) in withdrawn for id_ in path[1].split("--"))
    )


def read_editions(
    folder: Path, root: Path, editions: Editions
) -> tuple[dict[str, Content], tuple[Problem, ...]]:
    """Read the file of each edition below `folder` (`frameworks/`); a missing or damaged one is a problem."""
    kept: dict[str, Content] = {}
    problems: list[Problem] = []
    for edition in editions.editions:
        found = read_edition(folder, root, edition.id)
        if isinstance(found, Content):
            kept[edition.id] = found
        else:
            problems.append(found)
    return kept, tuple(problems)


def known_to_readers(kept: Mapping[str, Content]) -> frozenset[str]:
    """List the ids that the latest edition published."""
    return [*kept.values()][-1].ids if kept else frozenset()


def read_edition(folder: Path, root: Path, edition_id: str) -> Content | Problem:
    """Read what one edition holds, or say that its file is not there or damaged."""
    path = file_of(folder, edition_id)
    read = read_file(path, root, _MAX_BYTES)
    data = _parsed(read) if isinstance(read, bytes) else None
    if data is not None and data.get("edition") == edition_id:
        return Content({key: data[key] for key in _KEYS})
    message = say("The content of edition %(id)s is not there, or damaged", id=edition_id)
    hint = say("Take the file back from the history of the project; nobody writes it by hand")
    return Problem("F250", Place(path.relative_to(root).as_posix()), message, hint)


def file_of(folder: Path, edition_id: str) -> Path:
    """Where an edition's content lies, below `frameworks/`."""
    return folder / FOLDER / f"{edition_id}.json"


def _parsed(content: bytes) -> Mapping[str, Any] | None:
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and data.keys() >= {*_KEYS} and _is_whole(data) else None


def _is_whole(data: Mapping[str, Any]) -> bool:
    """Tell whether every part has the form in which it was written."""
    lists, records, languages = (data["languages"], data["ids"]), data["records"], data["texts"]
    if not all(isinstance(item, dict) for item in (records, languages)):
        return False
    named = all(isinstance(item, list) and all(isinstance(name, str) for name in item) for item in lists)
    translated = [*languages.values()]
    if not named or not all(isinstance(item, dict) for item in (*records.values(), *translated)):
        return False
    texts = [item for own in translated for item in own.values()]
    return all(
        isinstance(item, dict) and all(isinstance(text, str) for text in item.values()) for item in texts
    )


def _records(atlas: Atlas) -> Iterator[tuple[str, Record]]:
    """List the records that an edition keeps, under the names that their ids begin with."""
    for domain, prefix, record, _ in sources(atlas):
        if not isinstance(record, Editions):
            yield name_of(domain, prefix, record), record


def name_of(domain: str, prefix: str, record: Record) -> str:
    """The name under which an edition keeps a record of `generator.translate.sources`."""
    shared = prefix.rstrip(".").replace(".", "/") or type(record).__name__.lower()
    return domain if domain != SHARED_DOMAIN else shared


def _translations(atlas: Atlas) -> Iterator[tuple[str, dict[str, str]]]:
    """List the texts of one language that are translations, by their record's name and their path in it."""
    for name, record in _records(atlas):
        own = {
            path: str(text)
            for path, text, _ in texts(record)
            if isinstance(text, LocalText) and text.state == "translated"
        }
        if own:
            yield name, own
