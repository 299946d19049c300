"""The list of frameworks and each one's page say whose it is, as far as its file says."""

from typing import Any

import pytest

from tests import builders
from tests.pages.test_silence import text_of
from tests.pages.test_structured import TEMPLATES
from tests.quiz.test_results import site_of
from tests.rendering import renderer_of

RETOLD = {"second_hand": "By two at the office, told by another."}


@pytest.mark.parametrize(
    ("fields", "source", "listed", "headed"),
    [
        ({}, {"publisher": "Harbour Office", "year": 2026}, "Harbour Office, 2026", "Harbour Office · 2026"),
        ({"publisher": "Harbour Office"}, {"year": 2026}, "Harbour Office, 2026", "Harbour Office · 2026"),
        ({"publisher": "Harbour Office"}, {"author": "A. Pilot"}, "A. Pilot", "Harbour Office"),
        ({}, {"year": 2026}, "author unknown, 2026", "2026"),
        (
            {"publisher": "Harbour Office"},
            {**RETOLD, "author": "A. Pilot", "publisher": "A paper", "year": 2013},
            "Harbour Office, described by A. Pilot, 2013",
            "Harbour Office · described by A. Pilot, 2013",
        ),
        (
            {"publisher": "Harbour Office"},
            {**RETOLD, "year": 2013},
            "Harbour Office, 2013",
            "Harbour Office · 2013",
        ),
        ({}, RETOLD, "A book", "2 levels"),
    ],
)
def test_whose_a_framework_is_and_of_when_is_said_as_far_as_it_is_known(
    fields: dict[str, Any], source: dict[str, Any], listed: str, headed: str
) -> None:
    own = builders.framework("stairs", (0, 1), (1, 2), source={"document": "A book", **source}, **fields)
    making = renderer_of(TEMPLATES, site_of(own))
    assert f"{listed} English" in text_of(making, "frameworks/")
    assert f"{headed} · English" in text_of(making, "frameworks/stairs/")
