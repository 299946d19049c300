"""Give tests of commands a project to stand in."""

import shutil
from collections.abc import Iterator
from contextlib import chdir
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pytest
from jinja2.ext import babel_extract

from generator.cli import main
from generator.l10n import extraction
from tests.site.projects import write_site_project


@pytest.fixture(scope="session", autouse=True)
def templates_are_read_once() -> Iterator[None]:
    """Remember by its content which words a template has: all projects have the same templates."""
    known: dict[bytes, list[Any]] = {}

    def remembered(file: IO[bytes], *how: Any, **options: Any) -> list[Any]:
        content = file.read()
        if content not in known:
            known[content] = list(babel_extract(BytesIO(content), *how, **options))
        return known[content]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extraction, "babel_extract", remembered)
        yield


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, which is the current folder."""
    monkeypatch.chdir(write_site_project(tmp_path))
    return tmp_path


@pytest.fixture(scope="session")
def made_up_to_date(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project after `atlas l10n update`, made once; tests get copies of its catalogues."""
    folder = write_site_project(tmp_path_factory.mktemp("up-to-date"))
    with chdir(folder):
        assert main(["l10n", "update"]) == 0
    return folder


@pytest.fixture
def up_to_date(project: Path, made_up_to_date: Path) -> Path:
    """The small project with its catalogues, which is the current folder."""
    shutil.copytree(made_up_to_date / "locales", project / "locales")
    return project
