"""What is new is published as feeds that others' programs read."""

import datetime
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree, html

from generator.edition import Archive
from generator.model import Atlas, Edition, Editions
from tests import builders
from tests.export.published import TERMS, publish

HERE = Path(__file__).parent
ATOM = "{http://www.w3.org/2005/Atom}"
FIRST = Edition(id="2026.01", date=datetime.date(2026, 1, 31), changes={"first": "The first <one> & all."})
SECOND = Edition(id="2026.02", date=datetime.date(2026, 2, 28))
TODAY = builders.loaded_project().atlas()
FEEDS = [f"{language}/{name}" for language in ("en", "nl") for name in ("feed", "to-translate")]


def with_framework(data: Atlas, **changes: object) -> Atlas:
    """The data with its first framework changed."""
    first, *others = data.frameworks
    return replace(data, frameworks=(first.model_copy(update=changes), *others))


def files(
    *editions: tuple[Edition, Atlas], today: Atlas, address: str = "https://atlas.internal/"
) -> Mapping[str, bytes]:
    """What is published, of which Dutch has all texts in the editions and none today."""
    shared = replace(today.shared, editions=Editions(editions=tuple(edition for edition, _ in editions)))
    today = replace(today, shared=shared)
    kept = {edition.id: Archive(data, builders.views(data, "en", "nl")).content for edition, data in editions}
    archive = Archive(today, builders.views(today, "en", "nl", untranslated=("nl",)), kept)
    return publish(today, ("nl",), replace(TERMS, address=address, archive=archive))


@cache
def published() -> Mapping[str, bytes]:
    """A site with two editions, and a text that was reworded after them."""
    second = with_framework(TODAY, summary="Three stages from a pier to a port.", publisher="Somebody")
    return files((FIRST, TODAY), (SECOND, second), today=with_framework(second, summary="From pier to port."))


def atom(name: str) -> Any:
    """A feed as Atom."""
    return etree.fromstring(published()[f"{name}.atom"])


def json_feed(name: str) -> Any:
    """A feed as JSON Feed."""
    return json.loads(published()[f"{name}.json"])


@pytest.mark.parametrize("name", FEEDS)
def test_each_feed_is_sound_atom(name: str) -> None:
    grammar = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    feed = atom(name)
    grammar.assertValid(feed)
    # What RFC 4287 asks beyond its grammar.
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    [own] = feed.findall(f"{ATOM}link[@rel='self']")
    assert own.get("href") == f"https://atlas.internal/api/v1/{name}.atom"
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids)
    assert all(id_.startswith("https://atlas.internal/") for id_ in ids)
    for content in feed.iter(f"{ATOM}content"):
        html.fragment_fromstring(content.text, create_parent=True)


@pytest.mark.parametrize("name", FEEDS)
def test_each_feed_is_a_sound_json_feed_that_says_the_same(name: str) -> None:
    schema = json.loads((HERE / "json-feed.schema.json").read_bytes())
    feed = json_feed(name)
    assert [problem.message for problem in Draft202012Validator(schema).iter_errors(feed)] == []
    entries = [
        tuple(entry.findtext(f"{ATOM}{part}") for part in ("id", "title", "content", "updated"))
        for entry in atom(name).findall(f"{ATOM}entry")
    ]
    assert entries == [
        (item["id"], item["title"], item["content_html"], item["date_published"]) for item in feed["items"]
    ]
    assert feed["language"] == name[:2]


def test_each_feed_is_described_for_programs() -> None:
    paths = json.loads(published()["openapi.json"])["paths"]
    assert {path for path in paths if "feed" in path or "to-translate" in path} == {
        f"/{{language}}/{name}.{ending}" for name in ("feed", "to-translate") for ending in ("atom", "json")
    }


def test_there_is_an_entry_for_each_edition_the_newest_first_with_its_day() -> None:
    items = json_feed("nl/feed")["items"]
    assert [(item["url"], item["date_published"]) for item in items] == [
        ("https://atlas.internal/nl/editions/#edition-2026-02", "2026-02-28T00:00:00Z"),
        ("https://atlas.internal/nl/editions/#edition-2026-01", "2026-01-31T00:00:00Z"),
    ]


def test_an_edition_says_what_its_editors_say_and_counts_what_changed_where() -> None:
    second, first = json_feed("en/feed")["items"]
    assert "<li>The first &lt;one&gt; &amp; all.</li>" in first["content_html"]
    assert "This is the first edition." in first["content_html"]
    address = "https://atlas.internal/frameworks/harbour/history/#edition-2026-02"
    assert second["content_html"] == (
        f'<ul><li><a href="{address}">Harbour</a>: reworded: 1, changed: 1</li></ul>'
    )


def test_translators_are_told_each_text_that_is_new_or_reworded_since_the_latest_edition() -> None:
    assert json_feed("en/to-translate")["items"] == []
    new, reworded = json_feed("nl/to-translate")["items"][::-1]
    assert "<p>Reworded since the latest edition.</p>" in reworded["content_html"]
    assert '<blockquote lang="en" dir="ltr"><del>Three stages from a</del>' in reworded["content_html"]
    assert reworded["title"] == "Harbour (harbour/summary)"
    assert reworded["url"] == "https://atlas.internal/nl/frameworks/harbour/"
    assert "<p>New since the latest edition.</p>" in new["content_html"]
    assert "The first &lt;one&gt;" in new["content_html"]


def test_a_text_that_is_reworded_once_more_is_another_entry() -> None:
    def ids(summary: str) -> set[str]:
        found = files((FIRST, TODAY), today=with_framework(TODAY, summary=summary))
        return {item["id"] for item in json.loads(found["nl/to-translate.json"])["items"]}

    assert ids("One.") == ids("One.")
    assert len(ids("One.") ^ ids("Two.")) == 2


def test_without_an_edition_or_a_real_address_there_is_no_feed() -> None:
    for found in (files(today=TODAY), files((FIRST, TODAY), today=TODAY, address=TERMS.root)):
        assert [path for path in found if "feed." in path or "to-translate" in path] == []
