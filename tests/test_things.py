"""Everything that has an address of its own: what search is given to find, and what has an id for good."""

from generator.model import Redirects
from generator.things import Thing, things
from tests import builders
from tests.pages.test_comparing import site_of

SITE = site_of(builders.loaded_project().atlas())
FOUND = list(things(SITE.atlas, SITE.parts, SITE.walks))


def at(address: str) -> Thing:
    """The thing at an address."""
    [found] = [thing for thing in FOUND if thing.address == address]
    return found


def test_every_kind_of_thing_has_its_address() -> None:
    assert {thing.kind: thing.address for thing in reversed(FOUND)} == {
        "term": "glossary/#berth",
        "framework": "frameworks/harbour/",
        "quiz": "quiz/harbour/",
        "level": "frameworks/harbour/levels/pier/",
        "dimension": "frameworks/harbour/dimensions/crew/",
        "cell": "frameworks/harbour/#crew-pier",
        "claim": "frameworks/harbour/#claim-most-stay",
        "practice": "frameworks/harbour/#practice-coil-ropes",
        "target profile": "frameworks/harbour/#profile-fishing-port",
        "layer": "frameworks/mill/layers/wheel/",
        "building block": "frameworks/mill/#capability-sluice",
        "theme": "themes/people/",
        "band": "findings/ebb/",
        "finding": "findings/#every-boat",
        "mapping": "crosswalks/harbour--lantern/#pier-candle",
        "pair": "crosswalks/harbour--lantern/",
    }


def test_no_thing_is_listed_twice() -> None:
    assert len({thing.address for thing in FOUND}) == len(FOUND)


def test_a_level_is_found_by_its_signs_and_by_what_leads_to_it() -> None:
    assert at("frameworks/harbour/levels/pier/").texts == (
        "One plank for every boat.",
        "There is *one* plank.",
    )
    assert at("frameworks/harbour/levels/dock/").texts == ("A berth for each kind of boat.", "Build berths.")


def test_a_finding_is_found_by_each_of_its_sentences() -> None:
    assert "The lantern answers each ship." in at("findings/#every-boat").texts


def test_what_has_an_id_for_good_has_one_of_its_own() -> None:
    named = [thing.identity.name for thing in FOUND if thing.identity]

    assert len(set(named)) == len(named) == len(FOUND) - 3
    for name in ("harbour", "harbour/cells/crew/pier", "harbour/claims/most-stay", "findings/every-boat"):
        assert name in named
    assert "crosswalks/harbour--lantern/mappings/pier-candle" in named
    assert "glossary/terms/berth" in named


def test_the_ids_that_a_thing_had_before_lead_to_it() -> None:
    moved = {"from": "harbour/levels/jetty", "to": "harbour/levels/pier"}
    renamed = Redirects.model_validate({"redirects": [moved]})

    def former(address: str) -> list[str]:
        identity = at(address).identity
        return list(identity.former(renamed)) if identity else []

    assert former("frameworks/harbour/levels/pier/") == ["id/harbour/#levels/jetty"]
    assert former("frameworks/harbour/#crew-pier") == ["id/harbour/#cells/crew/jetty"]
    assert former("frameworks/harbour/levels/dock/") == []
