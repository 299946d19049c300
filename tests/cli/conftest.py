"""Give tests of commands a project to stand in."""

import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from generator.cli import main
from generator.l10n import extraction
from tests.site.projects import ROOT, write_site_project

FEW = ("pages/home.html", "pages/frameworks.html", "theme/main.html")
"""The templates of a project of which no site is built."""

SPEAKING = ("generator/cli/l10n/", "generator/l10n/", "generator/quiz/")
"""The modules whose words its catalogues have; those of all would be a thousand more to read."""


@pytest.fixture(scope="package", autouse=True)
def few_words() -> Iterator[None]:
    """Let the program have the words of a few modules only."""
    few = tuple(word for word in extraction.words_of_the_program() if word.file.startswith(SPEAKING))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(extraction, "words_of_the_program", lambda: few)
        yield


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, which is the current folder."""
    monkeypatch.chdir(write_site_project(tmp_path, *FEW))
    return tmp_path


@pytest.fixture
def all_templates(project: Path) -> None:
    """Let the small project have all templates, so that a site can be built of it."""
    shutil.copytree(ROOT / "templates", project / "templates", dirs_exist_ok=True)


@pytest.fixture(scope="package")
def made_up_to_date(few_words: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project after `atlas l10n update`, made once; tests get copies of its catalogues."""
    folder = write_site_project(tmp_path_factory.mktemp("up-to-date"), *FEW)
    with chdir(folder):
        assert main(["l10n", "update"]) == 0
    return folder


@pytest.fixture
def up_to_date(project: Path, made_up_to_date: Path) -> Path:
    """The small project with its catalogues, which is the current folder."""
    shutil.copytree(made_up_to_date / "locales", project / "locales")
    return project
