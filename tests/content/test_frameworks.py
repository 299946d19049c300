"""The shipped frameworks: complete, placed, on themes, and with the facts of their sources."""

from pathlib import Path

import pytest

from generator.load import load
from generator.model import Atlas, texts, texts_on
from generator.problems import Problem
from generator.validate import gates, validate

PROJECT = Path(__file__).parent.parent.parent
LOADED, FOUND = load(PROJECT / "frameworks")
ATLAS: Atlas = LOADED.atlas()


def test_the_shipped_data_has_no_problem_at_all() -> None:
    problems: tuple[Problem, ...] = (*FOUND, *validate(LOADED))

    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize(
    ("framework_id", "levels", "dimensions", "cells", "layers"),
    [
        ("clearhead", 5, 8, 40, 0),
        ("customer2-ai", 0, 0, 0, 3),
        ("fasenmodel", 4, 5, 20, 0),
        ("io", 5, 0, 0, 0),
        ("sitecore-cxm", 7, 0, 0, 0),
    ],
)
def test_every_framework_has_the_shape_of_its_source(
    framework_id: str, levels: int, dimensions: int, cells: int, layers: int
) -> None:
    framework = ATLAS.framework(framework_id)

    found = (
        len(framework.levels),
        len(framework.dimensions),
        sum(map(len, framework.cells.values())),
        len(framework.layers),
    )

    assert found == (levels, dimensions, cells, layers)


FACTS = {
    "io": """
        Coolblue | Bol.com | Booking.com | Netflix | Spotify | SMEs | Belgium | 50 | 41% | CTR | 100
        | one additional hire | 4–5 | 40 | 2–3 | CDP | CRM | A/B | brand voice | guardrails |
        pricing page
    """,
    "clearhead": """
        persona | web, mobile, email, POS | demographic | psychographic | behavioural | correlat |
        causation | black box | third-party | near real | RACI | quarter | Center of Excellence |
        Mavericks | product recommendation widgets | one size fits all | federation | omnichannel
    """,
    "customer2-ai": """
        2005 | 2026 | 80% | 10% | under 60 | onboarding | renewal | in-app | support
    """,
    "fasenmodel": """
        RFM | Customer Lifetime Value | CLV | ESP | CDP | CRM | 360 graden | next best action |
        on-site | marketing automation | awareness | leadgeneratie | acquisitie | realtime |
        klanttevredenheid
    """,
    "sitecore-cxm": """
        SEO | PPC | multichannel funnels | ROMI | persona | rules-based | cart abandonment | 1:1 |
        data hub | decision engine | predictive | Attract | Convert | Advocate | Lifetime Customers
        | Wiley | 2014 | lifecycle | attribution | time on site
    """,
}
"""Names, figures and terms of each source, between bars."""


@pytest.mark.parametrize("framework_id", FACTS)
def test_no_fact_of_a_source_is_lost(framework_id: str) -> None:
    framework = ATLAS.framework(framework_id)
    everything = (
        " ".join([text for _, text, _ in texts(framework)]).casefold() + str(framework.source).casefold()
    )

    facts = [" ".join(fact.split()) for fact in FACTS[framework_id].split("|")]

    missing = [fact for fact in facts if fact.casefold() not in everything]

    assert missing == []


def test_io_has_three_signs_a_level_four_steps_three_building_blocks_and_five_questions() -> None:
    io = ATLAS.framework("io")

    assert [len(level.signs) for level in io.levels] == [3] * 5
    assert [step.key for step in io.transitions] == [
        "cro--experiments",
        "experiments--continuous",
        "continuous--cross-channel",
        "cross-channel--one-to-one",
    ]
    assert [point.id for point in io.capabilities] == [
        "unified-data-layer",
        "ai-orchestration-layer",
        "scalable-content-engine",
    ]
    assert [question.reaches for question in io.self_assessment] == [level.id for level in io.levels]


def test_every_claim_names_who_makes_it() -> None:
    claims = [claim for framework in ATLAS.frameworks for claim in framework.claims]

    assert claims
    assert all(claim.by for claim in claims)


def test_sitecores_third_and_fourth_level_share_the_wording_of_their_first_kpi() -> None:
    levels = {level.id: level for level in ATLAS.framework("sitecore-cxm").levels}
    third, fourth = levels["align"].kpis, levels["optimize"].kpis

    assert next(iter(third.values())) == next(iter(fourth.values()))
    assert len(fourth) > len(third)


def test_every_level_has_a_span_with_a_justification_and_a_confidence() -> None:
    items = [
        *(
            (framework.id, level.id, level.span)
            for framework in ATLAS.frameworks
            for level in framework.levels
        ),
        *(
            (framework.id, layer.id, layer.span)
            for framework in ATLAS.frameworks
            for layer in framework.layers
        ),
    ]

    assert [item for item in items if not (item[2] and item[2].justification and item[2].confidence)] == []


def test_nothing_is_left_unjudged_unchecked_or_silent_without_a_reason() -> None:
    assert [str(gate) for gate in gates(ATLAS) if not str(gate).endswith(": 0.")] == []


def test_who_judged_and_who_checked_are_roles_or_people_that_readers_are_told_of() -> None:
    known = {"editor", "sceptic"}
    mappings = [mapping for walk in ATLAS.crosswalks for mapping in walk.mappings]

    assert {mapping.author for mapping in mappings} | {mapping.reviewer for mapping in mappings} == known


def test_the_kpis_of_all_seven_levels_stand_on_goals_and_kpis() -> None:
    framework = ATLAS.framework("sitecore-cxm")
    [theme] = [item for item in framework.on_themes if item.theme == "goals-and-kpis"]
    found = [text for path in theme.items for _, text in texts_on(framework, path)]

    assert found == [text for level in framework.levels for text in level.kpis.values()]


def test_what_a_document_does_not_say_is_marked() -> None:
    marked = {
        framework.id: {item.what: item.document for item in framework.source.added}
        for framework in ATLAS.frameworks
    }

    assert marked["sitecore-cxm"] == {
        "level-titles": "connect",
        "group-titles": "connect",
        "author": "post",
        "year": "post",
        "questions": None,
    }
    assert marked["fasenmodel"] == marked["customer2-ai"] == {"title": None, "questions": None}
    assert marked["clearhead"] == {"questions": None}
    assert marked["io"] == {}
