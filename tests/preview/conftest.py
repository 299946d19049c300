"""Run one preview for the tests of a module, which leave its project as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.previewed import Running, previewing, translated
from tests.site.projects import replace, write_site_project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project that is previewed; a module that needs another one has its own."""
    return translated(write_site_project(tmp_path_factory.mktemp("project")))


@pytest.fixture(scope="module")
def styled(project: Path) -> None:
    """Let the project's pages look as they will."""
    replace(project / "mkdocs.yml", "plugins:\n", "extra_css: [assets/atlas.css]\nplugins:\n")


@pytest.fixture(scope="module")
def running(project: Path) -> Iterator[Running]:
    """One preview for tests that leave the project as it was."""
    with previewing(project) as running:
        yield running
