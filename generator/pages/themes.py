"""Gather what the theme pages show: what each framework says on a subject, by stages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.crosswalk import End
from generator.model import Framework, Theme
from generator.pages.sitedata import SiteData
from generator.pages.stages import StageColumn, places
from generator.parts import Part


@dataclass(frozen=True)
class ThemeRow:
    """One dimension or layer on a theme; `cells` in its framework's order, `places` in the scale's."""

    part: Part
    cells: tuple[Part, ...]
    places: tuple[StageColumn, ...]

    @property
    def aligned(self) -> bool:
        """Whether anything of it lies on the scale."""
        return any(place.parts for place in self.places)


def themes(site: SiteData) -> Mapping[str, Any]:
    """Gather every theme with the dimensions and layers on it."""
    return {"themes": [(theme, rows(site, theme)) for theme in site.atlas.shared.themes.themes]}


def theme(site: SiteData, theme_id: str) -> Mapping[str, Any]:
    """Gather what every framework says on one theme."""
    all_themes = site.atlas.shared.themes.themes
    index = next(i for i, item in enumerate(all_themes) if item.id == theme_id)
    found = rows(site, all_themes[index])
    speaking = {row.part.framework.id for row in found}
    return {
        "theme": all_themes[index],
        "stages": site.atlas.shared.scale.stages,
        "groups": _by_framework([row for row in found if row.aligned]),
        "unplaced": [row for row in found if not row.aligned],
        "silent": [item for item in site.atlas.frameworks if item.id not in speaking],
        "points": _points(site, theme_id),
        "previous": all_themes[index - 1] if index else None,
        "next": all_themes[index + 1] if index + 1 < len(all_themes) else None,
    }


def rows(site: SiteData, theme: Theme) -> list[ThemeRow]:
    """List the dimensions and layers on a theme, framework by framework."""
    stages = site.atlas.shared.scale.length
    found = []
    for framework in site.atlas.frameworks:
        for kind in ("dimensions", "layers"):
            for item, part in zip(getattr(framework, kind), site.parts.of(framework, kind), strict=True):
                if theme.id in item.themes:
                    cells = _cells(site, framework, item.id)
                    found.append(ThemeRow(part, cells, places(cells or (part,), stages)))
    return found


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
    """List building blocks and starting points on a theme; only building blocks have an address."""
    found: list[tuple[Framework, Any, Part | None]] = []
    for framework in site.atlas.frameworks:
        for point in framework.capabilities:
            if theme_id in point.themes:
                part = site.parts.part(End(framework.id, "capabilities", (point.id,)))
                found.append((framework, point, part))
        found += [(framework, point, None) for point in framework.starting_points if theme_id in point.themes]
    return found
