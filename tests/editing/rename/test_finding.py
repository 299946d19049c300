"""What someone writes is found by its short form, or refused with what to do."""

import pytest

from generator.editing.rename.finding import find, given_names
from generator.model import Redirects
from tests.builders import loaded_project

NAMES = given_names(loaded_project())
REDIRECTS = Redirects.model_validate(
    {"redirects": [{"from": "harbour/levels/plank", "to": "harbour/levels/pier"}]}
)
AN_ID = "An id has small letters, digits and single hyphens, such as 'first-steps'"
KNOWN = "Known here: harbour, lantern, mill, themes, reference-scale, glossary, findings"
LAST, ANOTHER = "Only the last id changes: write 'harbour/levels/jetty'", "Choose another id"


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [
        ("harbour", "bay", "bay"),
        ("harbour/pier", "harbour/jetty", "harbour/levels/jetty"),
        ("harbour/pier", "jetty", "harbour/levels/jetty"),
        ("harbour/levels/pier", "harbour/jetty", "harbour/levels/jetty"),
        ("harbour/pier", "harbour/levels/jetty/", "harbour/levels/jetty"),
        ("harbour/one-plank", "two-planks", "harbour/levels/pier/signs/two-planks"),
        ("harbour/pier/one-plank", "harbour/pier/two-planks", "harbour/levels/pier/signs/two-planks"),
        ("mill/overshot", "mill/undershot", "mill/layers/wheel/variants/undershot"),
        ("themes/people", "themes/crowd", "themes/crowd"),
        ("glossary/berth", "glossary/mooring", "glossary/terms/mooring"),
        ("reference-scale/ebb", "low", "reference-scale/bands/low"),
        ("harbour--lantern/pier-candle", "first", "crosswalks/harbour--lantern/mappings/first"),
        ("harbour/pier", "harbour/plank", "harbour/levels/plank"),
    ],
)
def test_a_short_form_is_found(old: str, new: str, name: str) -> None:
    renaming, problems = find(old, new, NAMES, REDIRECTS)
    assert problems == ()
    assert renaming is not None
    assert "/".join(renaming.new) == name


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("harbour/peer", "x", "R801", "Did you mean 'harbour/pier'?"),
        ("harbour/pears", "x", "R801", "Did you mean 'harbour/pier'?"),
        ("harbuor", "x", "R801", "Did you mean 'harbour'?"),
        ("pier", "x", "R801", KNOWN),
        ("", "x", "R801", KNOWN),
        ("crosswalks/harbour--lantern", "x", "R801", None),
        ("harbour/pier", "Jetty", "R803", AN_ID),
        ("harbour/pier", "a--b", "R803", AN_ID),
        ("harbour/pier", "a" * 65, "R803", AN_ID),
        ("harbour/pier", "mill/jetty", "R804", LAST),
        ("harbour/pier", "harbour/layers/jetty", "R804", LAST),
        ("harbour", "mill/jetty", "R804", "Only the last id changes: write 'jetty'"),
        ("harbour/pier", "harbour/dock", "R805", ANOTHER),
        ("harbour/pier", "pier", "R805", ANOTHER),
        ("harbour", "themes", "R805", ANOTHER),
        ("harbour", "ui", "R805", ANOTHER),
        ("harbour/dock", "plank", "R806", "Choose another id, or take that redirect away first"),
    ],
)
def test_what_cannot_be_is_refused(old: str, new: str, code: str, hint: str | None) -> None:
    renaming, [problem] = find(old, new, NAMES, REDIRECTS)
    assert renaming is None
    assert problem.code == code
    if hint:
        assert str(problem.hint) == hint


def test_what_only_begins_alike_is_no_suggestion() -> None:
    _, [problem] = find("harbour/themas", "x", NAMES, REDIRECTS)
    assert str(problem.hint).startswith("Known here: ")


def test_where_several_fit_all_are_named() -> None:
    names = [*NAMES, ("harbour", "dimensions", "pier")]
    renaming, [problem] = find("harbour/pier", "jetty", names, REDIRECTS)
    assert renaming is None
    assert problem.code == "R802"
    assert str(problem.hint) == "Write one of these: harbour/levels/pier, harbour/dimensions/pier"
