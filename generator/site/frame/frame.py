"""Put the theme's frame around the pages of one language, as mkdocs does it, one page at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page

from generator.addresses import is_published_at
from generator.export import API, NEWS
from generator.l10n.page_words import install_words
from generator.pages.kinds import kind_of
from generator.prose.pages import NOTE
from generator.site.frame.configuration import put_in_place_of
from generator.site.frame.data_page import DataPage, page_file, ready_file, settle
from generator.site.frame.drawn_file import ruler_files
from generator.site.frame.framed_file import FramedFile
from generator.site.frame.hooks import FrameHooks
from generator.site.frame.icon import icon_of
from generator.site.frame.improving import improve
from generator.site.frame.policies import Policies
from generator.site.frame.prose_pages import borrowed, hand_over
from generator.site.frame.scripts import without_comments
from generator.site.frame.search import write_search
from generator.site.frame.stylesheets import COLOURS, lighter
from generator.site.frame.theme import theme_environment, theme_language
from generator.site.frame.tops import names_of, navigations, top_level, tops_of
from generator.site.from_file import OFFLINE, name_of
from generator.site.pictures import Pictures, pictures_of
from generator.site.plan import LanguagePlan
from generator.site.policy import with_policy

FRAME = "main.html"
_OF_ITS_SEARCH = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


@dataclass(frozen=True)
class Frame:
    """All that stands around the pages of one language: one page at a time goes in."""

    plan: LanguagePlan
    config: MkDocsConfig
    files: Files
    nav: Navigation
    of_subjects: Mapping[str, Navigation]
    """By its id that of each further subject, which leads to the subject's own pages."""
    env: Environment
    pictures: Pictures
    has_address: bool
    """Whether others can ask for the pages: then each has a picture for links, and a twin in Markdown."""

    @property
    def pages(self) -> list[File]:
        """The files of all pages in the order that a build makes them: first ours, then those by hand."""
        return sorted(self.files.documentation_pages(), key=lambda file: file.src_dir is not None)

    @property
    def data_pages(self) -> list[DataPage]:
        """The pages that are made from data."""
        return [file.page for file in self.pages if isinstance(file.page, DataPage)]

    @property
    def pages_by_hand(self) -> list[Page]:
        """The pages that pass through Markdown."""
        return [file.page for file in self.pages if file.page and not isinstance(file.page, DataPage)]

    @property
    def other_files(self) -> list[File]:
        """All other files: the theme's, what lies beside pages by hand, and whole pages of ours."""
        return [file for file in self.files if not file.is_documentation_page() and _is_included(file)]

    def nav_of(self, page: Page) -> Navigation:
        """Choose what stands at the top of a page."""
        return tops_of(page, self.nav, self.of_subjects)

    def finish(self, page: Page) -> str:
        """Finish one page as a reader gets it; raises what its template or a plugin raises."""
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
            nav = self.nav_of(page)
            context = mkdocs_build.get_context(nav, self.pages, config, page)
            template = self.env.get_template(page.meta.get("template", FRAME))
            context = plugins.on_page_context(context, page=page, config=config, nav=nav)
            return str(plugins.on_post_page(template.render(context), page=page, config=config))
        finally:
            page.active = False
            config._current_page = None

    def template(self, name: str) -> str:
        """Make one of the theme's own files, such as `404.html`."""
        template = self.env.get_template(name)
        return mkdocs_build._build_template(name, template, self.files, self.config, self.nav)

    def write_templates(self) -> None:
        """Write the theme's own files, such as the sitemap, into the folder of the configuration."""
        is_listed = self.config.site_url and not self.plan.language.in_progress
        for name in sorted(self.config.theme.static_templates):
            if name != "sitemap.xml" or is_listed:
                mkdocs_build._build_theme_template(name, self.env, self.files, self.config, self.nav)
        for name in self.config.extra_templates:
            mkdocs_build._build_extra_template(name, self.files, self.config, self.nav)

    def end(self) -> None:
        """Check the links to anchors, write what search finds, and let plugins write theirs."""
        level = self.config.validation.links.anchors
        for page in self.pages_by_hand:
            page.validate_anchor_links(files=self.files, log_level=level)
        write_search(Path(self.config.site_dir), self.plan.renderer.search(), self.pages_by_hand)
        self.config.plugins.on_post_build(config=self.config)


def open_frame(plan: LanguagePlan, config: MkDocsConfig, *, published: bool = True) -> Frame:
    """Prepare the pages of a language as mkdocs does.

    `config` has passed no plugin's `on_config` yet. Pages that are published get a policy.
    """
    hooks = FrameHooks(plan)
    put_in_place_of(config, hooks)
    _configure(config, plan)
    env = theme_environment(config.theme, plan.templates)
    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    files = get_files(config)
    for file in files_of_theme(config, env):
        if files.get_file_from_path(file.src_uri) is None:
            files.append(file)
    colours = files.get_file_from_path(COLOURS)
    css = colours.content_string if colours else ""
    pictures = pictures_of(plan, config.site_name, config.copyright, css)
    for file in (*ruler_files(config, pictures), *_own_files(plan, config, files, published=published)):
        files.append(file)
    files = Files([file for file in files if PurePosixPath(file.src_uri).name != NOTE])
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    of_subjects = dict(navigations(plan, files, nav))
    for file in files.documentation_pages():
        page = file.page or Page(None, file, config)
        folder = plan.folder_of(page.planned) if isinstance(page, DataPage) else ""
        settle(page, tops_of(page, nav, of_subjects).items, folder)
    improve(files, plan, config)
    for item in nav.pages:
        # What a page written by hand says of itself, such as its icon, stands in the navigation of others.
        if item.file.src_dir is not None:
            item.read_source(config)
    install_words(env, plan.words, plan.language.tag)
    hooks.policies = Policies(env, plan.project.folders.root) if published else None
    hooks.pictures = pictures if published and pictures.imprint.address else None
    # Only what others can ask for can be copied.
    offline = {"path": OFFLINE, "name": f"{name_of(config.site_name, plan.language)}.zip"}
    config.extra["offline"] = offline if hooks.pictures else None
    env = config.plugins.on_env(env, config=config, files=files)
    return Frame(plan, config, files, nav, of_subjects, env, pictures, hooks.pictures is not None)


def _is_included(file: File) -> bool:
    return bool(file.inclusion.is_included())  # type: ignore[no-untyped-call]


def files_of_theme(config: MkDocsConfig, env: Environment) -> tuple[File, ...]:
    """List the theme's style sheets, scripts and pictures, apart from those of its search."""
    files = Files([])
    files.add_files_from_theme(env, config)
    return tuple(file for file in files if not file.src_uri.startswith(_OF_ITS_SEARCH))


def _configure(config: MkDocsConfig, plan: LanguagePlan) -> None:
    """Let mkdocs make this language: its pages by hand, its address, what the theme has to know."""
    config.docs_dir = str(plan.project.folders.docs / plan.language.tag)
    config.site_url = urljoin(plan.site_url, plan.language.folder) if plan.site_url else None
    if not plan.site_url:
        # That asks the sitemap which pages it may fetch.
        features = config.theme.get("features") or ()
        config.theme["features"] = [item for item in features if not item.startswith("navigation.instant")]
    if not config.repo_url:
        # An address below none would be warned of.
        config.edit_uri = None
    config.theme["language"] = theme_language(plan.language.tag, config.theme.dirs)
    config.theme["direction"] = plan.language.direction
    # True shows the theme's language link without its wrong links to the home pages.
    config.extra["alternate"] = len(plan.languages) > 1
    config.theme["favicon"] = icon_of(config.theme, plan.templates.assets)
    archive = plan.project.archive
    config.extra["edition"] = archive.published
    # Without its ending; nothing is published of a language that is not the archive's, or at no real address.
    has_feed = archive.published and plan.language.tag in archive.views and is_published_at(plan.site_url)
    config.extra["feed"] = (
        urljoin(plan.site_url or "", f"{API}/{plan.language.tag}/{NEWS}") if has_feed else None
    )
    config.nav = list(top_level(plan))


def _own_files(plan: LanguagePlan, config: MkDocsConfig, files: Files, *, published: bool) -> Iterator[File]:
    """Make the files of generated pages, lighter styles and scripts, and prose that this language lacks."""
    names = names_of(plan)
    for planned in plan.pages:
        if kind_of(planned).framed and kind_of(planned).whole:
            yield FramedFile(config, planned, plan.renderer.page, published=published)
        elif kind_of(planned).whole:
            html = plan.renderer.page(planned).html
            content = (with_policy(html) if published else html).encode()
            yield ready_file(config, f"{planned.address}index.html", content)
        else:
            file = page_file(config, planned.address)
            name = names.get(planned.address.removeprefix(plan.folder_of(planned)))
            DataPage(name, file, config, planned, plan.renderer.page)
            yield file
    docs, texts, assets = plan.project.folders.docs, plan.project.pages, plan.templates.assets
    hand_over(files, docs, texts, assets)
    yield from lighter(files, config)
    if published:  # who previews sees a changed script as it was written, without a new frame
        yield from without_comments(files, config)
    lent = list(borrowed(config, files, docs, plan.languages))
    hand_over(lent, docs, texts, assets)
    yield from lent
