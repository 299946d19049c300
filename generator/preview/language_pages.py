"""Make each page of a language when it is asked for, from sound data, templates and configuration."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.export import exports
from generator.l10n.languages import Language
from generator.preview.lines import Sources
from generator.preview.mkdocs_warnings import prose_warnings
from generator.preview.trace import Origin, traced
from generator.preview.untrace import Plain, plain_page
from generator.problems import Problem
from generator.project import Project
from generator.site.frame import File, stylesheets
from generator.site.frame.cast import Caster
from generator.site.frame.configuration import listening
from generator.site.frame.data_page import DataPage
from generator.site.frame.frame import files_of_theme, open_frame
from generator.site.frame.framed_file import FramedFile
from generator.site.plan import plan_language
from generator.site.settings import Settings
from generator.templates import Snapshot

log = logging.getLogger("mkdocs.plugins.atlas")

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Made:
    """A page as a build has it, and what the preview knows of it besides."""

    language: str
    plain: Plain
    origins: Sequence[Origin]
    sources: Sources
    template: str | None = None
    """The template of a page that no hand wrote, below the project's folder of templates."""
    prose: Path | None = None
    """The file of a page written by hand."""
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Sound:
    """All that pages are made from; a language's pages are prepared when the first of them is asked for."""

    settings: Settings
    project: Project
    sources: Sources
    templates: Snapshot
    _pages: dict[str, "LanguagePages"] = field(default_factory=dict, init=False)

    def pages(self, tag: str) -> "LanguagePages":
        """The pages of a language of the site."""
        if tag not in self._pages:
            [language] = (item for item in self.settings.languages if item.tag == tag)
            self._pages[tag] = LanguagePages(self, language)
        return self._pages[tag]

    @cached_property
    def data(self) -> Mapping[str, bytes]:
        """The files for other programs."""
        terms = self.project.terms(self.settings.site_url)
        return dict(exports(self.project.views, self.project.default_language, terms))


class LanguagePages:
    """One language's pages, each made once."""

    def __init__(self, sound: Sound, language: Language, folder: Path | None = None) -> None:
        """`folder` is for what plugins write of pages without traces; without one, pages have traces."""
        self._sound, self._language = sound, language
        project, tag = sound.project, language.tag
        self._origins: Sequence[Origin] = ()
        if folder is None:
            view, self._origins = traced(project.views[tag], project.loaded)
            project = replace(project, views={**project.views, tag: view})
        plan = plan_language(project, sound.settings, language, project.site(tag), sound.templates)
        self.renderer = plan.renderer
        self.kinds: Mapping[str, str] = {page.address: page.kind for page in plan.pages}
        self.frame = open_frame(plan, sound.settings.configuration(folder), published=False)
        self._made: dict[str, Made] = {}

    @cached_property
    def files(self) -> Mapping[str, File]:
        """Every file that is not a page by its address; our style sheets as they were written."""
        found = {
            file.dest_uri: file
            for file in self.frame.files
            if not file.is_documentation_page() and not isinstance(file, FramedFile)
        }
        config = self.frame.config
        styles = stylesheets.own_styles(files_of_theme(config, self.frame.env), config)
        return {**found, **{file.dest_uri: file for file in styles}}

    @cached_property
    def addresses(self) -> Mapping[str, File]:
        """Every page by its address."""
        framed = (file for file in self.frame.files if isinstance(file, FramedFile))
        return {file.dest_uri.removesuffix("index.html"): file for file in (*self.frame.pages, *framed)}

    @cached_property
    def written(self) -> Mapping[str, bytes]:
        """What plugins write of all pages, such as the search's entries: all are made for it."""
        with TemporaryDirectory() as name:
            folder = Path(name)
            frame = LanguagePages(self._sound, self._language, folder).frame
            caster = Caster(frame)
            for file in frame.pages:
                try:
                    if isinstance(file.page, DataPage) and not caster.casts:
                        caster.finish(file.page)
                    elif file.page is not None and not isinstance(file.page, DataPage):
                        frame.finish(file.page)
                except Exception as error:
                    # The page itself says so when somebody looks at it.
                    log.debug("/%s is not in the index: %s", file.url, error)
            frame.end()
            found = (path for path in folder.rglob("*") if path.is_file())
            return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    def page(self, address: str) -> Made | None:
        """A page; None where the language has none there. Raises what its template raises."""
        if address not in self._made and (address == NOT_FOUND or address in self.addresses):
            self._made[address] = self._make(address)
        return self._made.get(address)

    def _make(self, address: str) -> Made:
        tag, sources = self._language.tag, self._sound.sources
        if address == NOT_FOUND:
            plain = plain_page(self.frame.template(NOT_FOUND))
            return Made(tag, plain, self._origins, sources, f"theme/{NOT_FOUND}")
        file = self.addresses[address]
        if isinstance(file, FramedFile):
            plain = plain_page(file.made().decode())
            return Made(tag, plain, self._origins, sources, f"pages/{file.planned.kind}.html")
        assert file.page is not None
        with listening() as said:
            plain = plain_page(self.frame.finish(file.page))
        if kind := self.kinds.get(address):
            return Made(tag, plain, self._origins, sources, f"pages/{kind}.html")
        prose = Path(file.src_dir or "", file.src_uri)
        if not prose.is_relative_to(sources.root):
            return Made(tag, plain, self._origins, sources)
        warnings = prose_warnings(said, prose, sources.root)
        return Made(tag, plain, self._origins, sources, None, prose, warnings)
