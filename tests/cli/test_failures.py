"""The ten mistakes that everybody makes first: each is answered with what to do, in the reader's language."""

from pathlib import Path

import pytest

from tests.cli.failures import failing_project, told
from tests.golden import Case, cases


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("case", cases("failures"))
def test_whoever_makes_it_is_told(
    case: Case, language: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    failing_project(project, case)

    assert told(project, case, language, capsys) == case[language]
