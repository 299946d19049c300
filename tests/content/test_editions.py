"""The shipped editions: every id that one published leads somewhere for good, and each is as it was made."""

import hashlib
from pathlib import Path

import pytest

from generator.edition import FOLDER
from generator.project import open_project
from tests.site.built import LANGUAGES

PROJECT = Path(__file__).parent.parent.parent
MADE = {"2026.11": "311801cfe9a216973e2451d6cc244da7de6af8d5f0cc3a5eb7715b57dad4e173"}
"""The digest of each edition's file, which never changes."""


def test_no_id_that_an_edition_published_is_lost() -> None:
    project, _ = open_project(PROJECT, [*LANGUAGES])
    assert project is not None
    archive = project.archive

    assert list(archive.lost()) == []
    assert archive.kept.keys() == MADE.keys()
    ever = set(archive.ids())
    assert all(content.ids <= ever for content in archive.kept.values())
    assert len(ever) > 450


@pytest.mark.parametrize(("edition", "digest"), MADE.items())
def test_an_edition_is_the_file_that_was_made_then(edition: str, digest: str) -> None:
    content = (PROJECT / "frameworks" / FOLDER / f"{edition}.json").read_bytes()
    assert hashlib.sha256(content).hexdigest() == digest
