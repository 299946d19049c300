"""Count how far each language's translation has come: texts, the interface's words and hand-written pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.l10n.catalogs import WORDS, read_catalogues
from generator.l10n.extraction import words_progress
from generator.l10n.interface import InterfaceWords, has_catalogue
from generator.l10n.updating import Content
from generator.problems import Problem
from generator.prose.versions import Translation
from generator.translate import Gap, View, view

PROSE_DOMAIN = "docs"
"""What pages written by hand are counted under, next to the domains of catalogues."""


@dataclass(frozen=True)
class Progress:
    """One language's state in one domain; `gaps` are its texts without a sound translation."""

    language: str
    domain: str
    total: int
    gaps: tuple[Gap, ...]

    @property
    def missing(self) -> int:
        """How many texts were never translated."""
        return sum(gap.state == "missing" for gap in self.gaps)

    @property
    def stale(self) -> int:
        """How many translations belong to an older source text."""
        return len(self.gaps) - self.missing

    @property
    def translated(self) -> int:
        """How many texts have a sound translation."""
        return self.total - len(self.gaps)


def progress(views: Mapping[str, View]) -> tuple[Progress, ...]:
    """List each language's state in every domain that has something to translate."""
    return tuple(
        Progress(language, domain, total, tuple(gap for gap in view.gaps if gap.domain == domain))
        for language, view in views.items()
        for domain, total in view.totals.items()
    )


def open_work(interface: Mapping[str, InterfaceWords], prose: Sequence[Translation]) -> tuple[Progress, ...]:
    """List the state of each language's words, as its catalogue has them, and of its hand-written pages."""
    return tuple(line for language in interface for line in _lines(language, interface[language], prose))


def _lines(language: str, words: InterfaceWords, prose: Sequence[Translation]) -> Iterator[Progress]:
    if has_catalogue(language) and words.total:
        yield Progress(language, WORDS, words.total, words.gaps)
    pages = [page for page in prose if page.language == language]
    if pages:
        gaps = [
            Gap(language, PROSE_DOMAIN, page.uri, page.uri, "stale" if page.is_out_of_date else "missing")
            for page in pages
            if page.state != "translated"
        ]
        yield Progress(language, PROSE_DOMAIN, len(pages), tuple(gaps))


@dataclass(frozen=True)
class Tally:
    """How many texts of a language are translated, stale and missing, in one domain or in all of them."""

    language: str
    domain: str
    translated: int
    stale: int
    missing: int

    @property
    def total(self) -> int:
        """How many texts there are in all."""
        return self.translated + self.stale + self.missing

    @property
    def done(self) -> float:
        """The translated share; a language with nothing to translate is done."""
        return self.translated / self.total if self.total else 1.0


def tallies(
    project: Content, languages: Sequence[str], prose: Sequence[Translation]
) -> tuple[list[Tally], tuple[Problem, ...]]:
    """Count, for each language and domain with something to translate: content, words, written pages."""
    result: list[Tally] = []
    problems: list[Problem] = []
    for language in languages:
        catalogues, unreadable = read_catalogues(project.folders.locales, language)
        problems.extend(unreadable)
        seen = view(project.atlas, language, catalogues)
        result += [
            Tally(language, item.domain, item.translated, item.stale, item.missing)
            for item in progress({language: seen})
            if item.total
        ]
        if has_catalogue(language):
            counted, unfit = words_progress(project.folders, language)
            problems.extend(unfit)
            result.append(Tally(language, WORDS, *counted))
        result += prose_tally(language, prose)
    return result, tuple(problems)


def prose_tally(language: str, prose: Sequence[Translation]) -> Iterator[Tally]:
    """Count the pages that a language has from another; none where it has none."""
    own = [page for page in prose if page.language == language]
    if own:
        stale = sum(page.is_out_of_date for page in own)
        missing = sum(page.state == "missing" for page in own)
        yield Tally(language, PROSE_DOMAIN, len(own) - stale - missing, stale, missing)


def totals(rows: Sequence[Tally]) -> list[Tally]:
    """Count each language as a whole."""
    return [
        Tally(
            language,
            "",
            sum(row.translated for row in rows if row.language == language),
            sum(row.stale for row in rows if row.language == language),
            sum(row.missing for row in rows if row.language == language),
        )
        for language in dict.fromkeys(row.language for row in rows)
    ]
