"""Keep the newest good state of every page, which a preview never loses to a mistake."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from generator.folders import Folders
from generator.preview.language_pages import LanguagePages, Made, Sound
from generator.preview.mkdocs_warnings import unknown_problem
from generator.preview.reading import Reading, read
from generator.problems import Problem, in_order
from generator.site.template_errors import template_problem

log = logging.getLogger("mkdocs.plugins.atlas")

Where = tuple[str, str]
"""A language's tag, and an address that is the same in each language."""


@dataclass(frozen=True)
class Shown:
    """What a reader sees at an address, and all that is wrong; no page where no good one was ever made."""

    made: Made | None
    problems: tuple[Problem, ...]


class Keeper:
    """A project's pages while it is being edited.

    Whoever asks for more than `problems` holds the `lock` meanwhile: frames make one page at a time.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lock = RLock()
        self.reading = Reading()
        self._before: Sound | None = None
        """What pages were made from when all that were asked for could be made."""
        self._good: dict[Where, Made] = {}
        self._failures: dict[Where, Problem] = {}

    def refresh(self, looked_at: Iterable[Where] = ()) -> None:
        """Read everything again, and make the pages that somebody looks at."""
        try:
            reading = read(self.root, self.reading)
        except Exception as error:
            with self.lock:
                self._failures = {("", ""): self._problem(error, "")}
            return
        with self.lock:
            if not self._failures:
                self._before = self.reading.sound
            self.reading, self._failures = reading, {}
            for where in looked_at:
                self.show(where)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files, and with the pages that were asked for since they were read."""
        return in_order([*self.reading.problems, *self._failures.values()])

    def where(self, path: str) -> Where | None:
        """The page at a path from the site's root; None while nothing could be read."""
        languages = self.reading.languages
        for language in languages[1:]:
            if path.startswith(language.folder):
                return language.tag, path.removeprefix(language.folder)
        return (languages[0].tag, path) if languages else None

    def pages(self, tag: str) -> LanguagePages | None:
        """The pages of a language; None while nothing was sound."""
        return self.reading.sound.pages(tag) if self.reading.sound else None

    def show(self, where: Where) -> Shown:
        """The newest good state of a page."""
        tag, address = where
        made = None
        if where not in self._failures:
            try:
                pages = self.pages(tag)
                made = pages.page(address) if pages else None
            except Exception as error:
                self._failures[where] = self._problem(error, address)
        if where in self._failures:
            made = self._good.get(where) or self._as_before(where)
        if made is not None:
            self._good[where] = made
        return Shown(made, in_order([*self.problems, *(made.warnings if made else ())]))

    def _as_before(self, where: Where) -> Made | None:
        tag, address = where
        try:
            return self._before.pages(tag).page(address) if self._before else None
        except Exception as error:
            log.debug("/%s was not sound before either: %s", address, error)
            return None

    def _problem(self, error: Exception, page: str) -> Problem:
        problem = template_problem(error, Folders(self.root), page)
        if problem is None:
            log.critical("The page /%s could not be made.", page, exc_info=error)
            return unknown_problem(page)
        return problem
