"""Put edit links, marks for mistakes and a panel into a page."""

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.foreign import direction
from generator.l10n.languages import own_name
from generator.l10n.message_language import language_of
from generator.preview.editor_links import OWN, Editing
from generator.preview.forms.record import NAMED_BY, RecordOf, Target, controls
from generator.preview.language_pages import Made
from generator.preview.pairs import Listing, Shown, pair_href, pairs_href, text_href
from generator.preview.places import beside, entry_of, heading_lines, places_of
from generator.preview.saving import Asked, Of
from generator.preview.untrace import Ending, with_insertions
from generator.preview.words import WORDS
from generator.problems import Place, Problem, Translate, errors, say, say_many
from generator.reports import source_lines, summary

ASSETS = Path(__file__).parent / "assets"
_TEMPLATES = Environment(
    loader=FileSystemLoader(ASSETS),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_JUSTIFICATION = re.compile(r"crosswalks\.([^.]+)\.mappings\.([^.]+)\.justification")
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)


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

    def page(self, made: Made, problems: Sequence[Problem], address: str = "") -> str:
        """A page that was made, with all that is wrong; at an address that is the same in each language."""
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
            pairs=self._pairs_of(address.split("/"), made.language),
            beside=any(origin.state != "original" for origin in made.origins),
            chosen=self.editing.editor is None,
            additions=self._additions(made, address.split("/")),
            frame=blake2b(_ARTICLE.sub("", html).encode(), digest_size=8).hexdigest(),
        )
        insertions = [
            *self._edit_links(made),
            *((ending.offset, self._render("mark.html", item=listed[n])) for n, ending in marks.items()),
            *self._list_of_open_texts(html, address),
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
            named = made.language, origin.domain, origin.context
            links = [(*self._link("source", origin.place), text_href("source", *named))]
            pair = ""
            if entry := entry_of(origin, made.language, self.editing.root):
                links.append((*self._link("translation", entry), text_href("translation", *named)))
                pair = pair_href(*named)
            if judged := _JUSTIFICATION.fullmatch(origin.context):
                own = text_href("mapping", made.language, *judged.groups())
                links.append((*self._link("mapping", origin.place), own))
            yield ending.offset, self._render("edit.html", links=links, pair=pair)
        if made.prose is not None:
            file = made.prose.relative_to(self.editing.root).as_posix()
            for offset, line in zip(made.plain.headings, heading_lines(made.prose), strict=False):
                link = (*self._link("source", Place(file, line)), "")
                yield offset, self._render("edit.html", links=[link], pair="")

    def _additions(self, made: Made, steps: Sequence[str]) -> Iterator[tuple[RecordOf, str]]:
        """What can be added to what the page at an address is about, with the address of the form."""
        match steps:
            case ["crosswalks", pair, *_] if "--" in pair:
                yield "mapping", text_href("mapping", made.language, pair, "")
            case ["frameworks", own, *rest] if any(
                (origin.domain, origin.context.partition(".")[0]) == (own, "levels")
                for origin in made.origins
            ):
                after = rest[1] if rest[:1] == ["levels"] else ""
                yield "level", text_href("level", made.language, own, after)

    def record(self, target: Target, today: datetime.date, token: str, language: str) -> str:
        """The form that adds a record to a file, or changes one."""
        named = {"language": language, "domain": target.domain, "context": target.context}
        asked = {"of": target.of, **named, "seen": target.seen, "token": token}
        return self._render(
            "record.html",
            target=target,
            asked=json.dumps(asked, ensure_ascii=False),
            title=WORDS["change_mapping" if target.index is not None else f"add_{target.of}"],
            named_by=" ".join(NAMED_BY[target.of]),
            suggest=f"{text_href(target.of, **named)}&suggest=id",
            parts=controls(target, today, self.translate),
            in_code=re.compile(r"`([^`]+)`").split,
            href=self.editing.href,
        )

    def _pairs_of(self, steps: Sequence[str], language: str) -> str:
        """The list of texts beside their translations that suits an address in a language."""
        if steps[0] == "translations" and len(steps) > 1 and steps[1]:
            return pairs_href({"language": steps[1], "only": "open"})
        return pairs_href({"language": language, "domain": steps[1] if steps[0] == "frameworks" else ""})

    def _list_of_open_texts(self, html: str, address: str) -> Iterator[tuple[int, str]]:
        """A link from a page that lists what is open to the list with both languages."""
        offset = html.find("</h1>")
        if address.startswith("translations/") and address != "translations/" and offset >= 0:
            link = self._render("listed.html", pairs=self._pairs_of(address.split("/"), ""))
            yield offset + len("</h1>"), link

    def pair(self, shown: Shown) -> str:
        """A text beside its translation, to be shown beside the page that it is on."""
        return self._render("beside.html", item=shown, href=self.editing.href)

    def form(self, asked: Asked, token: str, place: Place, language: str, shown: Shown | None = None) -> str:
        """The form that changes a text in a language, a translation below its pair."""
        return self._render(
            "text.html",
            old=asked.old,
            asked=json.dumps({**asdict(asked), "token": token}, ensure_ascii=False),
            place=place,
            text_language=language,
            item=shown,
            href=self.editing.href,
        )

    def pairs(self, listing: Listing) -> str:
        """A list of texts beside their translations."""
        return self._render("pairs.html", listing=listing, href=self.editing.href, counted=self._counted)

    def _signs(self, text: str) -> str:
        return say_many("%(number)s character", "%(number)s characters", len(text)).text(self.translate)

    def _counted(self, number: int) -> str:
        return say_many("%(number)s text", "%(number)s texts", number).text(self.translate)

    def _link(self, kind: Of | RecordOf, place: Place) -> tuple[str, str, str]:
        """The address, the kind and the name of a link to a place."""
        where = f"{place.file}:{place.line}"
        if kind == "translation":
            label = say("Edit the translation: %(place)s", place=where)
        elif kind == "mapping":
            label = say("Change this relation: %(place)s", place=where)
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
            "direction_of": direction,
            "own_name": own_name,
            "signs": self._signs,
            "said": lambda message: message.text(self.translate),
            "own": OWN,
            "code": self.editing.in_code,
            "version": self.version,
        }

    def _render(self, name: str, **given: Any) -> str:
        return _TEMPLATES.get_template(name).render(self._always, **given)


def _before(html: str, tag: str) -> int:
    offset = html.rfind(tag)
    return offset if offset >= 0 else len(html)
