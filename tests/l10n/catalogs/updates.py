"""Bring catalogues of content alone up to date, as tests have them."""

from pathlib import Path

from generator.l10n.catalogs.files import catalogue_path, written
from generator.l10n.catalogs.merging import merged_catalogues
from generator.model import Atlas
from generator.problems import Problem
from generator.writing import write_files


def update(atlas: Atlas, locales: Path, language: str) -> tuple[list[Path], tuple[Problem, ...]]:
    """Bring a language's content catalogues up to date, and return the files that changed.

    With a problem nothing is written.
    """
    merged, problems = merged_catalogues(atlas, locales, language)
    if problems:
        return [], problems
    after = {catalogue_path(locales, language, domain): written(new) for domain, (_, new) in merged.items()}
    return write_files(after), problems
