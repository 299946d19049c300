"""Plan a site: which pages each language has, and what they are made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from gettext import NullTranslations

from jinja2 import BytecodeCache

from generator.l10n.languages import Language
from generator.pages import Page, SiteData, pages
from generator.problems import Problem, errors, in_order, say
from generator.project import Project, open_project
from generator.prose.pages import in_the_way, of_no_language
from generator.render import Renderer
from generator.reports import text_report
from generator.site.failure import BuildFailedError, answering
from generator.site.frame.theme import theme_environment
from generator.site.settings import Settings
from generator.templates import Snapshot, read_all, read_templates


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

    def folder_of(self, page: Page) -> str:
        """Say where the subject of a page has what it has once: nowhere else but for a further one."""
        return self.site.by_subject[page.subject].folder if page.subject else ""


def plan_language(
    project: Project, settings: Settings, language: Language, site: SiteData, templates: Snapshot
) -> LanguagePlan:
    """Plan one language's pages, made from `site`."""
    renderer = Renderer(project.folders.layers, site, settings.site_url)
    templates.install(renderer.environment)
    languages = settings.languages
    return LanguagePlan(project, languages, language, settings.site_url, renderer, templates, pages(site))


def checked(settings: Settings) -> tuple[Project | None, tuple[Problem, ...]]:
    """Read all that a site is made from, and list what is wrong with it; no project where it has errors."""
    tags = [language.tag for language in settings.languages]
    name = settings.config.site_name
    project, found = open_project(settings.root, tags, drafts=settings.request.serving, named=name)
    problems = [*settings.problems, *found]
    if project is not None and not errors(settings.problems):
        docs = project.folders.docs
        problems += in_the_way((page.address for page in pages(project.site(tags[0]))), docs, tags)
        problems += of_no_language(project.pages, docs, [*tags, *settings.tags_in_progress])
    return (None if errors(problems) else project), in_order(problems)


def unreadable_templates(settings: Settings, project: Project) -> list[Problem]:
    """Find what no template engine can read: a build meets it only where it needs that template."""
    templates, root = read_templates(project.folders.layers), settings.root
    default = settings.languages[0]
    plan = plan_language(project, settings, default, project.site(default.tag), templates)
    theme = theme_environment(settings.config.theme, templates)
    own = templates.problems(plan.renderer.environment, root, but="theme/")
    return [*own, *templates.problems(theme, root, below="theme/")]


def open_checked(settings: Settings, warn: Callable[[Problem], None]) -> Project:
    """Read and check all that a site is made from; BuildFailedError lists every problem."""
    project, problems = checked(settings)
    # A text that is cut off is a warning to whoever writes; in what is published it would be half a sentence.
    cut_off = [problem for problem in problems if settings.config.strict and problem.code == "Y111"]
    if project is None or cut_off:
        translate = answering(settings.root)
        refused = say("Nothing was built; the site is as it was.").text(translate)
        told = text_report(problems if project is None else cut_off, settings.root, translate)
        raise BuildFailedError(f"{refused}\n{told}")
    for warning in problems:
        # What is still to be written is not on the site: which parts that are says another warning.
        if warning.code != "F218":
            warn(warning)
    return project


def plan_site(project: Project, settings: Settings, compiled: BytecodeCache) -> Mapping[str, LanguagePlan]:
    """Plan every language, the default one first; `compiled` is where compiled templates are kept."""
    templates = read_all(project.folders.layers, compiled)
    return {
        language.tag: plan_language(project, settings, language, project.site(language.tag), templates)
        for language in settings.languages
    }
