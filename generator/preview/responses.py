"""Answer what a browser asks for, with a page of the site or one of the preview's own."""

import datetime
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from urllib.parse import parse_qs, quote, unquote, urlsplit

from generator.l10n.message_language import spoken_language, translator
from generator.preview.editor_links import OWN, Editing
from generator.preview.file_types import type_of
from generator.preview.forms.record import RECORDS, Sent, open_target
from generator.preview.forms.writing import FieldsError, save_record, suggested_id
from generator.preview.hub import Hub
from generator.preview.inject import ASSETS, Dresser
from generator.preview.language_pages import NOT_FOUND, LanguagePages, Sound
from generator.preview.pairs import PAIR, PAIRS, TEXT, Pairs
from generator.preview.saving import (
    Asked,
    RefusedError,
    read_body,
    save_source,
    save_translation,
    text_of,
)
from generator.preview.state import Keeper, Where
from generator.preview.untrace import plain_page
from generator.preview.words import WORDS
from generator.problems import Message, Place, say
from generator.site.frame import File

_ASSETS = {"preview.css": "text/css", "preview.js": "text/javascript"}
_WRITTEN = (".json", ".txt", ".xml")  # what plugins write of all pages, such as the search's entries
_STRANGE = say("This page is older than the preview. Load it again, then change the text.")


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
    pairs: Pairs = field(default_factory=Pairs)
    token: str = field(default_factory=secrets.token_urlsafe)
    """What a page has to know to change a text: no other site can read it."""

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
        html = self._dresser(where[0]).page(shown.made, shown.problems, where[1])
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
        return None if found is None else Answer(found, type_of(path))

    def _own(self, name: str, query: Mapping[str, list[str]]) -> Answer:
        if name in _ASSETS:
            return Answer((ASSETS / name).read_bytes(), _ASSETS[name], own=True)
        dresser = self._dresser("")
        if name == "source":
            file, line, column = (query.get(key, [""])[0] for key in ("file", "line", "column"))
            html = dresser.source(Place(file, _number(line), _number(column)))
            if html is not None:
                return Answer(html.encode(), own=True)
        if html := self._pairs(name, {key: values[0] for key, values in query.items()}, dresser):
            return Answer(html.encode(), own=True)
        text = WORDS["not_here"].text(dresser.translate)
        return Answer(text.encode(), "text/plain", HTTPStatus.NOT_FOUND, own=True)

    def _pairs(self, name: str, query: Mapping[str, str], dresser: Dresser) -> str | None:
        """Texts beside their translations; None for what there is not."""
        if name not in (PAIR, PAIRS, TEXT):
            return None
        with self.keeper.lock:
            sound = self.keeper.reading.sound
            if sound is None:
                return None
            if name == TEXT:
                return self._form(sound, query)
            if name == PAIR:
                shown = self.pairs.one(sound, query, self.mount)
                return self._beside(query["language"]).pair(shown) if shown else None
            listing = self.pairs.listing(sound, query, self.mount)
            return dresser.pairs(listing) if listing else None

    def save(self, body: bytes) -> Answer:
        """Save a text as a page asks for it; the answer to a refusal says why."""
        given = read_body(body, self.token)
        asked = Sent.read(given) or Asked.read(given)
        if asked is None:
            return self.refusal(HTTPStatus.FORBIDDEN, _STRANGE)
        try:
            with self.keeper.lock:
                self._save(asked)
        except RefusedError as error:
            return self.refusal(error.status, *error.reasons, tag=asked.language)
        except FieldsError as error:
            said = {name: self._said(reasons, asked.language) for name, reasons in error.reasons.items()}
            body = json.dumps(said, ensure_ascii=False).encode()
            return Answer(body, "application/json", HTTPStatus.UNPROCESSABLE_ENTITY, own=True)
        return Answer(b"", "text/plain", own=True)

    def _save(self, asked: Asked | Sent) -> None:
        if isinstance(asked, Sent):
            translate = self._beside(asked.language).translate
            return save_record(self.keeper.root, asked, self.keeper.reading.sound, translate)
        if asked.of == "source":
            return save_source(self.keeper.root, asked)
        sound = self.keeper.reading.sound
        expected = self.pairs.expected(sound, asked.language, asked.domain) if sound else None
        if expected is None:
            raise RefusedError(HTTPStatus.NOT_FOUND, WORDS["not_here"])
        return save_translation(self.keeper.root, expected, asked)

    def refusal(self, status: HTTPStatus, *reasons: Message, tag: str = "") -> Answer:
        """Say in a page's language, or else in the user's, why something is not done."""
        return Answer(self._said(reasons, tag).encode(), "text/plain", status, own=True)

    def _said(self, reasons: Iterable[Message], tag: str) -> str:
        translate = self._beside(tag).translate
        return "\n".join(reason.text(translate) for reason in reasons)

    def _record(self, sound: Sound, query: Mapping[str, str]) -> str | None:
        """The form for a whole record, or the id that suits what it says; None for what there is not."""
        view = sound.project.views.get(query.get("language", ""))
        target = open_target(self.keeper.root, view.atlas, query) if view else None
        if target is None or "suggest" in query:
            return suggested_id(target, query) if target else None
        dresser = self._beside(query["language"])
        return dresser.record(target, datetime.date.today(), self.token, query["language"])

    def _form(self, sound: Sound, query: Mapping[str, str]) -> str | None:
        """The form that changes a text as it is now; None for what there is not."""
        if query.get("of") in RECORDS:
            return self._record(sound, query)
        item, dresser = self.pairs.one(sound, query, self.mount), self._beside(query.get("language", ""))
        asked = Asked.read({"source": "", "old": "", "new": "", "language": "", **query})
        if asked is None:
            return None
        if asked.of == "source":
            origin = text_of(sound.project.loaded, asked.domain, asked.context)
            language = item.text.source_language if item else asked.language
            if origin is None:
                return None
            return dresser.form(replace(asked, old=origin.source), self.token, origin.place, language)
        if item is None or item.entry is None:
            return None
        old = item.text.translations[0] if item.text.translations else ""
        asked = replace(asked, old=old, source=item.text.sources[0])
        return dresser.form(asked, self.token, item.entry, asked.language, item)

    def _beside(self, tag: str) -> Dresser:
        """Dress what stands beside a page, in the language of that page."""
        return self._dresser(tag if tag in [item.tag for item in self.keeper.reading.languages] else "")

    def _dresser(self, tag: str) -> Dresser:
        """Dress in a page's language; what is no page, or before any could be read, in the user's."""
        translate = translator(self.keeper.root, tag or spoken_language(os.environ))
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
