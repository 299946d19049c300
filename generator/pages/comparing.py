"""Site data in, the contents of the pages that set frameworks side by side out: crosswalks and themes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.crosswalk import Link
from generator.model import Framework, NoCounterpart, Theme
from generator.pages.framework import themes_of
from generator.pages.parts import Part
from generator.pages.ruler import ruler
from generator.pages.sitedata import SiteData


@dataclass(frozen=True)
class PairCount:
    """How much is known of a pair."""

    address: str
    curated: int
    derived: int
    without: int


@dataclass(frozen=True)
class ThemeRow:
    """One dimension or layer on a theme, with its cells in the order of the scale."""

    part: Part
    cells: tuple[Part, ...]


def pair_address(one: str, other: str) -> str:
    """The address of a pair's page: ids in alphabetical order."""
    return f"crosswalks/{'--'.join(sorted((one, other)))}/"


def crosswalks(site: SiteData) -> Mapping[str, Any]:
    """The ruler, and the pairs with what is known of each."""
    counts: dict[tuple[str, str], PairCount] = {}
    for one, other in site.walks.pairs:
        count = _count(site, one, other)
        counts[one, other] = counts[other, one] = count
    frameworks = site.atlas.frameworks
    return {
        "frameworks": frameworks,
        "ruler": ruler(frameworks, site.parts),
        "counts": counts,
        "scale": site.atlas.shared.scale,
    }


def crosswalk(site: SiteData, one: str, other: str) -> Mapping[str, Any]:
    """One pair: every relation from left to right, and what each side has that the other lacks."""
    left, right = site.atlas.framework(one), site.atlas.framework(other)
    links = site.walks.links(one, other)
    return {
        "left": left,
        "right": right,
        "ruler": ruler((left, right), site.parts),
        "curated": [link for link in links if link.origin == "curated"],
        "derived": [link for link in links if link.origin == "derived"],
        "alone": [(left, right, _alone(site, left, right)), (right, left, _alone(site, right, left))],
        "themes": themes_of(
            site, (t for f in (left, right) for row in (*f.dimensions, *f.layers) for t in row.themes)
        ),
        "count": _count(site, one, other),
    }


def themes(site: SiteData) -> Mapping[str, Any]:
    """Every theme with the dimensions and layers on it."""
    return {"themes": [(theme, _rows(site, theme)) for theme in site.atlas.shared.themes.themes]}


def theme(site: SiteData, theme_id: str) -> Mapping[str, Any]:
    """What every framework says on one theme."""
    all_themes = site.atlas.shared.themes.themes
    index = next(i for i, item in enumerate(all_themes) if item.id == theme_id)
    rows = _rows(site, all_themes[index])
    silent = [f for f in site.atlas.frameworks if all(row.part.framework.id != f.id for row in rows)]
    return {
        "theme": all_themes[index],
        "rows": rows,
        "silent": silent,
        "points": _points(site, theme_id),
        "previous": all_themes[index - 1] if index else None,
        "next": all_themes[index + 1] if index + 1 < len(all_themes) else None,
    }


def _rows(site: SiteData, theme: Theme) -> list[ThemeRow]:
    found = []
    for framework in site.atlas.frameworks:
        for kind in ("dimensions", "layers"):
            for item, part in zip(getattr(framework, kind), site.parts.of(framework, kind), strict=True):
                if theme.id in item.themes:
                    found.append(ThemeRow(part, _cells(site, framework, item.id)))
    return found


def _cells(site: SiteData, framework: Framework, dimension_id: str) -> tuple[Part, ...]:
    row = framework.cells.get(dimension_id, {})
    return tuple(site.parts.cell(framework, dimension_id, level.id) for level in framework.levels if level.id in row)


def _points(site: SiteData, theme_id: str) -> list[tuple[Framework, Any]]:
    return [
        (framework, point)
        for framework in site.atlas.frameworks
        for point in (*framework.capabilities, *framework.starting_points)
        if theme_id in point.themes
    ]


def _alone(site: SiteData, framework: Framework, other: Framework) -> list[tuple[Part, NoCounterpart | None]]:
    """Levels and layers that nothing in the other framework answers to, with the stated reason if there is one."""
    walk = site.walks.curated(framework.id, other.id)
    stated = {item.subject: item for item in walk.no_counterpart} if walk else {}
    parts = (*site.parts.of(framework, "levels"), *site.parts.of(framework, "layers"))
    return [
        (part, stated.get(str(part.end)))
        for part in parts
        if not site.walks.counterparts(part.end, other.id) or str(part.end) in stated
    ]


def _count(site: SiteData, one: str, other: str) -> PairCount:
    links: tuple[Link, ...] = site.walks.links(one, other)
    frameworks = site.atlas.framework(one), site.atlas.framework(other)
    curated = sum(link.origin == "curated" for link in links)
    without = len(_alone(site, *frameworks)) + len(_alone(site, *reversed(frameworks)))
    return PairCount(pair_address(one, other), curated, len(links) - curated, without)
