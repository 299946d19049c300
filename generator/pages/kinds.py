"""List the pages of one language by their kinds, and gather the contents of each.

Adding a page kind is one entry in `PAGE_KINDS`, one function for its contents and one template of its name.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any, Final, Literal

from generator.addresses import page_address_kind
from generator.pages import (
    bilingual,
    citing,
    comparing,
    embeds,
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
    withdrawn,
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
    subject: str = ""
    """The id of the subject that it is about, where the site has several and it is about one."""


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
    framed: bool = False
    """Whether any other site may show it in a frame."""
    of_all: bool = False
    """Whether it is about all subjects of a site; else each has its own."""


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
    once = [kind.address for kind in PAGE_KINDS if kind.address in OF_EACH_SUBJECT and [*kind.ids(site)]]
    yield from moved.moved_pages(site, chain(there, moved.of_subjects(site, once)))


def _withdrawn(site: SiteData) -> Iterator[Ids]:
    if site.atlas.redirects.withdrawn:
        there = [(kind, kind.address.format(*ids)) for kind in PAGE_KINDS[:-1] for ids in kind.ids(site)]
        kinds = dict.fromkeys(page_address_kind(kind.address) for kind, _ in there)
        taken = {address for _, address in there}
        yield from withdrawn.withdrawn_pages(site, (kind for kind in kinds if kind), taken)


_framed = partial(PageKind, whole=True, offline=False, framed=True)
"""A kind of page that is nothing but a view for frames on other sites."""

_online = partial(PageKind, offline=False)
"""A kind of page that the copy to take along has not."""

_of_all = partial(PageKind, of_all=True)
"""A kind of page that is about all subjects of a site at once."""

PAGE_KINDS: tuple[PageKind, ...] = (
    PageKind("home", "", _once, overview.home),
    _of_all("frameworks", "frameworks/", _once, overview.frameworks),
    PageKind("framework", "frameworks/{}/", _frameworks, framework.framework, FRAMEWORK),
    PageKind("level", "frameworks/{}/levels/{}/", _parts_of("levels"), framework.level, FRAMEWORK),
    PageKind(
        "dimension", "frameworks/{}/dimensions/{}/", _parts_of("dimensions"), framework.dimension, FRAMEWORK
    ),
    PageKind("layer", "frameworks/{}/layers/{}/", _parts_of("layers"), framework.layer, FRAMEWORK),
    _online("bilingual", "frameworks/{}/languages/", _in_two_languages, bilingual.bilingual, FRAMEWORK),
    _online(
        "bilingual-pair",
        "crosswalks/{}--{}/languages/",
        _pairs_in_two_languages,
        bilingual.bilingual_pair,
        PAIR,
    ),
    _of_all("history", "frameworks/{}/history/", _frameworks_in_editions, history.history),
    PageKind("poster", "frameworks/{}/poster/", _frameworks, posters.poster, FRAMEWORK, POSTER_FRAME),
    _online(
        "poster-in-two",
        "frameworks/{}/poster/languages/",
        _in_two_languages,
        posters.poster_in_two,
        FRAMEWORK,
        POSTER_FRAME,
    ),
    PageKind("ruler-poster", "poster/", _once, posters.ruler_poster, frame=POSTER_FRAME),
    _online(
        "ruler-poster-in-two",
        "poster/languages/",
        _once_in_two_languages,
        posters.ruler_poster_in_two,
        frame=POSTER_FRAME,
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
        framed=True,
    ),
    _framed("embed-ruler", "embed/ruler/", _once, embeds.framed_ruler),
    _framed("embed-matrix", "embed/matrix/{}/", embeds.matrices, embeds.framed_matrix, FRAMEWORK),
    _framed("embed-crosswalk", "embed/crosswalk/{}--{}/", _pairs, embeds.framed_crosswalk, PAIR),
    PageKind("embedding", "embedding/", _once, embeds.embedding, offline=False),
    _of_all("glossary", "glossary/", _once, reference.glossary),
    _of_all("sources", "sources/", _once, reference.sources),
    _of_all("cite", "cite/{}/", citing.cited_pages, citing.cite, offline=False),
    _of_all("editions", "editions/", _editions, citing.editions),
    _of_all("translations", "translations/", _once, open_texts.translations),
    _of_all("open-texts", "translations/{}/", open_texts.open_pages, open_texts.open_texts, offline=False),
    _of_all("moved", "{}", _moved, moved.moved, whole=True, offline=False),
    _of_all("withdrawn", "{}", _withdrawn, withdrawn.withdrawn, whole=True, offline=False),
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

OF_EACH_SUBJECT = frozenset(
    kind.address for kind in PAGE_KINDS if not kind.of_all and "{" not in kind.address
)
"""The addresses of what each subject has once: those of another than the first lie in its folder."""

_BY_NAME = {kind.name: kind for kind in PAGE_KINDS}


def pages(site: SiteData) -> tuple[Page, ...]:
    """List every generated page, in the order of `PAGE_KINDS`; a kind has those of each subject."""
    return tuple(
        Page(kind.name, ("" if ids else part.folder) + kind.address.format(*ids), ids, subject)
        for kind in PAGE_KINDS
        for subject, part in ({"": site} if kind.of_all else site.by_subject).items()
        for ids in kind.ids(part)
    )


def kind_of(page: Page) -> PageKind:
    """Return the kind of a page."""
    return _BY_NAME[page.kind]


def contents(site: SiteData, page: Page) -> Mapping[str, Any]:
    """Gather what a page's template is given."""
    return kind_of(page).contents(site, *page.ids)
