"""Gather what the theme pages show: what each framework says on a subject, by bands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.crosswalk import End
from generator.model import Framework, Theme, texts_on
from generator.pages.bands import BandColumn, places
from generator.pages.sitedata import SiteData
from generator.parts import Part


@dataclass(frozen=True)
class ThemeRow:
    """One dimension or layer on a theme, or what levels say on it.

    `cells` stand in the framework's order, `places` in the scale's.
    """

    part: Part
    cells: tuple[Part, ...]
    places: tuple[BandColumn, ...]

    @property
    def anchor(self) -> str:
        """Its id on the page."""
        return "-".join((self.part.framework.id, *(self.part.end.ids[:1] or ("levels",))))

    @property
    def aligned(self) -> bool:
        """Whether anything of it lies on the scale."""
        return any(place.parts for place in self.places)


@dataclass(frozen=True)
class Amount:
    """How much a framework says on a theme: so many texts, or why there are none."""

    framework: Framework
    texts: int
    reason: str | None


def themes(site: SiteData) -> Mapping[str, Any]:
    """Gather how much every framework says on every theme."""
    return {
        "frameworks": site.atlas.frameworks,
        "themes": [(theme, amounts(site, theme)) for theme in site.atlas.shared.themes.themes],
    }


def amounts(site: SiteData, theme: Theme) -> list[Amount]:
    """Count the texts of each framework on a theme: cells, layers, texts of levels, and points."""
    found = rows(site, theme)
    points = [framework.id for framework, *_ in _points(site, theme.id)]
    return [
        Amount(
            framework,
            sum(len(row.cells) or 1 for row in found if row.part.framework.id == framework.id)
            + points.count(framework.id),
            _silence(framework, theme.id),
        )
        for framework in site.atlas.frameworks
    ]


def _silence(framework: Framework, theme_id: str) -> str | None:
    return next((item.silent for item in framework.on_themes if item.theme == theme_id), None)


def theme(site: SiteData, theme_id: str) -> Mapping[str, Any]:
    """Gather what every framework says on one theme."""
    all_themes = site.atlas.shared.themes.themes
    index = next(i for i, item in enumerate(all_themes) if item.id == theme_id)
    found = rows(site, all_themes[index])
    points = _points(site, theme_id)
    speaking = {row.part.framework.id for row in found} | {framework.id for framework, *_ in points}
    return {
        "theme": all_themes[index],
        "bands": site.atlas.shared.scale.bands,
        "groups": _by_framework([row for row in found if row.aligned]),
        "unplaced": [row for row in found if not row.aligned],
        "silent": [
            (item, _silence(item, theme_id)) for item in site.atlas.frameworks if item.id not in speaking
        ],
        "points": points,
        "previous": all_themes[index - 1] if index else None,
        "next": all_themes[index + 1] if index + 1 < len(all_themes) else None,
    }


def rows(site: SiteData, theme: Theme, steps: bool = True) -> list[ThemeRow]:
    """List the dimensions and layers on a theme, and what levels say on it, framework by framework.

    Without `steps`, what to do to leave a level is left out.
    """
    bands = site.atlas.shared.scale.length
    found = []
    for framework in site.atlas.frameworks:
        for kind in ("dimensions", "layers"):
            for item, part in zip(getattr(framework, kind), site.parts.of(framework, kind), strict=True):
                if theme.id in item.themes:
                    cells = _cells(site, framework, item.id)
                    found.append(ThemeRow(part, cells, places(cells or (part,), bands)))
        said = _said(site, framework, theme.id, steps)
        if said:
            whole = site.parts.part(End(framework.id, "all", ()))
            found.append(ThemeRow(whole, said, places(said, bands)))
    return found


def _said(site: SiteData, framework: Framework, theme_id: str, steps: bool) -> tuple[Part, ...]:
    """What levels say on a theme: each text as a part with its level, from the lowest level up."""
    levels = site.parts.of(framework, "levels")
    texts = [
        (level, text)
        for item in framework.on_themes
        if item.theme == theme_id
        for path in item.items
        if steps or path.split("/")[1] != "transitions"
        for level, text in texts_on(framework, path)
    ]
    return tuple(
        replace(level, text=text, level=level)
        for level in levels
        for of, text in texts
        if of == level.end.ids[0]
    )


def _by_framework(found: list[ThemeRow]) -> list[tuple[Framework, list[ThemeRow]]]:
    groups: dict[str, list[ThemeRow]] = {}
    for row in found:
        groups.setdefault(row.part.framework.id, []).append(row)
    return [(members[0].part.framework, members) for members in groups.values()]


def _cells(site: SiteData, framework: Framework, dimension_id: str) -> tuple[Part, ...]:
    row = framework.cells.get(dimension_id, {})
    return tuple(
        site.parts.cell(framework, dimension_id, level.id) for level in framework.levels if level.id in row
    )


def _points(site: SiteData, theme_id: str) -> list[tuple[Framework, Any, Part | None]]:
    """List building blocks, starting points and pitfalls on a theme; only building blocks have an address."""
    found: list[tuple[Framework, Any, Part | None]] = []
    for framework in site.atlas.frameworks:
        for point in framework.capabilities:
            if theme_id in point.themes:
                part = site.parts.part(End(framework.id, "capabilities", (point.id,)))
                found.append((framework, point, part))
        others = (*framework.starting_points, *framework.pitfalls)
        found += [(framework, point, None) for point in others if theme_id in point.themes]
    return found
