"""Give every export what it needs: labels, texts per language, and the bytes of JSON and CSV files."""

import csv
import datetime
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, TypeVar

from generator.citation import ATLAS, LICENSE
from generator.crosswalk import Crosswalks, End, Link
from generator.edition import Archive, Published
from generator.model import Framework, NoCounterpart, Record, texts
from generator.model.base import steps_of
from generator.parts import Parts
from generator.text import LocalText, plain
from generator.things import Thing, things
from generator.translate import View

API = "api/v1"
IDS = "id/"
"""Where permanent addresses begin."""
_UNPLACED = "urn:maturity-atlas:unplaced/"
FILE_TYPES: Mapping[str, str] = {
    "json": "application/json",
    "jsonld": "application/ld+json",
    "csv": "text/csv",
    "md": "text/markdown",
    "tsv": "text/tab-separated-values",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "atom": "application/atom+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What each published file is, by its ending: what the list of all says, and what a host is told."""
# What spreadsheets take for a formula: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@dataclass(frozen=True)
class Terms:
    """Where and under which terms the data is published; `words` translates a column head per language.

    `address` is that of the site's root, None where nobody knows it; `archive` holds the editions.
    """

    address: str | None = None
    license: str = LICENSE
    words: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    archive: Archive | None = None
    atlas: str = ATLAS
    """The site's name."""

    @property
    def root(self) -> str:
        """What addresses that lead to a page begin with; a slash is the site's root, wherever that is."""
        return self.address or "/"

    @property
    def names(self) -> str:
        """What names of things begin with that have to be whole: see decision 0024."""
        return self.address or _UNPLACED

    @property
    def published(self) -> Published | None:
        """The edition that the data is, or comes after; None where there is none yet."""
        return self.archive.published if self.archive else None

    @property
    def version(self) -> str | None:
        """How programs are told of that edition."""
        return self.published.version if self.published else None


@dataclass(frozen=True)
class DataFile:
    """A published file by its path below the site's root, not made yet.

    `about` names the frameworks whose data is in it: one, or one and others with what was judged between it
    and each of them. Empty, it holds what all frameworks share; None stands for all data.
    """

    path: str
    about: tuple[str, ...] | None
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Publication:
    """All data in all languages, as exports are given it."""

    views: Mapping[str, View]
    default_language: str
    terms: Terms

    @cached_property
    def walks(self) -> Mapping[str, Crosswalks]:
        """Every relation per language: the same relations in the same order, with texts of their own."""
        return {language: Crosswalks(view.atlas) for language, view in self.views.items()}

    def framework(self, framework_id: str) -> Framework:
        """A framework in the default language."""
        return self.views[self.default_language].atlas.framework(framework_id)

    @property
    def has_subjects(self) -> bool:
        """Whether the site is about several subjects."""
        return len(self.views[self.default_language].atlas.by_subject) > 1

    def about(self, framework_id: str) -> dict[str, str]:
        """The id of what a framework is about, by the name that tables have for it; nothing to say of one."""
        if not self.has_subjects:
            return {}
        atlas = self.views[self.default_language].atlas
        return {"about": atlas.shared.subjects.of(atlas.framework(framework_id))}

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs that have a page."""
        return self.walks[self.default_language].pairs

    def links(self, pair: tuple[str, str]) -> Iterator[Mapping[str, Link]]:
        """Every relation of a pair, per language."""
        return _side_by_side({language: walks.links(*pair) for language, walks in self.walks.items()})

    def absences(self, pair: tuple[str, str]) -> Iterator[Mapping[str, NoCounterpart]]:
        """Every stated absence of a pair, per language."""
        found = {language: walks.curated(*pair) for language, walks in self.walks.items()}
        return _side_by_side(
            {language: walk.no_counterpart if walk else () for language, walk in found.items()}
        )

    def source_language(self, pair: tuple[str, str]) -> str | None:
        """The language that a pair's curated mappings are written in."""
        walk = self.walks[self.default_language].curated(*pair)
        return walk.source_language if walk else None

    @cached_property
    def parts(self) -> Mapping[str, Parts]:
        """The parts of all frameworks per language."""
        return {language: Parts(view.atlas) for language, view in self.views.items()}

    @cached_property
    def things(self) -> Mapping[str, tuple[Thing, ...]]:
        """Everything with an address of its own, in the same order in each language."""
        return {
            language: tuple(things(view.atlas, self.parts[language], self.walks[language]))
            for language, view in self.views.items()
        }

    def label(self, end: End, language: str) -> str:
        """What a reader calls an end; a cell is named after its dimension and its level."""
        part = self.parts[language].part(end)
        return plain(f"{part.title}: {part.level.title}" if part.level else part.title)

    def labels(self, end: End) -> dict[str, str]:
        """An end's label per language."""
        return {language: self.label(end, language) for language in self.views}

    def signed(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Put on a file's data its licence, where it says what stays with the publishers, and the edition."""
        terms = self.terms
        rights = f"{terms.root}about/#licence"
        return {"license": terms.license, "rights": rights, "edition": terms.version, **data}

    def place(self, language: str) -> str:
        """Where a language's pages stand below the site's root."""
        return "" if language == self.default_language else f"{language}/"


_Item = TypeVar("_Item")


def _side_by_side(lists: Mapping[str, Iterable[_Item]]) -> Iterator[Mapping[str, _Item]]:
    """Go through one list per language at a time: each item in every language."""
    for items in zip(*lists.values(), strict=True):
        yield dict(zip(lists, items, strict=True))


def data_of(record: Record) -> dict[str, Any]:
    """A record as plain data, keys as in its YAML file; texts by id become a list, to keep their order."""
    return {step: _data(getattr(record, name)) for name, step, _ in steps_of(type(record))}


def _data(value: Any) -> Any:
    if isinstance(value, Record):
        return data_of(value)
    if isinstance(value, tuple):
        return [_data(item) for item in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, dict):
        return [{"id": key, "text": text} for key, text in value.items()]
    return value


def fallbacks_in(record: Record) -> list[str]:
    """The paths of a record's texts that are shown in their source language for want of a translation."""
    return [path for path, text, _ in texts(record) if is_fallback(text)]


def is_fallback(text: str) -> bool:
    """Whether a text stands in for a missing translation."""
    return isinstance(text, LocalText) and text.state == "fallback"


def json_bytes(data: object) -> bytes:
    """A JSON file: UTF-8, the same bytes for the same data."""
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def csv_bytes(rows: Iterable[Iterable[object]], separator: Literal[",", ";"] = ",") -> bytes:
    """A CSV file as in RFC 4180, with the byte order mark without which Excel reads it as Windows-1252.

    Programs expect a comma. Excel expects what the reader's computer is set to: a semicolon wherever decimals
    have a comma.
    """
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(
        [cell(value) for value in row] for row in rows
    )
    return text.getvalue().encode("utf-8-sig")


def cell(value: object) -> str:
    """A value as a spreadsheet may show it: never a formula."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:g}"
    words = shown(str(value) if not isinstance(value, LocalText) else value)
    return f"'{words}" if words.startswith(_FORMULA) else words


def shown(text: str) -> str:
    """A text without markup; an untranslated one starts with its language, for want of another mark."""
    if not isinstance(text, LocalText):
        return text
    return f"[{text.language}] {text.plain}" if is_fallback(text) else text.plain
