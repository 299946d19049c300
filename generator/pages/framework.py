"""Gather what a framework's pages show: the framework, a level, a dimension, a layer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.crosswalk import End, Link
from generator.model import Framework, Group, Record, Theme
from generator.model.fields import Field, page_fields
from generator.pages.practices import by_dimension, practices_at, target_rows
from generator.pages.ruler import ruler
from generator.pages.sitedata import SiteData
from generator.parts import Part

_Item = TypeVar("_Item", bound=Record)


@dataclass(frozen=True)
class Counterparts:
    """What one framework says that answers to a part of another."""

    framework: Framework
    links: tuple[Link, ...]


def framework(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather a framework with its matrix and everything its source says."""
    item = site.atlas.framework(framework_id)
    return {
        "framework": item,
        "more": more(item),
        "levels": site.parts.of(item, "levels"),
        "layers": site.parts.of(item, "layers"),
        "level_by_id": {level.id: level for level in item.levels},
        "matrix": matrix_rows(item),
        "grouped_levels": grouped(item.levels, item.level_groups),
        "ruler": ruler((item,), site.parts),
        "capability_links": {
            point.id: judged(site, End(framework_id, "capabilities", (point.id,)))
            for point in item.capabilities
        },
        "practices": by_dimension(item),
        "target_rows": target_rows(item),
        "partners": [site.atlas.framework(other) for other in site.walks.partners(framework_id)],
        "themes": themes_of(
            site, (theme for rows in (item.dimensions, item.layers) for row in rows for theme in row.themes)
        ),
    }


def level(site: SiteData, framework_id: str, level_id: str) -> Mapping[str, Any]:
    """Gather one level: its texts, its cells, the step up, its neighbours and its counterparts."""
    item = site.atlas.framework(framework_id)
    part = site.parts.part(End(framework_id, "levels", (level_id,)))
    found = _found(item.levels, level_id)
    return {
        "level": found,
        **_of_any_part(site, part),
        "group": next((group for group in item.level_groups if group.id == found.group), None),
        "silent": [dimension for dimension in item.dimensions if level_id in dimension.silent],
        "cells": [
            (dimension, cell := site.parts.cell(item, dimension.id, level_id), judged(site, cell.end))
            for dimension in item.dimensions
            if level_id in item.cells.get(dimension.id, {})
        ],
        "practices": {row: practices_at(item, level_id, row) for row in (None, *_ids(item.dimensions))},
        "building_blocks": [point for point in item.capabilities if level_id in point.levels],
        "claims": [claim for claim in item.claims if level_id in claim.levels],
        "taken_for": [term for term in site.atlas.shared.glossary.terms if str(part.end) in term.at],
        "steps_up": [step for step in item.transitions if step.start == level_id],
        "steps_in": [step for step in item.transitions if step.end == level_id],
        "ruler": ruler((item,), site.parts, only=part),
    }


def dimension(site: SiteData, framework_id: str, dimension_id: str) -> Mapping[str, Any]:
    """Gather one dimension through all levels, with what other frameworks say on its themes."""
    item = site.atlas.framework(framework_id)
    part = site.parts.part(End(framework_id, "dimensions", (dimension_id,)))
    found = _found(item.dimensions, dimension_id)
    row = item.cells.get(dimension_id, {})
    return {
        "dimension": found,
        **_of_any_part(site, part),
        "group": next((g for g in item.dimension_groups if g.id == found.group), None),
        "cells": [
            (cell := site.parts.cell(item, dimension_id, level.id), judged(site, cell.end))
            for level in item.levels
            if level.id in row
        ],
        "practices": {column: practices_at(item, column, dimension_id) for column in _ids(item.levels)},
        "silent": [level for level in site.parts.of(item, "levels") if level.end.ids[0] in found.silent],
        "themes": themes_of(site, found.themes),
        "neighbours": neighbours(site, part.end, found.themes),
    }


def layer(site: SiteData, framework_id: str, layer_id: str) -> Mapping[str, Any]:
    """Gather one layer: what it needs, how it can be built, which levels of other frameworks it carries."""
    item = site.atlas.framework(framework_id)
    part = site.parts.part(End(framework_id, "layers", (layer_id,)))
    found = _found(item.layers, layer_id)
    return {
        "layer": found,
        **_of_any_part(site, part),
        "themes": themes_of(site, found.themes),
        "neighbours": neighbours(site, part.end, found.themes),
        "ruler": ruler((item,), site.parts, only=part),
    }


def _of_any_part(site: SiteData, part: Part) -> Mapping[str, Any]:
    """Gather what the pages of levels, dimensions and layers have in common."""
    around = site.parts.of(part.framework, part.end.kind)
    index = around.index(part)
    return {
        "framework": part.framework,
        "more": more(_found(getattr(part.framework, part.end.kind), part.end.ids[0])),
        "part": part,
        "counterparts": counterparts(site, part.end),
        "previous": around[index - 1] if index else None,
        "next": around[index + 1] if index + 1 < len(around) else None,
    }


def _found(items: Iterable[_Item], wanted: str) -> _Item:
    return next(item for item in items if item.key == wanted)


def _ids(items: Iterable[Record]) -> list[str]:
    return [item.key for item in items]


def more(record: Record) -> list[tuple[Field, Any]]:
    """What is known of a thing in fields that its page has no place of their own for."""
    known = ((field, field.of(record)) for field in page_fields(type(record)))
    return [(field, value) for field, value in known if value not in (None, "", (), {})]


def counterparts(site: SiteData, end: End) -> list[Counterparts]:
    """Find what answers to a part of a framework in every other one that shares a page with it."""
    found = ((other, site.walks.counterparts(end, other)) for other in site.walks.partners(end.framework))
    return [Counterparts(site.atlas.framework(other), links) for other, links in found]


def judged(site: SiteData, end: End) -> list[Link]:
    """Find what answers to a cell or building block in every other framework: only what a person judged."""
    return [
        link for other in site.walks.partners(end.framework) for link in site.walks.counterparts(end, other)
    ]


def neighbours(site: SiteData, end: End, themes: Iterable[str]) -> list[Part]:
    """Find dimensions and layers of the other frameworks that share a theme, the closest theme first."""
    found: dict[End, Part] = {}
    for theme in themes:
        for other in site.walks.partners(end.framework):
            item = site.atlas.framework(other)
            for kind in ("dimensions", "layers"):
                for part in getattr(item, kind):
                    if theme in part.themes:
                        here = End(other, kind, (part.id,))
                        found.setdefault(here, site.parts.part(here))
    return list(found.values())


def themes_of(site: SiteData, ids: Iterable[str]) -> list[Theme]:
    """Look up themes by id, each once, in the order in which they are named."""
    by_id = {theme.id: theme for theme in site.atlas.shared.themes.themes}
    return [by_id[theme_id] for theme_id in dict.fromkeys(ids) if theme_id in by_id]


def grouped(items: Iterable[Any], groups: tuple[Group, ...]) -> list[tuple[Group | None, list[Any]]]:
    """Group neighbouring items, in the items' own order."""
    by_id = {group.id: group for group in groups}
    result: list[tuple[Group | None, list[Any]]] = []
    for item in items:
        group = by_id.get(item.group or "")
        if result and result[-1][0] is group:
            result[-1][1].append(item)
        else:
            result.append((group, [item]))
    return result


def matrix_rows(item: Framework) -> list[tuple[Group | None, list[Any]]]:
    """Put the matrix's dimensions into their groups."""
    return grouped(item.dimensions, item.dimension_groups)
