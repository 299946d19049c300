"""Answer what a browser asks for, with a page of the site or one of the preview's own."""

import mimetypes
import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.export import FILE_TYPES
from generator.l10n.message_language import Speech, language_of, spoken_language, translator
from generator.preview.editor_links import OWN, Editing
from generator.preview.hub import Hub
from generator.preview.inject import ASSETS, WORDS, Dresser
from generator.preview.search_index import Index
from generator.preview.state import Keeper, Where
from generator.preview.untrace import plain_page
from generator.problems import Place, Translate
from generator.site.frame import File
from generator.text import direction

PATIENCE = 60.0  # seconds that a browser may wait for the first search index
_ASSETS = {"preview.css": "text/css", "preview.js": "text/javascript"}
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
    index: Index
    hub: Hub
    editing: Editing

    @cached_property
    def _dresser(self) -> Dresser:
        return Dresser(self.editing)

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
        mount = self.mount
        if not path.startswith(mount):
            return _moved(mount) if path == "/" else self._not_found("")
        address = path.removeprefix(mount)
        where = self.keeper.where(address)
        if where is None:
            return self._failure()
        if self._is_page(where):
            return self._page(where)
        if found := self._file(address, where):
            return found
        if self._is_page((where[0], f"{where[1]}/")):
            return _moved(quote(f"{path}/"))
        return self._not_found(where[0])

    def where(self, path: str) -> Where | None:
        """The page at a path of the server."""
        path = unquote(path)
        return self.keeper.where(path.removeprefix(self.mount)) if path.startswith(self.mount) else None

    def _is_page(self, where: Where) -> bool:
        """Whether data, read or not, may have a page there: only then is a mistake in the way of it."""
        session = self.keeper.session(where[0])
        if session is None:
            return where[1] == "" or where[1].endswith("/")
        return where[1] in session.addresses

    def _page(self, where: Where) -> Answer:
        shown = self.keeper.show(where)
        if shown.made is None:
            return self._failure(where[0])
        html = self._dresser.page(shown, shown.made, self._words(where[0]), self.hub.newest)
        return Answer(html.encode("utf-8", errors="xmlcharrefreplace"))

    def _not_found(self, tag: str) -> Answer:
        sound = self.keeper.reading.sound
        shown = self.keeper.not_found(tag or self._default_language) if sound else None
        if shown is None or shown.made is None:
            return self._failure(tag)
        html = self._dresser.page(shown, shown.made, self._words(tag), self.hub.newest)
        return Answer(html.encode("utf-8", errors="xmlcharrefreplace"), status=HTTPStatus.NOT_FOUND)

    def _failure(self, tag: str = "") -> Answer:
        translate = self._words(tag)
        language = language_of(translate)
        html = self._dresser.failure(
            language, direction(language), self.keeper.problems, translate, self.hub.newest
        )
        return Answer(html.encode(), status=HTTPStatus.SERVICE_UNAVAILABLE, own=True)

    def _file(self, address: str, where: Where) -> Answer | None:
        tag, path = where
        session = self.keeper.session(tag)
        if session is None:
            return None
        path = f"{path}index.html" if path.endswith("/") or not path else path
        file = session.files.get(path)
        if file is not None:
            try:
                return Answer(_content(file, path), _type_of(path))
            except OSError:
                return None
        if address.startswith("api/"):
            data = self.keeper.data().get(address)
            return Answer(data, _type_of(path)) if data is not None else None
        if (text := self.keeper.own_template(path, tag)) is not None:
            return Answer(text.encode(), _type_of(path))
        made = self.index.file(tag, path, PATIENCE if path.startswith("search/") else 0)
        return Answer(made, _type_of(path)) if made is not None else None

    def _own(self, name: str, query: Mapping[str, list[str]]) -> Answer:
        if name in _ASSETS:
            return Answer((ASSETS / name).read_bytes(), _ASSETS[name], own=True)
        translate = self._words("")
        if name == "source":
            language = language_of(translate)
            place = Place(
                query.get("file", [""])[0],
                _number(query.get("line", ["1"])[0]),
                _number(query.get("column", ["1"])[0]),
            )
            html = self._dresser.source(place, language, direction(language), translate)
            if html is not None:
                return Answer(html.encode(), own=True)
        text = WORDS["not_here"].text(translate)
        return Answer(text.encode(), "text/plain", HTTPStatus.NOT_FOUND, own=True)

    def _words(self, tag: str) -> Translate:
        """The words of a page's language; for what is no page, or before any could be read, the user's."""
        sound = self.keeper.reading.sound
        words = sound.ingredients.project.words if sound else {}
        if tag in words:
            return Speech(tag, words[tag])
        return translator(self.keeper.root, tag or spoken_language(os.environ))

    @property
    def _default_language(self) -> str:
        return self.keeper.reading.languages[0].tag


def _content(file: File, path: str) -> bytes:
    """A file's content; a page that stands among files was rendered like others, and has traces like them."""
    content = file.content_bytes
    return plain_page(content.decode("utf-8", "replace")).html.encode() if path.endswith(".html") else content


def _moved(location: str) -> Answer:
    return Answer(b"", status=HTTPStatus.FOUND, location=location)


def _number(text: str) -> int:
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def _type_of(path: str) -> str:
    suffix = path[path.rfind(".") :].lower()
    return _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
