"""What a path of ids leads to."""

import pytest

from generator.model import Level, found_at
from tests.builders import loaded_project

HARBOUR = loaded_project().atlas().framework("harbour")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("harbour/levels/pier/signs/one-plank", "There is *one* plank."),
        ("harbour/cells/crew/dock", "Two people with a rota."),
        ("harbour/transitions/dock--port/actions/hire-pilots", "Hire pilots."),
    ],
)
def test_a_path_leads_to_a_text(path: str, text: str) -> None:
    assert found_at(HARBOUR, path) == text


def test_a_path_leads_to_a_record() -> None:
    found = found_at(HARBOUR, "harbour/levels/pier")
    assert isinstance(found, Level)
    assert found.title == "Pier"


@pytest.mark.parametrize(
    "path",
    [
        "harbour/levels",
        "harbour/levels/prow",
        "harbour/levels/pier/signs",
        "harbour/levels/pier/signs/two",
        "harbour/nothing/pier",
        "mill/levels/pier",
    ],
)
def test_a_path_to_nothing_or_to_a_whole_list_leads_nowhere(path: str) -> None:
    assert found_at(HARBOUR, path) is None
