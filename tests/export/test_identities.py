"""Permanent addresses: every id leads to its thing in each language, and old ids do as well."""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urljoin

from generator.model import Redirects
from generator.things import things
from tests.builders import loaded_project
from tests.export.published import json_of, publish
from tests.pages.test_comparing import site_of

ATLAS = loaded_project().atlas()
FILES = publish()
SITE = site_of(ATLAS)
IDENTITIES = [thing.identity for thing in things(SITE.atlas, SITE.parts, SITE.walks) if thing.identity]
ENTRY = re.compile(r'<li(?: id="([^"]*)")?>(.*?)</li>')
LINK = re.compile(r'<a href="([^"]+)" hreflang="(\w+)"')


def entries(page: str, files: Mapping[str, bytes] = FILES) -> dict[str, dict[str, str]]:
    """What a page of permanent addresses leads to: by anchor, the address in each language."""
    found = ENTRY.findall(files[f"{page}index.html"].decode())
    return {
        anchor: {tag: urljoin(f"/{page}", href) for href, tag in LINK.findall(links)}
        for anchor, links in found
    }


def test_every_id_leads_to_its_thing_in_each_language() -> None:
    assert len(IDENTITIES) > 30
    for identity in IDENTITIES:
        led = entries(identity.page)[identity.anchor]
        assert led.keys() == {"en", "nl"}
        assert led["nl"] == f"/nl{led['en']}"
    assert entries("id/harbour/")["cells/crew/pier"]["en"] == "/frameworks/harbour/#crew-pier"
    assert entries("id/harbour/")[""]["nl"] == "/nl/frameworks/harbour/"
    assert entries("id/crosswalks/harbour--lantern/")["mappings/pier-candle"]["en"].endswith("#pier-candle")


def test_the_data_beside_a_page_says_what_its_things_are() -> None:
    things = json_of(FILES, "id/harbour/index.json")["things"]
    [cell] = [thing for thing in things if thing["anchor"] == "cells/crew/pier"]
    assert cell["id"] == "harbour/cells/crew/pier"
    assert cell["kind"] == "cell"
    assert cell["text"]["en"] == "Whoever is there."
    assert urljoin("/id/harbour/", cell["url"]["nl"]) == "/nl/frameworks/harbour/#crew-pier"


def test_a_text_without_translation_is_said_to_be_in_its_source_language() -> None:
    files = publish(untranslated=("nl",))
    things = json_of(files, "id/harbour/index.json")["things"]
    assert {tag for thing in things for tag in thing["fallbacks"]} == {"nl"}
    assert json_of(FILES, "id/harbour/index.json")["things"][0]["fallbacks"] == []


def test_a_title_without_translation_is_marked_where_it_stands() -> None:
    page = publish(untranslated=("nl",))["id/harbour/index.html"].decode()

    assert re.search(
        r'hreflang="nl"[^>]*><span class="atlas-foreign" lang="en" dir="ltr">[^<]+</span></a>', page
    )
    assert not re.search("[\U0010f000-\U0010ffff]", page)


def test_old_ids_lead_on_from_where_they_were() -> None:
    moved = [
        {"from": "harbour/levels/jetty", "to": "harbour/levels/pier"},
        {"from": "haven", "to": "harbour"},
    ]
    files = publish(replace(ATLAS, redirects=Redirects.model_validate({"redirects": moved})))
    pier = "/frameworks/harbour/levels/pier/"
    assert entries("id/harbour/", files)["levels/jetty"]["en"] == pier
    assert entries("id/haven/", files)["levels/pier"]["en"] == pier
    assert entries("id/haven/", files)["levels/jetty"]["en"] == pier
    assert entries("id/haven/", files)[""]["en"] == "/frameworks/harbour/"
    ids = {item["id"]: item["today"] for item in json_of(files, "ids.json")["ids"]}
    assert ids["haven/levels/jetty"] == ids["harbour/levels/pier"] == "harbour/levels/pier"


def test_an_old_id_never_takes_the_place_of_one_of_today() -> None:
    moved = [{"from": "harbour/levels/dock", "to": "harbour/levels/pier"}]
    files = publish(replace(ATLAS, redirects=Redirects.model_validate({"redirects": moved})))
    assert entries("id/harbour/", files)["levels/dock"]["en"] == "/frameworks/harbour/levels/dock/"


def test_the_list_of_ids_has_every_id() -> None:
    listed = {item["id"] for item in json_of(FILES, "ids.json")["ids"]}
    assert listed == {identity.name for identity in IDENTITIES}


def test_an_edition_is_listed_with_its_changes_and_its_data() -> None:
    [edition] = json_of(FILES, "editions.json")["editions"]
    assert (edition["id"], edition["date"], edition["data"]) == (
        "2026.01",
        "2026-01-31",
        "editions/2026.01.json",
    )
    assert edition["changes"]["en"] == [{"id": "first", "text": "The first one."}]
    assert json_of(FILES, edition["data"])["records"]["harbour"]["title"] == "The harbour ladder"
