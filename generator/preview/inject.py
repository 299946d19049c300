"""Put edit links, marks for mistakes and a panel into a page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.preview.data_lines import Sources
from generator.preview.editor_links import OWN, Editing
from generator.preview.language_pages import Made
from generator.preview.state import Shown
from generator.preview.text_lines import beside, entry_of, heading_lines, place_of, places_of
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
    """Puts on pages what a preview adds to them."""

    editing: Editing

    def page(self, shown: Shown, made: Made, translate: Translate, version: int) -> str:
        """A page that was made, with all that is wrong."""
        numbered = dict(enumerate(shown.problems))
        spots = self._spots(shown, made, numbered)
        marked = {number for number, _ in spots}
        listed = [self._listed(n, item, translate, marked=n in marked) for n, item in numbered.items()]
        insertions = [
            *self._edit_links(made, shown.sources, translate),
            *((ending.offset, self._mark(listed[number], translate)) for number, ending in spots),
        ]
        panel = self._panel(made, shown.sources, listed, shown.problems, translate, version)
        html = made.plain.html
        insertions.append((_before(html, "</head>"), _TEMPLATES.get_template("head.html").render(own=OWN)))
        insertions.append((_before(html, "</body>"), panel))
        return with_insertions(html, insertions)

    def failure(
        self, language: str, direction: str, problems: Sequence[Problem], translate: Translate, version: int
    ) -> str:
        """A page of our own, where none of the site was ever good."""
        listed = [self._listed(n, item, translate, marked=False) for n, item in enumerate(problems)]
        return _render(
            "failure.html",
            translate,
            language=language,
            direction=direction,
            listed=listed,
            count=summary(problems, translate),
            own=OWN,
            version=version,
        )

    def source(self, place: Place, language: str, direction: str, translate: Translate) -> str | None:
        """A file of the project at a line; None for one that does not belong to it."""
        lines = self.editing.lines(place.file)
        if lines is None:
            return None
        return _render(
            "source.html",
            translate,
            language=language,
            direction=direction,
            place=place,
            lines=lines,
            editor=self.editing.in_editor(place),
            own=OWN,
        )

    def _listed(self, number: int, problem: Problem, translate: Translate, *, marked: bool) -> Listed:
        return Listed(
            problem,
            problem.message.text(translate),
            problem.hint.text(translate) if problem.hint else "",
            self.editing.href(problem.place),
            source_lines(problem, self.editing.root),
            f"atlas-problem-{number + 1}" if marked else "",
        )

    def _mark(self, item: Listed, translate: Translate) -> str:
        return _render("mark.html", translate, item=item)

    def _panel(
        self,
        made: Made,
        sources: Sources | None,
        listed: Sequence[Listed],
        problems: Sequence[Problem],
        translate: Translate,
        version: int,
    ) -> str:
        places = [(place, self.editing.href(place)) for place in places_of(made, sources, self.editing.root)]
        return _render(
            "panel.html",
            translate,
            listed=listed,
            places=places,
            count=summary(problems, translate),
            broken=bool(errors(problems)),
            frame=blake2b(_ARTICLE.sub("", made.plain.html).encode(), digest_size=8).hexdigest(),
            own=OWN,
            version=version,
        )

    def _edit_links(
        self, made: Made, sources: Sources | None, translate: Translate
    ) -> Iterator[tuple[int, str]]:
        done: set[int] = set()
        for ending in made.plain.endings:
            if not ending.free or ending.number in done or sources is None:
                continue
            done.add(ending.number)
            origin = made.origins[ending.number]
            places = [(place, "source") for place in (place_of(origin, sources),) if place]
            entry = entry_of(origin, made.language.tag, self.editing.root)
            places += [(entry, "translation")] if entry else []
            yield ending.offset, self._links(places, translate)
        if made.prose is not None and made.prose.is_relative_to(self.editing.root):
            file = made.prose.relative_to(self.editing.root).as_posix()
            for offset, line in zip(made.plain.headings, heading_lines(made.prose), strict=False):
                yield offset, self._links([(Place(file, line), "source")], translate)

    def _links(self, places: Sequence[tuple[Place, str]], translate: Translate) -> str:
        links = [
            (self.editing.href(place), kind, self._label(place, kind, translate)) for place, kind in places
        ]
        return _TEMPLATES.get_template("edit.html").render(links=links)

    def _label(self, place: Place, kind: str, translate: Translate) -> str:
        where = f"{place.file}:{place.line}"
        if kind == "translation":
            return say("Edit the translation: %(place)s", place=where).text(translate)
        return say("Edit this: %(place)s", place=where).text(translate)

    def _spots(self, shown: Shown, made: Made, numbered: Mapping[int, Problem]) -> list[tuple[int, Ending]]:
        """Each error with the place on the page that shows what it is about, where there is one."""
        if shown.sources is None:
            return []
        found = []
        for number, problem in numbered.items():
            ending = beside(problem.place, made, shown.sources, self.editing.root)
            if ending is not None and problem.severity == "error":
                found.append((number, ending))
        return found


def _before(html: str, tag: str) -> int:
    offset = html.rfind(tag)
    return offset if offset >= 0 else len(html)


def _render(name: str, translate: Translate, **given: Any) -> str:
    words = {key: message.text(translate) for key, message in WORDS.items()}
    return Markup(_TEMPLATES.get_template(name).render(words=words, **given))
