"""Cast pages in the theme's frame: its template runs once for each shape of page.

Around an article the theme's template writes the same for every page of one depth and section, apart from the
page's title, description, data, address and contents list. A mould is such a page with slots in these places,
made from the template itself. Every mould is tried on a real page before it is used: where the two differ by
a byte, pages of that shape go through the template one by one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.toc import AnchorLink

from generator.pages import Page
from generator.render import Heading, RenderedPage
from generator.site.frame.data_page import DataPage, contents_list, page_file, settle, with_title_id
from generator.site.frame.empty_lines import without_empty_lines
from generator.site.frame.frame import FRAME, Frame
from generator.site.policy import without_digests

_REQUIRED = {"address", "title", "description", "said", "body"}
_SLOT = re.compile(r"zq(address|title|description|said|body|skip|contents|edit)zq")
_BODY = '<h1 id="zqskipzq">zqbodyzq</h1>'
_STEP = "zqstepzq"
_TOC_ITEM = "partials/toc-item.html"
_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")


@dataclass(frozen=True)
class Shape:
    """What pages of one mould share: subject, depth, top-level page, template, contents list, link."""

    subject: str
    depth: int
    section: str
    template: str
    listed: bool
    improvable: bool


@dataclass(frozen=True)
class Mould:
    """Text and names of slots in turn, text first; `between` stands between items of the contents list."""

    pieces: tuple[str, ...]
    between: str

    def cast(self, values: Mapping[str, str]) -> str:
        """A whole page; `values` has a text for each slot."""
        return "".join(values[piece] if number % 2 else piece for number, piece in enumerate(self.pieces))


def shape_of(page: DataPage) -> Shape:
    """The shape of a page."""
    rendered = page.rendered
    section, _, _ = rendered.address.partition("/")
    template, listed = rendered.frame or FRAME, bool(rendered.headings)
    depth, subject = rendered.address.count("/"), page.planned.subject
    return Shape(subject, depth, f"{section}/", template, listed, bool(page.edit_url))


def make_mould(frame: Frame, shape: Shape, kind: str) -> Mould:
    """A mould from a page that has a mark in each slot; ValueError where the template loses one."""
    steps = [shape.section.rstrip("/"), *[_STEP] * (shape.depth - 1)]
    address = "".join(f"{step}/" for step in steps)
    headings = tuple(Heading(2, f"zqitem{n}zq", f"zqitem{n}zq") for n in range(2 if shape.listed else 0))
    template = None if shape.template == FRAME else shape.template
    sample = RenderedPage(
        address, kind, "zqtitlezq", "zqdescriptionzq", _BODY, headings, template, "zqsaidzq"
    )
    planned = Page(kind, address, (), shape.subject)
    page = DataPage(None, page_file(frame.config, address), frame.config, planned, lambda _: sample)
    settle(page, frame.nav_of(page).items, frame.plan.folder_of(planned))
    page.edit_url = "zqeditzq" if shape.improvable else None
    html = frame.finish(page).replace(address, "zqaddresszq").replace(_BODY, "zqbodyzq")
    between = ""
    if shape.listed and headings[0].id in html:
        first, second = (_item(frame.env, heading) for heading in headings)
        before, found, after = html.partition(first)
        between, found_too, rest = after.partition(second)
        if not found or not found_too or first in rest or between.strip():
            raise ValueError("the contents list is not written item by item")
        html = f"{before}zqcontentszq{rest}"
    pieces = _SLOT.split(html)
    if not set(pieces[1::2]) >= _REQUIRED or "zq" in without_digests("".join(pieces[::2])):
        raise ValueError("a slot is missing")
    return Mould(tuple(pieces), between)


def slots(frame: Frame, page: DataPage, between: str) -> dict[str, str]:
    """What stands in a mould's slots on one page."""
    rendered = page.rendered
    body, skip = with_title_id(rendered.html)
    items = contents_list(rendered.title, skip, rendered.headings).items[0].children
    return {
        "address": rendered.address,
        "title": str(escape(rendered.title)),
        "description": str(escape(rendered.description)),
        "said": rendered.said,
        "body": body,
        "skip": skip,
        "edit": str(escape(page.edit_url or "")),
        "contents": between.join(_entry(frame.env, item) for item in items),
    }


def _item(env: Environment, heading: Heading) -> str:
    return _entry(env, AnchorLink(heading.text, heading.id, heading.level))


def _entry(env: Environment, item: AnchorLink) -> str:
    return without_empty_lines(env.get_template(_TOC_ITEM).render(toc_item=item)).strip()


class Caster:
    """Finishes pages of one language: by moulds where these are true to the template."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self.casts = _is_plain(frame.config)
        self._moulds: dict[Shape, Mould | None] = {}
        self._first: dict[Shape, tuple[DataPage, str]] = {}

    def finish(self, page: DataPage) -> str:
        """Finish a page as a reader gets it."""
        shape = shape_of(page)
        if page.in_navigation or not self.casts:
            return self._frame.finish(page)
        if shape not in self._moulds:
            if shape not in self._first:
                # A mould takes as long as a page: one for a single page would be in vain.
                self._first[shape] = page, self._frame.finish(page)
                return self._first[shape][1]
            self._moulds[shape] = self._tried(shape, *self._first.pop(shape))
        mould = self._moulds[shape]
        if mould is None:
            return self._frame.finish(page)
        return mould.cast(slots(self._frame, page, mould.between))

    def _tried(self, shape: Shape, page: DataPage, whole: str) -> Mould | None:
        try:
            mould = make_mould(self._frame, shape, page.planned.kind)
        except ValueError:
            return None
        return mould if mould.cast(slots(self._frame, page, mould.between)) == whole else None


def _is_plain(config: MkDocsConfig) -> bool:
    """Whether only we want to see each page: others get each in full."""
    seen: Iterator[Any] = (
        getattr(method, "__self__", None)
        for event in _EVENTS
        for method in config.plugins.events.get(event, ())
    )
    return all(type(plugin).__module__.startswith("generator.") for plugin in seen)
