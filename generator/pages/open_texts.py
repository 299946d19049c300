"""Gather what the pages on translations show: how far each language is, and which texts are open where."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.history.words import Piece, marked
from generator.l10n.catalogs.files import WORDS
from generator.l10n.catalogs.standing import WRITTEN_IN as WORDS_LANGUAGE
from generator.l10n.catalogs.standing import standing
from generator.l10n.progress import PROSE_DOMAIN, Progress
from generator.model import texts
from generator.pages.sitedata import SiteData
from generator.text import plain
from generator.translate import Gap, sources

PER_PAGE = 100
"""A page lists at most this many open texts, so that it stays light however much is open."""

EXCERPT = 90
"""A text is shown up to about this many characters."""


@dataclass(frozen=True)
class OpenText:
    """A text without a sound translation, and where it stands below the root of a language, if in one place.

    `language` is what it is written in; empty for the name of a page.
    """

    gap: Gap
    excerpt: str
    language: str
    address: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What has changed since it was translated; nothing where that is not known."""
        return () if self.gap.before is None else marked(plain(self.gap.before), plain(self.gap.source))


@dataclass(frozen=True)
class Line:
    """One row of the table; `address` lists what is open of it, and is empty where nothing is."""

    progress: Progress
    address: str


def translations(site: SiteData) -> Mapping[str, Any]:
    """Gather how far each translation has come."""
    lines = [Line(line, _address(site, line)) for line in site.progress if line.total]
    return {"lines": lines, "names": _names(site)}


def open_pages(site: SiteData) -> Iterator[tuple[str]]:
    """List the pages of each language with something to translate: `de`, `de/2` if much is open."""
    for language in dict.fromkeys(line.language for line in site.progress if line.total):
        for number in range(_page_count(len(_gaps(site, language)))):
            yield (f"{language}/{number + 1}" if number else language,)


def open_texts(site: SiteData, name: str) -> Mapping[str, Any]:
    """Gather what a language lacks: one page's texts by domain, each with a link to where it stands."""
    language, _, found = name.partition("/")
    number = int(found or 1)
    gaps = _gaps(site, language)
    count = _page_count(len(gaps))
    shown = gaps[(number - 1) * PER_PAGE : number * PER_PAGE]
    languages = _languages(site, {gap.domain for gap in shown})
    groups = [
        (domain, [_open(site, gap, languages) for gap in items])
        for domain, items in groupby(shown, lambda gap: gap.domain)
    ]
    depth = 2 + (number > 1) + (site.language != site.languages[0])
    folder = "" if language == site.languages[0] else f"{language}/"
    return {
        "tag": language,
        "number": number,
        "count": count,
        "groups": groups,
        "total": len(gaps),
        "names": _names(site),
        "root": "../" * depth + folder,
        "pages": [f"translations/{language}/{f'{n}/' if n > 1 else ''}" for n in range(1, count + 1)],
    }


def _open(site: SiteData, gap: Gap, languages: Mapping[tuple[str, str], str]) -> OpenText:
    words = plain(gap.source)
    short = words if len(words) <= EXCERPT else f"{words[:EXCERPT].rsplit(' ', 1)[0]} …"
    language = languages.get((gap.domain, gap.context), WORDS_LANGUAGE)
    if gap.domain == PROSE_DOMAIN:
        stem = gap.context.removesuffix(".md").removesuffix("index").rstrip("/")
        return OpenText(gap, short, "", f"{stem or '.'}/")
    address = "" if gap.domain == WORDS else standing(gap.domain, gap.context, site.atlas).address
    return OpenText(gap, short, language, address)


def _languages(site: SiteData, domains: Container[str]) -> Mapping[tuple[str, str], str]:
    """Look up the language that each text of these domains was written in, by domain and context."""
    return {
        (domain, context): language
        for domain, prefix, record, language in sources(site.atlas)
        if domain in domains
        for context, _, _ in texts(record, prefix)
    }


def _address(site: SiteData, line: Progress) -> str:
    """Find the page and the part of it where a row's open texts begin."""
    if not line.gaps:
        return ""
    before = 0
    for other in site.progress:
        if other.language == line.language:
            if other.domain == line.domain:
                break
            before += len(other.gaps)
    number = before // PER_PAGE + 1
    return f"translations/{line.language}/{f'{number}/' if number > 1 else ''}#open-{line.domain}"


def _gaps(site: SiteData, language: str) -> Sequence[Gap]:
    return [gap for line in site.progress if line.language == language for gap in line.gaps]


def _page_count(gaps: int) -> int:
    return max(1, -(-gaps // PER_PAGE))


def _names(site: SiteData) -> Mapping[str, str]:
    return {item.id: item.short_title for item in site.atlas.frameworks}
