"""Gather what the pictures of one language are drawn from, and say when a page has one.

Decision 0018: the ruler to download is part of every site; the picture that a link shows is drawn where the
site's address is known, since nobody could ask for it otherwise.
"""

import ipaddress
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.foreign import unmarked
from generator.pages import Page
from generator.pages.ruler import Bar, Row, Ruler, ruler
from generator.pictures import Drawing, Emphasis, Imprint, preview, sheet
from generator.site.fingerprint import digest
from generator.site.plan import LanguagePlan

PREVIEW = "preview.png"
"""The file beside a page that a link to it shows."""

RULER = "ruler"
"""The name of the files to download, in a language's folder."""

_HIGH = 5000
"""Pixels: a higher drawing has many frameworks, and is sharp enough as it is."""

_RESERVED = ("example", "invalid", "localhost", "test", "example.com", "example.net", "example.org")
"""Hosts that never are anybody's: RFC 2606, RFC 6761."""


@dataclass(frozen=True)
class Pictures:
    """The ruler of one language, with the words around it."""

    ruler: Ruler
    title: str
    caption: str
    unplaced: str
    imprint: Imprint
    right_to_left: bool = False

    @cached_property
    def whole(self) -> Drawing:
        """The ruler with every framework, to download."""
        drawing = sheet(self.ruler, self.title, self.caption, self.unplaced, self.imprint)
        return drawing.mirrored() if self.right_to_left else drawing

    def of_page(self, title: str, page: Page | None) -> Drawing:
        """What a link to a page shows; one by hand is about no framework more than about others."""
        emphasis = Emphasis.of(page, self.ruler) if page else Emphasis()
        drawing = preview(self.ruler, self.title_on(title), emphasis, self.imprint, self.unplaced)
        return drawing.mirrored() if self.right_to_left else drawing

    def title_on(self, title: str) -> str:
        """The title on the picture of a page: what the ruler shows, where the page is called as the site."""
        return self.title if title == self.imprint.name else title

    @cached_property
    def key(self) -> str:
        """A digest of all that pictures share: it changes when any of them may."""
        rows = (
            (str(row.framework.short_title), tuple(self._bar(bar, row) for bar in row.bars))
            for row in self.ruler.rows
        )
        bands = [str(band.title) for band in self.ruler.bands]
        said = self.title, self.caption, self.unplaced, self.imprint, self.right_to_left
        return digest(map(repr, (*rows, bands, said)))

    def _bar(self, bar: Bar, row: Row) -> tuple[object, ...]:
        place = bar.x, bar.width, bar.y - row.y
        return *place, bar.part.number, str(bar.part.title), bar.part.tone, bar.part.word


def pictures_of(plan: LanguagePlan, name: str, licence: str | None) -> Pictures:
    """Gather what a language's pictures are drawn from; `name` is the site's, `licence` may hold markup."""
    site, words = plan.site, plan.renderer.part("picture")
    whole = ruler(site.atlas.frameworks, site.parts)
    imprint = Imprint(name, Markup(licence or "").striptags(), public_address(plan.site_url) or "")
    said = words.title(whole), words.caption(whole), words.unplaced()
    title, caption, unplaced = (Markup(unmarked(text)).striptags() for text in said)
    return Pictures(whole, title, caption, unplaced, imprint, plan.language.direction == "rtl")


def sharpness(drawing: Drawing) -> int:
    """How many pixels a file to download has for one of the drawing: enough for slides and for print."""
    return 1 if drawing.height > _HIGH else 2


def public_address(site_url: str | None) -> str | None:
    """The address of a site as people write it; None where it is nobody's, or leads to this machine."""
    parts = urlsplit(site_url or "")
    host = parts.hostname or ""
    if not host or any(f".{host}".endswith(f".{name}") for name in _RESERVED):
        return None
    try:
        if ipaddress.ip_address(host).is_loopback:
            return None
    except ValueError:
        pass
    return f"{parts.netloc}{parts.path}".rstrip("/")
