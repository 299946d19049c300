"""A folder that nobody may look into is told of, and never taken for an empty one."""

import os
from pathlib import Path

import pytest

from generator import untrusted
from generator.project import open_project
from tests.builders import write_project
from tests.site.projects import write_site_project


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Names of folders that may not be listed, also by an administrator."""
    names: set[str] = set()
    scandir = os.scandir

    def refusing(path: str) -> object:
        if Path(path).name in names:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    return names


@pytest.mark.parametrize("name", ["frameworks", "crosswalks", "docs", "nl", "locales", "templates", "parts"])
def test_a_folder_that_cannot_be_listed_is_a_problem(name: str, closed: set[str], tmp_path: Path) -> None:
    project = write_site_project(tmp_path)
    (project / "locales" / "nl").mkdir(parents=True, exist_ok=True)
    closed.add(name)

    made, problems = open_project(project, ["en", "nl"])

    assert made is None
    assert {problem.code for problem in problems} == {"C607"}
    assert any(problem.place.file.endswith(name) for problem in problems)
    assert all("The folder cannot be read" in str(problem) for problem in problems)


def test_folders_that_can_be_listed_are_left_alone(tmp_path: Path) -> None:
    assert list(untrusted.closed_folders([write_project(tmp_path), tmp_path / "nowhere"])) == []
