"""Count how far each language's translation has come: texts, the interface's words and hand-written pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.l10n.catalogs.files import COMMANDS, WORD_DOMAINS, WORDS, read_catalogues
from generator.l10n.extraction import open_words, words_in_use
from generator.l10n.interface import InterfaceWords, has_catalogue
from generator.l10n.updating import Content
from generator.problems import Problem
from generator.prose.versions import Translation
from generator.translate import Gap, View, view

PROSE_DOMAIN = "docs"
"""What pages written by hand are counted under, next to the domains of catalogues."""


@dataclass(frozen=True)
class Progress:
    """A language's state in one domain, or with an empty one in all; `gaps` lack a sound translation."""

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
    def shown(self) -> int:
        """How many translations of an older source text readers get all the same."""
        return sum(gap.is_shown for gap in self.gaps)

    @property
    def translated(self) -> int:
        """How many texts have a sound translation."""
        return self.total - len(self.gaps)

    @property
    def done(self) -> float:
        """The translated share; a language with nothing to translate is done."""
        return self.translated / self.total if self.total else 1.0

    @property
    def percent(self) -> int:
        """The translated share in whole percents, rounded down: only what is all done has 100."""
        return self.translated * 100 // self.total if self.total else 100


def progress(views: Mapping[str, View]) -> tuple[Progress, ...]:
    """List each language's state in every domain that has something to translate."""
    return tuple(
        Progress(language, domain, total, tuple(gap for gap in view.gaps if gap.domain == domain))
        for language, view in views.items()
        for domain, total in view.totals.items()
    )


def open_work(interface: Mapping[str, InterfaceWords], prose: Sequence[Translation]) -> tuple[Progress, ...]:
    """List the state of each language's words, as its catalogue has them, and of its hand-written pages."""
    result: list[Progress] = []
    for language, words in interface.items():
        if has_catalogue(language) and words.total:
            result.append(Progress(language, WORDS, words.total, words.gaps))
        result += prose_progress(language, prose)
    return tuple(result)


def prose_progress(language: str, prose: Sequence[Translation]) -> Iterator[Progress]:
    """Count the pages that a language has from another; none where it has none."""
    pages = [page for page in prose if page.language == language]
    if pages:
        gaps = [
            Gap(language, PROSE_DOMAIN, page.uri, page.uri, "stale" if page.is_out_of_date else "missing")
            for page in pages
            if page.state != "translated"
        ]
        yield Progress(language, PROSE_DOMAIN, len(pages), tuple(gaps))


def whole_progress(
    project: Content, languages: Sequence[str], prose: Sequence[Translation]
) -> tuple[list[Progress], tuple[Problem, ...]]:
    """List each language's state in every domain: content, the words in use, and hand-written pages."""
    result: list[Progress] = []
    problems: list[Problem] = []
    for language in languages:
        catalogues, unreadable = read_catalogues(project.folders.locales, language)
        result += progress({language: view(project.atlas, language, catalogues)})
        problems.extend(unreadable)
        if has_catalogue(language):
            for domain in WORD_DOMAINS:
                gaps, unfit = open_words(project.folders, language, domain)
                result.append(Progress(language, domain, len(words_in_use(project.folders, domain)), gaps))
                problems.extend(unfit)
        result += prose_progress(language, prose)
    return result, tuple(problems)


def by_language(rows: Sequence[Progress]) -> list[Progress]:
    """Put what readers of each language see into one, in all domains together."""
    result = []
    for language, found in groupby((row for row in rows if row.domain != COMMANDS), lambda row: row.language):
        own = list(found)
        gaps = tuple(gap for row in own for gap in row.gaps)
        result.append(Progress(language, "", sum(row.total for row in own), gaps))
    return result
