"""List what search finds in one language: an entry for each thing with an address, and not for each page."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.crosswalk import End
from generator.model import Framework, Level, Position
from generator.pages.sitedata import SiteData
from generator.parts import Part

ENTRIES = "search/search_entries.json"
"""Where a language's entries lie, below its folder. The worker in `templates/` knows the place as well."""


@dataclass(frozen=True)
class Thing:
    """One thing: where it is, what it is called, of what kind it is, and what it says.

    `part` is what has a number or a level, `also` are other names of it; `texts` are searched, and the first
    one is shown.
    """

    kind: str
    address: str
    title: str
    framework: Framework | None
    texts: tuple[str, ...]
    part: Part | None = None
    also: tuple[str, ...] = ()


def things(site: SiteData) -> Iterator[Thing]:
    """List every thing that search finds, definitions first."""
    shared = site.atlas.shared
    for term in shared.glossary.terms:
        also = (term.expansion,) if term.expansion else ()
        texts = (term.definition, *([term.differs] if term.differs else []))
        yield Thing("term", f"glossary/#{term.id}", term.title, None, texts, also=also)
    for framework in site.atlas.frameworks:
        yield from _of_framework(site, framework)
    for theme in shared.themes.themes:
        yield Thing("theme", f"themes/{theme.id}/", theme.title, None, (theme.summary,))
    for band in shared.scale.bands:
        yield Thing("band", f"findings/{band.id}/", band.title, None, (band.summary,))
    for finding in shared.findings.findings:
        said = (finding.summary, *_texts(finding.positions), finding.justification)
        yield Thing("finding", f"findings/#{finding.id}", finding.title, None, said)
    for walk in site.atlas.crosswalks:
        for mapping in walk.mappings:
            ends = [site.parts.part(End.parse(end)) for end in (mapping.subject, mapping.object)]
            title = " – ".join(f"{part.framework.short_title}: {part.title}" for part in ends)
            said = tuple(text for text in (mapping.shared, mapping.justification) if text)
            yield Thing("mapping", f"crosswalks/{walk.key}/#{mapping.id}", title, None, said)

    for one, other in site.walks.pairs:
        names = (site.atlas.framework(id_).short_title for id_ in (one, other))
        yield Thing("pair", f"crosswalks/{one}--{other}/", " – ".join(names), None, ())


def _of_framework(site: SiteData, framework: Framework) -> Iterator[Thing]:
    home = f"frameworks/{framework.id}/"
    about = (framework.summary, *framework.notes.values(), *framework.contradictions.values())
    also = (framework.short_title, framework.publisher) if framework.publisher else (framework.short_title,)
    yield Thing("framework", home, framework.title, framework, about, also=also)
    yield Thing("quiz", f"quiz/{framework.id}/", framework.short_title, framework, ())
    for level, part in zip(framework.levels, site.parts.of(framework, "levels"), strict=True):
        texts = (level.summary, *_of_level(framework, level))
        yield Thing("level", part.address, level.title, framework, texts, part, _subtitle(level))
    for layer, part in zip(framework.layers, site.parts.of(framework, "layers"), strict=True):
        variants = (text for item in layer.variants for text in (item.title, item.summary))
        texts = (layer.summary, *layer.needs.values(), *variants)
        yield Thing("layer", part.address, layer.title, framework, texts, part, _subtitle(layer))
    for dimension in framework.dimensions:
        said = (dimension.question,) if dimension.question else ()
        address = f"{home}dimensions/{dimension.id}/"
        yield Thing("dimension", address, dimension.title, framework, said)
    for end in _cells(framework):
        cell = site.parts.part(end)
        yield Thing("cell", cell.address, cell.title, framework, (cell.text,), cell)
    points = {
        "building block": ("capability", framework.capabilities),
        "starting point": ("starting-point", framework.starting_points),
        "pitfall": ("pitfall", framework.pitfalls),
    }
    for kind, (anchor, items) in points.items():
        for item in items:
            yield Thing(kind, f"{home}#{anchor}-{item.id}", item.title, framework, (item.summary,))
    for claim in framework.claims:
        yield Thing("claim", f"{home}#claim-{claim.id}", claim.figure or "", framework, (claim.text,))


def _of_level(framework: Framework, level: Level) -> Iterator[str]:
    lists: Iterable[Mapping[str, str]] = (
        level.signs,
        level.focus,
        level.kpis,
        level.needs,
        level.examples,
        level.evidence,
    )
    for texts in lists:
        yield from texts.values()
    for step in framework.transitions:
        if step.end == level.id:
            yield from step.actions.values()


def _cells(framework: Framework) -> Iterator[End]:
    for dimension, row in framework.cells.items():
        yield from (End(framework.id, "cells", (dimension, level)) for level in row)


def _subtitle(item: Any) -> tuple[str, ...]:
    return (item.subtitle,) if item.subtitle else ()


def _texts(positions: Iterable[Position]) -> Iterator[str]:
    yield from (position.text for position in positions)
