"""Choose what stands out on the ruler of a page: that which the page is about."""

from dataclasses import dataclass

from generator.addresses import page_address_kind
from generator.model import Name
from generator.pages import Page
from generator.pages.bands import share
from generator.pages.kinds import kind_of
from generator.pages.ruler import Bar, Row, Ruler

_ON_THE_RULER = (("levels",), ("layers",))
_BANDS = ("reference-scale", "bands")


@dataclass(frozen=True)
class Emphasis:
    """The names of what a page is about, and the numbers of bands; without any, all stands out."""

    names: tuple[Name, ...] = ()
    bands: tuple[int, ...] = ()

    @classmethod
    def of(cls, page: Page, ruler: Ruler) -> "Emphasis":
        """What stands out for a page: frameworks, one level or layer, a band; all where there is none."""
        place = page_address_kind(kind_of(page).address)
        names = place.about(page.ids) if place else ()
        bands = (band.number for band in ruler.bands if (*_BANDS, band.id) in names)
        there = {row.framework.id for row in ruler.rows}
        return cls(tuple(name for name in names if name[0] in there), tuple(bands))

    def row(self, row: Row) -> bool:
        """Whether a framework stands out."""
        return not self.names or any(name[0] == row.framework.id for name in self.names)

    def bar(self, row: Row, bar: Bar) -> bool:
        """Whether a level or a layer stands out."""
        if self.bands:
            return any(share(bar.part, band) > 0 for band in self.bands)
        own = (row.framework.id, bar.part.end.kind, *bar.part.end.ids)
        return not self.names or any(
            name == own if name[1:2] in _ON_THE_RULER else name[:1] == own[:1] for name in self.names
        )
