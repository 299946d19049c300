"""Gather what the pictures of one language are drawn from, and say when a page has one.

Decision 0018: the ruler to download is part of every site; the picture that a link shows is drawn where the
site's address is known, since nobody could ask for it otherwise.
"""

import ipaddress
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from urllib.parse import urlsplit

from markupsafe import Markup

from generator.foreign import unmarked
from generator.pages import Page
from generator.pages.ruler import Bar, Row, Ruler, ruler
from generator.pictures import Drawing, Emphasis, Imprint, coloured, of_site, preview, sheet
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
    """The ruler of one language, with the words around it; `others` are those of further subjects."""

    ruler: Ruler
    title: str
    caption: str
    unplaced: str
    imprint: Imprint
    right_to_left: bool = False
    folder: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)
    """What the site has in the place of our colours."""
    others: Mapping[str, "Pictures"] = field(default_factory=dict)

    @cached_property
    def whole(self) -> Drawing:
        """The ruler with every framework, to download."""
        return self._finished(sheet(self.ruler, self.title, self.caption, self.unplaced, self.imprint))

    def of_page(self, title: str, page: Page | None) -> Drawing:
        """What a link to a page shows; one by hand is about no framework more than about others."""
        if page and page.subject in self.others:
            return self.others[page.subject].of_page(title, page)
        emphasis = Emphasis.of(page, self.ruler) if page else Emphasis()
        return self._finished(
            preview(self.ruler, self.title_on(title), emphasis, self.imprint, self.unplaced)
        )

    def _finished(self, drawing: Drawing) -> Drawing:
        own = coloured(drawing, self.colours)
        return own.mirrored() if self.right_to_left else own

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
        own = *rows, bands, said, sorted(self.colours.items())
        return digest([*map(repr, own), *(other.key for other in self.others.values())])

    def _bar(self, bar: Bar, row: Row) -> tuple[object, ...]:
        place = bar.x, bar.width, bar.lane
        return *place, bar.part.number, str(bar.part.title), bar.part.tone, bar.part.word


def pictures_of(plan: LanguagePlan, name: str, licence: str | None, css: str = "") -> Pictures:
    """Gather what a language's pictures are drawn from; `name` is the site's, `licence` may hold markup.

    `css` is what the site says of colours.
    """
    imprint = Imprint(name, Markup(licence or "").striptags(), public_address(plan.site_url) or "")
    first, *others = _of_subjects(plan, imprint, of_site(css))
    return replace(first[1], others=dict(others))


def _of_subjects(
    plan: LanguagePlan, imprint: Imprint, colours: Mapping[str, str]
) -> Iterator[tuple[str, Pictures]]:
    words = plan.renderer.part("picture")
    for subject, site in plan.site.by_subject.items():
        whole, scale = ruler(site.atlas.frameworks, site.parts), site.atlas.shared.scale
        about = words.caption(whole, scale if site.folder else None)
        said = words.title(whole), about, words.unplaced()
        title, caption, unplaced = (Markup(unmarked(text)).striptags() for text in said)
        right_to_left = plan.language.direction == "rtl"
        yield subject, Pictures(whole, title, caption, unplaced, imprint, right_to_left, site.folder, colours)


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
