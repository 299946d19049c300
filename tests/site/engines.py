"""A site's folder in, what a reader gets from each of its pages out, without what an engine adds."""

import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

from tests.site.built import SEARCH_ENTRIES, VOID, search_entries

ANYWHERE = "https://anywhere.invalid/"

# What the two programs that draw the frame bring along: their scripts, styles and pictures, and their index;
# and what only repeats or names files of the site, for servers.
_OF_AN_ENGINE = re.compile(
    r"(?:[a-z-]+/)?(?:assets/(?:javascripts|stylesheets|images)/.*|search/search_(?:index|entries)\.json|search\.json|"
    r"sitemap\.xml|_headers|\.hosting/.*|.*\.gz)",
    re.IGNORECASE,
)
_FOR_SEARCH = " data-search-exclude"
_SKIP_TARGET = '<a id="__skip" tabindex="-1"></a>'


@dataclass
class Reading:
    """What a page says to a reader, a search engine or a script, with links as full addresses."""

    title: str = ""
    language: str = ""
    direction: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    links: list[tuple[str, str, str]] = field(default_factory=list)
    """`link` elements that name pages: rel, hreflang and address."""
    languages: list[tuple[str, str, str]] = field(default_factory=list)
    """The visible links to other languages: hreflang, name and address."""
    tabs: list[tuple[str, str, bool]] = field(default_factory=list)
    """The top-level pages: address, name, and whether the page stands under it."""
    headings: list[tuple[str, str, str]] = field(default_factory=list)
    """Level, id and text."""
    cells: list[tuple[str, str]] = field(default_factory=list)
    """Cells of tables: tag and text."""
    elements: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    """Custom elements with their attributes, such as a quiz with its data."""
    contents: list[tuple[str, str]] = field(default_factory=list)
    """The contents list: address and text."""
    footer: list[tuple[str, str]] = field(default_factory=list)
    """The footer's links: address and text."""
    article: str = ""


def files(folder: Path) -> Mapping[str, Path]:
    """Every file that a reader can open, by its address, but for those that an engine brings along."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path for name, path in sorted(found.items()) if not _OF_AN_ENGINE.fullmatch(name)}


def read(path: Path, name: str) -> Reading:
    """One page; its file's name is that below the site's root."""
    text = path.read_text(encoding="utf-8")
    reader = _Reader(urljoin(ANYWHERE, name.removesuffix("index.html")))
    reader.feed(text)
    reader.close()
    article = re.search(r'<article class="md-content__inner md-typeset">(.*?)</article>', text, re.DOTALL)
    lines = article[1].replace(_SKIP_TARGET, "").replace(_FOR_SEARCH, "").splitlines() if article else []
    reader.reading.article = "\n".join(line.strip() for line in lines if line.strip())
    return reader.reading


def searchable(folder: Path) -> Mapping[str, str]:
    """What can be found in a language's site: the title of each place in the index of either engine."""
    if (folder / SEARCH_ENTRIES).is_file():
        entries = search_entries(folder)
    else:
        entries = json.loads((folder / "search.json").read_text(encoding="utf-8"))["items"]
    return {entry["location"]: unescape(entry["title"]) for entry in entries}


def sitemap(folder: Path) -> list[str]:
    """The addresses in a language's sitemap."""
    tree = ElementTree.parse(folder / "sitemap.xml")
    return sorted(str(item.text) for item in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"))


class _Reader(HTMLParser):
    def __init__(self, here: str) -> None:
        super().__init__()
        self.reading = Reading()
        self._here = here
        self._open: list[tuple[str, dict[str, str]]] = []
        self._kept: list[tuple[int, list[str], dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self._open.append((tag, given))
        if tag == "html":
            self.reading.language = given.get("lang", "")
        elif tag == "body":
            self.reading.direction = given.get("dir", "")
        elif tag == "meta" and given.get("name") in ("description", "robots"):
            self.reading.meta[given["name"]] = given["content"]
        elif tag == "link" and given.get("rel", "").strip() in ("canonical", "alternate", "prev", "next"):
            self.reading.links.append((given["rel"], given.get("hreflang", ""), self._full(given["href"])))
        elif "-" in tag:
            self.reading.elements.append((tag, tuple(sorted(given.items()))))
        if tag in ("title", "a", "th", "td", "h1", "h2", "h3", "h4"):
            self._kept.append((len(self._open), [], given))

    def handle_data(self, data: str) -> None:
        for _, texts, _ in self._kept:
            texts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag not in [name for name, _ in self._open]:
            return
        while True:
            depth = len(self._open)
            name, _ = self._open.pop()
            if self._kept and self._kept[-1][0] == depth:
                _, texts, given = self._kept.pop()
                self._told(name, " ".join("".join(texts).split()), given)
            if name == tag:
                return

    def _told(self, tag: str, text: str, given: dict[str, str]) -> None:
        classes = " ".join(attributes.get("class", "") for _, attributes in self._open).split()
        reading, address = self.reading, self._full(given.get("href", ""))
        if tag == "title":
            reading.title = text
        elif tag == "a" and "data-atlas-language" in given:
            reading.languages.append((given["hreflang"], text, address))
        elif tag == "a" and given.get("class") == "md-tabs__link":
            reading.tabs.append((address, text, "md-tabs__item--active" in classes))
        elif tag == "a" and "md-nav--secondary" in classes:
            reading.contents.append((address, text))
        elif tag == "a" and "md-footer" in classes and "rel" not in given:
            reading.footer.append((address, text))
        elif "md-content" in classes and tag[0] == "h":
            reading.headings.append((tag, given.get("id", ""), text))
        elif "md-content" in classes and tag in ("th", "td"):
            reading.cells.append((tag, text))

    def _full(self, href: str) -> str:
        return urljoin(self._here, href)
