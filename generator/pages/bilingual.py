"""Gather what the page in two languages shows: each text of a framework beside that of another language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import Framework, texts
from generator.pages.sitedata import SiteData
from generator.parts import Part

Pair = tuple[str, str]


@dataclass(frozen=True)
class Stretch:
    """The texts of one level, layer or dimension in both languages; without a `part` the framework's own."""

    part: Part | None
    pairs: tuple[Pair, ...]


def other_language(site: SiteData, framework: Framework) -> str | None:
    """Choose the second language: the original's, or on a page in that one the first other; None without."""
    if framework.source_language != site.language:
        return framework.source_language if framework.source_language in site.languages else None
    return next((tag for tag in site.languages if tag != site.language), None)


def bilingual(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather a framework's texts, part by part, in this language and in another."""
    item = site.atlas.framework(framework_id)
    other = other_language(site, item)
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
        "stretches": [Stretch(parts[key] if key else None, tuple(pairs)) for key, pairs in found.items()],
    }


def _texts(framework: Framework) -> Iterator[tuple[str, str]]:
    yield from ((path, text) for path, text, _ in texts(framework))
