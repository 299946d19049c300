"""A project's data, words and hand-written pages in, how far each language's translation has come out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.catalogs import WORDS, read_catalogues
from generator.pages.progress import PROSE_DOMAIN, progress
from generator.problems import Problem
from generator.site.extraction import words_progress
from generator.site.prose_versions import Translation
from generator.site.translators import Content
from generator.site.words import has_catalogue
from generator.translate import view


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
        """All of them."""
        return self.translated + self.stale + self.missing

    @property
    def done(self) -> float:
        """The translated share; a language with nothing to translate is done."""
        return self.translated / self.total if self.total else 1.0


def tallies(
    project: Content, languages: Sequence[str], prose: Sequence[Translation]
) -> tuple[list[Tally], tuple[Problem, ...]]:
    """A tally for each language and domain that has something to translate: content, words, written pages."""
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
    """The pages that a language has from another; none where it has none."""
    own = [page for page in prose if page.language == language]
    if own:
        stale = sum(page.is_out_of_date for page in own)
        missing = sum(page.state == "missing" for page in own)
        yield Tally(language, PROSE_DOMAIN, len(own) - stale - missing, stale, missing)


def totals(rows: Sequence[Tally]) -> list[Tally]:
    """A tally of each language as a whole."""
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
