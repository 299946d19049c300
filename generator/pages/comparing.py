"""Gather what the pages show that set frameworks side by side: pairs and free choice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from generator.crosswalk import EVERY_PAIR_UP_TO, End, Link, overlap, span_of
from generator.judged import levels_and_layers, unaddressed
from generator.model import Framework, Relation, Theme
from generator.pages.framework import themes_of
from generator.pages.matches import bridge, matches
from generator.pages.ruler import ruler
from generator.pages.sitedata import SiteData
from generator.pages.themes import amounts
from generator.parts import Part

COMPARE_FROM, COMPARE_UP_TO = 2, 5
"""How many frameworks one comparison takes."""

TELLING = 3
"""How many themes are offered as examples."""

SEARCH_FROM = 9
"""With this many frameworks the chooser can be searched."""

_KINDS = ("levels", "layers", "dimensions", "cells", "capabilities")


@dataclass(frozen=True)
class PairCount:
    """How much is known of a pair."""

    left: Framework
    right: Framework
    curated: int
    derived: int
    without: int

    @property
    def address(self) -> str:
        """The address of the pair's page."""
        return pair_address(self.left.id, self.right.id)


@dataclass(frozen=True)
class Line:
    """One relation on a pair page, read both ways; its themes and kinds are what a reader filters by."""

    there: Link
    back: Link
    themes: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Alone:
    """A part that nothing in another framework answers to, and why, as far as somebody said so."""

    part: Part
    reasons: tuple[str, ...]
    is_beyond: bool = False


def pair_address(one: str, other: str) -> str:
    """Make the address of a pair's page: ids in alphabetical order."""
    return f"crosswalks/{'--'.join(sorted((one, other)))}/"


def crosswalks(site: SiteData) -> Mapping[str, Any]:
    """Gather the ruler, and what is known of each pair: as a matrix, or as a list where that is too wide."""
    frameworks = site.atlas.frameworks
    pairs = {frozenset(pair): _count(site, *pair) for pair in site.walks.pairs}
    matrix = [
        (row, [pairs.get(frozenset((row.id, column.id))) for column in frameworks[:index]])
        for index, row in enumerate(frameworks)
        if index
    ]
    return {
        "frameworks": frameworks,
        "ruler": ruler(frameworks, site.parts),
        "pairs": list(pairs.values()),
        "matrix": matrix if len(frameworks) <= EVERY_PAIR_UP_TO else [],
        "scale": site.atlas.shared.scale,
    }


def crosswalk(site: SiteData, one: str, other: str) -> Mapping[str, Any]:
    """Gather one pair: every relation from left to right, and what each side has that the other lacks."""
    left, right = site.atlas.framework(one), site.atlas.framework(other)
    lines = [_line(site, link) for link in site.walks.links(one, other)]
    either_way = {link.relation for line in lines for link in (line.there, line.back)}
    kinds = {kind for line in lines for kind in line.kinds}
    found = matches(site, left, right), matches(site, right, left)
    return {
        "left": left,
        "right": right,
        "ruler": ruler((left, right), site.parts),
        "matches": found,
        "bridge_of": bridge(*found),
        "curated": [line for line in lines if line.there.origin == "curated"],
        "derived": [line for line in lines if line.there.origin == "derived"],
        "alone": [(left, right, _alone(site, left, right)), (right, left, _alone(site, right, left))],
        "themes": _in_order(site, {theme for line in lines for theme in line.themes}),
        "relations_used": [relation for relation in get_args(Relation) if relation in either_way],
        "kinds": [kind for kind in _KINDS if kind in kinds],
        "count": _count(site, one, other),
        "walk": site.walks.curated(one, other),
        **open_ends(site, left, right),
    }


def open_ends(site: SiteData, left: Framework, right: Framework) -> Mapping[str, Any]:
    """Gather what nobody has judged of a pair, and whether anybody has begun to."""
    walk = site.walks.curated(left.id, right.id)
    return {
        "unjudged": [(left, _unjudged(site, left, right)), (right, _unjudged(site, right, left))],
        "is_begun": bool(walk and (walk.mappings or walk.no_counterpart)),
    }


def compare(site: SiteData) -> Mapping[str, Any]:
    """Gather what the reader can choose from; the script makes the comparison from the published data.

    It opens with the pair of which most has been judged; `telling` are themes of which most frameworks speak.
    """
    frameworks, themes = site.atlas.frameworks, site.atlas.shared.themes.themes
    said = {theme.id: [amount.texts for amount in amounts(site, theme)] for theme in themes}
    judged = {walk.key: len(walk.mappings) for walk in site.atlas.crosswalks}
    return {
        "frameworks": frameworks,
        "themes": themes,
        "telling": sorted(themes, key=lambda theme: (said[theme.id].count(0), -sum(said[theme.id])))[
            :TELLING
        ],
        "every": "&".join(f"with={framework.id}" for framework in frameworks),
        "first": max(site.walks.pairs, key=lambda pair: judged.get("--".join(pair), 0), default=()),
        "bands": site.atlas.shared.scale.bands,
        "pairs": [tuple(map(site.atlas.framework, pair)) for pair in site.walks.pairs],
        "numbers": range(COMPARE_FROM, COMPARE_UP_TO + 1),
        "searchable": len(site.atlas.frameworks) >= SEARCH_FROM,
    }


def _line(site: SiteData, link: Link) -> Line:
    ends = link.subject, link.object
    themes = dict.fromkeys(theme for end in ends for theme in _themes_at(site, end))
    return Line(link, link.inverse(), tuple(themes), tuple(dict.fromkeys(end.kind for end in ends)))


def _themes_at(site: SiteData, end: End) -> Iterable[str]:
    """Find the themes of an end; a cell has its dimension's, a level as a whole has none."""
    framework = site.atlas.framework(end.framework)
    items: Any = getattr(framework, "dimensions" if end.kind == "cells" else end.kind)
    return next((getattr(item, "themes", ()) for item in items if item.id == end.ids[0]), ())


def _in_order(site: SiteData, ids: set[str]) -> list[Theme]:
    return themes_of(site, (theme.id for theme in site.atlas.shared.themes.themes if theme.id in ids))


def _alone(site: SiteData, framework: Framework, other: Framework) -> list[Alone]:
    """List parts that nothing in the other answers to: stated ones first, then other levels and layers."""
    walk = site.walks.curated(framework.id, other.id)
    stated = {End.parse(item.subject): item for item in walk.no_counterpart} if walk else {}
    parts = site.parts.ladder(framework)
    placed = [part.end for part in parts]
    own = [end for end in stated if end.framework == framework.id]
    first = sorted(own, key=lambda end: placed.index(end) if end in placed else len(placed))
    rest = [
        part for part in parts if part.end not in stated and not site.walks.counterparts(part.end, other.id)
    ]
    return [
        *(Alone(site.parts.part(end), (stated[end].reason,)) for end in first),
        *(Alone(part, _denials(site, part.end, other), _is_beyond(site, part, other)) for part in rest),
    ]


def _denials(site: SiteData, end: End, other: Framework) -> tuple[str, ...]:
    """Say why a part shares nothing with those that somebody laid beside it."""
    links = site.walks.links(end.framework, other.id)
    return tuple(link.curated.justification for link in links if link.curated and link.subject == end)


def _is_beyond(site: SiteData, part: Part, other: Framework) -> bool:
    """Say whether a part lies on a stretch of the scale that no part of another framework reaches."""
    spans = (span_of(end, site.atlas) for end in levels_and_layers(other))
    return part.span is not None and not any(span and overlap(part.span, span).shared for span in spans)


def _unjudged(site: SiteData, framework: Framework, other: Framework) -> list[Part]:
    """List the levels and layers that nobody has judged against another framework."""
    walk = site.walks.curated(framework.id, other.id)
    ends = unaddressed(walk, framework, other) if walk else levels_and_layers(framework)
    return [site.parts.part(end) for end in ends]


def _count(site: SiteData, one: str, other: str) -> PairCount:
    links: tuple[Link, ...] = site.walks.links(one, other)
    left, right = site.atlas.framework(one), site.atlas.framework(other)
    curated = sum(link.origin == "curated" for link in links)
    without = len(_alone(site, left, right)) + len(_alone(site, right, left))
    return PairCount(left, right, curated, len(links) - curated, without)
