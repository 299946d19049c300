"""What tests of commands ask for: a project to stand in, or one whose catalogues are up to date."""

import shutil
from contextlib import chdir
from pathlib import Path

import pytest

from generator.cli import main
from tests.site.projects import write_site_project


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
