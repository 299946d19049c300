"""Keep old addresses alive: make pages that lead on, and anchors of former ids."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from generator.addresses import AddressKind, Ids, address_kind
from generator.model import Record
from generator.pages.sitedata import SiteData


def moved_pages(site: SiteData, there: Iterable[tuple[AddressKind, Ids]]) -> Iterator[Ids]:
    """List the old addresses of every page in `there`.

    Each is (old address, address, names of what it is about).
    """
    redirects = site.atlas.redirects
    if not redirects.redirects:
        return
    pages = list(there)
    taken = {kind.at(ids) for kind, ids in pages}
    for kind, ids in pages:
        for former in kind.former(ids, redirects):
            if (old := kind.at(former)) not in taken:
                taken.add(old)
                yield (old, kind.at(ids), *("/".join(name) for name in kind.about(ids)))


def of_subjects(site: SiteData, addresses: Iterable[str]) -> Iterator[tuple[AddressKind, Ids]]:
    """List what further subjects have once: these addresses in the folder of each."""
    further = [subject for subject, part in site.by_subject.items() if part.folder]
    for address in addresses:
        yield from ((AddressKind(f"subjects/{{0}}/{address}", ("subjects/{0}",)), (id_,)) for id_ in further)


def moved(site: SiteData, old: str, new: str, *names: str) -> Mapping[str, Any]:
    """Make one page that leads on: where to, and what stands there."""
    return {"to": new, "titles": [_title(site, name.split("/")) for name in names]}


def old_anchors(site: SiteData, address: str, *ids: str) -> Markup:
    """Make empty elements with the ids that the element at an address had before, if it had any."""
    redirects = site.atlas.redirects
    if not redirects.redirects:
        return Markup("")
    here = address_kind(address)
    now = here.at(ids).partition("#")[2]
    found = dict.fromkeys(here.at(former).partition("#")[2] for former in here.former(ids, redirects))
    used = _anchors_beside(site, here, ids) if found else ()
    old = [anchor for anchor in found if anchor != now and anchor not in used]
    return Markup("").join(Markup('<span id="{}"></span>').format(anchor) for anchor in old)


def _anchors_beside(site: SiteData, here: AddressKind, ids: Ids) -> set[str]:
    """List anchors of the same kind that other things have on that page today."""
    page = here.at(ids).partition("#")[0]
    every = (here.at(other) for other in here.everywhere(site.names) if other != ids)
    return {anchor for at, _, anchor in (address.partition("#") for address in every) if at == page}


def _title(site: SiteData, name: list[str]) -> str:
    """Say what a reader calls a framework, a part of one, a subject, a theme, or a band of the scale."""
    first, *rest = name
    if first == "themes":
        items: Iterable[Record] = site.atlas.shared.themes.themes
    elif first == "subjects":
        items = site.atlas.shared.subjects.subjects
    elif first == "reference-scale":
        items = site.atlas.shared.scale.bands
    elif rest:
        items = getattr(site.atlas.framework(first), rest[0])
    else:
        items = site.atlas.frameworks
    title: str = next(vars(item)["title"] for item in items if item.key == name[-1])
    return title
