"""Make a page that never passes through Markdown: its article is ready when mkdocs asks for it."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.foreign import unmarked
from generator.pages import Page as PlannedPage
from generator.render import Heading, RenderedPage

# Ids from the data have no underscore, so that the title's own can meet none of them.
TITLE_ID = "_title"

_ID = re.compile(r'\sid="([^"]+)"')
_TITLE = re.compile(r"<h1((?:\s[^>]*)?)>")


class DataPage(Page):
    """A page whose content, headings and title are rendered from data when mkdocs reads it."""

    def __init__(
        self,
        title: str | None,
        file: File,
        config: MkDocsConfig,
        planned: PlannedPage,
        make: Callable[[PlannedPage], RenderedPage],
    ) -> None:
        """`title` is the page's name in the navigation, for a page that stands there."""
        super().__init__(str(escape(title)) if title is not None else None, file, config)
        self.in_navigation = title is not None
        self.planned = planned
        self._ids: set[str] | None = None
        self._make = make

    @cached_property
    def rendered(self) -> RenderedPage:
        """Its content, headings and title."""
        return self._make(self.planned)

    def read_source(self, config: MkDocsConfig) -> None:
        """Render the page, and set what others read from Markdown's front matter."""
        rendered = self.rendered
        # The theme writes titles and descriptions into its markup as they are.
        title = str(escape(rendered.title))
        self.markdown = ""
        self.meta = {
            "title": title,
            "description": str(escape(rendered.description)),
            "said": rendered.said,
            "hide": ["navigation", "toc"],
        }
        if rendered.frame:
            self.meta["template"] = rendered.frame
        if not self.in_navigation:
            self.title = title

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand the content over as it is."""
        self.content, title_id = with_title_id(self.rendered.html)
        self._ids = set(_ID.findall(self.content))
        self.toc = contents_list(self.rendered.title, title_id, self.rendered.headings)

    def _set_canonical_url(self, base: str | None) -> None:
        # As mkdocs does it, for addresses that need no joining: there are thousands of them.
        root = base if not base or base.endswith("/") else f"{base}/"
        self.canonical_url = root + self.url if root else None
        self.abs_url = urlsplit(root).path + self.url if root else None

    @property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]
        """What a link to this page can name, known once the page is rendered or written."""
        if self._ids is None and Path(self.file.abs_dest_path).is_file():
            self._ids = set(_ID.findall(Path(self.file.abs_dest_path).read_text(encoding="utf-8")))
        return self._ids

    def forget(self) -> None:
        """Free the memory of what the page's file says from now on."""
        self.__dict__.pop("rendered", None)
        self.content = ""


def title_of(page: Page) -> str:
    """The title of a page as a reader sees it: one from data, or one by hand that is finished."""
    if isinstance(page, DataPage):
        return page.rendered.title
    return Markup(unmarked(page.meta.get("title") or page.title or "")).striptags()


def with_title_id(html: str) -> tuple[str, str]:
    """Let a page's title be linked to, as search and the skip link do; gives the page and the title's id."""
    found = _TITLE.search(html)
    if found and (own := _ID.search(found[0])):
        return html, own[1]
    return _TITLE.sub(rf'<h1 id="{TITLE_ID}"\1>', html, count=1), TITLE_ID


def contents_list(title: str, title_id: str, headings: Sequence[Heading]) -> TableOfContents:
    """Nest headings as the theme does: the title above the second level, that above the third."""
    top = AnchorLink(str(escape(title)), title_id, 1)
    for heading in headings:
        link = AnchorLink(str(escape(heading.text)), heading.id, heading.level)
        parents = top.children if heading.level == 2 or not top.children else top.children[-1].children
        parents.append(link)
    return TableOfContents([top])


def page_file(config: MkDocsConfig, address: str) -> File:
    """Make the file that stands for the page at an address."""
    return File.generated(config, source_of(address), content="", inclusion=InclusionLevel.NOT_IN_NAV)


def ready_file(config: MkDocsConfig, path: str, content: bytes) -> File:
    """Make a file of the finished site with ready content."""
    return File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)


def source_of(address: str) -> str:
    """Name the file in which mkdocs would look for the page at an address."""
    return f"{address}index.md"


def settle(page: Page, navigation: Sequence[Any], folder: str = "") -> None:
    """Make a page the child of the top-level page that it stands under, so that the theme marks that one.

    `folder` is where a further subject has its top-level pages.
    """
    address = page.url.removeprefix(folder)
    for item in navigation:
        top = item.url.removeprefix(folder) if isinstance(item, Page) else ""
        if top and item is not page and address.startswith(top):
            page.parent = item
