"""Give tests of commands a project to stand in."""

from pathlib import Path

import pytest

from tests.site.projects import write_site_project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project, which is the current folder."""
    monkeypatch.chdir(write_site_project(tmp_path))
    return tmp_path
