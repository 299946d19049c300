"""Open a project: read its data and translations, check them, and show every text in each language."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from gettext import NullTranslations
from pathlib import Path
from typing import TYPE_CHECKING

from generator.citation import ATLAS
from generator.edition import Archive, known_to_readers, read_editions
from generator.folders import CONFIGURATION, Folders
from generator.history import History
from generator.l10n.catalogs.files import catalogue_path, read_catalogues
from generator.l10n.gaps import open_texts, what_is_shown
from generator.l10n.interface import InterfaceWords, read_interface
from generator.l10n.languages import Language, folders_of_no_language, read_languages
from generator.l10n.progress import open_work
from generator.l10n.pseudo import PSEUDO, pseudo_catalogues
from generator.load import Loaded, load
from generator.mkdocs_yml import UnreadableSettingsError, plugin_options, read_mkdocs_yml
from generator.model import Atlas, Name
from generator.pages import Progress, SiteData, progress, site_data
from generator.problems import Place, Problem, counted, errors, first_of, in_order, say
from generator.prose.versions import Translation, outdated, translations
from generator.published import without_drafts
from generator.templates import refused_files
from generator.translate import Catalogues, View, view
from generator.unfinished import is_gone
from generator.untrusted import closed_folders
from generator.validate import validate
from generator.validate.crosswalk_coverage import unjustified

if TYPE_CHECKING:
    from generator.export import Terms

_NAMED = 3
"""So many texts that are not translated are named; the page of translations lists them all."""


@dataclass(frozen=True)
class Project:
    """Sound data and the files that it was read from; `views` and `words` start with the default language.

    `prose` are the hand-written pages that translate others, `pages` the texts of all of them by their paths
    below the folder of prose, `also` is what there is to translate besides the data, `named` what whoever
    opened it already knows the site to be called.
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
    named: str | None = None

    @property
    def default_language(self) -> str:
        """The language at the site's root."""
        return next(iter(self.views))

    def terms(self, address: str | None) -> "Terms":
        """Where and under which terms the data is published, with the words of its column heads."""
        # The shapes of published data take long to load, and most commands publish nothing.
        from generator.export import Terms

        words = {language: found.gettext for language, found in self.words.items()}
        return Terms(address, words=words, archive=self.archive, atlas=self.title)

    def site(self, language: str) -> SiteData:
        """What one language's pages are made from."""
        words = self.words[language]
        return site_data(
            self.views, language, words, self.also, self.archive.published, self.history, self.title
        )

    @cached_property
    def title(self) -> str:
        """The name that the configuration gives the site."""
        return self.named or configured_title(self.folders.root)

    @cached_property
    def history(self) -> History:
        """What has changed from edition to edition."""
        return History(self.archive)


def open_project(
    root: Path, languages: Sequence[str], *, drafts: bool = False, named: str | None = None
) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read everything; without a project where there are errors, and with all problems in either case.

    What is still being written is left out, but not of the files as `loaded`; with `drafts` it is there.
    """
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
    problems = [*found, *validate(loaded), *unsafe, *folders_of_no_language(folders)]
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
    kept, unkept = read_editions(folders.frameworks, root, atlas.shared.editions)
    problems += unkept
    if errors(unkept):
        return None, in_order(problems)
    kept_back: Collection[Name] = ()
    if not drafts:
        ready, told = without_drafts(loaded, known_to_readers(kept))
        atlas, kept_back = ready.atlas, ready.kept_back
        problems += told
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
    archive = Archive(atlas, real, kept)
    moved = loaded.redirects.record.redirects if loaded.redirects else ()
    # What leads to something that is being written again will lead there again.
    waiting = [tuple(item.former.split("/")) for item in moved if is_gone(item.to, kept_back)]
    problems += archive.lost([*kept_back, *waiting])
    also = open_work(interface, prose)
    project = Project(folders, loaded, atlas, views, words, archive, prose, texts, also, named)
    return project, in_order(problems)


def _gaps(views: Mapping[str, View], folders: Folders) -> list[Problem]:
    """One warning for each language and domain that is not fully translated."""
    return [_gap(item, folders) for item in progress(views) if item.gaps]


def _gap(item: Progress, folders: Folders) -> Problem:
    path = catalogue_path(folders.locales, item.language, item.domain)
    message = say(
        "%(open)s, of %(total)s in all; %(shown)s",
        open=open_texts(item.missing, item.stale),
        total=counted(item.total),
        shown=what_is_shown(len(item.gaps) - item.shown, item.shown),
    )
    names = first_of([f"{gap.domain}:{gap.context}" for gap in item.gaps], _NAMED)
    if not all(gap.is_entered for gap in item.gaps):
        hint = say("Run 'atlas l10n update', then translate: %(names)s", names=names)
    elif item.missing:
        hint = say("Translate: %(names)s", names=names)
    else:
        hint = say(
            "Mend what no longer fits, accept what does with 'atlas l10n accept -l %(language)s': %(names)s",
            language=item.language,
            names=names,
        )
    return Problem("T410", Place(path.relative_to(folders.root).as_posix()), message, hint, "warning")


def configured_address(root: Path) -> str | None:
    """Read the address that the site is published at; None where none is given."""
    address = read_mkdocs_yml(root / CONFIGURATION).get("site_url")
    return address if isinstance(address, str) and address else None


def configured_title(root: Path) -> str:
    """Read the site's name; ours where none is given."""
    name = read_mkdocs_yml(root / CONFIGURATION).get("site_name")
    return name if isinstance(name, str) and name else ATLAS


def configured_languages(root: Path) -> tuple[tuple[Language, ...], tuple[Problem, ...]]:
    """Read the published languages of a project, the default one first: for commands that build nothing."""
    try:
        given = plugin_options(read_mkdocs_yml(root / CONFIGURATION), "atlas")
    except UnreadableSettingsError as error:
        return (), (Problem("C600", Place(CONFIGURATION), error.message),)
    languages, problems = read_languages(
        given.get("languages", ["en"]), CONFIGURATION, given.get("in_progress")
    )
    return tuple(language for language in languages if not language.in_progress), problems
