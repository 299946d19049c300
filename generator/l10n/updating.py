"""Begin and update a project's catalogues."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.folders import Folders
from generator.l10n.catalogs.changes import Changes, changes, word_changes
from generator.l10n.catalogs.files import (
    WORD_DOMAINS,
    catalogue_path,
    entries,
    written,
)
from generator.l10n.catalogs.merging import Merged, merged_catalogues, wanted_texts
from generator.l10n.catalogs.standing import WRITTEN_IN
from generator.l10n.extraction import merged_words
from generator.l10n.languages import is_tag
from generator.load import load
from generator.model import Atlas
from generator.problems import Problem, errors
from generator.translate import SHARED_DOMAIN, view
from generator.validate import validate
from generator.writing import write_files


class Content(Protocol):
    """What translators work on: where it stands, and its data as it was written."""

    @property
    def folders(self) -> Folders:
        """The folders that the project keeps its files in."""

    @property
    def atlas(self) -> Atlas:
        """The data as one value."""


@dataclass(frozen=True)
class Data:
    """Sound data, in whatever state its catalogues are."""

    folders: Folders
    atlas: Atlas


@dataclass(frozen=True)
class Updated:
    """A catalogue that changed, or would; `changes` may be empty, as where only comments changed."""

    file: str
    changes: Changes


def open_data(root: Path) -> tuple[Data | None, tuple[Problem, ...]]:
    """Read the project's data without its catalogues; None where it has errors."""
    folders = Folders(root)
    loaded, found = load(folders.frameworks, root)
    problems = (*found, *validate(loaded))
    return (None if errors(problems) else Data(folders, loaded.atlas())), problems


def languages_begun(folders: Folders) -> list[str]:
    """List the languages that have a folder of catalogues."""
    if not folders.locales.is_dir():
        return []
    return sorted(path.name for path in folders.locales.iterdir() if path.is_dir() and is_tag(path.name))


def update(
    project: Content, languages: Sequence[str], *, write: bool, domain: str | None = None
) -> tuple[list[Updated], tuple[Problem, ...]]:
    """Bring catalogues of content and of words up to date; all of them, or with a problem none.

    Gives the files that changed, or, without `write`, those that say anything else: programs wrap lines in
    their own ways, which is no matter for whoever only looks.
    """
    folders = project.folders
    after: dict[Path, bytes] = {}
    result: list[Updated] = []
    problems: list[Problem] = []
    for language in languages:
        merged, found = brought_up_to_date(project, language, domain)
        problems.extend(found)
        wanted = wanted_texts(project.atlas, language)
        for name, (old, new) in merged.items():
            path = catalogue_path(folders.locales, language, name)
            content = written(new)
            if write or old is None:
                differs = old is None or path.read_bytes() != content
            else:
                differs = _as_compared(written(old)) != _as_compared(content)
            if differs:
                after[path] = content
                written_in = {item.context: item.language for item in wanted.get(name, ())}
                done = word_changes(old, new) if name in WORD_DOMAINS else changes(old, new, written_in)
                result.append(Updated(path.relative_to(folders.root).as_posix(), done))
    if problems:
        return [], tuple(problems)
    if write:
        write_files(after)
    return result, ()


def of_no_framework(project: Content, languages: Sequence[str]) -> list[str]:
    """List the catalogues whose framework is not there: nothing reads their translations any more."""
    folders = project.folders
    known = {*(framework.id for framework in project.atlas.frameworks), SHARED_DOMAIN, *WORD_DOMAINS}
    found = (catalogue_path(folders.locales, language, "*") for language in languages)
    paths = (path for pattern in found for path in sorted(pattern.parent.glob(pattern.name)))
    return [path.relative_to(folders.root).as_posix() for path in paths if path.stem not in known]


def _as_compared(content: bytes) -> bytes:
    """Return a catalogue without the ends of lines that some programs put into comments on a text."""
    return re.sub(rb"\s*\n#[.:] ", b" ", content)


def brought_up_to_date(
    project: Content, language: str, domain: str | None = None
) -> tuple[dict[str, Merged], tuple[Problem, ...]]:
    """Merge a language's catalogues of content and of words by domain, without writing them.

    The two of words belong together, whichever of them is asked for: a word may move between them.
    """
    folders = project.folders
    seen = project.atlas if language == WRITTEN_IN else in_english(project)
    merged, problems = merged_catalogues(project.atlas, folders.locales, language, seen)
    if domain in (None, *WORD_DOMAINS):
        words, unreadable = merged_words(folders, language)
        problems = (*problems, *unreadable)
        merged |= words
    wanted = WORD_DOMAINS if domain in WORD_DOMAINS else (domain,)
    return {name: pair for name, pair in merged.items() if domain is None or name in wanted}, problems


def in_english(project: Content) -> Atlas:
    """Read the data with what English it has, as its catalogues stand once they are brought up to date."""
    merged, _ = merged_catalogues(project.atlas, project.folders.locales, WRITTEN_IN)
    return view(project.atlas, WRITTEN_IN, {name: entries(new) for name, (_, new) in merged.items()}).atlas
