"""Site data in, the contents of the reference pages out: glossary, sources, translation status."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from generator.pages.sitedata import SiteData


def glossary(site: SiteData) -> Mapping[str, Any]:
    """Terms in alphabetical order, by first letter."""
    terms = sorted(site.atlas.shared.glossary.terms, key=lambda term: term.title.casefold())
    letters = [
        (letter, list(found)) for letter, found in groupby(terms, key=lambda term: _letter(term.title))
    ]
    return {"letters": letters, "framework": {item.id: item for item in site.atlas.frameworks}}


def sources(site: SiteData) -> Mapping[str, Any]:
    """Where every framework's texts come from."""
    return {"frameworks": site.atlas.frameworks, "scale": site.atlas.shared.scale}


def translations(site: SiteData) -> Mapping[str, Any]:
    """How far each translation has come, and which texts are open."""
    names = {item.id: item.short_title for item in site.atlas.frameworks}
    lines = [line for line in site.progress if line.total]
    return {"lines": lines, "names": names, "open": [gap for line in lines for gap in line.gaps]}


def _letter(title: str) -> str:
    first = title[0].upper()
    return first if first.isalpha() else "#"
