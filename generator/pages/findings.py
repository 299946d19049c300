"""Gather what the page of findings and the pages of the scale's bands show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.crosswalk import End
from generator.model import Finding, Framework, Position, Record, Theme, found_at
from generator.pages import themes
from generator.pages.bands import band_of, share
from generator.pages.sitedata import SiteData
from generator.parts import Part

_ANCHORS = {
    "claims": "#claim-{}",
    "starting_points": "#starting-point-{}",
    "pitfalls": "#pitfall-{}",
    "transitions": "#step-{}",
}
_ENDS = ("levels", "layers", "dimensions", "cells", "capabilities")


@dataclass(frozen=True)
class Ground:
    """A text that a finding rests on: the part that has it, or else its title, and where a reader finds it.

    `ends` are the two levels of a step between them.
    """

    framework: Framework
    kind: str
    part: Part | None
    title: str
    ends: tuple[Part, ...]
    address: str


@dataclass(frozen=True)
class Found:
    """One finding: each sentence with its grounds, who is silent, who was read for it, and who was not."""

    finding: Finding
    positions: tuple[tuple[Position, tuple[Ground, ...]], ...]
    silent: tuple[Framework, ...]
    read: tuple[Framework, ...]
    unread: tuple[Framework, ...]


def findings(site: SiteData) -> Mapping[str, Any]:
    """Gather the findings by their kinds, the kinds for which a framework is left to read, and the bands."""
    shared = site.atlas.shared
    kinds = [
        (kind, [_found(site, item) for item in shared.findings.findings if item.kind == kind])
        for kind in ("agreement", "contradiction", "silence")
    ]
    return {
        "scale": shared.scale,
        "frameworks": site.atlas.frameworks,
        "kinds": kinds,
        "to_read": [kind for kind, found in kinds if any(item.unread for item in found)],
    }


def band(site: SiteData, band_id: str) -> Mapping[str, Any]:
    """Gather what every framework asks for in one band of the scale, and what is found on it."""
    scale = site.atlas.shared.scale
    index = next(i for i, item in enumerate(scale.bands) if item.id == band_id)
    number = index + 1
    ladders = [part for framework in site.atlas.frameworks for part in site.parts.ladder(framework)]
    on_it = [part for part in ladders if share(part, number) > 0]
    here = [part for part in on_it if part.word != "layer" and band_of(part, scale.length) == number]
    ends = {part.end for part in here}
    subjects = ((theme, _texts(site, theme, number)) for theme in site.atlas.shared.themes.themes)
    return {
        "band": scale.bands[index],
        "total": scale.length,
        "here": here,
        "reaching": [part for part in on_it if part.end not in ends],
        "none": [item for item in site.atlas.frameworks if item.id not in {p.framework.id for p in on_it}],
        "found": [
            _found(site, item) for item in site.atlas.shared.findings.findings if band_id in item.bands
        ],
        "subjects": [(theme, groups) for theme, groups in subjects if groups],
        "previous": scale.bands[index - 1] if index else None,
        "next": scale.bands[number] if number < scale.length else None,
    }


def _texts(site: SiteData, theme: Theme, number: int) -> list[tuple[Part, list[str]]]:
    """What each level in a band says on a theme: cells, and texts of levels."""
    groups: dict[End, tuple[Part, list[str]]] = {}
    for row in themes.rows(site, theme, steps=False):
        for part in row.places[number - 1].parts if row.cells else ():
            level = part.level or part
            groups.setdefault(level.end, (level, []))[1].append(part.text)
    return list(groups.values())


def _found(site: SiteData, finding: Finding) -> Found:
    positions = tuple(
        (position, tuple({item.address: item for item in grounds}.values()))
        for position in finding.positions
        for grounds in [[_ground(site, path) for path in position.rests_on]]
    )
    read = {ground.framework.id for _, grounds in positions for ground in grounds} | {*finding.silent}
    silent, known, unread = (
        tuple(item for item in site.atlas.frameworks if (item.id in ids) is is_in)
        for ids, is_in in ((finding.silent, True), (read, True), (read, False))
    )
    return Found(finding, positions, silent, known, unread)


def _ground(site: SiteData, path: str) -> Ground:
    """Find what a path names; a text within a level or a layer is named after that."""
    home, kind, *ids = path.split("/")
    framework = site.atlas.framework(home)
    if kind in _ENDS:
        part = site.parts.part(End(home, kind, tuple(ids[: 2 if kind == "cells" else 1])))
        return Ground(framework, kind, part, part.title, (), part.address)
    record = found_at(framework, "/".join((home, kind, ids[0])))
    titles = vars(record) if isinstance(record, Record) else {}
    title = titles.get("title") or titles.get("figure") or ""
    ends = tuple(
        site.parts.part(End(home, "levels", (id_,))) for id_ in ids[0].split("--") if kind == "transitions"
    )
    anchor = _ANCHORS.get(kind, f"#{kind.replace('_', '-')}").format(ids[0])
    return Ground(framework, kind, None, title, ends, f"frameworks/{home}/{anchor}")
