"""Plan a site: which pages each language has, and what they are made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from gettext import NullTranslations

from jinja2 import BytecodeCache

from generator.l10n.languages import Language
from generator.pages import Page, SiteData, pages
from generator.problems import Problem, errors, in_order, say
from generator.project import Project, open_project
from generator.prose.pages import in_the_way
from generator.render import Renderer
from generator.reports import text_report
from generator.site.failure import BuildFailedError, answering
from generator.site.settings import Settings
from generator.templates import Snapshot, read_all


@dataclass(frozen=True)
class LanguagePlan:
    """One language of a site; `languages` are all of them, `site_url` is that of the whole site's root."""

    project: Project
    languages: tuple[Language, ...]
    language: Language
    site_url: str | None
    renderer: Renderer
    templates: Snapshot
    pages: tuple[Page, ...]

    @property
    def words(self) -> NullTranslations:
        """The interface's words in this language."""
        return self.project.words[self.language.tag]

    @property
    def site(self) -> SiteData:
        """What the pages of this language are made from."""
        return self.renderer.site


def plan_language(
    project: Project, settings: Settings, language: Language, site: SiteData, templates: Snapshot
) -> LanguagePlan:
    """Plan one language's pages, made from `site`."""
    renderer = Renderer(project.folders.templates, site, settings.site_url)
    templates.install(renderer.environment)
    languages = settings.languages
    return LanguagePlan(project, languages, language, settings.site_url, renderer, templates, pages(site))


def open_checked(settings: Settings, warn: Callable[[Problem], None]) -> Project:
    """Read and check all that a site is made from; BuildFailedError lists every problem."""
    project, found = open_project(settings.root, [language.tag for language in settings.languages])
    problems = [*settings.problems, *found]
    if project is not None and not errors(settings.problems):
        tags = [language.tag for language in settings.languages]
        problems += in_the_way(
            (page.address for page in pages(project.site(tags[0]))), project.folders.docs, tags
        )
        if not errors(problems):
            for warning in problems:
                warn(warning)
            return project
    translate = answering(settings.root)
    refused = say("Nothing was built; the site is as it was.").text(translate)
    raise BuildFailedError(f"{refused}\n{text_report(in_order(problems), settings.root, translate)}")


def plan_site(project: Project, settings: Settings, compiled: BytecodeCache) -> Mapping[str, LanguagePlan]:
    """Plan every language, the default one first; `compiled` is where compiled templates are kept."""
    templates = read_all(project.folders.templates, compiled)
    return {
        language.tag: plan_language(project, settings, language, project.site(language.tag), templates)
        for language in settings.languages
    }
