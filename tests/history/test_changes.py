"""A history is complete: what was, and what has changed, is what is."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edition import Content
from generator.history import Change, applied, compare
from generator.project import configured_languages, open_project

PROJECT = Path(__file__).parent.parent.parent

WORDS = st.sampled_from(["id", "from", "to", "theme", "subject", "span", "levels", "title", "a", "b", "a/b"])
LEAVES = st.one_of(st.text(max_size=3), st.integers(0, 3), st.floats(0, 5, width=16))


def containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Records, and lists of known and of unknown things."""
    known = st.fixed_dictionaries({"id": WORDS}, optional={"title": inner, "span": inner})
    joined = st.fixed_dictionaries({"from": WORDS, "to": WORDS}, optional={"actions": inner})
    placed = st.fixed_dictionaries({"from": LEAVES, "to": LEAVES}, optional={"confidence": LEAVES})
    lists = st.one_of(*(st.lists(items, max_size=4) for items in (known, joined, inner)))
    return st.one_of(
        st.dictionaries(WORDS, inner, max_size=4), st.fixed_dictionaries({"span": placed}), lists
    )


RECORDS = st.dictionaries(WORDS, st.recursive(LEAVES, containers, max_leaves=12), max_size=4)
TEXTS = st.dictionaries(
    st.sampled_from(["harbour", "mill"]), st.dictionaries(WORDS, st.text(max_size=3), min_size=1), max_size=2
)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """An invented content, in the form that a file has it."""
    languages = draw(st.lists(st.sampled_from(["en", "nl", "de"]), unique=True))
    return Content(
        {
            "languages": languages,
            "ids": sorted(draw(st.sets(WORDS))),
            "records": draw(st.dictionaries(st.sampled_from(["harbour", "mill", "themes"]), RECORDS)),
            "texts": {language: draw(TEXTS) for language in languages},
        }
    )


@given(contents(), contents())
@settings(max_examples=60, deadline=None)
def test_what_was_with_its_changes_is_what_is(old: Content, new: Content) -> None:
    assert applied(old, compare(old, new)) == new


@given(contents())
@settings(max_examples=15, deadline=None)
def test_what_is_the_same_has_no_changes(content: Content) -> None:
    assert compare(content, Content(json.loads(json.dumps(content.data)))) == ()


@cache
def shipped() -> Content:
    """The shipped content, as a file has it."""
    project, _ = open_project(PROJECT, [language.tag for language in configured_languages(PROJECT)[0]])
    assert project is not None
    content: Content = Content(json.loads(json.dumps(project.archive.content.data)))
    return content


def nodes(value: Any) -> list[Any]:
    """Each record and list of a value that is not empty."""
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return ([value] if inner else []) + [node for item in inner for node in nodes(item)]


@pytest.mark.slow
@given(st.data())
@settings(max_examples=20, deadline=None)
def test_the_same_holds_of_the_shipped_content_with_any_edits(data: st.DataObject) -> None:
    new = json.loads(json.dumps(shipped().data))
    places = nodes(new["records"]) + nodes(new["texts"]["nl"])
    for _ in range(data.draw(st.integers(1, 12))):
        place = places[data.draw(st.integers(0, len(places) - 1))]
        if not place:
            continue
        if isinstance(place, list):
            index = data.draw(st.integers(0, len(place) - 1))
            edit = data.draw(st.sampled_from(["removed", "to the front"]))
            item = place.pop(index)
            if edit == "to the front":
                place.insert(0, item)
        else:
            key = data.draw(st.sampled_from(sorted(place)))
            if isinstance(place[key], str):
                place[key] = data.draw(st.text(min_size=1, max_size=9))
            else:
                del place[key]
    for texts in new["texts"].values():
        for name in [name for name, own in texts.items() if not own]:
            del texts[name]
    changed = Content(new)
    for old, later in ((shipped(), changed), (changed, shipped())):
        assert applied(old, compare(old, later)) == later


def content(record: dict[str, Any], dutch: dict[str, str] | None = None, name: str = "harbour") -> Content:
    """A content of one record in two languages."""
    texts = {"en": {}, "nl": {name: dutch} if dutch else {}}
    return Content({"languages": ["en", "nl"], "ids": [], "records": {name: record}, "texts": texts})


def changes(old: dict[str, Any], new: dict[str, Any], name: str = "harbour") -> list[Change]:
    """What has changed in a record."""
    return list(compare(content(old, name=name), content(new, name=name)))


PIER = {"id": "pier", "title": "Pier", "summary": "A short one."}
DOCK = {"id": "dock", "title": "Dock", "summary": "A wet one."}
SPAN = {"from": 0.0, "to": 1.0, "confidence": "high", "justification": "As it says."}


def test_a_new_level_is_one_change_wherever_it_stands() -> None:
    [change] = changes({"levels": [PIER]}, {"levels": [DOCK, PIER]})
    assert (change.kind, change.path, change.after, change.at) == ("added", ("levels", "dock"), DOCK, 0)
    [first] = changes({}, {"levels": [PIER]})
    assert (first.kind, first.path) == ("added", ("levels", "pier"))


def test_levels_in_another_order_are_one_change() -> None:
    [change] = changes({"levels": [PIER, DOCK]}, {"levels": [DOCK, PIER]})
    assert (change.kind, change.path, change.after) == ("reordered", ("levels",), ("dock", "pier"))


def test_a_text_is_reworded_and_a_fact_is_changed() -> None:
    cells = {"cells": {"crew": {"pier": "One plank."}}, "publisher": "One"}
    cell, fact = changes(cells, {"cells": {"crew": {"pier": "Two planks."}}, "publisher": "Two"})
    assert (cell.kind, cell.path) == ("reworded", ("cells", "crew", "pier"))
    assert (fact.kind, fact.before, fact.after) == ("changed", "One", "Two")


def test_a_place_on_the_scale_and_how_sure_one_is_of_it_are_two_changes() -> None:
    place, sure = changes(
        {"levels": [PIER | {"span": SPAN}]},
        {"levels": [PIER | {"span": SPAN | {"to": 2.0, "confidence": "low"}}]},
    )
    assert (place.kind, place.before, place.after) == (
        "moved",
        {"from": 0.0, "to": 1.0},
        {"from": 0.0, "to": 2.0},
    )
    assert (sure.kind, sure.path, sure.after) == ("judged", ("levels", "pier", "span", "confidence"), "low")


@pytest.mark.parametrize(
    ("field", "before", "after"),
    [("relation", "equal", "subset-of"), ("confidence", "low", "high"), ("extent", None, "half")],
)
def test_a_mapping_is_judged_otherwise(field: str, before: str | None, after: str) -> None:
    mapping = {"id": "one", "subject": "harbour/levels/pier"}
    was = mapping | ({field: before} if before else {})
    [change] = changes(
        {"mappings": [was]}, {"mappings": [mapping | {field: after}]}, "crosswalks/harbour--mill"
    )
    assert (change.kind, change.before, change.after) == ("judged", before, after)


def test_a_translation_comes_changes_and_goes() -> None:
    record = {"title": "Pier"}
    states = [
        content(record),
        content(record, {"title": "Steiger"}),
        content(record, {"title": "De steiger"}),
    ]
    kinds = [
        [(change.kind, change.language) for change in compare(old, new)]
        for old, new in ((states[0], states[1]), (states[1], states[2]), (states[2], states[0]))
    ]
    assert kinds == [[("translated", "nl")], [("reworded", "nl")], [("stale", "nl")]]


def test_changes_come_in_the_same_order_whatever_the_order_of_the_contents() -> None:
    old = content({"levels": [PIER]}, {"title": "Een", "summary": "Kort"})
    new = content({"levels": [DOCK], "title": "A", "publisher": "B"}, {"title": "Twee"})
    turned = json.loads(json.dumps(new.data, sort_keys=True))
    assert compare(old, new) == compare(old, Content(turned))
