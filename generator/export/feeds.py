"""Publish what is new as feeds in each language: every edition, and the texts that wait for translators.

There are none before the first edition, and none of a site that stands at no real address: an entry is known
by its address for good.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup, escape

from generator.addresses import is_published_at
from generator.export.feed_forms import Entry, Feed, atom, json_feed
from generator.export.publication import API, DataFile, Publication, is_fallback, json_bytes
from generator.foreign import direction
from generator.history import History, OpenText, Step, Told, counted, in_language, marked
from generator.l10n.catalogs.standing import standing
from generator.model import Atlas, Edition
from generator.problems import Message, say
from generator.text import LocalText, plain

NEWS, TO_TRANSLATE = "feed", "to-translate"
"""The names of the files, without their endings."""

_SHARED: Mapping[str, tuple[Message, str]] = {
    "themes": (say("Themes"), "themes/"),
    "reference-scale": (say("Bands of the scale"), "crosswalks/"),
    "glossary": (say("Glossary"), "glossary/"),
    "findings": (say("Findings"), "findings/"),
    "subjects": (say("Subjects"), ""),
}


def feed_files(publication: Publication) -> Iterator[DataFile]:
    """Two feeds for each language, each in two forms."""
    archive = publication.terms.archive
    if archive is None or not has_feeds(publication):
        return
    history = History(archive)
    for language in archive.views:
        source = _Source(publication, history, language)
        for name, make in ((NEWS, source.news), (TO_TRANSLATE, source.to_translate)):
            here = f"{API}/{language}/{name}"
            yield DataFile(f"{here}.atom", None, partial(_atom, make))
            yield DataFile(f"{here}.json", None, partial(_json, make))


def has_feeds(publication: Publication) -> bool:
    """Whether there is an edition to tell of, and an address at which that is read."""
    return publication.terms.published is not None and is_published_at(publication.terms.address)


def _atom(make: Callable[[], Feed]) -> bytes:
    return atom(make())


def _json(make: Callable[[], Feed]) -> bytes:
    return json_bytes(json_feed(make()))


@dataclass(frozen=True)
class _Source:
    """What the feeds of one language are made from."""

    publication: Publication
    history: History
    language: str

    @property
    def root(self) -> str:
        """Where the language's pages begin."""
        return self.publication.terms.root + self.publication.place(self.language)

    @property
    def atlas(self) -> Atlas:
        """The content of today in the language."""
        return self.history.archive.views[self.language].atlas

    def word(self, message: Message) -> str:
        """Say a message in the language."""
        return message.text(self.publication.terms.words.get(self.language, str))

    def news(self) -> Feed:
        """A feed with an entry for each edition."""
        return self._feed(
            NEWS,
            say("%(atlas)s: what is new", atlas=self.publication.terms.atlas),
            say("Every edition of the texts, with what has changed in it."),
            "editions/",
            tuple(self._edition(step, step.edition) for step in self.history.steps if step.edition),
        )

    def to_translate(self) -> Feed:
        """A feed with an entry for each text that waits for its translation since the latest edition."""
        return self._feed(
            TO_TRANSLATE,
            say("%(atlas)s: texts to translate", atlas=self.publication.terms.atlas),
            say("What is new or reworded since the latest edition, and not translated yet."),
            f"translations/{self.language}/",
            tuple(self._open(item) for item in self.history.open_texts(self.language)),
        )

    def _feed(self, name: str, title: Message, about: Message, home: str, entries: tuple[Entry, ...]) -> Feed:
        terms = self.publication.terms
        return Feed(
            file=f"{terms.root}{API}/{self.language}/{name}",
            title=self.word(title),
            about=self.word(about),
            home=self.root + home,
            language=self.language,
            license=terms.license,
            author=terms.atlas,
            date=self._date,
            entries=entries,
        )

    @property
    def _date(self) -> str:
        return self.history.latest.date.isoformat() if self.history.latest else ""

    def _edition(self, step: Step, edition: Edition) -> Entry:
        told = next(item for item in self.atlas.shared.editions.editions if item.id == edition.id)
        html = _listed(_in_its_language(text) for text in told.changes.values())
        if step.before is None:
            html += Markup("<p>{}</p>").format(self.word(say("This is the first edition.")))
        html += _listed(
            Markup("{}: {}").format(self._record(record, edition), self._counts(changes))
            for record, changes in groupby(
                in_language(step.changes, self.language), lambda item: item.change.record
            )
        )
        address = f"{self.root}editions/#edition-{edition.key}"
        return Entry(
            address,
            self.word(say("Edition %(id)s", id=edition.id)),
            address,
            str(html),
            edition.date.isoformat(),
        )

    def _counts(self, changes: Iterable[Told]) -> str:
        return ", ".join(self.word(message) for message in counted(changes))

    def _record(self, record: str, edition: Edition) -> Markup:
        """Name what has changed, with a link to where that can be read; its id where it is gone."""
        names = {item.id: str(plain(item.short_title)) for item in self.atlas.frameworks}
        if record in names:
            return self._link(f"frameworks/{record}/history/#edition-{edition.key}", names[record])
        if record in _SHARED:
            name, address = _SHARED[record]
            return self._link(address, self.word(name))
        ids = record.removeprefix("crosswalks/").split("--")
        if len(ids) == 2 and all(id_ in names for id_ in ids):
            return self._link(f"{record}/", " – ".join(names[id_] for id_ in ids))
        return escape(record or self.publication.terms.atlas)

    def _link(self, address: str, name: str) -> Markup:
        return Markup('<a href="{}">{}</a>').format(self.root + address, name)

    def _open(self, item: OpenText) -> Entry:
        gap = item.gap
        place = standing(gap.domain, gap.context, self.atlas)
        pieces = marked(item.before, gap.source) if item.before else ()
        said = say("Reworded since the latest edition.") if pieces else say("New since the latest edition.")
        text = Markup("").join(_MARKS[piece.kind].format(piece.text) for piece in pieces) or escape(
            gap.source
        )
        html = Markup('<p>{}</p><blockquote lang="{}" dir="{}">{}</blockquote>').format(
            self.word(said), item.written, direction(item.written), text
        )
        # Of another wording there is another entry: whoever has seen the one has not seen the other.
        wording = hashlib.sha256(gap.source.encode()).hexdigest()[:12]
        name = f"{gap.domain}/{gap.context}"
        return Entry(
            f"{self.publication.terms.root}{API}/{self.language}/{TO_TRANSLATE}.json#{name}/{wording}",
            f"{place.words} ({name})",
            self.root + place.address,
            str(html),
            self._date,
        )


_MARKS: Mapping[str, Markup] = {
    "same": Markup("{}"),
    "out": Markup("<del>{}</del>"),
    "in": Markup("<ins>{}</ins>"),
}


def _listed(items: Iterable[Markup]) -> Markup:
    found = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup("<ul>{}</ul>").format(found) if found else found


def _in_its_language(text: str) -> Markup:
    """Write a text without markup of its own; one without a translation says what language it is in."""
    if isinstance(text, LocalText) and is_fallback(text):
        return Markup('<span lang="{}" dir="{}">{}</span>').format(
            text.language, direction(text.language), text.plain
        )
    return escape(plain(text))
