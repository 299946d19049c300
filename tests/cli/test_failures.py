"""The ten mistakes that everybody makes first: each is answered with what to do, in the reader's language."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import FEW
from tests.cli.failures import in_dutch, make_mistake, told
from tests.golden import Case, cases
from tests.site.projects import write_site_project


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without a mistake, made once."""
    return in_dutch(write_site_project(tmp_path_factory.mktemp("sound"), *FEW))


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("case", cases("failures"))
def test_whoever_makes_it_is_told(
    case: Case, language: str, sound: Path, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(sound, project, dirs_exist_ok=True)
    make_mistake(project, case)

    assert told(project, case, language, capsys) == case[language]
