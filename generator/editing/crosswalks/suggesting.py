"""Suggest what in another framework may answer to a level or layer, with reasons; nothing of it is judged."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.crosswalk import INVERSE, Crosswalks, End, Link, derived_relation, overlap, span_of
from generator.editing.crosswalks.wording import Wording
from generator.judged import levels_and_layers
from generator.model import Atlas, Framework, Relation, Span
from generator.problems import Message, counted, first_of, say
from generator.unwritten import is_prompt

_LEAST = 0.2
"""What scores less is no suggestion."""
_SCALE, _WORDS, _TERM, _THEME, _CHAIN, _LOOSE_CHAIN = 1.0, 2.0, 0.2, 0.05, 1.0, 0.2
_THIRDS = 3


@dataclass(frozen=True)
class Suggestion:
    """A part that may answer to another, why, and how the two may relate: read it from the part asked for."""

    end: End
    relation: Relation
    score: float
    reasons: tuple[Message, ...]


@dataclass(frozen=True)
class _Clue:
    score: float
    reason: Message
    relation: Relation | None = None


@dataclass(frozen=True)
class Suggester:
    """Suggests on all data; `seen` is the same in one language, whose words are compared.

    Judged relations are those of `atlas`: leave drafts out of it.
    """

    atlas: Atlas
    seen: Atlas

    def suggestions(self, end: End, other: str) -> tuple[Suggestion, ...]:
        """Rank the levels and layers of another framework by what speaks for each, the likeliest first."""
        judged = {
            frozenset((link.subject, link.object))
            for link in self._walks.links(end.framework, other)
            if link.origin == "curated"
        }
        found = [
            self.suggestion(end, candidate)
            for candidate in levels_and_layers(self.atlas.framework(other))
            if frozenset((end, candidate)) not in judged
        ]
        likely = [item for item in found if item is not None and item.score >= _LEAST]
        return tuple(sorted(likely, key=lambda item: -item.score))

    @cached_property
    def wording(self) -> Wording:
        """The words that are compared."""
        return Wording(self.seen)

    @cached_property
    def _walks(self) -> Crosswalks:
        return Crosswalks(self.atlas)

    def suggestion(self, end: End, other: End) -> Suggestion | None:
        """Say what speaks for one part to answer to another, if anything does.

        Where they lie apart on the scale, that takes a proof: words and themes in common are none.
        """
        clues = [*self._chains(end, other), *self._scale(end, other), *self._words(end, other)]
        if self._are_apart(end, other):
            clues = [clue for clue in clues if clue.relation]
        if not clues:
            return None
        known = [clue.relation for clue in clues if clue.relation]
        relation: Relation = known[0] if known else "intersects-with"
        return Suggestion(
            other,
            _fitting(relation, end, other),
            round(sum(clue.score for clue in clues), 3),
            tuple(clue.reason for clue in clues),
        )

    def _scale(self, end: End, other: End) -> Iterator[_Clue]:
        spans = self._span(end), self._span(other)
        if spans[0] is None or spans[1] is None:
            return
        measured = overlap(spans[0], spans[1])
        if measured.shared:
            whole = measured.shared + measured.only_subject + measured.only_object
            message = say("they share %(shared)s of a band on the scale", shared=counted(measured.shared))
            yield _Clue(_SCALE * measured.shared / whole, message, derived_relation(spans[0], spans[1]))

    def _are_apart(self, end: End, other: End) -> bool:
        spans = self._span(end), self._span(other)
        if spans[0] is None or spans[1] is None:
            return False
        return max(spans[0].start, spans[1].start) > min(spans[0].end, spans[1].end)

    def _span(self, end: End) -> Span | None:
        span = span_of(end, self.atlas)
        return None if span is None or is_prompt(span.justification) else span

    def _words(self, end: End, other: End) -> Iterator[_Clue]:
        alike = self.wording.likeness(end, other)
        if alike.terms:
            message = say("both use %(terms)s", terms=", ".join(alike.terms))
            yield _Clue(_TERM * len(alike.terms), message)
        if alike.words:
            message = say("words in common: %(words)s", words=", ".join(alike.words))
            yield _Clue(_WORDS * alike.share, message)
        nothing = self._everywhere[end.framework] | self._everywhere[other.framework]
        themes = [
            theme for theme in self._themes(end) if theme in self._themes(other) and theme not in nothing
        ]
        if themes:
            message = say("themes in common: %(themes)s", themes=", ".join(themes))
            yield _Clue(_THEME * len(themes), message)

    @cached_property
    def _everywhere(self) -> Mapping[str, frozenset[str]]:
        """The themes that all levels of a framework are about: they tell none of them apart."""
        found: dict[str, frozenset[str]] = {}
        for framework in self.atlas.frameworks:
            own = [frozenset(self._themes(end)) for end in levels_and_layers(framework)]
            found[framework.id] = frozenset.intersection(*own) if len(own) > 1 else frozenset()
        return found

    def _themes(self, end: End) -> tuple[str, ...]:
        return themes_of(self.atlas.framework(end.framework), end)

    def _chains(self, end: End, other: End) -> Iterator[_Clue]:
        """Follow what was judged from one framework to a third, and from there on."""
        loose: list[End] = []
        for first, second in self._ways(end, other):
            relation = chained(first.relation, second.relation)
            if relation is not None:
                message = say(
                    "by way of %(third)s: %(one)s, then %(two)s",
                    third=first.object,
                    one=first.relation,
                    two=second.relation,
                )
                yield _Clue(_CHAIN, message, relation)
            elif "no-relationship" not in (first.relation, second.relation):
                loose.append(first.object)
        if loose:
            message = say("both are related to %(thirds)s", thirds=first_of([*map(str, loose)], _THIRDS))
            yield _Clue(_LOOSE_CHAIN * min(len(loose), _THIRDS), message)

    def _ways(self, end: End, other: End) -> Iterator[tuple[Link, Link]]:
        for third in self.atlas.frameworks:
            if third.id not in (end.framework, other.framework):
                onward = {link.subject: link for link in self._judged(third.id, other)}
                for first in self._walks.links(end.framework, third.id):
                    if first.subject == end and first.curated is not None and first.object in onward:
                        yield first, onward[first.object]

    def _judged(self, third: str, other: End) -> Iterator[Link]:
        for link in self._walks.links(third, other.framework):
            if link.object == other and link.curated is not None:
                yield link


def chained(first: Relation, second: Relation) -> Relation | None:
    """Say what follows of two relations in a row; None where nothing does.

    >>> chained("equal", "subset-of"), chained("subset-of", "superset-of")
    ('subset-of', None)
    """
    if first == "equal":
        return second if second != "no-relationship" else None
    if second == "equal":
        return first if first != "no-relationship" else None
    return first if first == second and first in ("subset-of", "superset-of") else None


def themes_of(framework: Framework, end: End) -> tuple[str, ...]:
    """List the themes that a level or layer says something on."""
    if end.kind == "layers":
        return next(layer.themes for layer in framework.layers if layer.id == end.ids[0])
    level = end.ids[0]
    rows = [row.themes for row in framework.dimensions if level in framework.cells.get(row.id, {})]
    said = [
        item.theme
        for item in framework.on_themes
        if any(path.split("/")[1] == "levels" and path.split("/")[2] == level for path in item.items)
    ]
    return tuple(dict.fromkeys([*(theme for themes in rows for theme in themes), *said]))


def _fitting(relation: Relation, end: End, other: End) -> Relation:
    """Choose a relation that two kinds of parts can have: a layer supports a level."""
    if end.kind == other.kind:
        return "intersects-with" if relation in ("supports", "is-supported-by") else relation
    if relation in ("supports", "is-supported-by"):
        return relation
    support: Relation = "supports"
    return support if end.kind == "layers" else INVERSE[support]
