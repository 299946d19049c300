"""Keep the addresses of withdrawn frameworks and levels alive: pages that say so."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from generator.addresses import AddressKind, Ids
from generator.model import Withdrawn
from generator.pages.sitedata import SiteData


def withdrawn_pages(site: SiteData, kinds: Iterable[AddressKind], taken: Collection[str]) -> Iterator[Ids]:
    """List the addresses that withdrawn frameworks had, of the kinds that others have, each with the id."""
    gone = site.atlas.redirects.withdrawn
    seen = set(taken)
    others = [(framework.id,) for framework in site.atlas.frameworks]
    for kind in kinds if gone else ():
        for item in gone:
            own = {*item.names}
            for ids in kind.everywhere([*item.names, *others]):
                address = kind.at(ids)
                if address not in seen and not own.isdisjoint(kind.about(ids)):
                    seen.add(address)
                    yield address, item.id


def withdrawn(site: SiteData, _: str, withdrawn_id: str) -> Mapping[str, Any]:
    """Make one page: what was withdrawn and when, where it was, and what there is instead."""
    item: Withdrawn = next(item for item in site.atlas.redirects.withdrawn if item.id == withdrawn_id)
    frameworks = {framework.id: framework for framework in site.atlas.frameworks}
    led, *level_id = item.instead.split("/") if item.instead else [""]
    framework = frameworks.get(led)
    levels = framework.levels if framework and level_id else ()
    level = next((one for one in levels if one.id == level_id[-1]), None)
    home = site.atlas.redirects.today(item.name[:1])[0]
    return {
        "gone": item,
        "instead": level or framework,
        "instead_at": f"frameworks/{item.instead if level else led}/",
        "home": frameworks.get(home) if len(item.name) > 1 else None,
        "editions": bool(site.atlas.shared.editions.editions),
    }
