"""Gather what the pages on history show: what changed from edition to edition, and since the latest one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.citation import title_of
from generator.history import NAMES, Piece, Step, Told, counted, in_language, marked
from generator.model import Dimension, Edition, Framework, Layer, Level
from generator.model.fields import fields_of
from generator.pages.sitedata import SiteData
from generator.problems import Message
from generator.relation_words import judgement_words
from generator.text import plain
from generator.things import Thing

MOST = 200
"""A section lists at most this many changes, so that a page stays light; the rest is counted."""

_KINDS = {"levels": Level, "dimensions": Dimension, "layers": Layer}


@dataclass(frozen=True)
class Line:
    """A change as a page shows it: `field` says what of the thing, where people have a word for that.

    `language` is what its texts are written in.
    """

    told: Told
    field: Message | None
    language: str

    @property
    def kind(self) -> Message:
        """What people call such a change."""
        return NAMES[self.told.change.kind]

    @property
    def before(self) -> str:
        """What was there, as readers saw it."""
        return str(plain(self.told.before))

    @property
    def after(self) -> str:
        """What is there now."""
        return str(plain(self.told.after))

    def words(self, value: str) -> Message | None:
        """Name a value of a judgement; None where it is shown as it is."""
        return judgement_words(self.told.change.path[-1], value)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of another wording; with its markup where nothing else has changed."""
        seen = marked(self.before, self.after) if self.told.pieces else ()
        return seen if any(piece.kind != "same" for piece in seen) else self.told.pieces


@dataclass(frozen=True)
class Group:
    """The changes of one thing; `thing` is None for what is no longer there and has its name only."""

    name: str
    thing: Thing | None
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    """What changed in one step; `more` changes are not listed."""

    edition: Edition | None
    before: Edition | None
    groups: tuple[Group, ...]
    more: int


def history(site: SiteData, framework_id: str) -> Mapping[str, Any]:
    """Gather the history of a framework, and of what was judged between it and others."""
    steps = site.history.steps if site.history else ()
    framework = site.atlas.framework(framework_id)
    return {
        "framework": framework,
        "sections": [_section(site, step, framework) for step in steps],
        "latest": site.history.latest if site.history else None,
        "has_changed": site.history is not None and site.history.has_changed,
    }


def changed_frameworks(site: SiteData, step: Step) -> list[tuple[Framework, list[Message]]]:
    """Say for each framework that changed in a step how much of it did."""
    found = ((item, _of(item.id, in_language(step.changes, site.language))) for item in site.atlas.frameworks)
    return [(item, list(counted(changes))) for item, changes in found if changes]


def _section(site: SiteData, step: Step, framework: Framework) -> Section:
    own = _of(framework.id, in_language(step.changes, site.language))
    things = {thing.identity.name: thing for thing in site.things if thing.identity}
    order = {name: at for at, name in enumerate(things)}
    own.sort(key=lambda item: (order.get(item.thing, len(order)), item.thing))
    written = {item.id: item.source_language for item in site.atlas.frameworks}
    written |= {f"crosswalks/{item.key}": item.source_language for item in site.atlas.crosswalks}
    groups = []
    for name, found in groupby(own[:MOST], lambda item: item.thing):
        thing = things.get(name)
        lines = tuple(_line(item, written.get(item.change.record, site.language)) for item in found)
        # The page is about its framework: its things need not name it.
        title = title_of(thing).removesuffix(f" ({plain(framework.title)})") if thing else ""
        groups.append(Group(name, thing, title, lines))
    return Section(step.edition, step.before, tuple(groups), max(0, len(own) - MOST))


def _of(framework_id: str, changes: Sequence[Told]) -> list[Told]:
    """Choose the changes of a framework, and of its crosswalks."""
    return [
        item for item in changes if framework_id in item.change.record.removeprefix("crosswalks/").split("--")
    ]


def _line(item: Told, written: str) -> Line:
    path = item.change.path
    kind, steps = (_KINDS[path[0]], path[2:]) if path and path[0] in _KINDS else (Framework, path)
    known = {field.path: field.head for field in fields_of(kind)}
    heads = (known.get(steps[:length]) for length in range(len(steps), 0, -1))
    return Line(item, next((head for head in heads if head), None), item.change.language or written)
