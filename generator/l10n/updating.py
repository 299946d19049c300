"""Begin and update a project's catalogues."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.folders import Folders
from generator.l10n.catalogs.changes import Changes, changes, word_changes
from generator.l10n.catalogs.files import (
    WORDS,
    catalogue_path,
    entries,
    written,
)
from generator.l10n.catalogs.merging import Merged, merged_catalogues
from generator.l10n.catalogs.standing import WRITTEN_IN
from generator.l10n.extraction import merged_words
from generator.l10n.languages import is_tag
from generator.load import load
from generator.model import Atlas
from generator.problems import Problem, errors
from generator.translate import view
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

    Gives the files that changed, or, without `write`, those that would.
    """
    folders = project.folders
    named = _english(project)
    after: dict[Path, bytes] = {}
    result: list[Updated] = []
    problems: list[Problem] = []
    for language in languages:
        seen = project.atlas if language == WRITTEN_IN else named
        merged, found = merged_catalogues(project.atlas, folders.locales, language, seen)
        problems.extend(found)
        pairs: dict[str, Merged] = dict(merged)
        if domain in (None, WORDS):
            words, unreadable = merged_words(folders, language)
            problems.extend(unreadable)
            if words is not None:
                pairs[WORDS] = words
        for name, (old, new) in pairs.items():
            path = catalogue_path(folders.locales, language, name)
            content = written(new)
            if domain in (None, name) and (not path.is_file() or path.read_bytes() != content):
                after[path] = content
                done = word_changes(old, new) if name == WORDS else changes(old, new)
                result.append(Updated(path.relative_to(folders.root).as_posix(), done))
    if problems:
        return [], tuple(problems)
    if write:
        write_files(after)
    return result, ()


def _english(project: Content) -> Atlas:
    """Read the data with what English it has, as its catalogues stand once they are brought up to date."""
    merged, _ = merged_catalogues(project.atlas, project.folders.locales, WRITTEN_IN)
    return view(project.atlas, WRITTEN_IN, {name: entries(new) for name, (_, new) in merged.items()}).atlas
