"""Render pages as HTML with title and headings; nothing else here uses Jinja."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup

from generator.foreign import Resolved, direction, resolved, unmarked
from generator.l10n.page_words import install_words
from generator.l10n.pseudo import PSEUDO, locale_of, pseudo_name
from generator.pages import Page, SiteData, contents, qr
from generator.pages.kinds import kind_of
from generator.pages.links import addressing, discovery, rooted
from generator.relation_words import confidence_words, judged_sentence, origin_words, relation_words
from generator.text import LocalText
from generator.things import Thing

ENTRIES = "search/search_entries.json"
"""Where a language's entries lie, below its folder. The worker in `templates/` knows the place as well."""

_SAID = re.compile(r'<script type="application/ld\+json">.*?</script>\n?', re.DOTALL)
_HEADING = re.compile(r'<h([23])[^>]*\sid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)


@dataclass(frozen=True)
class Heading:
    """A heading that the table of contents lists."""

    level: int
    id: str
    text: str


@dataclass(frozen=True)
class RenderedPage:
    """One page's article, its links relative to its own address.

    `said` is what the page tells search engines of itself, for its head: scripts in an article are run by the
    theme when it exchanges one for another, whatever their type.
    """

    address: str
    kind: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...]
    frame: str | None = None
    said: str = ""


class Named(NamedTuple):
    """A thing, its title, and a label that says of what kind it is and where it belongs."""

    thing: Thing
    title: str
    label: str


class Renderer:
    """Renders every page of one language."""

    def __init__(
        self,
        templates: Path | Sequence[Path],
        site: SiteData,
        site_url: str | None = None,
    ) -> None:
        """`templates` is where they are looked for, `site_url` the address of the whole site's root."""
        self.site = site
        self.site_url = site_url
        self.locale = locale_of(site.language)
        self.environment = _environment(templates, site, self.locale)

    def word(self, text: str) -> str:
        """Translate a word of the interface into this language."""
        return self.site.ui.gettext(text)

    def page(self, page: Page) -> RenderedPage:
        """Render one page; raise a Jinja error if a template asks for what its contents lack."""
        template = self.environment.get_template(f"pages/{page.kind}.html")
        self.environment.parts_made.clear()  # type: ignore[attr-defined]
        site = self.site.by_subject.get(page.subject, self.site)
        given = {**contents(site, page), **addressing(page, site, self.site_url)}
        module: Any = template.make_module(given)
        # A reader does not pay for the indentation of templates; a line of code begins with no element.
        html = rooted(re.sub(r"\n\s+(?=<)|\n\s*\n+", "\n", str(module)).strip(), page)
        said = "".join([*map(str.strip, _SAID.findall(html)), discovery(page, site, self.site_url)])
        marks = resolved(_SAID.sub("", html))
        html = marks.html
        title = _plain(module.title) if page.ids else site.titled(_plain(module.title))
        if marks.foreign or marks.older:
            html = html.replace("<!--notice-->", rooted(self._notice(given, marks), page), 1)
        frame = kind_of(page).frame
        return RenderedPage(
            page.address, page.kind, title, _plain(module.description), html, _headings(html), frame, said
        )

    def part(self, name: str) -> Any:
        """Make the module of a part that stands on no page, for its macros."""
        self.environment.parts_made.clear()  # type: ignore[attr-defined]
        nowhere = addressing(Page(name, "", ()), self.site, self.site_url)
        return self.environment.get_template(f"parts/{name}.html").make_module(dict(nowhere))

    def named(self) -> Iterator[Named]:
        """Name each thing, and what it is."""
        made = self.part("search")
        for thing in self.site.things:
            yield Named(thing, _plain(made.title(thing)), _plain(made.label(thing)))

    def search(self) -> Mapping[str, Any]:
        """What search knows of this language: its things, and the words that stand around them."""
        made = self.part("search")
        entries = [
            {
                "kind": thing.kind,
                "location": thing.address,
                "title": title,
                "label": label,
                "text": _plain(thing.texts[0]) if thing.texts else "",
                "more": " ".join(map(_plain, thing.texts[1:])),
                "also": [_plain(name) for name in thing.also],
            }
            for thing, title, label in self.named()
        ]
        results = [_plain(line) for line in made.results.splitlines()]
        words = {name: _plain(getattr(made, name)) for name in ("did_you_mean", "more", "found_in")}
        return {
            "language": self.site.language,
            "words": {**words, "results": results},
            "others": list(self._others()),
            "entries": entries,
        }

    def _others(self) -> Iterator[Mapping[str, str]]:
        """Name the other languages, with the way from this one's entries to theirs."""
        default = self.site.languages[0]
        up = "../" * (1 if self.site.language == default else 2)
        for tag in self.site.languages:
            if tag != self.site.language:
                folder = "" if tag == default else f"{tag}/"
                yield {"name": _language_name(tag, self.locale), "tag": tag, "at": f"{up}{folder}{ENTRIES}"}

    def _notice(self, given: Mapping[str, Any], marks: Resolved) -> str:
        """Say what is marked on a page; where the notice's own words are foreign, they count as well."""
        template = self.environment.get_template("parts/notice.html")

        def made(foreign: int) -> Resolved:
            return resolved(template.render({**given, "foreign": foreign, "older": len(marks.older)}))

        own = made(len(marks.foreign)).foreign - marks.foreign
        return made(len(marks.foreign) + len(own)).html


class _Part(Template):
    """A template of which a page has one module, however many of its parts import it.

    Parts are imported with the context of the page, which is the same for all of them: without this a page
    would make nine modules where four are different.
    """

    def make_module(
        self, vars: Any = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> TemplateModule:
        """Make the module of a page, or hand over the one that a part has on it."""
        if not shared or self.name is None:
            return super().make_module(vars, shared, locals)
        made: dict[str, TemplateModule] = self.environment.parts_made  # type: ignore[attr-defined]
        if self.name not in made:
            made[self.name] = super().make_module(vars, shared, locals)
        return made[self.name]


def _environment(templates: Path | Sequence[Path], site: SiteData, locale: Locale) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    environment.template_class = _Part
    environment.extend(parts_made={})
    install_words(environment, site.ui, site.language)
    filters: Mapping[str, Callable[[Any], Any]] = {
        "decimal": lambda value: format_decimal(value, locale=locale),
        "percent": lambda value: format_percent(value, locale=locale),
        "listing": lambda items: Markup(
            format_list([str(Markup.escape(item)) for item in items], locale=locale)
        ),
        "date": lambda value: format_date(value, "long", locale=locale),
        "language_name": lambda tag: _language_name(tag, locale),
        "part": lambda end: site.parts.part(end),
    }
    environment.filters["plain"] = _plain
    environment.filters.update({name: _of_a_language(make) for name, make in filters.items()})
    environment.globals.update(
        language=site.language,
        languages=site.languages,
        direction=direction(site.language),
        direction_of=direction,
        parts=site.parts,
        site_name=site.title,
    )
    environment.globals.update(once=_once(), qr=qr.code)
    words = (relation_words, confidence_words, origin_words, judged_sentence)
    environment.globals.update({made.__name__: made for made in words})
    return environment


def _of_a_language(make: Callable[[Any], Any]) -> Callable[..., Any]:
    """Let a filter be asked when a page is made: of a fixed value Jinja would ask once, for all languages."""

    @pass_context
    def filter(_: Context, value: Any) -> Any:
        return make(value)

    return filter


def _once() -> Callable[..., Markup]:
    """Give templates `once(key, macro, …)`: what the macro made when the key was first asked for."""
    made: dict[str, Markup] = {}

    def once(key: str, macro: Callable[..., Markup], *given: Any) -> Markup:
        if key not in made:
            made[key] = macro(*given)
        return made[key]

    return once


def _plain(value: Any) -> str:
    text = value.plain if isinstance(value, LocalText) else Markup(unmarked(value)).striptags()
    return re.sub(r"\s+", " ", text).strip()


def _headings(html: str) -> tuple[Heading, ...]:
    return tuple(Heading(int(level), id_, _plain(text)) for level, id_, text in _HEADING.findall(html))


def _language_name(tag: str, locale: Locale) -> str:
    return pseudo_name(tag) if tag in PSEUDO else locale_of(tag).get_display_name(locale) or tag
