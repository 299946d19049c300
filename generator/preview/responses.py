"""Answer what a browser asks for, with a page of the site or one of the preview's own."""

import mimetypes
import os
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.export import FILE_TYPES
from generator.l10n.message_language import Speech, spoken_language, translator
from generator.preview.editor_links import OWN, Editing
from generator.preview.hub import Hub
from generator.preview.inject import ASSETS, WORDS, Dresser
from generator.preview.language_pages import NOT_FOUND, LanguagePages
from generator.preview.state import Keeper, Where
from generator.preview.untrace import plain_page
from generator.problems import Place
from generator.site.frame import File

_ASSETS = {"preview.css": "text/css", "preview.js": "text/javascript"}
_WRITTEN = (".json", ".txt", ".xml")  # what plugins write of all pages, such as the search's entries
_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".map": "application/json",
    ".xml": "application/xml",
    ".woff2": "font/woff2",
    **{f".{ending}": kind for ending, kind in FILE_TYPES.items()},
    ".yaml": "text/yaml",
}


@dataclass(frozen=True)
class Answer:
    """What a browser is sent."""

    body: bytes
    type: str = "text/html"
    status: HTTPStatus = HTTPStatus.OK
    location: str | None = None
    own: bool = False
    """Whether this is the preview's own, which needs nothing but its own style and script."""


@dataclass(frozen=True)
class Answers:
    """Everything that a preview serves."""

    keeper: Keeper
    hub: Hub
    editing: Editing

    @property
    def mount(self) -> str:
        """Where the site stands on its server, as its published address has it."""
        sound = self.keeper.reading.sound
        path = urlsplit(sound.settings.site_url or "/").path if sound else "/"
        return path if path.endswith("/") else f"{path}/"

    def answer(self, target: str) -> Answer:
        """The answer to a request for a path with its query."""
        parts = urlsplit(target)
        path = unquote(parts.path)
        if path.startswith(OWN):
            return self._own(path.removeprefix(OWN), parse_qs(parts.query))
        with self.keeper.lock:
            if where := self.where(path):
                return self._of_site(path, *where)
            if path == "/" and self.mount != "/":
                return _moved(self.mount)
            languages = self.keeper.reading.languages
            return self._not_found(languages[0].tag) if languages else self._failure()

    def where(self, path: str) -> Where | None:
        """The page at a path of the server; None for one outside the site, or while nothing could be read."""
        path = unquote(path)
        return self.keeper.where(path.removeprefix(self.mount)) if path.startswith(self.mount) else None

    def _of_site(self, path: str, tag: str, address: str) -> Answer:
        pages = self.keeper.pages(tag)
        if pages is None:
            # Data, not read yet, may have a page there: only then is a mistake in the way of it.
            is_page = address == "" or address.endswith("/")
            return self._failure(tag) if is_page else self._not_found(tag)
        if address in pages.addresses:
            return self._page((tag, address))
        if found := self._file(path.removeprefix(self.mount), tag, address, pages):
            return found
        return _moved(quote(f"{path}/")) if f"{address}/" in pages.addresses else self._not_found(tag)

    def _page(self, where: Where, status: HTTPStatus = HTTPStatus.OK) -> Answer:
        shown = self.keeper.show(where)
        if shown.made is None:
            return self._failure(where[0])
        html = self._dresser(where[0]).page(shown.made, shown.problems)
        return Answer(html.encode("utf-8", errors="xmlcharrefreplace"), status=status)

    def _not_found(self, tag: str) -> Answer:
        return self._page((tag, NOT_FOUND), HTTPStatus.NOT_FOUND)

    def _failure(self, tag: str = "") -> Answer:
        html = self._dresser(tag).failure(self.keeper.problems)
        return Answer(html.encode(), status=HTTPStatus.SERVICE_UNAVAILABLE, own=True)

    def _file(self, address: str, tag: str, path: str, pages: LanguagePages) -> Answer | None:
        """A file; `address` is its place in the site, `path` in its language."""
        sound = self.keeper.reading.sound
        path = f"{path}index.html" if path.endswith("/") or not path else path
        found: bytes | None = None
        if path in pages.files:
            found = _content(pages.files[path], path)
        elif sound and address.startswith(("api/", "id/")):
            found = sound.data.get(f"{address}index.html" if address.endswith("/") else address)
        elif path in pages.frame.config.theme.static_templates:
            found = pages.frame.template(path).encode()
        elif path.endswith(_WRITTEN):
            found = pages.written.get(path)
        return None if found is None else Answer(found, _type_of(path))

    def _own(self, name: str, query: Mapping[str, list[str]]) -> Answer:
        if name in _ASSETS:
            return Answer((ASSETS / name).read_bytes(), _ASSETS[name], own=True)
        dresser = self._dresser("")
        if name == "source":
            file, line, column = (query.get(key, [""])[0] for key in ("file", "line", "column"))
            html = dresser.source(Place(file, _number(line), _number(column)))
            if html is not None:
                return Answer(html.encode(), own=True)
        text = WORDS["not_here"].text(dresser.translate)
        return Answer(text.encode(), "text/plain", HTTPStatus.NOT_FOUND, own=True)

    def _dresser(self, tag: str) -> Dresser:
        """Dress in a page's language; what is no page, or before any could be read, in the user's."""
        sound = self.keeper.reading.sound
        words = sound.project.words if sound else {}
        spoken = tag or spoken_language(os.environ)
        translate = Speech(tag, words[tag]) if tag in words else translator(self.keeper.root, spoken)
        return Dresser(self.editing, translate, self.hub.newest)


def _content(file: File, path: str) -> bytes | None:
    """A file's content; a page that stands among files was rendered like others, and has traces like them."""
    try:
        content = file.content_bytes
    except OSError:
        return None
    return plain_page(content.decode("utf-8", "replace")).html.encode() if path.endswith(".html") else content


def _moved(location: str) -> Answer:
    return Answer(b"", status=HTTPStatus.FOUND, location=location)


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _type_of(path: str) -> str:
    suffix = path[path.rfind(".") :].lower()
    return _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
