"""A column that was sorted or moved apart from its rows is told from what a translator changes."""

from collections.abc import Sequence

import pytest

from generator.l10n.exchange.shifted import shifted
from generator.l10n.exchange.units import Returned, Unit
from generator.problems import Message

SOURCES = (
    "Boats lie at anchor",
    "A pier for everybody",
    "Pilots know every berth",
    "The dock stays dry",
    "Cranes lift all cargo",
    "Customs look at papers",
)
TARGETS = (
    "Schepen liggen voor anker",
    "Een steiger voor iedereen",
    "Loodsen kennen elke ligplaats",
    "Het dok blijft droog",
    "Kranen tillen alle lading",
    "De douane bekijkt papieren",
)
NAMES = ("Start", "Basis", "Gevorderd", "Expert", "Top", "Meester")


def said(
    now: Sequence[str],
    before: Sequence[str] = TARGETS,
    *,
    doubted: Sequence[int] = (),
    sources: Sequence[str] = SOURCES,
    table: str = "back.csv",
) -> dict[str, Message]:
    """Say what is said of a table that holds these translations now."""
    units = [
        Unit("harbour", str(number), "", "en", (source,), (before[number],), number in doubted)
        for number, source in enumerate(sources)
    ]
    items = [
        Returned("nl", "harbour", str(number), source, now[number], table=table)
        for number, source in enumerate(sources)
    ]
    return shifted({"harbour": units}, items)


@pytest.mark.parametrize(
    "now",
    [
        sorted(TARGETS),
        TARGETS[::-1],
        ("", *TARGETS[:-1]),
        (*TARGETS[1:], ""),
        (*TARGETS[:2], "", *TARGETS[2:-1]),
        (TARGETS[1], TARGETS[2], TARGETS[0], *TARGETS[3:]),
        (TARGETS[1], TARGETS[2], TARGETS[0], "Het dok is droog", "Kranen tillen lading", TARGETS[5]),
    ],
)
def test_a_column_that_was_sorted_or_shifted_is_found(now: Sequence[str]) -> None:
    assert "column 'target' of back.csv" in str(said(now)["back.csv"])


@pytest.mark.parametrize(
    "now",
    [
        TARGETS,
        ("",) * 6,
        tuple(f"{text}!" for text in TARGETS),
        (TARGETS[1], TARGETS[0], *TARGETS[2:]),
        (TARGETS[0],) * 6,
        ("Schepen liggen stil", TARGETS[2], *TARGETS[2:]),
    ],
)
def test_what_a_translator_changes_is_no_shift(now: Sequence[str]) -> None:
    assert not said(now)


def test_names_of_levels_may_move_up_by_one() -> None:
    assert not said(("Begin", *NAMES[:-1]), NAMES)


def test_offers_that_wait_for_a_look_may_be_put_in_their_places() -> None:
    assert not said(TARGETS, TARGETS[::-1], doubted=range(6))


def test_texts_that_say_nearly_the_same_may_change_places() -> None:
    sources = [f"Boats lie at anchor in the large harbour, pier {sign}" for sign in "abcdef"]

    assert not said(TARGETS[::-1], sources=sources)


def test_only_the_rows_of_a_table_can_be_shifted() -> None:
    assert not said(TARGETS[::-1], table="")


def test_a_column_of_notes_can_be_shifted_too() -> None:
    units = [
        Unit("harbour", str(n), "", "en", (source,), (TARGETS[n],), remarks=f"Why is it called {n}?")
        for n, source in enumerate(SOURCES)
    ]
    items = [
        Returned(
            "nl", "harbour", str(n), source, TARGETS[n], remarks=f"Why is it called {5 - n}?", table="a.csv"
        )
        for n, source in enumerate(SOURCES)
    ]

    assert "column 'translator_comments' of a.csv" in str(shifted({"harbour": units}, items)["a.csv"])
