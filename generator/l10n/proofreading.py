"""Find every problem in a project's catalogues, as a proofreader would."""

from collections.abc import Iterator, Mapping, Sequence

from generator.folders import Folders
from generator.l10n.catalogs.files import WORDS, catalogue_path, read_catalogues
from generator.l10n.catalogs.lint import Expected, Held, Key, lint
from generator.l10n.catalogs.merging import wanted_texts
from generator.l10n.catalogs.terms import FixedTerm, Subject, fixed_terms, subject_of
from generator.l10n.extraction import words_in_use
from generator.l10n.interface import SOURCE_LANGUAGE, has_catalogue
from generator.l10n.updating import Content
from generator.model import Atlas
from generator.problems import Place, Problem, in_order, say, say_many
from generator.translate import view


def proofread(
    project: Content, languages: Sequence[str], *, domain: str | None = None
) -> tuple[Problem, ...]:
    """List every problem of these languages' catalogues, in the order of files and lines."""
    return in_order(problem for language in languages for problem in _proofread(project, language, domain))


def _proofread(project: Content, language: str, domain: str | None) -> Iterator[Problem]:
    for expected in _expected(project, language, domain):
        path = catalogue_path(project.folders.locales, language, expected.domain)
        file = path.relative_to(project.folders.root).as_posix()
        if path.is_file():
            yield from lint(path, file, expected)
        else:
            message = say_many(
                "The catalogue is not there; it would hold %(number)s text",
                "The catalogue is not there; it would hold %(number)s texts",
                len(expected.texts),
            )
            yield Problem("T438", Place(file), message, say("Run 'atlas l10n update'"), "warning")


def _expected(project: Content, language: str, domain: str | None) -> Iterator[Expected]:
    """Gather what each catalogue of a language must hold."""
    atlas = project.atlas
    wanted = wanted_texts(atlas, language)
    terms = _terms(project, language, {item.language for items in wanted.values() for item in items})
    for name, items in wanted.items():
        if domain in (None, name):
            held = {
                (item.context, ""): Held(
                    item.text, item.language, subject_of(atlas, name, item.context), inline=item.inline
                )
                for item in items
            }
            yield Expected(name, language, held, terms)
    if domain in (None, WORDS) and has_catalogue(language):
        yield Expected(WORDS, language, _words(project.folders), {})


def _words(folders: Folders) -> Mapping[Key, Held]:
    """List the words that a catalogue must hold; they have no fixed terms: a button says what it does."""
    subject = Subject(WORDS)
    return {
        word.key: Held(word.text, SOURCE_LANGUAGE, subject, word.plural) for word in words_in_use(folders)
    }


def _terms(project: Content, language: str, sources: set[str]) -> Mapping[str, Sequence[FixedTerm]]:
    """Read the glossary from each source language, as far as both languages have it."""

    def seen(tag: str) -> Atlas:
        return view(project.atlas, tag, read_catalogues(project.folders.locales, tag)[0]).atlas

    here = seen(language)
    return {source: fixed_terms(seen(source), here) for source in sources}
