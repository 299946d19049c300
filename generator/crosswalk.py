"""Relate the parts of frameworks to each other, from their spans and from curated mappings.

Two kinds of relation stay apart: *curated* (a person's judgement, justified) and *derived* (what the spans on
the reference scale imply). For one pair of parts a curated relation wins; where somebody stated an absence,
nothing is derived. Values are those of NIST IR 8477.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import combinations
from typing import Literal

from generator.model import FIGURES, Atlas, Confidence, Crosswalk, Framework, Layer, Level, Relation, Span
from generator.model import Mapping as Curated
from generator.unwritten import is_prompt

Origin = Literal["curated", "derived"]

INVERSE: Mapping[Relation, Relation] = {
    "equal": "equal",
    "subset-of": "superset-of",
    "superset-of": "subset-of",
    "intersects-with": "intersects-with",
    "no-relationship": "no-relationship",
    "supports": "is-supported-by",
    "is-supported-by": "supports",
}

EVERY_PAIR_UP_TO = 12
"""With more frameworks of a subject than this, only judged pairs get a page: pairs grow with the square."""


@dataclass(frozen=True)
class End:
    """One end of a relation: `framework/kind/id`, `framework/cells/dimension/level`; without ids, a whole."""

    framework: str
    kind: str
    ids: tuple[str, ...]

    @classmethod
    @lru_cache(maxsize=1 << 16)
    def parse(cls, text: str) -> "End":
        """Read an end from its written form; ValueError where it has too few steps."""
        framework, kind, *ids = text.split("/")
        if not ids:
            raise ValueError(text)
        return cls(framework, kind, tuple(ids))

    def __str__(self) -> str:
        return "/".join((self.framework, self.kind, *self.ids))

    @property
    def address(self) -> str:
        """The address at which a reader finds it: a page, or a fragment of its framework's page."""
        home = f"frameworks/{self.framework}/"
        if self.kind == "cells":
            return f"{home}#{'-'.join(self.ids)}"
        if self.kind == "capabilities":
            return f"{home}#capability-{self.ids[0]}"
        return f"{home}{self.kind}/{self.ids[0]}/" if self.ids else home


@dataclass(frozen=True)
class Overlap:
    """Lengths on the reference scale, in bands: what two spans share and what each has alone."""

    shared: float
    only_subject: float
    only_object: float


@dataclass(frozen=True)
class Link:
    """A relation between two ends, read as "subject <relation> object"; `curated` reads the same way."""

    id: str
    subject: End
    relation: Relation
    object: End
    origin: Origin
    confidence: Confidence
    overlap: Overlap | None = None
    curated: Curated | None = None

    def inverse(self) -> "Link":
        """Return the same relation read from the other side."""
        return Link(
            self.id,
            self.object,
            INVERSE[self.relation],
            self.subject,
            self.origin,
            self.confidence,
            self.overlap
            and Overlap(self.overlap.shared, self.overlap.only_object, self.overlap.only_subject),
            self.curated and inverse_of(self.curated),
        )

    @property
    def pair(self) -> str:
        """The pair whose crosswalk this link stands in: its frameworks' ids in alphabetical order."""
        return "--".join(sorted((self.subject.framework, self.object.framework)))


def inverse_of(mapping: Curated) -> Curated:
    """Read a mapping from the other side: its ends and what each has alone change places."""
    return mapping.model_copy(
        update={
            "subject": mapping.object,
            "relation": INVERSE[mapping.relation],
            "object": mapping.subject,
            "only_subject": mapping.only_object,
            "only_object": mapping.only_subject,
        }
    )


def least(*grades: Confidence) -> Confidence:
    """Choose the lowest of some grades: a chain is as strong as its weakest link."""
    return min(grades, key=lambda grade: FIGURES[grade])


def overlap(subject: Span, other: Span) -> Overlap:
    """Measure what two spans share; touching ends share nothing."""
    shared = max(0.0, min(subject.end, other.end) - max(subject.start, other.start))
    lengths = (subject.end - subject.start - shared, other.end - other.start - shared)
    return Overlap(round(shared, 4), round(lengths[0], 4), round(lengths[1], 4))


def derived_relation(subject: Span, other: Span) -> Relation:
    """Derive the set relation between two spans, taken as half-open stretches of the scale."""
    if subject.end <= other.start or other.end <= subject.start:
        return "no-relationship"
    if (subject.start, subject.end) == (other.start, other.end):
        return "equal"
    if other.start <= subject.start and subject.end <= other.end:
        return "subset-of"
    if subject.start <= other.start and other.end <= subject.end:
        return "superset-of"
    return "intersects-with"


@dataclass(frozen=True)
class Crosswalks:
    """All relations of an atlas; ask for a pair, or for the counterparts of one part."""

    atlas: Atlas
    _curated: dict[str, Crosswalk] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_curated", {walk.key: walk for walk in self.atlas.crosswalks})

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The pairs that have a page, ids in alphabetical order; none lies across two subjects."""
        found: list[tuple[str, str]] = []
        for one in self.atlas.by_subject.values():
            ids = sorted(framework.id for framework in one.frameworks)
            judged = ((walk.subject, walk.object) for walk in one.crosswalks)
            found += combinations(ids, 2) if len(ids) <= EVERY_PAIR_UP_TO else judged
        return tuple(sorted(found))

    def partners(self, framework_id: str) -> tuple[str, ...]:
        """List the frameworks that share a pair page with one, by id."""
        return tuple(
            other for pair in self.pairs if framework_id in pair for other in pair if other != framework_id
        )

    def curated(self, subject: str, other: str) -> Crosswalk | None:
        """Find the curated crosswalk of a pair, if someone wrote one."""
        return self._curated.get("--".join(sorted((subject, other))))

    def links(self, subject: str, other: str) -> tuple[Link, ...]:
        """List every relation from one framework to another: curated first, then what spans add."""
        return self._links[subject, other] if (subject, other) in self._links else self._make(subject, other)

    def counterparts(self, end: End, other: str) -> tuple[Link, ...]:
        """List every relation of one part to a framework, apart from those that deny one."""
        found = (link for link in self.links(end.framework, other) if link.subject == end)
        return tuple(link for link in found if link.relation != "no-relationship")

    @cached_property
    def _links(self) -> dict[tuple[str, str], tuple[Link, ...]]:
        return {}

    def _make(self, subject: str, other: str) -> tuple[Link, ...]:
        if subject > other:
            links = tuple(link.inverse() for link in self.links(other, subject))
        else:
            walk = self.curated(subject, other)
            curated = tuple(_curated_links(walk, self.atlas)) if walk else ()
            judged = {(link.subject, link.object) for link in curated}
            absent = {End.parse(absence.subject) for absence in walk.no_counterpart} if walk else set()
            implied = _derived_links(self.atlas.framework(subject), self.atlas.framework(other))
            pairs = ((link, (link.subject, link.object)) for link in implied)
            derived = (link for link, pair in pairs if pair not in judged and absent.isdisjoint(pair))
            links = (*curated, *derived)
        self._links[subject, other] = links
        return links


def _curated_links(walk: Crosswalk, atlas: Atlas) -> Iterator[Link]:
    for mapping in walk.mappings:
        subject, other = End.parse(mapping.subject), End.parse(mapping.object)
        spans = span_of(subject, atlas), span_of(other, atlas)
        shares = overlap(spans[0], spans[1]) if spans[0] and spans[1] else None
        link = Link(
            mapping.id, subject, mapping.relation, other, "curated", mapping.confidence, shares, mapping
        )
        yield link if subject.framework == walk.subject else link.inverse()


def _derived_links(subject: Framework, other: Framework) -> Iterator[Link]:
    for left_kind, left in _placed(subject):
        for right_kind, right in _placed(other):
            spans = left.span, right.span
            if spans[0] is None or spans[1] is None:
                continue
            relation = derived_relation(spans[0], spans[1])
            if relation == "no-relationship" or (left_kind, right_kind) == ("layers", "layers"):
                continue
            if left_kind == "layers":
                relation = "supports"
            elif right_kind == "layers":
                relation = "is-supported-by"
            yield Link(
                f"{left.id}--{right.id}",
                End(subject.id, left_kind, (left.id,)),
                relation,
                End(other.id, right_kind, (right.id,)),
                "derived",
                least(spans[0].confidence, spans[1].confidence),
                overlap(spans[0], spans[1]),
            )


def _placed(framework: Framework) -> Iterator[tuple[str, Level | Layer]]:
    """List what somebody has put on the scale; a draft is only spread over it."""
    things: tuple[Level | Layer, ...] = (*framework.levels, *framework.layers)
    for item in things:
        if item.span is not None and not is_prompt(item.span.justification):
            yield "levels" if isinstance(item, Level) else "layers", item


def span_of(end: End, atlas: Atlas) -> Span | None:
    """Find the span of an end: that of its level or layer, or of the level that a cell belongs to."""
    return span_in(atlas.framework(end.framework), end)


def span_in(framework: Framework, end: End) -> Span | None:
    """Find the span of an end in its framework, if it has one."""
    wanted = end.ids[-1]
    if end.kind in ("levels", "cells"):
        return next((level.span for level in framework.levels if level.id == wanted), None)
    return next(
        (layer.span for layer in framework.layers if end.kind == "layers" and layer.id == wanted), None
    )
