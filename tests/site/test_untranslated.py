"""A language of which little or nothing is translated has pages that are whole: each mark fits its place."""

from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.pages import pages, site_data
from generator.translate import Catalogues, Entry, View, view
from tests import builders
from tests.rendering import renderer_of
from tests.site.projects import ROOT

DATA = builders.loaded_project().atlas()
DOCK = "levels.dock.title"
DOCK_PAGE = "frameworks/harbour/levels/dock/"
# They list what is not translated, or show a text once where both languages have the same.
WITHOUT = {"translations", "open-texts", "poster-in-two", "ruler-poster-in-two"}
# What a browser makes of each page: its elements but for marks, the marks in drawings, and what has no name.
READ = """pages => Object.fromEntries(Object.entries(pages).map(([address, html]) => {
    const body = new DOMParser().parseFromString(`<main>${html}</main>`, "text/html").body;
    for (const notice of body.querySelectorAll(".a-notice[role=note]")) notice.remove();
    const name = part => `${part.localName} ${part.namespaceURI.slice(-4)}`;
    const marks = [...body.querySelectorAll(".atlas-foreign, .atlas-older")];
    const parts = [...body.querySelectorAll("*")].filter(part => !marks.includes(part));
    const raw = parts.filter(part => part.matches("title, option, textarea, script"));
    const words = parts.filter(part => part.matches("svg a, svg title, a[href], h1, h2, h3"));
    return [address, {
        parts: parts.map(name),
        drawn: marks.filter(mark => mark.closest("svg")).map(name),
        raw: raw.filter(part => part.textContent.includes("atlas-")).length,
        nameless: words.filter(part => !(part.ariaLabel ?? part.textContent).trim()).length,
    }];
}))"""
Read = Callable[[Mapping[str, str]], Mapping[str, Any]]


class _Itself(NullTranslations):
    """A catalogue of the interface that has every word, and leaves it as it is."""

    def gettext(self, message: str) -> str:
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context: str, message: str) -> str:
        return message

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)


def whole(tag: str) -> dict[str, dict[str, Entry]]:
    """A full translation that leaves every text as it is."""
    found = builders.catalogues(DATA, tag)
    return {
        domain: {context: Entry(entry.source, entry.source) for context, entry in catalogue.items()}
        for domain, catalogue in found.items()
    }


def with_dock(entry: Entry) -> Catalogues:
    """The full translation, but for the title of one level."""
    found = whole("nl")
    return {**found, "harbour": {**found["harbour"], DOCK: entry}}


def made(catalogues: Catalogues, tag: str, words: NullTranslations) -> Mapping[str, str]:
    """Every page of a language with these catalogues and words of the interface."""
    views: dict[str, View] = {**builders.views(DATA, "en"), tag: view(DATA, tag, catalogues)}
    site = site_data(views, tag, words, (), None, None)
    renderer = renderer_of(ROOT / "templates", site)
    return {page.address: renderer.page(page).html for page in pages(site) if page.kind not in WITHOUT}


@pytest.fixture(scope="module")
def read(chromium: Callable[[], Browser]) -> Read:
    """What a browser makes of pages."""
    tab = chromium().new_page()
    return lambda pages: tab.evaluate(READ, dict(pages))


@pytest.mark.parametrize(
    ("catalogues", "tag", "words"),
    [
        ({}, "nl", NullTranslations()),
        ({}, "ar", NullTranslations()),
        (with_dock(Entry("Boathouse", "Botenhuis")), "nl", _Itself()),
        (with_dock(Entry("Dok", "Kade")), "nl", _Itself()),
    ],
    ids=["nothing", "nothing from right to left", "a stale title", "an older title"],
)
def test_every_page_has_the_elements_that_it_has_when_all_is_translated(
    catalogues: Catalogues, tag: str, words: NullTranslations, read: Read
) -> None:
    wanted, found = read(made(whole(tag), tag, _Itself())), read(made(catalogues, tag, words))
    assert sum(page["parts"].count("rect /svg") for page in wanted.values()) > len(wanted)
    assert {mark for page in wanted.values() for mark in page["drawn"]} == set()
    assert found.keys() == wanted.keys()
    assert {address: page["parts"] for address, page in found.items()} == {
        address: page["parts"] for address, page in wanted.items()
    }
    # Words of a drawing are HTML within it.
    assert {mark for page in found.values() for mark in page["drawn"]} == {"span html"}
    assert [address for address, page in found.items() if page["raw"]] == []
    assert [address for address, page in found.items() if page["nameless"]] == []


@pytest.mark.parametrize(
    ("entry", "mark", "said"),
    [
        (
            Entry("Dok", "Kade"),
            "older",
            "1 text here has a translation that nobody has looked at since its source changed a little",
        ),
        (Entry("Boat", "Boot"), "foreign", "1 text in the content of this page has no translation yet"),
    ],
)
def test_a_notice_counts_the_different_texts_that_are_marked(entry: Entry, mark: str, said: str) -> None:
    page = made(with_dock(entry), "nl", _Itself())[DOCK_PAGE]
    assert page.count(f'class="atlas-{mark}"') > 1
    assert said in page
