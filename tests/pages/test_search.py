"""What search is given to find: an entry for each thing, with its names and its texts."""

from generator.pages.search import Thing, things
from tests import builders
from tests.pages.test_comparing import site_of

FOUND = list(things(site_of(builders.loaded_project().atlas())))


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
