"""A project in, its translators' catalogues brought up to date or counted out."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogs import update as update_content
from generator.pages import progress
from generator.site.extraction import update_words, words_progress
from generator.site.project import Project
from generator.site.words import DOMAIN, has_catalogue


@dataclass(frozen=True)
class Status:
    """How complete one catalogue is."""

    language: str
    domain: str
    translated: int
    stale: int
    missing: int


def update(project: Project, languages: Sequence[str], *, write: bool) -> list[str]:
    """Update content and interface catalogues; gives the files that changed, or that would."""
    locales = project.folders.locales
    if write:
        return _update(project, locales, languages)
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / locales.name
        if locales.is_dir():
            shutil.copytree(locales, copy)
        return _update(project, copy, languages)


def status(project: Project, languages: Sequence[str]) -> Iterator[Status]:
    """Content and interface, language by language."""
    for language in languages:
        for item in progress(project.views):
            if item.language == language:
                yield Status(language, item.domain, item.translated, item.stale, item.missing)
        if has_catalogue(language):
            yield Status(language, DOMAIN, *words_progress(project.folders, language))


def _update(project: Project, locales: Path, languages: Sequence[str]) -> list[str]:
    changed: list[Path] = []
    for language in languages:
        changed += update_content(project.atlas, locales, language)[0]
        changed += update_words(project.folders, locales, language)
    return [path.relative_to(locales.parent).as_posix() for path in changed]
