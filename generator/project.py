"""Open a project: read its data and translations, check them, and show every text in each language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from generator.edition import Archive, read_archive
from generator.folders import CONFIGURATION, Folders
from generator.history import History
from generator.l10n.catalogs.files import catalogue_path, read_catalogues
from generator.l10n.gaps import open_texts
from generator.l10n.interface import InterfaceWords, read_interface
from generator.l10n.languages import Language, read_languages
from generator.l10n.progress import open_work
from generator.l10n.pseudo import PSEUDO, pseudo_catalogues
from generator.load import Loaded, load
from generator.mkdocs_yml import UnreadableSettingsError, plugin_options, read_mkdocs_yml
from generator.model import Atlas
from generator.pages import Progress, SiteData, progress, site_data
from generator.problems import Place, Problem, errors, in_order, say
from generator.prose.versions import Translation, outdated, translations
from generator.templates import refused_files
from generator.translate import Catalogues, View, view
from generator.untrusted import closed_folders
from generator.validate import validate
from generator.validate.crosswalk_coverage import unjustified

if TYPE_CHECKING:
    from generator.export import Terms


@dataclass(frozen=True)
class Project:
    """Sound data and the files that it was read from; `views` and `words` start with the default language.

    `prose` are the hand-written pages that translate others, `pages` the texts of all of them by their paths
    below the folder of prose, `also` is what there is to translate besides the data.
    """

    folders: Folders
    loaded: Loaded
    atlas: Atlas
    views: Mapping[str, View]
    words: Mapping[str, NullTranslations]
    archive: Archive
    prose: tuple[Translation, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    also: tuple[Progress, ...] = ()

    @property
    def default_language(self) -> str:
        """The language at the site's root."""
        return next(iter(self.views))

    def terms(self, address: str | None) -> "Terms":
        """Where and under which terms the data is published, with the words of its column heads."""
        # The shapes of published data take long to load, and most commands publish nothing.
        from generator.export import Terms

        words = {language: found.gettext for language, found in self.words.items()}
        return Terms(address or Terms.address, words=words, archive=self.archive)

    def site(self, language: str) -> SiteData:
        """What one language's pages are made from."""
        words = self.words[language]
        return site_data(self.views, language, words, self.also, self.archive.published, self.history)

    @cached_property
    def history(self) -> History:
        """What has changed from edition to edition."""
        return History(self.archive)


def open_project(root: Path, languages: Sequence[str]) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read everything; without a project where there are errors, and with all problems in either case."""
    folders = Folders(root)
    closed = [
        Problem(
            "C607",
            Place(path.relative_to(root).as_posix()),
            say("The folder cannot be read: %(reason)s", reason=reason),
            say("Give yourself the right to read it"),
        )
        for path, reason in closed_folders(
            (folders.frameworks, folders.docs, folders.locales, folders.templates)
        )
    ]
    if closed:
        return None, in_order(closed)
    loaded, found = load(folders.frameworks, root)
    # Makes pages of the prose, which most of what a project is asked for does without.
    from generator.prose.safety import read_prose

    texts, unsafe = read_prose(folders.docs, root / CONFIGURATION)
    unsafe = (*unsafe, *refused_files(folders.templates, root))
    problems = [*found, *validate(loaded), *unsafe]
    catalogues: dict[str, Catalogues] = {}
    interface: dict[str, InterfaceWords] = {}
    own = [language for language in languages if language not in PSEUDO]
    for language in own:
        catalogues[language], unreadable = read_catalogues(folders.locales, language)
        interface[language], unfit = read_interface(folders.locales, language)
        problems += [*unreadable, *unfit]
    if errors(problems):
        return None, in_order(problems)
    atlas = loaded.atlas()
    words = {language: item.translations for language, item in interface.items()}
    for language in (item for item in languages if item in PSEUDO):
        # Reads all templates and programs, which no other build has to.
        from generator.l10n.pseudo_words import pseudo_words

        catalogues[language] = pseudo_catalogues(atlas, language)
        words[language] = pseudo_words(folders, language)
    views = {language: view(atlas, language, catalogues[language]) for language in languages}
    gaps = (gap for item in views.values() for gap in item.gaps)
    prose = translations(folders.docs, own, texts)
    problems += [*_gaps(views, folders), *unjustified(loaded, gaps), *outdated(folders.docs, prose)]
    real = {language: item for language, item in views.items() if language not in PSEUDO}
    archive, unkept = read_archive(folders.frameworks, root, atlas, real)
    problems += unkept
    if errors(unkept):
        return None, in_order(problems)
    also = open_work(interface, prose)
    return Project(folders, loaded, atlas, views, words, archive, prose, texts, also), in_order(problems)


def _gaps(views: Mapping[str, View], folders: Folders) -> list[Problem]:
    """One warning for each language and domain that is not fully translated."""
    return [_gap(item, folders) for item in progress(views) if item.gaps]


def _gap(item: Progress, folders: Folders) -> Problem:
    path = catalogue_path(folders.locales, item.language, item.domain)
    message = say(
        "%(open)s, of %(total)s in all; the site shows the source text there",
        open=open_texts(item.missing, item.stale),
        total=item.total,
    )
    hint = say("Run 'atlas l10n update', then translate")
    return Problem("T410", Place(path.relative_to(folders.root).as_posix()), message, hint, "warning")


def configured_address(root: Path) -> str | None:
    """Read the address that the site is published at; None where none is given."""
    address = read_mkdocs_yml(root / CONFIGURATION).get("site_url")
    return address if isinstance(address, str) and address else None


def configured_languages(root: Path) -> tuple[tuple[Language, ...], tuple[Problem, ...]]:
    """Read the published languages of a project, the default one first: for commands that build nothing."""
    try:
        given = plugin_options(read_mkdocs_yml(root / CONFIGURATION), "atlas")
    except UnreadableSettingsError as error:
        return (), (Problem("C600", Place(CONFIGURATION), say("This is not YAML: %(reason)s", reason=error)),)
    languages, problems = read_languages(
        given.get("languages", ["en"]), CONFIGURATION, given.get("in_progress")
    )
    return tuple(language for language in languages if not language.in_progress), problems
