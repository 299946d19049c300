"""Give a template its ways to addresses, and let them start where its page stands."""

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup

from generator.addresses import is_published_at
from generator.citation import Citation, citation_of, cited_root
from generator.l10n.page_words import on_pages
from generator.pages import moved
from generator.pages.bilingual import second_language
from generator.pages.embeds import embed_of
from generator.pages.kinds import OF_EACH_SUBJECT, Page
from generator.pages.sitedata import SiteData
from generator.pages.structured import Structured
from generator.things import Thing

# Stands for the way from a page to the root of its language until the page is done, so that what several
# pages share is rendered once. The loader accepts no data with this character.
_ROOT = "\uffff"

_OWN = OF_EACH_SUBJECT | {"ruler.svg", "ruler.png"}

OEMBED = "oembed.json"
"""Beside each view for frames: how a program embeds it (https://oembed.com)."""


def addressing(page: Page, site: SiteData, site_url: str | None) -> Mapping[str, Any]:
    """Give a template its ways to addresses: `link` within the language, `api` from the site's root.

    `permanent` is a page's full address, where the site's is known; `published` the same where it leads
    anywhere, and nothing otherwise; `old_anchors` are of before a renaming. `has_history` and `has_feeds` say
    whether pages and feeds tell what has changed.
    `cited` is what is cited of a thing, `second_of` the language beside this one in which a framework or a
    crosswalk is shown, `told` a message in this language. `structured` says what the page is about,
    `subject` of which subject it is, where that is not the first; `each_subject` is the same page of each.
    """
    folder = "" if site.language == site.languages[0] else f"{site.language}/"

    def own(address: str) -> str:
        """Stay with the subject of the page."""
        return site.folder + address if address.partition("#")[0] in _OWN else address

    def link(address: str) -> str:
        address = own(address)
        path, _, fragment = address.partition("#")
        return f"#{fragment}" if fragment and path == page.address else f"{_ROOT}{address}"

    def api(path: str) -> str:
        return f"{_ROOT}{'../' if folder else ''}api/v1/{path}"

    def permanent(address: str) -> str:
        return urljoin(site_url, folder + own(address)) if site_url else link(address)

    def published(address: str) -> str:
        return permanent(address) if is_published_at(site_url) else ""

    def old_anchors(address: str, *ids: str) -> Markup:
        return moved.old_anchors(site, address, *ids)

    def cited(thing: Thing) -> Citation:
        return citation_of(thing, cited_root(site_url), site.language, site.published, site.title)

    words = on_pages(site.ui, site.language)
    return {
        "page": page,
        "link": link,
        "api": api,
        "permanent": permanent,
        "published": published,
        "old_anchors": old_anchors,
        "has_history": site.published is not None,
        "has_feeds": site.published is not None and is_published_at(site_url),
        "cited": cited,
        "structured": Structured(
            site, site_url if site_url and is_published_at(site_url) else "", page.address
        ),
        "subject": site.subject if site.folder else None,
        "each_subject": [
            (part.subject, f"{_ROOT}{part.folder}{page.address.removeprefix(site.folder)}", part is site)
            for part in (site.whole.by_subject.values() if site.whole else ())
        ],
        "second_of": partial(second_language, site),
        "told": lambda message: message.text(words.gettext),
    }


def rooted(html: str, page: Page) -> str:
    """Make a page's links start where the page stands."""
    way = "../" * page.address.count("/")
    return html.replace(f'{_ROOT}"', f'{way or "./"}"').replace(_ROOT, way)


def discovery(page: Page, site: SiteData, site_url: str | None) -> str:
    """Say in a page's head where programs read how to embed it, where the site's address leads anywhere."""
    embed = embed_of(site, page.kind, page.ids) if is_published_at(site_url) else None
    if embed is None:
        return ""
    address = addressing(page, site, site_url)["permanent"](f"{embed.address}{OEMBED}")
    # The blank: see the theme's main.html.
    link = Markup('<link rel=" alternate" type="application/json+oembed" href="{}">')
    return link.format(address)
