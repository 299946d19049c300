"""The page on a framework's history lists what changed, the newest first, each change with its thing."""

import datetime
from dataclasses import replace
from gettext import NullTranslations
from typing import Any

import pytest

from generator.edition import Archive
from generator.history import History
from generator.model import Atlas, Edition, Editions
from generator.pages import Page, SiteData, contents, pages, site_data
from generator.pages.history import MOST
from generator.pages.kinds import kind_of
from tests import builders
from tests.rendering import renderer_of
from tests.site.projects import ROOT

FIRST = Edition(id="2026.01", date=datetime.date(2026, 1, 31))
SECOND = Edition(id="2026.02", date=datetime.date(2026, 2, 28))
TODAY = builders.loaded_project().atlas()


def with_framework(data: Atlas, **changes: object) -> Atlas:
    """The data with its first framework changed."""
    first, *others = data.frameworks
    return replace(data, frameworks=(first.model_copy(update=changes), *others))


def site_of(*editions: tuple[Edition, Atlas], today: Atlas, language: str = "en") -> SiteData:
    """The site of today in a language, after editions."""
    shared = replace(today.shared, editions=Editions(editions=tuple(edition for edition, _ in editions)))
    today = replace(today, shared=shared)
    kept = {edition.id: Archive(data, builders.views(data, "en", "nl")).content for edition, data in editions}
    views = builders.views(today, "en", "nl")
    archive = Archive(today, views, kept)
    return site_data(views, language, NullTranslations(), (), archive.published, History(archive))


def page_of(site: SiteData, framework: str = "harbour") -> Page:
    return next(page for page in pages(site) if page.address == f"frameworks/{framework}/history/")


def shown(site: SiteData, framework: str = "harbour") -> dict[str, Any]:
    return dict(contents(site, page_of(site, framework)))


def html(site: SiteData, framework: str = "harbour", address: str | None = None) -> str:
    return renderer_of(ROOT / "templates", site, address).page(page_of(site, framework)).html


LEVELS = TODAY.frameworks[0].levels
MOVED = LEVELS[1].model_copy(
    update={"span": LEVELS[1].span and LEVELS[1].span.model_copy(update={"end": 3.5, "confidence": "low"})}
)
LATER = with_framework(
    TODAY, summary="Three stages from a pier to a port.", levels=(LEVELS[0], MOVED, LEVELS[2])
)


def test_without_an_edition_no_page_tells_a_history() -> None:
    assert not [page for page in pages(site_of(today=TODAY)) if page.kind == "history"]


def test_each_framework_has_a_page_once_there_is_an_edition() -> None:
    found = [page.ids for page in pages(site_of((FIRST, TODAY), today=TODAY)) if page.kind == "history"]
    assert found == [("harbour",), ("lantern",), ("mill",)]


def test_after_the_first_edition_it_says_that_nothing_has_changed() -> None:
    written = html(site_of((FIRST, TODAY), today=TODAY))
    assert "Nothing has changed since edition 2026.01." in written
    assert "This is the first edition." in written


def test_steps_are_listed_with_the_newest_first() -> None:
    data = shown(site_of((FIRST, TODAY), (SECOND, LATER), today=with_framework(LATER, publisher="Somebody")))
    assert [
        (section.edition and section.edition.id, section.before and section.before.id, len(section.groups))
        for section in data["sections"]
    ] == [(None, "2026.02", 1), ("2026.02", "2026.01", 2), ("2026.01", None, 0)]


def test_words_that_differ_are_marked_and_named_for_whoever_hears_them() -> None:
    written = html(site_of((FIRST, TODAY), today=LATER))
    hidden = '<span class="a-hidden" lang="en">'
    assert f"Three stages from a <del>{hidden}left out: </span>loose </del>pier to a port." in written
    arrow = '<span aria-hidden="true">→</span>'
    left_out, put_in = (
        f"<del>{hidden}left out: </span>1–2.5</del>",
        f"<ins>{hidden}put in: </span>1–3.5</ins>",
    )
    assert f"{left_out} {arrow} {put_in}" in written
    assert f"<ins>{hidden}put in: </span>low confidence</ins>" in written
    assert 'href="../levels/dock/"' in written.replace("../../../frameworks/harbour/", "../")


def test_readers_of_another_language_get_the_words_of_theirs() -> None:
    written = html(site_of((FIRST, TODAY), today=LATER, language="nl"))
    assert "nl: Three stages from a" in written
    assert written.count("Three stages from a") == 1


def test_a_framework_is_told_of_its_crosswalks_and_of_no_other() -> None:
    first, *others = TODAY.crosswalks
    mapping, *more = first.mappings
    judged = mapping.model_copy(update={"justification": "Another reason."})
    walk = first.model_copy(update={"mappings": (judged, *more)})
    site = site_of((FIRST, TODAY), today=replace(TODAY, crosswalks=(walk, *others)))
    told = {
        item.id: [group.name for group in shown(site, item.id)["sections"][0].groups]
        for item in TODAY.frameworks
    }
    name = f"crosswalks/{first.key}/mappings/{mapping.id}"
    assert told == {item.id: [name] if item.id in first.key.split("--") else [] for item in TODAY.frameworks}
    [other] = [item.id for item in TODAY.frameworks if not told[item.id]]
    assert "Nothing has changed in this framework, or between it and others." in html(site, other)


JUDGED = {"relation": "subset-of", "extent": "half", "property": "example-of", "confidence": "low"}


@pytest.mark.parametrize(
    ("field", "before", "said"),
    [
        ("relation", "equal", ("the same", "part of")),
        ("extent", "little", ("overlaps a little", "overlaps by half")),
        ("property", "precedes", ("precedes", "supports in part")),
        ("confidence", "high", ("high confidence", "low confidence")),
        ("relation", "of another day", ("of another day", "part of")),
        ("confidence", "of another day", ("of another day", "low confidence")),
    ],
)
def test_a_judgement_is_told_in_the_words_of_the_site(field: str, before: str, said: tuple[str, str]) -> None:
    first, *others = TODAY.crosswalks
    mapping, *more = first.mappings
    then, now = (
        replace(
            TODAY,
            crosswalks=(
                first.model_copy(update={"mappings": (mapping.model_copy(update={field: value}), *more)}),
                *others,
            ),
        )
        for value in (before, JUDGED[field])
    )
    written = html(site_of((FIRST, then), today=now), first.subject)
    for tag, name, words in (("del", "left out", said[0]), ("ins", "put in", said[1])):
        assert f'<{tag}><span class="a-hidden" lang="en">{name}: </span>{words}</{tag}>' in written


def test_what_is_gone_has_its_name_and_no_link() -> None:
    gone = with_framework(TODAY, claims=())
    [group] = shown(site_of((FIRST, TODAY), today=gone))["sections"][0].groups
    assert (group.name, group.lines[0].told.change.kind) == ("harbour", "removed")
    less = with_framework(TODAY, capabilities=())
    site = site_of((FIRST, with_framework(TODAY, notes={"a": "One."})), today=less)
    assert "One." in html(site)


def test_of_very_much_the_rest_is_counted() -> None:
    notes = {f"n{number}": f"Note {number}." for number in range(MOST + 7)}
    site = site_of((FIRST, TODAY), today=with_framework(TODAY, notes=notes))
    [section, _] = shown(site)["sections"]
    assert (sum(len(group.lines) for group in section.groups), section.more) == (MOST, 7)
    assert "7 more changes are in the data of the editions." in html(site)


@pytest.mark.parametrize(("address", "links"), [(None, 0), ("https://atlas.internal/", 2)])
def test_feeds_are_linked_where_there_are_any(address: str | None, links: int) -> None:
    assert html(site_of((FIRST, TODAY), today=LATER), address=address).count("api/v1/en/feed.") == links


def test_the_page_on_editions_leads_to_what_changed_in_each() -> None:
    site = site_of((FIRST, TODAY), (SECOND, LATER), today=LATER)
    page = next(page for page in pages(site) if page.address == "editions/")
    assert kind_of(page).name == "editions"
    written = renderer_of(ROOT / "templates", site, None).page(page).html
    assert 'href="../frameworks/harbour/history/#edition-2026-02"' in written
    assert "reworded: 1, moved on the scale: 1, judged otherwise: 1" in written
    framework = next(page for page in pages(site) if page.address == "frameworks/harbour/")
    assert 'href="../../frameworks/harbour/history/"' in (
        renderer_of(ROOT / "templates", site, None).page(framework).html
    )
