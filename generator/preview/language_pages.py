"""Make each page of one language when it is asked for, from sound data, templates and configuration."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator.l10n.languages import Language
from generator.preview.mkdocs_warnings import prose_warnings
from generator.preview.trace import Origin, traced
from generator.preview.untrace import Plain, plain_page
from generator.problems import Problem
from generator.project import Project
from generator.site.frame import File, stylesheets
from generator.site.frame.configuration import listening
from generator.site.frame.frame import open_frame
from generator.site.plan import plan_language
from generator.site.settings import Settings
from generator.templates import Snapshot

THEME = "theme/"
PAGES = "pages/"


@dataclass(frozen=True)
class Made:
    """A page as a build has it, and what the preview knows of it besides."""

    address: str
    language: Language
    plain: Plain
    origins: Sequence[Origin]
    template: str | None
    """The template of a page made from data, from the project's folder."""
    prose: Path | None
    """The file of a page written by hand."""
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class Ingredients:
    """What the pages of all languages are made from."""

    project: Project
    languages: tuple[Language, ...]
    templates: Snapshot
    theme_files: tuple[File, ...]


class Session:
    """One language's pages, each made once."""

    def __init__(
        self, ingredients: Ingredients, language: Language, settings: Settings, *, folder: Path | None = None
    ) -> None:
        """`folder` is for what plugins write of pages without traces; without one, pages have traces."""
        self.language, self._ingredients = language, ingredients
        project = ingredients.project
        view = project.views[language.tag]
        view, self.origins = traced(view) if folder is None else (view, ())
        site = replace(project, views={**project.views, language.tag: view}).site(language.tag)
        plan = plan_language(project, settings, language, site, ingredients.templates)
        self.renderer = plan.renderer
        self._kinds: Mapping[str, str] = {page.address: page.kind for page in plan.pages}
        config = settings.configuration(folder)
        self.frame = open_frame(plan, config, ingredients.theme_files, published=False)
        self._made: dict[str, Made] = {}

    @cached_property
    def files(self) -> Mapping[str, File]:
        """Every file that is not a page by its address; our style sheets as they were written."""
        found = {file.dest_uri: file for file in self.frame.files if not file.is_documentation_page()}
        own = (file for file in self._ingredients.theme_files if stylesheets.is_own(file))
        return {**found, **{file.dest_uri: file for file in own}}

    @cached_property
    def addresses(self) -> Mapping[str, File]:
        """Every page by its address."""
        return {file.dest_uri.removesuffix("index.html"): file for file in self.frame.pages}

    def page(self, address: str) -> Made | None:
        """A page; None where the language has none there. Raises what its template raises."""
        if address not in self._made:
            file = self.addresses.get(address)
            if file is None or file.page is None:
                return None
            with listening() as said:
                html = self.frame.finish(file.page)
            self._made[address] = self._finished(address, html, file, said)
        return self._made[address]

    def not_found(self) -> Made:
        """The page for an address that has none."""
        html = self.frame.template("404.html")
        return Made("", self.language, plain_page(html), self.origins, f"{THEME}404.html", None, ())

    def _finished(self, address: str, html: str, file: File, said: list[str]) -> Made:
        root = self._ingredients.project.folders.root
        kind = self._kinds.get(address)
        template = f"{PAGES}{kind}.html" if kind else None
        prose = Path(file.abs_src_path) if file.abs_src_path and not kind else None
        warnings = prose_warnings(said, prose, root) if prose else ()
        return Made(address, self.language, plain_page(html), self.origins, template, prose, warnings)
