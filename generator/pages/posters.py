"""Gather what the posters show: a framework in large letters, or all of them on one scale."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Band, Framework
from generator.pages.bilingual import second_language
from generator.pages.framework import matrix_rows
from generator.pages.poster_fit import FAR, Head, fit_columns, fit_lanes, fit_matrix
from generator.pages.ruler import Bar, Row, ruler
from generator.pages.sitedata import SiteData
from generator.text import plain

Words = tuple[str, ...]
Versions = tuple[Framework, ...]
"""A framework in each language of a poster."""


@dataclass(frozen=True)
class RulerRow:
    """One framework on the poster of the scale, with its bars; `beside` are titles in another language."""

    framework: Framework
    lanes: tuple[tuple[Bar, ...], ...]
    beside: Mapping[str, str]
    other: str | None


def poster(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather a framework's poster in one language."""
    return _poster(site, site.atlas.framework(framework_id), None, None)


def poster_in_two(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather a framework's poster with each text in this language and in another."""
    item = site.atlas.framework(framework_id)
    other = second_language(site, item)
    assert other is not None
    return _poster(site, item, site.views[other].atlas.framework(framework_id), other)


def ruler_poster(site: SiteData) -> Mapping[str, Any]:
    """Gather the poster of the scale with every framework's bars."""
    return _ruler_poster(site, in_two=False)


def ruler_poster_in_two(site: SiteData) -> Mapping[str, Any]:
    """Gather the same with each name in this language and in another."""
    return _ruler_poster(site, in_two=True)


def _poster(
    site: SiteData, item: Framework, beside: Framework | None, other: str | None
) -> Mapping[str, Any]:
    ladder = site.parts.of(item, item.kind)
    versions = (item, beside) if beside else (item,)
    head = Head(_words(*(one.title for one in versions)), _words(*(one.summary for one in versions)))
    columns = _columns(versions)
    if item.dimensions:
        fit = fit_matrix(head, [titles for titles, _ in columns], _rows(versions))
    else:
        fit = fit_columns(head, columns)
    return {
        "framework": item,
        "beside": beside,
        "other": other,
        "ladder": ladder,
        "records": getattr(item, item.kind),
        "records_beside": getattr(beside, item.kind) if beside else (),
        "matrix": matrix_rows(item),
        "dimensions_beside": {found.id: found for found in beside.dimensions} if beside else {},
        "groups_beside": {found.id: found for found in beside.dimension_groups} if beside else {},
        "fit": fit,
        "is_far": fit >= FAR,
        "has_two": second_language(site, item) is not None,
    }


def _ruler_poster(site: SiteData, *, in_two: bool) -> Mapping[str, Any]:
    drawn = ruler(site.atlas.frameworks, site.parts)
    rows = [_ruler_row(site, row, in_two=in_two) for row in drawn.rows]
    others = [tag for tag in site.languages if tag != site.language]
    bands: tuple[Band, ...] = site.views[others[0]].atlas.shared.scale.bands if in_two else ()
    return {
        "ruler": drawn,
        "scale": site.atlas.shared.scale,
        "rows": rows,
        "bands_beside": bands,
        "other": others[0] if in_two else None,
        "lane": fit_lanes(sum(max(len(row.lanes), 1) for row in rows), len(rows)),
        "has_two": bool(others),
        "is_far": not in_two,
    }


def _ruler_row(site: SiteData, row: Row, *, in_two: bool) -> RulerRow:
    other = second_language(site, row.framework) if in_two else None
    beside: dict[str, str] = {}
    if other:
        there = site.views[other].atlas.framework(row.framework.id)
        beside = {level.id: level.title for level in there.levels}
        beside |= {layer.id: layer.title for layer in there.layers}
    return RulerRow(row.framework, row.lanes, beside, other)


def _columns(versions: Versions) -> list[tuple[Words, Words]]:
    """The title and the text of each level or layer."""
    return [
        (_words(*(found.title for found in both)), _words(*(found.summary for found in both)))
        for both in zip(*(getattr(one, one.kind) for one in versions), strict=True)
    ]


def _rows(versions: Versions) -> list[list[Words]]:
    """The head and the cells of each row of a matrix."""
    return [
        [
            _words(*(found.title for found in both)),
            *(
                _words(*(one.cells.get(both[0].id, {}).get(level.id, "") for one in versions))
                for level in versions[0].levels
            ),
        ]
        for both in zip(*(one.dimensions for one in versions), strict=True)
    ]


def _words(*texts: str) -> Words:
    """The words of a text as they stand on paper: in a second language where they are others."""
    return tuple(dict.fromkeys(plain(text) for text in texts))
