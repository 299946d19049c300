"""List the pages of one language by their kinds, and gather the contents of each.

Adding a page kind is one entry in `PAGE_KINDS`, one function for its contents and one template of its name.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from generator.addresses import page_address_kind
from generator.pages import (
    bilingual,
    citing,
    comparing,
    findings,
    framework,
    history,
    moved,
    open_texts,
    overview,
    posters,
    quizzes,
    reference,
    themes,
)
from generator.pages.sitedata import SiteData
from generator.problems import say

Ids = tuple[str, ...]
Reads = Literal["everything", "framework", "pair"]
FRAMEWORK: Final = "framework"
PAIR: Final = "pair"
EMBED_FRAME: Final = "embed.html"
"""Around pages that other sites may show in a frame."""
POSTER_FRAME: Final = "poster.html"


@dataclass(frozen=True)
class Page:
    """One generated page; `ids` are what its address is made from."""

    kind: str
    address: str
    ids: Ids


@dataclass(frozen=True)
class PageKind:
    """A kind of page: its address with a gap per id, which ids exist, what the template is given."""

    name: str
    address: str
    ids: Callable[[SiteData], Iterator[Ids]]
    contents: Callable[..., Mapping[str, Any]]
    reads: Reads = "everything"
    """Which data it is made from: `framework` is its own and those that share a page with it, `pair`
    are two. A page is made anew when what it reads has changed."""
    frame: str | None = None
    """The theme's template around it, where that is not the usual one."""
    whole: bool = False
    """Whether its template writes the whole document, which then stands in no list of pages."""
    offline: bool = True
    """Whether the copy that a reader takes along has it: not what is about more than one language, or is of
    use only on the web."""


def _once(_: SiteData) -> Iterator[Ids]:
    yield ()


def _once_in_two_languages(site: SiteData) -> Iterator[Ids]:
    if len(site.languages) > 1:
        yield ()


def _frameworks(site: SiteData) -> Iterator[Ids]:
    yield from ((item.id,) for item in site.atlas.frameworks)


def _in_two_languages(site: SiteData) -> Iterator[Ids]:
    yield from ((item.id,) for item in site.atlas.frameworks if bilingual.second_language(site, item))


def _pairs_in_two_languages(site: SiteData) -> Iterator[Ids]:
    for walk in site.atlas.crosswalks:
        if bilingual.second_language(site, walk) and (walk.subject, walk.object) in site.walks.pairs:
            yield (walk.subject, walk.object)


def _parts_of(kind: str) -> Callable[[SiteData], Iterator[Ids]]:
    def ids(site: SiteData) -> Iterator[Ids]:
        for item in site.atlas.frameworks:
            yield from ((item.id, part.id) for part in getattr(item, kind))

    return ids


def _pairs(site: SiteData) -> Iterator[Ids]:
    yield from site.walks.pairs


def _bands(site: SiteData) -> Iterator[Ids]:
    yield from ((band.id,) for band in site.atlas.shared.scale.bands)


def _themes(site: SiteData) -> Iterator[Ids]:
    yield from ((theme.id,) for theme in site.atlas.shared.themes.themes)


def _editions(site: SiteData) -> Iterator[Ids]:
    if site.atlas.shared.editions.editions:
        yield ()


def _frameworks_in_editions(site: SiteData) -> Iterator[Ids]:
    if site.history and site.history.latest:
        yield from _frameworks(site)


def _moved(site: SiteData) -> Iterator[Ids]:
    about = ((kind, page_address_kind(kind.address)) for kind in PAGE_KINDS)
    there = ((place, ids) for kind, place in about if place for ids in kind.ids(site))
    yield from moved.moved_pages(site, there)


PAGE_KINDS: tuple[PageKind, ...] = (
    PageKind("home", "", _once, overview.home),
    PageKind("frameworks", "frameworks/", _once, overview.frameworks),
    PageKind("framework", "frameworks/{}/", _frameworks, framework.framework, FRAMEWORK),
    PageKind("level", "frameworks/{}/levels/{}/", _parts_of("levels"), framework.level, FRAMEWORK),
    PageKind(
        "dimension", "frameworks/{}/dimensions/{}/", _parts_of("dimensions"), framework.dimension, FRAMEWORK
    ),
    PageKind("layer", "frameworks/{}/layers/{}/", _parts_of("layers"), framework.layer, FRAMEWORK),
    PageKind("bilingual", "frameworks/{}/languages/", _in_two_languages, bilingual.bilingual, offline=False),
    PageKind(
        "bilingual-pair",
        "crosswalks/{}--{}/languages/",
        _pairs_in_two_languages,
        bilingual.bilingual_pair,
        offline=False,
    ),
    PageKind("history", "frameworks/{}/history/", _frameworks_in_editions, history.history),
    PageKind("poster", "frameworks/{}/poster/", _frameworks, posters.poster, FRAMEWORK, POSTER_FRAME),
    PageKind(
        "poster-in-two",
        "frameworks/{}/poster/languages/",
        _in_two_languages,
        posters.poster_in_two,
        frame=POSTER_FRAME,
        offline=False,
    ),
    PageKind("ruler-poster", "poster/", _once, posters.ruler_poster, frame=POSTER_FRAME),
    PageKind(
        "ruler-poster-in-two",
        "poster/languages/",
        _once_in_two_languages,
        posters.ruler_poster_in_two,
        frame=POSTER_FRAME,
        offline=False,
    ),
    PageKind("crosswalks", "crosswalks/", _once, comparing.crosswalks),
    PageKind("crosswalk", "crosswalks/{}--{}/", _pairs, comparing.crosswalk, PAIR),
    PageKind("compare", "compare/", _once, comparing.compare, offline=False),
    PageKind("findings", "findings/", _once, findings.findings),
    PageKind("band", "findings/{}/", _bands, findings.band),
    PageKind("themes", "themes/", _once, themes.themes),
    PageKind("theme", "themes/{}/", _themes, themes.theme),
    PageKind("quizzes", "quiz/", _once, quizzes.quizzes),
    PageKind("quiz", "quiz/{}/", _frameworks, quizzes.quiz, FRAMEWORK),
    PageKind(
        "embed",
        "quiz/{}/embed/",
        _frameworks,
        quizzes.quiz,
        FRAMEWORK,
        frame=EMBED_FRAME,
        offline=False,
    ),
    PageKind("glossary", "glossary/", _once, reference.glossary),
    PageKind("sources", "sources/", _once, reference.sources),
    PageKind("cite", "cite/{}/", citing.cited_pages, citing.cite, offline=False),
    PageKind("editions", "editions/", _editions, citing.editions),
    PageKind("translations", "translations/", _once, open_texts.translations),
    PageKind("open-texts", "translations/{}/", open_texts.open_pages, open_texts.open_texts, offline=False),
    PageKind("moved", "{}", _moved, moved.moved, whole=True, offline=False),
)

NAVIGATION = (
    ("", say("Home")),
    ("frameworks/", say("Frameworks")),
    ("crosswalks/", say("Crosswalks")),
    ("findings/", say("Findings")),
    ("themes/", say("Themes")),
    ("quiz/", say("Quiz")),
    ("glossary/", say("Glossary")),
    ("about/", say("About")),
)
"""The top level of the navigation: addresses and names."""

_BY_NAME = {kind.name: kind for kind in PAGE_KINDS}


def pages(site: SiteData) -> tuple[Page, ...]:
    """List every generated page, in the order of `PAGE_KINDS`."""
    return tuple(
        Page(kind.name, kind.address.format(*ids), ids) for kind in PAGE_KINDS for ids in kind.ids(site)
    )


def kind_of(page: Page) -> PageKind:
    """Return the kind of a page."""
    return _BY_NAME[page.kind]


def contents(site: SiteData, page: Page) -> Mapping[str, Any]:
    """Gather what a page's template is given."""
    return kind_of(page).contents(site, *page.ids)
