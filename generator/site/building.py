"""The configuration in; one language's build, with all that its pages are made from and planned as, out."""

import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from gettext import NullTranslations
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.l10n.languages import Language, theme_language
from generator.l10n.message_language import spoken_language, translator
from generator.pages import NAVIGATION, pages
from generator.pages import Page as Planned
from generator.problems import errors, in_order, say
from generator.project import Project, catalogues_kept, open_project
from generator.render import Renderer
from generator.reports import text_report
from generator.site import prose
from generator.site.children import Task
from generator.site.compiled import CompiledTemplates
from generator.site.generated import source_of
from generator.site.icon import icon_of
from generator.site.inputs import Inputs
from generator.site.requirements import clashes, read_options
from generator.site.theme_files import adapt

log = logging.getLogger("mkdocs.plugins.atlas")


@dataclass(frozen=True)
class Build:
    """One language's build; `site_url` is that of the whole site's root."""

    project: Project
    languages: tuple[Language, ...]
    language: Language
    site_url: str | None
    renderer: Renderer
    planned: tuple[Planned, ...]
    inputs: Inputs | None = None
    """All that this language is made from, as it was before any of it was read; None in a preview."""
    publishes: bool = True
    """Whether the files for other programs are made with the pages."""

    @property
    def words(self) -> NullTranslations:
        """The interface's words in this language."""
        return self.project.words[self.language.tag]

    @property
    def is_default(self) -> bool:
        """Whether this build makes what all languages share."""
        return self.language == self.languages[0]


def open_build(
    option: Any,
    config: MkDocsConfig,
    dirty: bool,
    task: Task | None,
    *,
    pseudo: bool,
    clean: bool,
    inputs: Inputs | None = None,
) -> Build:
    """The build of this process's language; PluginError with every problem where there is an error.

    `inputs` are those of this very build, for whoever has taken them already.
    """
    root = Path(config.config_file_path).parent
    languages, unfit = read_options(option, config, dirty, pseudo)
    site_url = task.site_url if task else config.site_url
    if not unfit:
        inputs = (inputs or Inputs.of(root, languages, config, site_url)).taken()
    store = None if clean else catalogues_kept(root)
    project, found = open_project(root, [language.tag for language in languages], store)
    problems = [*unfit, *found]
    translate = translator(root, spoken_language(os.environ))
    if project is not None and not unfit:
        language = next(item for item in languages if task is None or item.tag == task.language)
        site = project.site(language.tag)
        planned = pages(site)
        problems += clashes(planned, project.folders.docs, languages)
        if not errors(problems):
            for warning in problems if task is None else ():
                log.info("%s", warning.text(translate))
            compiled = None if clean else CompiledTemplates(root, language.tag)
            renderer = Renderer(project.folders.templates, site, site_url, compiled)
            return Build(project, languages, language, site_url, renderer, planned, inputs)
    refused = say("Nothing was built; the site is as it was.").text(translate)
    raise PluginError(f"{refused}\n{text_report(in_order(problems), root, translate)}")


def in_language(build: Build, language: Language) -> Build:
    """The build of another language of the same project, whose data and pages are known to be sound."""
    site = build.project.site(language.tag)
    renderer = Renderer(build.project.folders.templates, site, build.site_url)
    return replace(build, language=language, renderer=renderer, planned=pages(site))


def configure(config: MkDocsConfig, build: Build) -> None:
    """Let mkdocs build this language: its pages by hand, its address, what the theme has to know."""
    docs = build.project.folders.docs
    config.docs_dir = str(docs / build.language.tag)
    config.site_url = urljoin(build.site_url, build.language.folder) if build.site_url else None
    config.theme["language"] = theme_language(build.language.tag, config.theme.dirs)
    config.theme["direction"] = build.language.direction
    # True shows the theme's language link without its wrong links to the home pages.
    config.extra["alternate"] = len(build.languages) > 1
    config.theme["favicon"] = icon_of(config.theme)
    if build.inputs is not None:
        adapt(config.theme)
    config.nav = list(navigation(build))


def navigation(build: Build) -> Iterator[dict[str, str]]:
    """The top level: what is generated or written at each address."""
    generated = {page.address for page in build.planned}
    for address, name in NAVIGATION:
        found = prose.source_at(address, build.project.folders.docs, build.languages)
        source = source_of(address) if address in generated else found
        if source:
            yield {str(escape(name.text(build.words.gettext))): source}
