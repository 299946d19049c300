"""Put edit links, marks for mistakes and a panel into a page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.foreign import direction
from generator.l10n.message_language import language_of
from generator.preview.editor_links import OWN, Editing
from generator.preview.language_pages import Made
from generator.preview.places import beside, entry_of, heading_lines, places_of
from generator.preview.untrace import Ending, with_insertions
from generator.problems import Place, Problem, Translate, errors, say
from generator.reports import source_lines, summary

ASSETS = Path(__file__).parent / "assets"
_TEMPLATES = Environment(
    loader=FileSystemLoader(ASSETS),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)

WORDS = {
    "preview": say("Preview"),
    "last_good": say("This page is as it was when all was sound."),
    "no_page": say("There is no good page here yet."),
    "returns": say("It appears by itself when this is mended."),
    "sound": say("Nothing is wrong."),
    "edit_page": say("Edit this page"),
    "show": say("Show it on the page"),
    "error": say("error"),
    "warning": say("warning"),
    "open": say("Open it in the editor"),
    "copy": say("Copy the place"),
    "not_here": say("The project has no such file."),
}


@dataclass(frozen=True)
class Listed:
    """A problem as the panel lists it."""

    problem: Problem
    message: str
    hint: str
    href: str
    lines: tuple[str, str] | None
    mark: str


@dataclass(frozen=True)
class Dresser:
    """Puts on pages what a preview adds to them, in a reader's words; `version` numbers the last change."""

    editing: Editing
    translate: Translate
    version: int

    def page(self, made: Made, problems: Sequence[Problem]) -> str:
        """A page that was made, with all that is wrong."""
        marks = self._marks(made, problems)
        listed = [
            self._listed(item, number if number in marks else None) for number, item in enumerate(problems)
        ]
        html = made.plain.html
        panel = self._render(
            "panel.html",
            listed=listed,
            places=[(place, self.editing.href(place)) for place in places_of(made, self.editing.root)],
            count=summary(problems, self.translate),
            broken=bool(errors(problems)),
            frame=blake2b(_ARTICLE.sub("", html).encode(), digest_size=8).hexdigest(),
        )
        insertions = [
            *self._edit_links(made),
            *((ending.offset, self._render("mark.html", item=listed[n])) for n, ending in marks.items()),
            (_before(html, "</head>"), self._render("head.html")),
            (_before(html, "</body>"), panel),
        ]
        return with_insertions(html, insertions)

    def failure(self, problems: Sequence[Problem]) -> str:
        """A page of our own, where none of the site was ever good."""
        listed = [self._listed(item, None) for item in problems]
        return self._render("failure.html", listed=listed, count=summary(problems, self.translate))

    def source(self, place: Place) -> str | None:
        """A file of the project at a line; None for one that does not belong to it."""
        lines = self.editing.lines(place.file)
        if lines is None:
            return None
        return self._render("source.html", place=place, lines=lines, editor=self.editing.in_editor(place))

    def _listed(self, problem: Problem, marked: int | None) -> Listed:
        return Listed(
            problem,
            problem.message.text(self.translate),
            problem.hint.text(self.translate) if problem.hint else "",
            self.editing.href(problem.place),
            source_lines(problem, self.editing.root),
            "" if marked is None else f"atlas-problem-{marked + 1}",
        )

    def _marks(self, made: Made, problems: Sequence[Problem]) -> Mapping[int, Ending]:
        """The number of each error with the text on the page that it is about, where there is one."""
        found = {n: beside(item.place, made) for n, item in enumerate(problems) if item.severity == "error"}
        return {number: ending for number, ending in found.items() if ending is not None}

    def _edit_links(self, made: Made) -> Iterator[tuple[int, str]]:
        """A link beside the first free place of each text, and beside each heading of a page by hand."""
        done: set[int] = set()
        for ending in made.plain.endings:
            if not ending.free or ending.number in done:
                continue
            done.add(ending.number)
            origin = made.origins[ending.number]
            links = [self._link("source", origin.place)]
            if entry := entry_of(origin, made.language, self.editing.root):
                links.append(self._link("translation", entry))
            yield ending.offset, self._render("edit.html", links=links)
        if made.prose is not None:
            file = made.prose.relative_to(self.editing.root).as_posix()
            for offset, line in zip(made.plain.headings, heading_lines(made.prose), strict=False):
                yield offset, self._render("edit.html", links=[self._link("source", Place(file, line))])

    def _link(self, kind: str, place: Place) -> tuple[str, str, str]:
        """The address, the kind and the name of a link to a place."""
        where = f"{place.file}:{place.line}"
        if kind == "translation":
            label = say("Edit the translation: %(place)s", place=where)
        else:
            label = say("Edit this: %(place)s", place=where)
        return self.editing.href(place), kind, label.text(self.translate)

    @cached_property
    def _always(self) -> Mapping[str, Any]:
        """What every template may ask for."""
        language = language_of(self.translate)
        words = {key: message.text(self.translate) for key, message in WORDS.items()}
        return {
            "words": words,
            "language": language,
            "direction": direction(language),
            "own": OWN,
            "version": self.version,
        }

    def _render(self, name: str, **given: Any) -> str:
        return _TEMPLATES.get_template(name).render(self._always, **given)


def _before(html: str, tag: str) -> int:
    offset = html.rfind(tag)
    return offset if offset >= 0 else len(html)
