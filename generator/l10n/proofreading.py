"""Find every problem in a project's catalogues, as a proofreader would."""

from collections.abc import Iterator, Mapping, Sequence

from generator.folders import Folders
from generator.l10n.catalogs.files import WORD_DOMAINS, catalogue_path, read_catalogues
from generator.l10n.catalogs.lint import Expected, Held, Key, lint
from generator.l10n.catalogs.merging import wanted_texts
from generator.l10n.catalogs.terms import Subject, fixed_terms, proper_names, subject_of
from generator.l10n.extraction import words_to_translate
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
    for expected in expected_texts(project, language, domain):
        path = catalogue_path(project.folders.locales, language, expected.domain)
        file = path.relative_to(project.folders.root).as_posix()
        if path.is_file():
            yield from lint(path, file, expected)
        elif expected.texts:
            message = say_many(
                "The catalogue is not there; it would hold %(number)s text",
                "The catalogue is not there; it would hold %(number)s texts",
                len(expected.texts),
            )
            yield Problem("T438", Place(file), message, say("Run 'atlas l10n update'"), "warning")


def expected_texts(project: Content, language: str, domain: str | None = None) -> Iterator[Expected]:
    """Gather what each catalogue of a language must hold."""
    atlas = project.atlas
    wanted = wanted_texts(atlas, language)
    here = _seen(project, language)
    sources = {item.language for items in wanted.values() for item in items}
    terms = {source: fixed_terms(_seen(project, source), here) for source in sources}
    names = proper_names(atlas, here)
    for name, items in wanted.items():
        if domain in (None, name):
            held = {
                (item.context, ""): Held(
                    item.text, item.language, subject_of(atlas, name, item.context), inline=item.inline
                )
                for item in items
            }
            yield Expected(name, language, held, terms, names)
    for name in WORD_DOMAINS if has_catalogue(language) else ():
        if domain in (None, name):
            yield Expected(name, language, _words(project.folders, language, name), {})


def _words(folders: Folders, language: str, domain: str) -> Mapping[Key, Held]:
    """List the words that a catalogue must hold; they have no fixed terms: a button says what it does."""
    subject = Subject(domain)
    return {
        word.key: Held(word.text, SOURCE_LANGUAGE, subject, word.plural)
        for word in words_to_translate(folders, language, domain)
    }


def _seen(project: Content, language: str) -> Atlas:
    """Put the data into a language, as far as its catalogues have it."""
    return view(project.atlas, language, read_catalogues(project.folders.locales, language)[0]).atlas
