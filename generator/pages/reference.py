"""Gather what the reference pages show: glossary and sources."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from generator.pages.sitedata import SiteData


def glossary(site: SiteData) -> Mapping[str, Any]:
    """Gather the terms in alphabetical order, by first letter."""
    terms = sorted(site.atlas.shared.glossary.terms, key=lambda term: term.title.casefold())
    letters = [
        (letter, list(found)) for letter, found in groupby(terms, key=lambda term: _letter(term.title))
    ]
    titles = {term.id: term.title for term in terms}
    return {
        "letters": letters,
        "title_of": titles,
        "framework": {item.id: item for item in site.atlas.frameworks},
    }


def sources(site: SiteData) -> Mapping[str, Any]:
    """Gather where every framework's texts come from."""
    scales = [(part.subject, part.folder, part.atlas.shared.scale) for part in site.by_subject.values()]
    return {"frameworks": site.atlas.frameworks, "scales": scales}


def _letter(title: str) -> str:
    first = title[0].upper()
    return first if first.isalpha() else "#"
