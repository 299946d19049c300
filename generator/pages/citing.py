"""Gather what the pages on citing and on editions show."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.citation import title_of
from generator.pages.history import changed_frameworks
from generator.pages.sitedata import SiteData


def cited_pages(site: SiteData) -> Iterator[tuple[str, ...]]:
    """List what has a page with its citations: each framework, each pair, and each kind that all share."""
    yield from ((page.removeprefix("id/").rstrip("/"),) for page in site.cited)


def cite(site: SiteData, name: str) -> Mapping[str, Any]:
    """Gather the citations of all things of one page of permanent addresses, the whole of it first."""
    own = sorted(site.cited[f"id/{name}/"], key=lambda item: item[1].anchor != "")
    return {
        "name": name,
        "whole": next((thing for thing, identity in own if not identity.anchor), None),
        "entries": [(thing, identity, title_of(thing)) for thing, identity in own],
        "latest": site.published,
    }


def editions(site: SiteData) -> Mapping[str, Any]:
    """Gather the editions, the latest one first."""
    steps = site.history.steps if site.history else ()
    return {
        "editions": tuple(reversed(site.atlas.shared.editions.editions)),
        "latest": site.published,
        "frameworks": site.atlas.frameworks if steps else (),
        "changed": {step.edition.id: changed_frameworks(site, step) for step in steps if step.edition},
    }
