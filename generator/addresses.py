"""Make the addresses and anchors of the site from ids, and find the old ones of what was renamed.

The one list of where a thing is found on the site: old addresses lead on, old anchors stay and links in prose
follow, all from here. Addresses stand below a language's root.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from urllib.parse import urlsplit

from generator.model import Name, Redirects, Subjects

Ids = tuple[str, ...]


@dataclass(frozen=True)
class AddressKind:
    """A kind of address, and the names of what it is about; the gaps of both take the same ids.

    A place that is about two frameworks has them in alphabetical order.
    """

    address: str
    names: tuple[str, ...]

    def at(self, ids: Ids) -> str:
        """Make the address for ids."""
        return self.address.format(*self._in_order(ids))

    def about(self, ids: Ids) -> tuple[Name, ...]:
        """Make the names for ids."""
        return tuple(tuple(name.format(*ids).split("/")) for name in self.names)

    def ids_of(self, names: Sequence[Name]) -> Ids | None:
        """Find the ids for names; None where they do not belong together, or are of other kinds."""
        gaps: dict[str, str] = {}
        for pattern, name in zip(self._patterns, names, strict=True):
            found = pattern.fullmatch("/".join(name))
            if found is None or any(
                gaps.setdefault(gap, id_) != id_ for gap, id_ in found.groupdict().items()
            ):
                return None
        return self._in_order(tuple(gaps[gap] for gap in sorted(gaps)))

    def everywhere(self, names: Collection[Name]) -> Iterator[Ids]:
        """List the ids of every place of this kind, where things have these names."""
        fitting = [
            [name for name in names if pattern.fullmatch("/".join(name))] for pattern in self._patterns
        ]
        found = (self.ids_of(chosen) for chosen in product(*fitting) if len(set(chosen)) == len(chosen))
        yield from dict.fromkeys(ids for ids in found if ids is not None)

    def former(self, ids: Ids, redirects: Redirects) -> tuple[Ids, ...]:
        """List the ids that this place had before things were renamed."""
        if not redirects.redirects:
            return ()
        choices = [(name, *redirects.former(name)) for name in self.about(ids)]
        found = (self.ids_of(chosen) for chosen in product(*choices))
        return tuple(dict.fromkeys(old for old in found if old is not None and old != ids))

    def _in_order(self, ids: Ids) -> Ids:
        return tuple(sorted(ids)) if self.names == ("{0}", "{1}") else ids

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        # An id has no two hyphens in a row: they join two ids.
        return tuple(
            re.compile(re.sub(r"\{(\d)\}", r"(?P<g\1>(?:[a-z0-9]|-(?!-))+)", name)) for name in self.names
        )


def folder_of(subject: str, subjects: Subjects) -> str:
    """Name the folder of what a subject has once; the first has the addresses of a site about one."""
    is_first = not subject or subject == subjects.subjects[0].id
    return "" if is_first else f"subjects/{subject}/"


_EXAMPLE = re.compile(r"(^|\.)(example(\.(com|net|org))?|invalid)$")


def is_published_at(address: str | None) -> bool:
    """Tell whether a site's address leads anywhere: not without one, or with one for examples (RFC 2606)."""
    return address is not None and not _EXAMPLE.search(urlsplit(address).hostname or "example")


_CELL = ("{0}/dimensions/{1}", "{0}/levels/{2}")

PAGES = (
    AddressKind("frameworks/{0}/", ("{0}",)),
    AddressKind("frameworks/{0}/languages/", ("{0}",)),
    AddressKind("frameworks/{0}/history/", ("{0}",)),
    AddressKind("frameworks/{0}/poster/", ("{0}",)),
    AddressKind("frameworks/{0}/poster/languages/", ("{0}",)),
    AddressKind("frameworks/{0}/levels/{1}/", ("{0}/levels/{1}",)),
    AddressKind("frameworks/{0}/dimensions/{1}/", ("{0}/dimensions/{1}",)),
    AddressKind("frameworks/{0}/layers/{1}/", ("{0}/layers/{1}",)),
    AddressKind("crosswalks/{0}--{1}/", ("{0}", "{1}")),
    AddressKind("crosswalks/{0}--{1}/languages/", ("{0}", "{1}")),
    AddressKind("themes/{0}/", ("themes/{0}",)),
    AddressKind("findings/{0}/", ("reference-scale/bands/{0}",)),
    AddressKind("quiz/{0}/", ("{0}",)),
    AddressKind("quiz/{0}/embed/", ("{0}",)),
    AddressKind("embed/matrix/{0}/", ("{0}",)),
    AddressKind("embed/crosswalk/{0}--{1}/", ("{0}", "{1}")),
    AddressKind("cite/{0}/", ("{0}",)),
)
"""Pages that are about something with an id."""

ANCHORS = (
    AddressKind("frameworks/#{0}", ("{0}",)),
    AddressKind("frameworks/{0}/#{1}-{2}", _CELL),
    AddressKind("frameworks/{0}/dimensions/{1}/#{2}", _CELL),
    AddressKind("frameworks/{0}/levels/{2}/#cell-{1}", _CELL),
    AddressKind("frameworks/{0}/#group-{1}", ("{0}/level_groups/{1}",)),
    AddressKind("frameworks/{0}/#step-{1}--{2}", ("{0}/levels/{1}", "{0}/levels/{2}")),
    AddressKind("frameworks/{0}/#capability-{1}", ("{0}/capabilities/{1}",)),
    AddressKind("frameworks/{0}/#starting-point-{1}", ("{0}/starting_points/{1}",)),
    AddressKind("frameworks/{0}/#pitfall-{1}", ("{0}/pitfalls/{1}",)),
    AddressKind("frameworks/{0}/#practice-{1}", ("{0}/practices/{1}",)),
    AddressKind("frameworks/{0}/#profile-{1}", ("{0}/profiles/{1}",)),
    AddressKind("frameworks/{0}/#claim-{1}", ("{0}/claims/{1}",)),
    AddressKind("frameworks/{0}/layers/{1}/#variant-{2}", ("{0}/layers/{1}/variants/{2}",)),
    AddressKind("crosswalks/#band-{0}", ("reference-scale/bands/{0}",)),
    AddressKind("crosswalks/{0}--{1}/#{2}", ("crosswalks/{0}--{1}/mappings/{2}",)),
    AddressKind("themes/#{0}", ("themes/{0}",)),
    AddressKind("findings/#{0}", ("findings/{0}",)),
    AddressKind("glossary/#{0}", ("glossary/terms/{0}",)),
    AddressKind("sources/#{0}", ("{0}",)),
)
"""Places on pages that a link may lead to."""

PERMANENT = (
    AddressKind("id/{0}/", ("{0}",)),
    AddressKind("id/{0}/#levels/{1}", ("{0}/levels/{1}",)),
    AddressKind("id/{0}/#layers/{1}", ("{0}/layers/{1}",)),
    AddressKind("id/{0}/#dimensions/{1}", ("{0}/dimensions/{1}",)),
    AddressKind("id/{0}/#cells/{1}/{2}", _CELL),
    AddressKind("id/{0}/#capabilities/{1}", ("{0}/capabilities/{1}",)),
    AddressKind("id/{0}/#starting_points/{1}", ("{0}/starting_points/{1}",)),
    AddressKind("id/{0}/#pitfalls/{1}", ("{0}/pitfalls/{1}",)),
    AddressKind("id/{0}/#practices/{1}", ("{0}/practices/{1}",)),
    AddressKind("id/{0}/#profiles/{1}", ("{0}/profiles/{1}",)),
    AddressKind("id/{0}/#claims/{1}", ("{0}/claims/{1}",)),
    AddressKind("id/crosswalks/{0}--{1}/", ("{0}", "{1}")),
    AddressKind("id/crosswalks/{0}--{1}/#mappings/{2}", ("crosswalks/{0}--{1}/mappings/{2}",)),
    AddressKind("id/subjects/#{0}", ("subjects/{0}",)),
    AddressKind("id/themes/#{0}", ("themes/{0}",)),
    AddressKind("id/reference-scale/#bands/{0}", ("reference-scale/bands/{0}",)),
    AddressKind("id/findings/#{0}", ("findings/{0}",)),
    AddressKind("id/glossary/#terms/{0}", ("glossary/terms/{0}",)),
)
"""What a thing is called for good: the same address in every language, wherever its pages move.

A page for each framework and each pair leads on, and not one for each thing: see decision 0018.
"""

_KINDS = {place.address: place for place in (*PAGES, *ANCHORS, *PERMANENT)}


def address_kind(address: str) -> AddressKind:
    """Find the kind of an address such as `frameworks/{0}/#group-{1}`; KeyError where there is none."""
    return _KINDS[address]


def page_address_kind(address: str) -> AddressKind | None:
    """Find the kind of a page's address, written with gaps that have no numbers.

    None for a page that is about no one thing.
    """
    return next((item for item in PAGES if re.sub(r"\d", "", item.address) == address), None)
