"""Show texts beside their translations: one for the page that somebody looks at, or all of a catalogue."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from generator.history.words import Piece, marked
from generator.l10n.catalogs.files import WORD_DOMAINS, catalogue_path
from generator.l10n.catalogs.lint import Expected, Key
from generator.l10n.catalogs.standing import standing
from generator.l10n.languages import own_name
from generator.l10n.proofreading import expected_texts
from generator.l10n.reviewing import Reviewed, not_sound, reviewed
from generator.preview.editor_links import OWN
from generator.preview.forms.record import RecordOf
from generator.preview.language_pages import Sound
from generator.preview.saving import Of
from generator.problems import Place
from generator.project import Project
from generator.text import plain

PER_PAGE = 100
PAIR, PAIRS, TEXT = "pair", "pairs", "text"
FILTERS = {"": "all_texts", "open": "all_open", "findings": "all_findings"}
"""What a list can be narrowed to, with what the words for it are called."""

_TEMPLATE = re.compile(r"templates/(pages|parts|theme)/(.*)\.html")


@dataclass(frozen=True)
class Shown:
    """A text beside its translation as a page shows it; `site` is where readers find it, if anywhere."""

    text: Reviewed
    pieces: tuple[Piece, ...]
    entry: Place | None
    site: str
    number: int
    listed: str


@dataclass(frozen=True)
class Listing:
    """A part of a catalogue: its texts, how many there are in all, and what leads to the rest."""

    language: str
    domain: str
    name: str
    shown: Sequence[Shown]
    count: int
    filters: Sequence[tuple[str, str, bool]]
    pages: Sequence[tuple[int, str, bool]]
    languages: Sequence[tuple[str, str, bool]]
    domains: Sequence[tuple[str, str, bool]]


@dataclass
class Pairs:
    """Puts texts beside their translations; keeps what it gathered until the project is read again."""

    _project: Project | None = None
    _expected: dict[str, Mapping[str, Expected]] = field(default_factory=dict)

    def one(self, sound: Sound, query: Mapping[str, str], mount: str) -> Shown | None:
        """The text with a context; None where there is none."""
        language, domain = query.get("language", ""), query.get("domain", "")
        expected = self._of(sound, language).get(domain)
        if expected is None:
            return None
        found = reviewed(sound.project.folders.locales, expected, [(query.get("context", ""), "")])
        show = _Showing(sound, expected, mount)
        return next((show.text(text) for text in found), None)

    def expected(self, sound: Sound, language: str, domain: str) -> Expected | None:
        """What a catalogue of content must hold; None where there is none."""
        return None if domain in WORD_DOMAINS else self._of(sound, language).get(domain)

    def listing(self, sound: Sound, query: Mapping[str, str], mount: str) -> Listing | None:
        """A part of a catalogue, of the first where none has the name; None for no language."""
        language = query.get("language", "")
        every = self._of(sound, language)
        if not every:
            return None
        expected = every.get(query.get("domain", "")) or next(iter(every.values()))
        domain = expected.domain
        names = {item.id: plain(str(item.short_title)) for item in sound.project.atlas.frameworks}
        show = _Showing(sound, expected, mount)
        locales, only = sound.project.folders.locales, query.get("only", "")
        keys: list[Key] = not_sound(locales, expected) if only == "open" else [*expected.texts]
        if only == "findings":
            keys = [text.key for text in reviewed(locales, expected, keys) if text.findings]
        number = query.get("page", "1")
        page = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 1
        part = keys[(page - 1) * PER_PAGE : page * PER_PAGE]
        here = {"language": language, "domain": domain, "only": only}
        return Listing(
            language,
            domain,
            names.get(domain, ""),
            [show.text(text) for text in reviewed(locales, expected, part)],
            len(keys),
            [(word, pairs_href({**here, "only": key}), key == only) for key, word in FILTERS.items()],
            [
                (n, pairs_href({**here, "page": str(n)}), n == page)
                for n in range(1, max(1, -(-len(keys) // PER_PAGE)) + 1)
            ],
            [
                (own_name(item.tag), pairs_href({**here, "language": item.tag}), item.tag == language)
                for item in sound.settings.languages
            ],
            [(names.get(name, name), pairs_href({**here, "domain": name}), name == domain) for name in every],
        )

    def _of(self, sound: Sound, language: str) -> Mapping[str, Expected]:
        """What a language's catalogues must hold, by domain."""
        if self._project is not sound.project:
            self._project, self._expected = sound.project, {}
        if language not in self._expected and language in sound.project.views:
            found = expected_texts(sound.project, language, None)
            self._expected[language] = {expected.domain: expected for expected in found}
        return self._expected.get(language, {})


@dataclass(frozen=True)
class _Showing:
    """Finds where a text stands: in its catalogue, on the site, and in the list."""

    sound: Sound
    expected: Expected
    mount: str

    def text(self, text: Reviewed) -> Shown:
        project, language = self.sound.project, self.expected.language
        path = catalogue_path(project.folders.locales, language, text.domain)
        entry = Place(path.relative_to(project.folders.root).as_posix(), text.line) if text.line else None
        pieces = marked(plain(text.before), plain(text.sources[0])) if text.before else ()
        number = self._numbers[text.key]
        here = {"language": language, "domain": text.domain, "page": str(-(-number // PER_PAGE))}
        return Shown(text, pieces, entry, self._on_site(text), number, f"{pairs_href(here)}#text-{number}")

    @cached_property
    def _numbers(self) -> Mapping[Key, int]:
        return {key: number for number, key in enumerate(self.expected.texts, 1)}

    def _on_site(self, text: Reviewed) -> str:
        if text.domain not in WORD_DOMAINS:
            address = standing(text.domain, text.key[0], self.sound.project.atlas).address
        else:
            found = next((kind for file in text.files for kind in self._kinds(file)), None)
            if found is None:
                return ""
            address = self._first_of[found]
        return f"{self.mount}{self._folder}{address}"

    @cached_property
    def _folder(self) -> str:
        return next(
            item.folder for item in self.sound.settings.languages if item.tag == self.expected.language
        )

    @cached_property
    def _first_of(self) -> Mapping[str, str]:
        """The address of the first page of each kind."""
        kinds = self.sound.pages(self.expected.language).kinds
        return {kind: address for address, kind in reversed([*kinds.items()])}

    def _kinds(self, file: str) -> Sequence[str]:
        """The kinds of page that a template makes, itself or as a part; the theme makes all."""
        found = _TEMPLATE.fullmatch(file)
        if found is None:
            return ()
        if found[1] == "theme":
            return ("home",) if "home" in self._first_of else ()
        if found[1] == "pages":
            return (found[2],) if found[2] in self._first_of else ()
        name = f'"{found[1]}/{found[2]}.html"'
        return [kind for kind, source in self._sources.items() if name in source]

    @cached_property
    def _sources(self) -> Mapping[str, str]:
        """What the template of each kind of page says."""
        files = self.sound.templates.files
        return {kind: files[name] for kind in self._first_of if (name := f"pages/{kind}.html") in files}


def pair_href(language: str, domain: str, context: str) -> str:
    """The address of one text beside its translation."""
    return f"{OWN}{PAIR}?{urlencode({'language': language, 'domain': domain, 'context': context})}"


def text_href(of: Of | RecordOf, language: str, domain: str, context: str) -> str:
    """The address of the form that changes a text, or its translation, or that is about a whole record."""
    query = {"of": of, "language": language, "domain": domain, "context": context}
    return f"{OWN}{TEXT}?{urlencode(query)}"


def pairs_href(query: Mapping[str, str]) -> str:
    """The address of a list of them."""
    return f"{OWN}{PAIRS}?{urlencode({key: value for key, value in query.items() if value})}"
