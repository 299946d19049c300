"""Keep the newest good state of every page, which a preview never loses to a mistake."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from generator.export import exports
from generator.folders import Folders
from generator.l10n.languages import Language
from generator.preview.data_lines import Sources
from generator.preview.language_pages import Made, Session
from generator.preview.load import Reading, Reread, Sound, read
from generator.preview.mkdocs_warnings import unknown_problem
from generator.problems import Problem, errors, in_order
from generator.site.template_errors import template_problem

log = logging.getLogger("mkdocs.plugins.atlas")

Where = tuple[str, str]
"""A language's tag, and an address that is the same in each language."""


@dataclass(frozen=True)
class Shown:
    """What a reader sees at an address: a page, the data files behind it, and all that is wrong.

    `made` is None where no good page was ever made; `exists` says whether the data has a page there.
    """

    language: Language | None
    made: Made | None
    sources: Sources | None
    problems: tuple[Problem, ...]
    exists: bool = True


class Keeper:
    """A project's pages while it is being edited."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reading = Reading()
        self._trusted: Sound | None = None
        self._failures: dict[Where, Problem] = {}
        self._good: dict[Where, tuple[Made, Sources]] = {}
        self._data: tuple[object, Mapping[str, bytes]] | None = None
        self._lock = RLock()

    def refresh(self, changed: Reread, looked_at: Iterable[Where] = ()) -> tuple[Problem, ...]:
        """Read what changed and make the pages that somebody looks at; gives all problems."""
        before = self.reading
        try:
            reading = read(self.root, before, changed)
        except Exception as error:
            with self._lock:
                self._failures = {("", ""): self._problem(error, "")}
                return self.problems
        with self._lock:
            if before.sound is not None and not self._failures:
                self._trusted = before.sound
            self.reading = reading
            self._failures = {}
            for where in looked_at:
                self.show(where)
            return self.problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files, and with the pages that were asked for since they were read."""
        return in_order([*self.reading.problems, *self._failures.values()])

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong but for warnings."""
        return not errors(self.problems)

    def where(self, path: str) -> Where | None:
        """The page at a path from the site's root; None while nothing could be read."""
        languages = self.reading.languages
        for language in languages[1:]:
            if path.startswith(language.folder):
                return language.tag, path.removeprefix(language.folder)
        return (languages[0].tag, path) if languages else None

    def show(self, where: Where) -> Shown:
        """The newest good state of a page."""
        with self._lock:
            sound = self.reading.sound
            if sound is None or where[0] not in sound.tags:
                return Shown(None, None, None, self.problems)
            session = sound.session(where[0])
            language = session.language
            made = self._make(sound, where)
            if made is not None:
                self._good[where] = made, sound.sources
            exists = where[1] in session.addresses
            if made is None and exists:
                made, sources = self._last_good(where)
                return Shown(language, made, sources, self.problems)
            warnings = made.warnings if made else ()
            return Shown(language, made, sound.sources, in_order([*self.problems, *warnings]), exists)

    def not_found(self, tag: str) -> Shown:
        """What stands at an address without a page."""
        with self._lock:
            sound = self.reading.sound
            if sound is None:
                return Shown(None, None, None, self.problems)
            session = sound.session(tag)
            try:
                return Shown(
                    session.language, session.not_found(), sound.sources, self.problems, exists=False
                )
            except Exception as error:
                self._failures[tag, "404.html"] = self._problem(error, "404.html")
                return Shown(session.language, None, sound.sources, self.problems, exists=False)

    def data(self) -> Mapping[str, bytes]:
        """The files for other programs, made when the first of them is asked for."""
        with self._lock:
            sound = self.reading.sound
            if sound is None:
                return {}
            project = sound.ingredients.project
            if self._data is None or self._data[0] is not project:
                terms = project.terms(sound.settings.site_url)
                self._data = project, dict(exports(project.views, project.default_language, terms))
            return self._data[1]

    def session(self, tag: str) -> Session | None:
        """The pages of a language; None while nothing could be read."""
        with self._lock:
            sound = self.reading.sound
            return sound.session(tag) if sound and tag in sound.tags else None

    def own_template(self, name: str, tag: str) -> str | None:
        """One of the theme's own files in a language, such as `sitemap.xml`; None where it has none."""
        with self._lock:
            sound = self.reading.sound
            if sound is None or name not in sound.settings.config.theme.static_templates:
                return None
            return sound.session(tag).frame.template(name)

    def _make(self, sound: Sound, where: Where) -> Made | None:
        """The page from the newest data; None where there is none, or where its template fails."""
        if where in self._failures:
            return None
        try:
            return sound.session(where[0]).page(where[1])
        except Exception as error:
            self._failures[where] = self._problem(error, where[1])
            return None

    def _last_good(self, where: Where) -> tuple[Made | None, Sources | None]:
        if where not in self._good and self._trusted is not None and where[0] in self._trusted.tags:
            try:
                made = self._trusted.session(where[0]).page(where[1])
            except Exception as error:
                log.debug("/%s was not sound before either: %s", where[1], error)
                made = None
            if made is not None:
                self._good[where] = made, self._trusted.sources
        return self._good.get(where, (None, None))

    def _problem(self, error: Exception, page: str) -> Problem:
        templates = Folders(self.root).templates
        problem = template_problem(error, templates, self.root, page)
        if problem is None:
            log.critical("The page /%s could not be made.", page, exc_info=error)
            return unknown_problem(page)
        return problem
