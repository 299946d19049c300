"""Read a project again after a change, and find all that is wrong with it.

What is unsound never takes the place of what was sound: data, templates and configuration are each as they
were when they last could be read.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Flag, auto
from pathlib import Path

from generator.folders import Folders
from generator.l10n.languages import Language
from generator.pages import pages
from generator.preview.data_lines import Sources, open_sources
from generator.preview.language_pages import THEME, Ingredients, Session
from generator.preview.mkdocs_warnings import configuration_problems
from generator.problems import Place, Problem, errors, in_order, say
from generator.project import Project, open_project
from generator.site.frame import File
from generator.site.frame.configuration import UnusableConfigurationError
from generator.site.frame.frame import files_of_theme
from generator.site.frame.theme import theme_environment
from generator.site.settings import Request, Settings, clashes, read_settings
from generator.templates import Snapshot, read_templates


class Reread(Flag):
    """What is to be read again."""

    DATA = auto()
    TEMPLATES = auto()
    THEME = auto()
    PROSE = auto()
    CONFIGURATION = auto()
    ALL = DATA | TEMPLATES | THEME | PROSE | CONFIGURATION


@dataclass(frozen=True)
class Sound:
    """All that pages are made from; a language's pages are prepared when the first of them is asked for."""

    ingredients: Ingredients
    sources: Sources
    settings: Settings
    _sessions: dict[str, Session] = field(default_factory=dict)

    def session(self, language: str) -> Session:
        """The pages of a language; KeyError for one that the site has not."""
        if language not in self._sessions:
            tags = {item.tag: item for item in self.ingredients.languages}
            self._sessions[language] = Session(self.ingredients, tags[language], self.settings)
        return self._sessions[language]

    @property
    def tags(self) -> frozenset[str]:
        """The languages that there are pages of."""
        return frozenset(item.tag for item in self.ingredients.languages)


@dataclass(frozen=True)
class Reading:
    """What was read; `sound` is None while nothing ever was."""

    sound: Sound | None = None
    languages: tuple[Language, ...] = ()
    project: Project | None = None
    sources: Sources | None = None
    templates: Snapshot | None = None
    found: Mapping[Reread, tuple[Problem, ...]] = field(default_factory=dict)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong."""
        return in_order(problem for problems in self.found.values() for problem in problems)


def read(root: Path, before: Reading, changed: Reread) -> Reading:
    """Read what changed; `before` is an empty reading at first."""
    try:
        settings = read_settings(Request(root, in_progress=True, serving=True))
    except (UnusableConfigurationError, OSError) as error:
        return _with(before, Reread.CONFIGURATION, configuration_problems(error, root))
    languages, unfit = settings.languages, settings.problems
    found = _with(before, Reread.CONFIGURATION, unfit)
    if errors(unfit):
        return found
    if languages != before.languages or changed & (Reread.DATA | Reread.PROSE | Reread.CONFIGURATION):
        found = _read_data(root, replace(found, languages=languages))
    if found.project is None or found.sources is None:
        return found
    if found.project is before.project and changed == Reread.DATA:
        return found
    theme = before.sound.ingredients.theme_files if before.sound else ()
    if not theme or changed & (Reread.THEME | Reread.CONFIGURATION):
        theme = files_of_theme(settings.config, theme_environment(settings.config.theme))
    return _with_templates(settings, found, theme, changed)


def _read_data(root: Path, before: Reading) -> Reading:
    project, problems = open_project(root, [language.tag for language in before.languages])
    if project is None:
        kept = before.project
        known = kept is not None and all(language.tag in kept.views for language in before.languages)
        return _with(before if known else replace(before, project=None), Reread.DATA, problems)
    found = _with(before, Reread.DATA, problems)
    in_the_way = _clashes(project, before.languages)
    if in_the_way and before.project is not None:
        return _with(found, Reread.PROSE, in_the_way)
    found = _with(found, Reread.PROSE, in_the_way)
    return replace(found, project=project, sources=open_sources(root, project.loaded))


def _with_templates(settings: Settings, found: Reading, theme: tuple[File, ...], changed: Reread) -> Reading:
    """Sessions with the newest templates, or, where these cannot be read, with the last ones that could."""
    root, templates = settings.root, found.templates
    if templates is None or changed & (Reread.TEMPLATES | Reread.CONFIGURATION):
        folder = Folders(root).templates
        newest = templates.read_again() if templates else read_templates(folder)
        opened = _open(settings, found, newest, theme)
        problems = _template_problems(opened, newest, root)
        found = _with(found, Reread.TEMPLATES, problems)
        if not problems or found.templates is None:
            return replace(found, templates=newest, sound=opened)
        templates = found.templates
    return replace(found, sound=_open(settings, found, templates, theme))


def _template_problems(opened: Sound, newest: Snapshot, root: Path) -> tuple[Problem, ...]:
    if not newest.files:
        message = say("The folder of templates is missing or empty")
        return (Problem("P505", Place(newest.folder.name), message),)
    session = opened.session(opened.ingredients.project.default_language)
    own = newest.problems(session.renderer.environment, root, but=THEME)
    return (*own, *newest.problems(session.frame.env, root, below=THEME))


def _open(settings: Settings, found: Reading, templates: Snapshot, theme: tuple[File, ...]) -> Sound:
    assert found.project is not None
    assert found.sources is not None
    return Sound(Ingredients(found.project, found.languages, templates, theme), found.sources, settings)


def _clashes(project: Project, languages: tuple[Language, ...]) -> tuple[Problem, ...]:
    planned = pages(project.site(project.default_language))
    return tuple(clashes(planned, project.folders.docs, languages))


def _with(reading: Reading, kind: Reread, problems: tuple[Problem, ...]) -> Reading:
    return replace(reading, found={**reading.found, kind: problems})
