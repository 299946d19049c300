"""A built site's folder goes in, its pages with their addresses, elements and links come out.

An address is the path below the site's root ("nl/frameworks/"), a path is an address without its language
("frameworks/"): the same path in another language is the same page.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from generator.project import configured_languages

PROJECT = Path(__file__).parent.parent.parent

ADDRESS = "https://atlas.internal/"
"""Where the site will stand: an address that may be somebody's, so that links to its pages show pictures."""

# Each language of the configuration, the default one first, with the folder in which its pages stand.
LANGUAGES: Mapping[str, str] = {
    language.tag: language.folder for language in configured_languages(PROJECT)[0]
}

# Each kind of page with the paths at which its pages stand.
PAGE_TYPES: Mapping[str, str] = {
    "home": "",
    "frameworks": "frameworks/",
    "framework": "frameworks/[^/]+/",
    "level": "frameworks/[^/]+/levels/[^/]+/",
    "dimension": "frameworks/[^/]+/dimensions/[^/]+/",
    "layer": "frameworks/[^/]+/layers/[^/]+/",
    "two languages": "frameworks/[^/]+/languages/",
    "poster": "frameworks/[^/]+/poster/",
    "poster in two languages": "frameworks/[^/]+/poster/languages/",
    "ruler poster": "poster/",
    "ruler poster in two languages": "poster/languages/",
    "crosswalks": "crosswalks/",
    "crosswalk": "crosswalks/[^/]+--[^/]+/",
    "pair in two languages": "crosswalks/[^/]+--[^/]+/languages/",
    "comparison": "compare/",
    "findings": "findings/",
    "band": "findings/[^/]+/",
    "themes": "themes/",
    "theme": "themes/[^/]+/",
    "quizzes": "quiz/",
    "quiz": "quiz/[^/]+/",
    "embedded quiz": "quiz/[^/]+/embed/",
    "embedded ruler": "embed/ruler/",
    "embedded matrix": "embed/matrix/[^/]+/",
    "embedded crosswalk": "embed/crosswalk/[^/]+/",
    "embedding": "embedding/",
    "glossary": "glossary/",
    "sources": "sources/",
    "citations": "cite/(?:crosswalks/)?[^/]+/",
    "history": "frameworks/[^/]+/history/",
    "editions": "editions/",
    "translations": "translations/",
    "open texts": r"translations/[^/]+/(?:\d+/)?",
    "about": "about/",
    "judging": "judging/",
    "workshop": "workshop/",
    "not found": r"404\.html",
}

SEARCH_ENTRIES = "search/search_entries.json"

_ANYWHERE = "https://anywhere.invalid"
VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


@dataclass(frozen=True)
class Element:
    """A start tag with its attributes, its line, and the tags around it."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    within: tuple[str, ...]

    def __str__(self) -> str:
        """The start tag as a reader of a failure message wants to see it."""
        attributes = "".join(f' {name}="{value}"' for name, value in self.attributes.items())
        return f"line {self.line}: <{self.tag}{attributes}>"


@dataclass(frozen=True)
class Target:
    """Where a link inside the site leads: a file's address and a fragment."""

    address: str
    fragment: str


@dataclass(frozen=True)
class Page:
    """One HTML file of the site."""

    file: Path
    address: str
    language: str
    path: str

    def __str__(self) -> str:
        """Its address from the root."""
        return f"/{self.address}"

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Every start tag of the page, in order."""
        parser = _Elements()
        parser.feed(self.file.read_text(encoding="utf-8"))
        parser.close()
        return tuple(parser.elements)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Every id on the page, in order, repeated ones included."""
        return tuple(element.attributes["id"] for element in self.elements if "id" in element.attributes)

    def all(self, tag: str, within: str = "html") -> Iterator[Element]:
        """The elements with this tag inside that one."""
        return (element for element in self.elements if element.tag == tag and within in element.within)

    @property
    def is_not_found_page(self) -> bool:
        """Whether this page is what a server shows at addresses that do not exist."""
        return self.path == "404.html"

    @property
    def is_view(self) -> bool:
        """Whether this page is nothing but a view for frames on other sites, and in no list."""
        return re.match("(subjects/[^/]+/)?embed/", self.path) is not None


@dataclass(frozen=True)
class Site:
    """A folder that holds a built site."""

    folder: Path
    pages: Mapping[str, Page]
    root: str  # the home page's URL as the site itself states it, or "/" where it states none
    languages: Mapping[str, str]  # each with its folder, the default one first

    @property
    def root_path(self) -> str:
        """The path of the home page on its server."""
        return urlsplit(self.root).path

    def counterpart(self, page: Page, language: str) -> str:
        """The address of the same page in another language, whether it exists or not."""
        return self.languages[language] + page.path

    def same_page(self, page: Page, language: str) -> set[str]:
        """Where a change of language may lead: to the same page, from the 404 page also home."""
        same = {self.counterpart(page, language)}
        return same | {self.languages[language]} if page.is_not_found_page else same

    def target(self, page: Page, link: str) -> Target | None:
        """Where a link on a page leads; None if that is not on the site's server.

        What is on the server but outside the site has an address that starts with a slash.
        """
        root = urljoin(_ANYWHERE, self.root_path)
        url, fragment = urldefrag(urljoin(root + page.address, link.strip()))
        for start in (root, self.root):
            if url.startswith(start):
                address = unquote(urlsplit(url.removeprefix(start)).path)
                return Target(address, unquote(fragment))
        if url.startswith(_ANYWHERE):
            return Target(urlsplit(url).path, unquote(fragment))
        return None

    def file(self, address: str) -> Path | None:
        """The file that a server sends for an address, if there is one."""
        file = self.folder / (f"{address}index.html" if address.endswith("/") or not address else address)
        return file if not address.startswith("/") and file.is_file() else None


def read_site(folder: Path, languages: Mapping[str, str] = LANGUAGES) -> Site:
    """The site in a folder, in the configured languages or in those that are given with their folders."""
    # What stands at a permanent address leads on at once and is no page: test_citing.py looks at it.
    files = (file for file in sorted(folder.rglob("*.html")) if file.relative_to(folder).parts[0] != "id")
    found = (_page(folder, file, languages) for file in files)
    pages = {page.address: page for page in found}
    assert "" in pages, f"no home page in {folder}"
    return Site(folder, pages, _stated_root(pages[""]), languages)


def largest_page_of_each_type(site: Site) -> dict[str, Page]:
    """For each page type its largest page in the default language: what breaks anywhere breaks there."""
    found: dict[str, Page] = {}
    for page_type, pattern in PAGE_TYPES.items():
        of_type = [
            page
            for page in site.pages.values()
            if page.address == page.path and re.fullmatch(pattern, page.path)
        ]
        assert of_type, f"no page of type {page_type!r}: nothing at /{pattern} in {site.folder}"
        found[page_type] = max(of_type, key=lambda page: (page.file.stat().st_size, page.address))
    return found


def _page(folder: Path, file: Path, languages: Mapping[str, str]) -> Page:
    address = re.sub(r"(^|/)index\.html$", r"\1", file.relative_to(folder).as_posix())
    language = max(
        (language for language, prefix in languages.items() if address.startswith(prefix)),
        key=lambda language: len(languages[language]),
    )
    return Page(file, address, language, address.removeprefix(languages[language]))


def _stated_root(home: Page) -> str:
    for link in home.all("link"):
        if link.attributes.get("rel") == "canonical":
            return link.attributes["href"]
    return "/"


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, self.getpos()[0], tuple(self._open)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open.pop() != tag:
                pass


def search_entries(folder: Path) -> list[Mapping[str, str]]:
    """Each thing that search knows in a language's folder: its kind, place, title, label and texts."""
    known = json.loads((folder / SEARCH_ENTRIES).read_text(encoding="utf-8"))
    found: list[Mapping[str, str]] = known["entries"]
    return found
