"""List every thing that has an address of its own: what search finds, what can be cited, what has an id."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.addresses import Ids, address_kind, folder_of
from generator.crosswalk import Crosswalks, End
from generator.model import (
    Atlas,
    Finding,
    Framework,
    Level,
    Point,
    Position,
    Practice,
    Profile,
    Redirects,
)
from generator.model import Mapping as Curated
from generator.parts import Part, Parts


@dataclass(frozen=True)
class Identity:
    """What a thing is called for good: a permanent address, as a pattern of `generator.addresses` and ids."""

    pattern: str
    ids: Ids

    @cached_property
    def address(self) -> str:
        """The permanent address, below the site's root and the same in every language."""
        return address_kind(self.pattern).at(self.ids)

    @property
    def name(self) -> str:
        """The path of ids, such as `harbour/levels/pier`."""
        return name_at(self.address)

    @property
    def page(self) -> str:
        """The address of the page that leads on to it."""
        return self.address.partition("#")[0]

    @property
    def anchor(self) -> str:
        """Where it stands on that page: empty for what the page is named after."""
        return self.address.partition("#")[2]

    def former(self, redirects: Redirects) -> Iterator[str]:
        """List the permanent addresses that the thing had before it, or what it is part of, was renamed."""
        kind = address_kind(self.pattern)
        yield from (kind.at(ids) for ids in kind.former(self.ids, redirects))


def name_at(address: str) -> str:
    """Return the path of ids that a permanent address stands for."""
    return address.removeprefix("id/").replace("#", "").rstrip("/")


def successors(identities: Iterable[Identity], redirects: Redirects) -> Mapping[str, str]:
    """Map every name that a thing had before to the one that it has today."""
    return {
        name_at(former): identity.name for identity in identities for former in identity.former(redirects)
    }


def identity_of(end: End) -> Identity:
    """Return the identity of what stands at an end of a relation."""
    gaps = "/".join(f"{{{number}}}" for number in range(1, len(end.ids) + 1))
    return Identity(f"id/{{0}}/#{end.kind}/{gaps}", (end.framework, *end.ids))


def identity_of_mapping(pair: str, mapping_id: str) -> Identity:
    """Return the identity of a judged relation between two frameworks, whose ids make the pair's."""
    return Identity("id/crosswalks/{0}--{1}/#mappings/{2}", (*pair.split("--"), mapping_id))


@dataclass(frozen=True)
class Thing:
    """One thing: where it is, what it is called, of what kind it is, and what it says.

    `part` is what has a number or a level, `also` are other names of it; `texts` are searched, and the first
    one is shown. A quiz is a way to a thing, and has no identity.
    """

    kind: str
    address: str
    title: str
    framework: Framework | None
    texts: tuple[str, ...]
    part: Part | None = None
    also: tuple[str, ...] = ()
    identity: Identity | None = None
    mapping: Curated | None = None


def things(atlas: Atlas, parts: Parts, walks: Crosswalks) -> Iterator[Thing]:
    """List every thing, definitions first."""
    shared = atlas.shared
    for term in shared.glossary.terms:
        also = (term.expansion,) if term.expansion else ()
        texts = (term.definition, *([term.differs] if term.differs else []))
        called = Identity("id/glossary/#terms/{0}", (term.id,))
        yield Thing("term", f"glossary/#{term.id}", term.title, None, texts, also=also, identity=called)
    for framework in atlas.frameworks:
        yield from _of_framework(parts, framework)
    for subject in shared.subjects.subjects if len(atlas.by_subject) > 1 else ():
        called, home = Identity("id/subjects/#{0}", (subject.id,)), folder_of(subject.id, shared.subjects)
        yield Thing("subject", home, subject.title, None, (subject.summary,), identity=called)
    for theme in shared.themes.themes:
        called = Identity("id/themes/#{0}", (theme.id,))
        yield Thing("theme", f"themes/{theme.id}/", theme.title, None, (theme.summary,), identity=called)
    for band in shared.scale.bands:
        called = Identity("id/reference-scale/#bands/{0}", (band.id,))
        yield Thing("band", f"findings/{band.id}/", band.title, None, (band.summary,), identity=called)
    for folder, finding in _findings(atlas):
        said = (finding.summary, *_texts(finding.positions), finding.justification)
        called = Identity("id/findings/#{0}", (finding.id,))
        yield Thing("finding", f"{folder}findings/#{finding.id}", finding.title, None, said, identity=called)
    for walk in atlas.crosswalks:
        for mapping in walk.mappings:
            ends = [parts.part(End.parse(end)) for end in (mapping.subject, mapping.object)]
            title = " – ".join(f"{part.framework.short_title}: {part.title}" for part in ends)
            said = tuple(text for text in (mapping.shared, mapping.justification) if text)
            called = identity_of_mapping(walk.key, mapping.id)
            address = f"crosswalks/{walk.key}/#{mapping.id}"
            yield Thing("mapping", address, title, None, said, identity=called, mapping=mapping)
    for one, other in walks.pairs:
        names = (atlas.framework(id_).short_title for id_ in (one, other))
        called = Identity("id/crosswalks/{0}--{1}/", (one, other))
        yield Thing("pair", f"crosswalks/{one}--{other}/", " – ".join(names), None, (), identity=called)


def _findings(atlas: Atlas) -> Iterator[tuple[str, Finding]]:
    """List the findings of each subject, with the folder that the page lies in on which they stand."""
    for subject, part in atlas.by_subject.items():
        folder = folder_of(subject, atlas.shared.subjects)
        yield from ((folder, finding) for finding in part.shared.findings.findings)


def _of_framework(parts: Parts, framework: Framework) -> Iterator[Thing]:
    home = f"frameworks/{framework.id}/"

    def called(below: str, *ids: str) -> Identity:
        return Identity(f"id/{{0}}/{below}", (framework.id, *ids))

    about = (framework.summary, *framework.notes.values(), *framework.contradictions.values())
    also = (framework.short_title, framework.publisher) if framework.publisher else (framework.short_title,)
    yield Thing("framework", home, framework.title, framework, about, also=also, identity=called(""))
    yield Thing("quiz", f"quiz/{framework.id}/", framework.short_title, framework, ())
    for level, part in zip(framework.levels, parts.of(framework, "levels"), strict=True):
        texts = (level.summary, *_of_level(framework, level))
        own = identity_of(part.end)
        yield Thing("level", part.address, level.title, framework, texts, part, _subtitle(level), own)
    for layer, part in zip(framework.layers, parts.of(framework, "layers"), strict=True):
        variants = (text for item in layer.variants for text in (item.title, item.summary))
        texts = (layer.summary, *layer.needs.values(), *variants)
        own = identity_of(part.end)
        yield Thing("layer", part.address, layer.title, framework, texts, part, _subtitle(layer), own)
    for dimension in framework.dimensions:
        said = (dimension.question,) if dimension.question else ()
        end = End(framework.id, "dimensions", (dimension.id,))
        address, own = end.address, identity_of(end)
        yield Thing("dimension", address, dimension.title, framework, said, identity=own)
    for end in _cells(framework):
        cell, own = parts.part(end), identity_of(end)
        yield Thing("cell", cell.address, cell.title, framework, (cell.text,), cell, identity=own)
    points: Mapping[str, tuple[str, str, Sequence[Point | Practice | Profile]]] = {
        "building block": ("capability", "capabilities", framework.capabilities),
        "starting point": ("starting-point", "starting_points", framework.starting_points),
        "pitfall": ("pitfall", "pitfalls", framework.pitfalls),
        "practice": ("practice", "practices", framework.practices),
        "target profile": ("profile", "profiles", framework.profiles),
    }
    for kind, (anchor, field, items) in points.items():
        for item in items:
            address, own = f"{home}#{anchor}-{item.id}", called(f"#{field}/{{1}}", item.id)
            said = (item.summary,) if item.summary else ()
            yield Thing(kind, address, item.title, framework, said, identity=own)
    for claim in framework.claims:
        address, own = f"{home}#claim-{claim.id}", called("#claims/{1}", claim.id)
        yield Thing("claim", address, claim.figure or "", framework, (claim.text,), identity=own)


def _of_level(framework: Framework, level: Level) -> Iterator[str]:
    lists: Iterable[Mapping[str, str]] = (
        level.signs,
        level.focus,
        level.kpis,
        level.needs,
        level.examples,
        level.evidence,
    )
    for texts in lists:
        yield from texts.values()
    for step in framework.transitions:
        if step.end == level.id:
            yield from step.actions.values()


def _cells(framework: Framework) -> Iterator[End]:
    for dimension, row in framework.cells.items():
        yield from (End(framework.id, "cells", (dimension, level)) for level in row)


def _subtitle(item: Any) -> tuple[str, ...]:
    return (item.subtitle,) if item.subtitle else ()


def _texts(positions: Iterable[Position]) -> Iterator[str]:
    yield from (position.text for position in positions)
