"""mkdocs' events in, the site in every language out.

The process that mkdocs was started in builds the default language, and a child of it each other one. What
they build grows beside the site's folder and takes its place only when all of it is there and sound.
"""

import logging
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import ConfigurationError, PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.l10n.interface import install_words, safe_words
from generator.l10n.languages import absolute_surroundings, surroundings
from generator.pages import NAVIGATION
from generator.pages import Page as Planned
from generator.pages.kinds import kind_of
from generator.site import assembly, compression, dates, ledger, prose, rebuilding, stylesheets
from generator.site.amiss import words_for
from generator.site.building import Build, configure, open_build
from generator.site.children import Task, end_with_parent
from generator.site.finished import Frame
from generator.site.generated import GeneratedPage, page_file, settle
from generator.site.hosting import write_host_files
from generator.site.inputs import Inputs
from generator.site.last import LastSite
from generator.site.ledger import Ledger
from generator.site.options import AtlasOptions
from generator.site.policies import Policies
from generator.site.ready import Ready, made_files, ready_files, write_all
from generator.site.refusals import RefusedError
from generator.site.requirements import read_options
from generator.site.search import Search
from generator.site.staging import real
from generator.writing import write_files

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.atlas")


class AtlasPlugin(BasePlugin[AtlasOptions]):  # type: ignore[no-untyped-call]
    """The plugin `atlas`."""

    def __init__(self) -> None:
        self.dirty = False
        self.serving = False
        self.pseudo = False
        self.clean = False
        self.inputs: Inputs | None = None
        self.prepared: Build | None = None
        self.build: Build | None = None
        self.assembly: assembly.Assembly | None = None
        self.pages: list[tuple[GeneratedPage, Planned]] = []
        self.ready: Sequence[Ready] = ()
        self.listed: Sequence[File] = ()
        self.nav = Navigation([], [])
        self.target = Path()
        self.record = Ledger()
        self.published: os.stat_result | None = None
        self.policies: Policies | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Kept by mkdocs from one build of a preview to the next."""
        self.dirty = dirty
        self.serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before a file is touched; then say what mkdocs is to build."""
        task = Task.given(os.environ)
        if not self.prepared:
            dates.settle(Path(config.config_file_path).parent)
        if task:
            end_with_parent(task)
            self.pseudo, self.clean, self.serving = task.pseudo, task.clean, task.serving
        self.target = real(Path(task.target if task else config.site_dir))
        if task is None and not self.prepared:
            # Before we read the project: the children read it for themselves, and need not wait for us.
            self.assembly = self._begin(config)
            config.site_dir = str(self.assembly.folder)
        try:
            self.build = build = self.prepared or open_build(
                self.config.languages,
                config,
                self.dirty,
                task,
                pseudo=self.pseudo,
                clean=self.clean,
                inputs=self.inputs,
            )
        except BaseException:
            self.on_shutdown()
            raise
        configure(config, build)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, the prose that this language lacks, and the data for other programs."""
        build = self._build
        names = {address: name.text(build.words.gettext) for address, name in NAVIGATION}
        self.pages = []
        self.ready = [] if self.prepared else ready_files(build, config, published=self._is_published)
        for file in made_files(build, config) if self.prepared else (ready.file for ready in self.ready):
            files.append(file)
        for planned in (page for page in build.planned if not kind_of(page).whole):
            file = page_file(config, planned.address)
            make = partial(build.renderer.page, planned)
            page = GeneratedPage(names.get(planned.address), file, config, make)
            page.waits = not self.prepared
            self.pages.append((page, planned))
            files.append(file)
        for file in stylesheets.lighter(files, config):
            files.append(file)
        for file in prose.borrowed(config, files, build.project.folders.docs, build.languages):
            files.append(file)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Let every page stand under its top-level page, without listing it there."""
        for file in files.documentation_pages():
            if file.page is not None:
                settle(file.page, nav.items)
        self.nav = nav
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme's templates the words of the language; write the pages that are ours, in a build."""
        build = self._build
        install_words(env, build.words)
        Search.of(config).arrange()
        self.policies = Policies(env, build.project.folders.root) if self._is_published else None
        if not self.prepared:
            env.bytecode_cache = build.renderer.environment.bytecode_cache
            self.listed = files.documentation_pages()
            root, compressed = build.project.folders.root, self.config.precompress and self._is_published
            last = LastSite.of(root, self.target, build.language, clean=self.clean, compressed=compressed)
            self.record = write_all(Frame(config, files, self.nav, env), build, self.pages, self.ready, last)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Tell the frame where the page stands, and a borrowed page its language."""
        build = self._build
        around = surroundings(build.languages, build.language.tag, page.url, build.site_url)
        written = prose.language_of(page.file, build.project.folders.docs, build.languages)
        borrowed = written if written != build.language else None
        original = prose.changed_original(page.file, build.project.folders.docs, build.languages)
        changed = next((item for item in around.alternates if item.language.tag == original), None)
        return self._extended(context, atlas=around, borrowed=borrowed, changed=changed)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Tell the 404 page, shown at any address, where the homes are and what to say in which language."""
        build = self._build
        root = urlsplit(build.site_url or "/").path
        around = absolute_surroundings(build.languages, build.language.tag, root)
        sayings = [(item, safe_words(build.project.words[item.language.tag])) for item in around.alternates]
        sayings.sort(key=lambda saying: not saying[0].current)
        if self.listed:
            # What we wrote ourselves belongs in the sitemap as well.
            context["pages"] = self.listed
        return self._extended(context, atlas=around, borrowed=None, changed=None, sayings=sayings)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Say in the page what a browser may run and load, after every other plugin."""
        return self.policies.applied(output, page.url) if self.policies else output

    @event_priority(-100)
    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the 404 page."""
        return self.policies.applied(output, template_name) if self.policies else output

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish all languages, unless mkdocs is about to end a strict build for its warnings."""
        build = self._build
        Search.of(config).lighten(Path(config.site_dir))
        if self.config.precompress and self._is_published:
            record = compression.place(build.project.folders.root, self.target, build.language.tag)
            published = self.target / build.language.folder
            compression.renew(Path(config.site_dir), published, record, clean=self.clean)
        if self.assembly is None:
            if not self.prepared:
                write_files({ledger.beside(Path(config.site_dir)): ledger.written(self.record)})
            return
        records = {build.language.tag: ledger.written(self.record), **self.assembly.join()}
        if self._is_published:
            write_host_files(self.assembly.folder, build.languages, build.site_url)
        if not assembly.has_warnings():
            self.published = self.assembly.folder.stat()
            with self.assembly.published():
                config.site_dir = str(self.assembly.target)
                self.assembly = None
                ledger.keep(build.project.folders.root, self.target, records)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it is, and nothing beside it; RefusedError says why it stays."""
        self.on_shutdown()
        if self.build and (words := words_for(error, self.target, self.build.project.folders)):
            raise RefusedError(words) from error

    def on_shutdown(self) -> None:
        """The same for a build that was interrupted."""
        if self.assembly is not None:
            self.assembly.close()
            self.assembly = None

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Watch all that the site is made from."""
        return rebuilding.prepare(server, self._build.project.folders.watched)

    def _begin(self, config: MkDocsConfig) -> assembly.Assembly:
        languages, unfit = read_options(self.config.languages, config, self.dirty, self.pseudo)
        told_all = (config.site_url, self.pseudo, str(self.target), self.clean, self.serving)
        tasks = [] if unfit else [Task(item.tag, *told_all) for item in languages[1:]]
        target = Path(config.site_dir)
        return assembly.begin(target, tasks, config_file=config.config_file_path, strict=config.strict)

    @property
    def _is_published(self) -> bool:
        # A preview adds a script of its own to each page.
        return not (self.prepared or self.serving)

    def _extended(self, context: TemplateContext, **more: Any) -> TemplateContext:
        if self.policies:
            self.policies.expect({**context})
        context.update(more)  # type: ignore[typeddict-item]
        return context

    @property
    def _build(self) -> Build:
        if self.build is None:
            raise PluginError("mkdocs asked for pages before it gave its configuration")
        return self.build


def plugin_of(config: MkDocsConfig) -> AtlasPlugin:
    """Our own plugin; ConfigurationError where the configuration does not name it."""
    for plugin in config.plugins.values():
        if isinstance(plugin, AtlasPlugin):
            return plugin
    raise ConfigurationError("plugins: 'atlas' is not among them")
