"""Read a project again after a change, and find all that is wrong with it.

What is unsound never takes the place of what was sound: data, templates and configuration are each as they
were when they last could be read.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.folders import Folders
from generator.l10n.languages import Language
from generator.pages import pages
from generator.preview.language_pages import Sound
from generator.preview.lines import Sources, open_sources
from generator.preview.mkdocs_warnings import configuration_problems
from generator.problems import Place, Problem, errors, in_order, say
from generator.project import Project, open_project
from generator.prose.pages import in_the_way
from generator.site.frame.configuration import UnusableConfigurationError
from generator.site.settings import Request, Settings, read_settings
from generator.templates import read_templates


@dataclass(frozen=True)
class Reading:
    """What pages are made from, None while nothing ever was sound, and everything that is wrong.

    Languages are known as soon as the configuration could be read.
    """

    sound: Sound | None = None
    languages: tuple[Language, ...] = ()
    problems: tuple[Problem, ...] = ()


def read(root: Path, last: Reading) -> Reading:
    """Read everything; `last` is an empty reading at first."""
    try:
        settings = read_settings(Request(root, in_progress=True, serving=True))
    except (UnusableConfigurationError, OSError) as error:
        return replace(last, problems=in_order(configuration_problems(error, root)))
    if errors(settings.problems):
        return replace(last, problems=in_order(settings.problems))
    data, unfit = _read_data(settings, last.sound)
    problems = [*settings.problems, *unfit]
    if data is None:
        languages = last.languages if last.sound else settings.languages
        return Reading(last.sound, languages, in_order(problems))
    before = last.sound.templates if last.sound else None
    templates = before.read_again() if before else read_templates(Folders(root).layers)
    sound = Sound(settings, *data, templates)
    found = _template_problems(sound)
    if found and before:
        sound = replace(sound, templates=before)
    return Reading(sound, settings.languages, in_order([*problems, *found]))


def _read_data(
    settings: Settings, last: Sound | None
) -> tuple[tuple[Project, Sources] | None, tuple[Problem, ...]]:
    """Data for all languages of a configuration, None where none was ever sound, and what is wrong."""
    tags = [language.tag for language in settings.languages]
    project, problems = open_project(settings.root, tags, drafts=True, named=settings.config.site_name)
    if project is not None:
        planned = pages(project.site(project.default_language))
        clashes = tuple(in_the_way((page.address for page in planned), project.folders.docs, tags))
        problems += clashes
        if not clashes or last is None:
            return (project, open_sources(settings.root, project.loaded)), problems
    if last is None or not last.project.views.keys() >= set(tags):
        return None, problems
    return (last.project, last.sources), problems


def _template_problems(sound: Sound) -> list[Problem]:
    templates, root = sound.templates, sound.settings.root
    if not templates.files:
        message = say("The folder of templates is missing or empty")
        return [Problem("P505", Place("templates"), message)]
    made = sound.pages(sound.project.default_language)
    own = templates.problems(made.renderer.environment, root, but="theme/")
    return [*own, *templates.problems(made.frame.env, root, below="theme/")]
