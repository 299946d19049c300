"""Gather what other sites may show of this one in a frame, and the page that gives them the code."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.model import Framework
from generator.pages.comparing import open_ends
from generator.pages.framework import framework
from generator.pages.matches import bridge, matches
from generator.pages.ruler import ruler
from generator.pages.sitedata import SiteData

View = Literal["ruler", "matrix", "crosswalk", "quiz"]

_VIEWS: Mapping[str, tuple[View, str, str, int]] = {
    "home": ("ruler", "", "embed/ruler/", 700),
    "framework": ("matrix", "frameworks/{}/", "embed/matrix/{}/", 1200),
    "crosswalk": ("crosswalk", "crosswalks/{}--{}/", "embed/crosswalk/{}--{}/", 900),
    "quiz": ("quiz", "quiz/{}/", "quiz/{}/embed/", 900),
}
"""By kind of page: what is framed of it, the address of the page and of the frame, and a height in pixels."""


@dataclass(frozen=True)
class Embed:
    """A view for frames on other sites, taken from a page; `height` is what its frame begins with."""

    view: View
    address: str
    page: str
    frameworks: tuple[Framework, ...]
    height: int


def embed_of(site: SiteData, kind: str, ids: tuple[str, ...]) -> Embed | None:
    """Find what can be framed of a page; None where there is nothing."""
    if kind not in _VIEWS:
        return None
    view, page, address, height = _VIEWS[kind]
    frameworks = tuple(site.atlas.framework(id_) for id_ in ids) or site.atlas.frameworks
    if view == "matrix" and not frameworks[0].dimensions:
        return None
    folder = "" if ids else site.folder
    return Embed(view, folder + address.format(*ids), folder + page.format(*ids), frameworks, height)


def embeds(site: SiteData) -> Iterator[Embed]:
    """List everything that can be framed, subject by subject."""
    for part in site.by_subject.values():
        yield from _embeds(part)


def _embeds(site: SiteData) -> Iterator[Embed]:
    every = [(item.id,) for item in site.atlas.frameworks]
    ids_of: Mapping[str, Sequence[tuple[str, ...]]] = {
        "home": [()],
        "framework": every,
        "crosswalk": site.walks.pairs,
        "quiz": every,
    }
    for kind, found in ids_of.items():
        for ids in found:
            if embed := embed_of(site, kind, ids):
                yield embed


def matrices(site: SiteData) -> Iterator[tuple[str, ...]]:
    """List the frameworks that have a matrix to frame."""
    yield from ((item.id,) for item in site.atlas.frameworks if item.dimensions)


def framed_ruler(site: SiteData) -> Mapping[str, Any]:
    """Gather the ruler of all frameworks."""
    drawn = ruler(site.atlas.frameworks, site.parts)
    return {**_framed(site, "home"), "ruler": drawn, "scale": site.atlas.shared.scale}


def framed_matrix(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather one framework's matrix."""
    found = framework(site, framework_id)
    return {**_framed(site, "framework", framework_id), **{name: found[name] for name in _OF_A_MATRIX}}


_OF_A_MATRIX = ("framework", "matrix", "levels")


def framed_crosswalk(site: SiteData, one: str, other: str) -> Mapping[str, Any]:
    """Gather what comes closest to what in a pair, as a drawing and as tables, and what nobody has judged."""
    left, right = site.atlas.framework(one), site.atlas.framework(other)
    found = matches(site, left, right), matches(site, right, left)
    return {
        **_framed(site, "crosswalk", one, other),
        "left": left,
        "right": right,
        "matches": found,
        "bridge_of": bridge(*found),
        **open_ends(site, left, right),
    }


def embedding(site: SiteData) -> Mapping[str, Any]:
    """Gather everything that can be framed by kind: the first of each is shown."""
    kinds: dict[str, list[Embed]] = {}
    for embed in embeds(site):
        kinds.setdefault(embed.view, []).append(embed)
    return {"kinds": kinds}


def _framed(site: SiteData, kind: str, *ids: str) -> Mapping[str, Any]:
    return {"embed": embed_of(site, kind, ids), "latest": site.published}
