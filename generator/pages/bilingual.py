"""Gather what the pages in two languages show: each text beside that of another language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.crosswalk import End
from generator.model import Crosswalk, Framework, Record, texts
from generator.pages.sitedata import SiteData
from generator.parts import Part

Pair = tuple[str, str]


@dataclass(frozen=True)
class Stretch:
    """The texts of one level, layer, dimension or relation in both languages.

    `parts` are what they are about; without any they are the framework's own. `id` is the stretch's anchor.
    """

    id: str
    parts: tuple[Part, ...]
    pairs: tuple[Pair, ...]


def second_language(site: SiteData, record: Framework | Crosswalk) -> str | None:
    """Choose the second language: the original's, or on a page in that one the first other; None without."""
    if record.source_language != site.language:
        return record.source_language if record.source_language in site.languages else None
    return next((tag for tag in site.languages if tag != site.language), None)


def bilingual(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather a framework's texts, part by part, in this language and in another."""
    item = site.atlas.framework(framework_id)
    other = second_language(site, item)
    assert other is not None
    kinds = ("levels", "layers", "dimensions")
    beside = dict(_texts(site.views[other].atlas.framework(framework_id)))
    found: dict[tuple[str, str] | None, list[Pair]] = {}
    for path, text in _texts(item):
        steps = path.split(".")
        if steps[0] in ("source", "on_themes") or "span" in steps:
            continue
        key = (steps[0], steps[1]) if steps[0] in kinds else None
        key = ("levels", steps[2]) if steps[0] == "cells" else key
        found.setdefault(key, []).append((text, beside[path]))
    parts = {(kind, part.end.ids[0]): part for kind in kinds for part in site.parts.of(item, kind)}
    return {
        "framework": item,
        "other": other,
        "is_original": other == item.source_language,
        "stretches": [
            Stretch("-".join(key), (parts[key],), tuple(pairs)) if key else Stretch("own", (), tuple(pairs))
            for key, pairs in found.items()
        ],
    }


def bilingual_pair(site: SiteData, one: str, two: str) -> Mapping[str, Any]:
    """Gather the reasons of a pair's judged relations in this language and in another."""
    walk = site.walks.curated(one, two)
    other = second_language(site, walk) if walk else None
    assert walk is not None
    assert other is not None
    there = next(item for item in site.views[other].atlas.crosswalks if item.key == walk.key)
    both = zip((*walk.mappings, *walk.no_counterpart), (*there.mappings, *there.no_counterpart), strict=True)
    found = [(own, tuple(zip(_said(own), _said(beside), strict=True))) for own, beside in both]
    return {
        "left": site.atlas.framework(one),
        "right": site.atlas.framework(two),
        "other": other,
        "is_original": other == walk.source_language,
        "stretches": [Stretch(own.key, _ends(site, own), pairs) for own, pairs in found],
    }


def _ends(site: SiteData, record: Record) -> tuple[Part, ...]:
    """What a relation, or the absence of one, is about."""
    named = (getattr(record, "subject", None), getattr(record, "object", None))
    return tuple(site.parts.part(End.parse(name)) for name in named if name)


def _said(record: Record) -> list[str]:
    return [text for _, text, _ in texts(record)]


def _texts(framework: Framework) -> Iterator[tuple[str, str]]:
    yield from ((path, text) for path, text, _ in texts(framework))
