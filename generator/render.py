"""A page and its contents in, finished HTML with title and headings out; the only user of Jinja."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.pages import Page, SiteData, contents, moved
from generator.pages.kinds import kind_of
from generator.pseudo import PSEUDO, locale_of, pseudo_name
from generator.text import LocalText, direction

_HEADING = re.compile(r'<h([23])[^>]*\sid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading that the table of contents lists."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class RenderedPage:
    """One page's article, its links relative to its own address."""

    address: str
    kind: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...]
    searchable: bool
    frame: str | None = None


class Renderer:
    """Renders every page of one language."""

    def __init__(self, templates: Path, site: SiteData, site_url: str | None = None) -> None:
        """`templates` is the project's folder of that name, `site_url` that of the whole site's root."""
        self.site = site
        self.site_url = site_url
        self.locale = locale_of(site.language)
        self.environment = _environment(templates, site, self.locale)

    def word(self, text: str) -> str:
        """A word of the interface in this language."""
        return self.site.ui.gettext(text)

    def page(self, page: Page) -> RenderedPage:
        """One page; raises a Jinja error where a template asks for what its contents do not hold."""
        template = self.environment.get_template(f"pages/{page.kind}.html")
        given = {**contents(self.site, page), **_addressing(page, self.site, self.site_url)}
        module: Any = template.make_module(given)
        html = re.sub(r"\n\s*\n+", "\n", str(module)).strip()
        title = _plain(module.title)
        missing = html.count('class="atlas-foreign"')
        if missing:
            html = html.replace("<!--notice-->", self._notice(given, missing), 1)
        return RenderedPage(
            page.address,
            page.kind,
            title,
            _plain(module.description),
            html,
            _headings(html),
            kind_of(page).searchable,
            kind_of(page).frame,
        )

    def _notice(self, given: Mapping[str, Any], count: int) -> str:
        return str(self.environment.get_template("parts/notice.html").render({**given, "count": count}))


def _environment(templates: Path, site: SiteData, locale: Locale) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.install_gettext_translations(site.ui, newstyle=True)  # type: ignore[attr-defined]
    environment.filters.update(
        plain=_plain,
        decimal=lambda value: format_decimal(value, locale=locale),
        percent=lambda value: format_percent(value, locale=locale),
        listing=lambda items: Markup(
            format_list([str(Markup.escape(item)) for item in items], locale=locale)
        ),
        date=lambda value: format_date(value, "long", locale=locale),
        language_name=lambda tag: _language_name(tag, locale),
        part=lambda end: site.parts.part(end),
    )
    environment.globals.update(
        language=site.language, languages=site.languages, direction=direction(site.language), parts=site.parts
    )
    return environment


def _addressing(page: Page, site: SiteData, site_url: str | None) -> Mapping[str, Any]:
    """How a template reaches other addresses: `link` within the language, `api` from the site's root.

    `permanent` is a page's full address, where the site's is known; `old_anchors` are of before a renaming.
    """
    root = "" if site.language == site.languages[0] else "../"
    depth = page.address.count("/")

    def link(address: str) -> str:
        path, _, fragment = address.partition("#")
        if path == page.address and fragment:
            return f"#{fragment}"
        to = posixpath.relpath(path or ".", page.address or ".")
        to = "./" if to == "." else f"{to}/"
        return f"{to}#{fragment}" if fragment else to

    def api(path: str) -> str:
        return "../" * depth + root + f"api/v1/{path}"

    def permanent(address: str) -> str:
        folder = f"{site.language}/" if root else ""
        return urljoin(site_url, folder + address) if site_url else link(address)

    def old_anchors(address: str, *ids: str) -> Markup:
        return moved.old_anchors(site, address, *ids)

    return {"page": page, "link": link, "api": api, "permanent": permanent, "old_anchors": old_anchors}


def _plain(value: Any) -> str:
    text = value.plain if isinstance(value, LocalText) else Markup(value).striptags()
    return re.sub(r"\s+", " ", text).strip()


def _headings(html: str) -> tuple[Heading, ...]:
    return tuple(Heading(int(level), id_, _plain(text)) for level, id_, text in _HEADING.findall(html))


def _language_name(tag: str, locale: Locale) -> str:
    return pseudo_name(tag) if tag in PSEUDO else locale_of(tag).get_display_name(locale) or tag
