"""Each change is told once, of the thing that it is of, and to readers in their language."""

from typing import Any

from generator.edition import Content
from generator.history import compare, counted, in_language, short, told

IDS = ["harbour", "harbour/levels/pier", "harbour/cells/crew/pier", "themes/people"]
PIER = {"id": "pier", "title": "Pier", "span": {"from": 0.0, "to": 1.5}}


def content(records: dict[str, Any], **texts: dict[str, dict[str, str]]) -> Content:
    """A content of records and their translations by language."""
    languages = list(dict.fromkeys(["en", *texts]))
    return Content({"languages": languages, "ids": IDS, "records": records, "texts": {"en": {}, **texts}})


def test_a_change_is_of_the_smallest_thing_with_an_id() -> None:
    old = content(
        {"harbour": {"levels": [PIER]}, "themes": {"themes": [{"id": "people", "title": "People"}]}}
    )
    new = content(
        {
            "harbour": {
                "levels": [{**PIER, "title": "The pier"}],
                "cells": {"crew": {"pier": "One."}},
                "title": "A",
            },
            "themes": {"themes": [{"id": "people", "title": "All"}]},
        }
    )
    assert [(item.thing, item.field) for item in told(compare(old, new), old, new)] == [
        ("harbour/cells/crew/pier", ""),
        ("harbour/levels/pier", "title"),
        ("harbour", "title"),
        ("themes/people", "title"),
    ]


def test_a_language_that_is_new_is_told_once_with_its_number_of_texts() -> None:
    record = {"harbour": {"title": "Pier", "summary": "One."}}
    old, new = content(record), content(record, nl={"harbour": {"title": "Steiger", "summary": "Een."}})
    changes = told(compare(old, new), old, new)
    assert [(item.change.kind, item.change.language, item.many) for item in changes] == [
        ("translated", "nl", 2),
        ("languages", "", 1),
    ]
    assert [message.text() for message in counted(changes)] == ["translated: 2", "other languages: 1"]


def test_a_translation_that_went_with_its_text_is_not_told() -> None:
    old = content({"harbour": {"title": "A", "summary": "One."}}, nl={"harbour": {"summary": "Een."}})
    new = content({"harbour": {"title": "A"}}, nl={})
    assert [item.change.kind for item in told(compare(old, new), old, new)] == ["removed"]


def told_in(language: str, old: Content, new: Content) -> list[tuple[str, str, str]]:
    """The kind, the text before and the text after of each change."""
    changes = in_language(told(compare(old, new), old, new), language)
    return [(item.change.kind, item.before, item.after) for item in changes]


def test_readers_are_told_of_a_reworded_text_in_their_language() -> None:
    old = content(
        {"harbour": {"title": "A"}}, nl={"harbour": {"title": "Een"}}, de={"harbour": {"title": "Ein"}}
    )
    new = content({"harbour": {"title": "B"}}, nl={"harbour": {"title": "Twee"}}, de={})
    assert told_in("en", old, new) == [("reworded", "A", "B")]
    assert told_in("nl", old, new) == [("reworded", "Een", "Twee")]
    assert told_in("de", old, new) == [("stale", "Ein", "")]


def test_readers_are_told_of_what_is_new_in_their_language_as_far_as_it_is_translated() -> None:
    old = content({"harbour": {"id": "harbour"}}, nl={}, de={})
    new = content(
        {"harbour": {"id": "harbour", "levels": [PIER], "suits": "All."}},
        nl={"harbour": {"levels.pier.title": "Steiger", "suits": "Allen."}},
        de={},
    )
    assert told_in("nl", old, new) == [("added", "", "Steiger"), ("added", "", "Allen.")]
    assert told_in("de", old, new) == [("added", "", "Pier"), ("added", "", "All.")]


def test_values_are_said_in_short() -> None:
    assert short({"from": 0.0, "to": 2.5}) == "0–2.5"
    assert short({"id": "x", "title": "A title", "text": "…"}) == "A title"
    assert short(["people", "data"]) == "people, data"
    assert short({"first": "One.", "second": "Two."}) == "One. · Two."
