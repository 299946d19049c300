"""What a table says otherwise is written into a framework's data, and levels move as one does."""

from copy import deepcopy
from typing import Any

import pytest

from generator.editing.drafts.matrix import Matrix
from generator.editing.drafts.records import Listed
from generator.editing.drafts.structure import structures
from generator.editing.levels.moving import move
from generator.editing.levels.tabled import apply
from generator.editing.levels.told import Told
from generator.problems import Message


def level(own: str, number: int) -> dict[str, Any]:
    span = {"from": number - 1, "to": number, "confidence": "low", "justification": f"Why {own}."}
    return {"id": own, "number": number, "title": own.title(), "span": span}


DATA: dict[str, Any] = {
    "id": "harbour",
    "levels": [level("pier", 1), level("dock", 2), level("port", 3), level("bay", 4)],
    "transitions": [{"from": "pier", "to": "dock", "actions": {"build": "Build."}}],
    "self_assessment": [{"id": "is-dock", "reaches": "dock"}, {"id": "is-port", "reaches": "port"}],
    "practices": [{"id": "coil", "title": "Coil", "level": "pier"}],
}


def table(*order: str) -> Matrix:
    return Matrix({"levels": [item for own in order for item in DATA["levels"] if item["id"] == own]})


def applied(matrix: Matrix, listed: Listed | None = None) -> tuple[dict[str, Any], Told]:
    data, told = deepcopy(DATA), Told(Message.text)
    apply(data, (), structures(matrix, data), listed or Listed(), {"levels": []}, told)
    return data, told


def test_levels_in_another_order_take_transitions_questions_and_spans_along_as_a_move_does() -> None:
    data, told = applied(table("pier", "port", "bay", "dock"))
    moved, said = deepcopy(DATA), Told(Message.text)
    move(moved, "dock", 3, said)
    assert data == moved
    assert (
        [str(line) for line in told.gone]
        == [str(line) for line in said.gone]
        == ["goes: harbour/levels/dock/span: 1–2 · Why dock."]
    )
    assert [item["id"] for item in data["self_assessment"]] == ["is-port", "is-dock"]


@pytest.mark.parametrize(
    ("order", "moved"),
    [
        (("pier", "port", "dock", "bay"), 1),
        (("bay", "pier", "dock", "port"), 1),
        (("dock", "pier", "bay", "port"), 2),
        (("bay", "port", "dock", "pier"), 3),
    ],
)
def test_as_few_levels_as_can_be_lose_their_place_on_the_scale(order: tuple[str, ...], moved: int) -> None:
    data, _ = applied(table(*order))
    assert [item["id"] for item in data["levels"]] == [*order]
    assert [item["number"] for item in data["levels"]] == [1, 2, 3, 4]
    assert sum("span" not in item for item in data["levels"]) == moved


def test_a_transition_that_would_lead_down_goes_and_is_told() -> None:
    data, told = applied(table("dock", "pier", "port", "bay"))
    assert "transitions" not in data
    assert "goes: harbour/transitions/pier--dock: Build." in map(str, told.gone)


def test_a_practice_that_the_table_has_no_more_goes_and_is_told() -> None:
    listed = Listed(Matrix({"practices": []}), {"practices": (("title",), ("level",))})
    data, told = applied(Matrix({}), listed)
    assert "practices" not in data
    assert [str(line) for line in told.gone] == ["goes: harbour/practices/coil: Coil"]
    assert told.parts == {"harbour/practices/coil": "Coil"}


def test_of_a_practice_only_what_differs_is_written() -> None:
    row = {"id": "coil", "title": "Coil all", "level": "pier"}
    data, _ = applied(Matrix({}), Listed(Matrix({"practices": [row]}), {"practices": (("title",),)}))
    assert data["practices"] == [row]
    assert {**data, "practices": DATA["practices"]} == DATA
