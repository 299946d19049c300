"""mkdocs' configuration in; any page of the site, finished to the byte as a build writes it, out.

mkdocs' own build makes all pages in one pass. Here each is made when it is asked for, by the same steps and
with the same calls to every plugin.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, is_error_template

FRAME = "main.html"


@dataclass(frozen=True)
class Frame:
    """All that stands around the pages of one language: one page at a time goes in."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    @property
    def pages(self) -> list[File]:
        """The files of all pages in the order that a build makes them: first ours, then those by hand."""
        return sorted(self.files.documentation_pages(), key=lambda file: file.src_dir is not None)

    def finish(self, page: Page) -> str:
        """One page as a reader gets it; raises what its template or a plugin raises."""
        config, plugins = self.config, self.config.plugins
        config._current_page = page
        try:
            page = plugins.on_pre_page(page, config=config, files=self.files)
            page.read_source(config)
            page.markdown = plugins.on_page_markdown(
                page.markdown or "", page=page, config=config, files=self.files
            )
            page.render(config, self.files)
            page.content = plugins.on_page_content(
                page.content or "", page=page, config=config, files=self.files
            )
            page.active = True
            context = get_context(self.nav, self.pages, config, page)
            template = self.env.get_template(page.meta.get("template", FRAME))
            context = plugins.on_page_context(context, page=page, config=config, nav=self.nav)
            return str(plugins.on_post_page(template.render(context), page=page, config=config))
        finally:
            page.active = False
            config._current_page = None

    def template(self, name: str) -> str:
        """One of the theme's own files, such as `404.html`."""
        config, plugins = self.config, self.config.plugins
        template = plugins.on_pre_template(self.env.get_template(name), template_name=name, config=config)
        if is_error_template(name):
            base_url = urlsplit(config.site_url or "/").path
        else:
            base_url = get_relative_url(".", name)
        context = get_context(self.nav, self.files, config, base_url=base_url)
        context = plugins.on_template_context(context, template_name=name, config=config)
        return str(plugins.on_post_template(template.render(context), template_name=name, config=config))


def open_frame(config: MkDocsConfig, env: Environment, theme_files: Sequence[File]) -> Frame:
    """Prepare a language's pages as mkdocs does, from a configuration whose plugin of ours is prepared.

    `config` has passed no plugin's `on_config` yet; `env` is the theme's environment, and `theme_files` what
    `files_of_theme` gives, which does not change from page to page and takes long to list.
    """
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    for file in theme_files:
        if files.get_file_from_path(file.src_uri) is None:
            files.append(file)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    for file in files.documentation_pages():
        if file.page is None:
            Page(None, file, config)
    for item in nav.pages:
        # What a page written by hand says of itself, such as its icon, stands in the navigation of others.
        if item.file.src_dir is not None:
            item.read_source(config)
    return Frame(config, files, nav, config.plugins.on_env(env, config=config, files=files))


def files_of_theme(config: MkDocsConfig) -> tuple[File, ...]:
    """The theme's style sheets, scripts and pictures."""
    files = Files([])
    files.add_files_from_theme(config.theme.get_env(), config)
    return tuple(files)
