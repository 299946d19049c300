"""Look up a framework's part as pages name it: word, number, title, address and tone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.crosswalk import End, span_of
from generator.model import Atlas, Framework, Span

TONES = 5
"""Maturity has this many tones, from the start of the reference scale to its end; 0 is "not placed"."""


@dataclass(frozen=True)
class Part:
    """A level, layer, dimension, cell or building block as a link shows it.

    `word` is what the framework calls it (`level`, `phase`, `layer`, …); a cell has its dimension in `title`
    and its level in `level`.
    """

    end: End
    word: str
    number: int | None
    title: str
    framework: Framework
    text: str
    tone: int
    span: Span | None = None
    level: "Part | None" = None
    source_number: str | None = None

    @property
    def shown_number(self) -> str:
        """What readers see as its number: that of the source, or else its place in the order."""
        return self.source_number or str(self.number)

    @property
    def address(self) -> str:
        """The address at which a reader finds it."""
        return self.end.address


def tone(span: Span | None, length: int) -> int:
    """Choose the tone of a stretch of the scale, by its middle."""
    if span is None or not length:
        return 0
    middle = (span.start + span.end) / 2 / length
    return min(TONES, int(middle * TONES) + 1)


@dataclass(frozen=True)
class Parts:
    """Looks up a part by its end, in one language."""

    atlas: Atlas

    @cached_property
    def _frameworks(self) -> Mapping[str, Framework]:
        return {framework.id: framework for framework in self.atlas.frameworks}

    @cached_property
    def _made(self) -> dict[End, Part]:
        return {}

    def part(self, end: End) -> Part:
        """Find the part at an end; KeyError where the data has none."""
        if end not in self._made:
            self._made[end] = self._make(end)
        return self._made[end]

    def of(self, framework: Framework, kind: str) -> tuple[Part, ...]:
        """List all levels, layers, dimensions or capabilities of a framework, in its order."""
        return tuple(self.part(End(framework.id, kind, (item.id,))) for item in getattr(framework, kind))

    def ladder(self, framework: Framework) -> tuple[Part, ...]:
        """List all levels and layers of a framework: what has a place or a stretch on the scale."""
        return (*self.of(framework, "levels"), *self.of(framework, "layers"))

    def cell(self, framework: Framework, dimension_id: str, level_id: str) -> Part:
        """Find one cell of a matrix."""
        return self.part(End(framework.id, "cells", (dimension_id, level_id)))

    def _make(self, end: End) -> Part:
        framework = self._frameworks[end.framework]
        if end.kind == "all":
            return Part(end, "framework", None, framework.short_title, framework, framework.summary, 0)
        # A layer carries a stretch of the scale and stands at no place on it: it has no tone.
        placed = None if end.kind == "layers" else span_of(end, self.atlas)
        shade = tone(placed, self.atlas.beside(framework.id).shared.scale.length)
        if end.kind == "cells":
            dimension = _find(framework.dimensions, end.ids[0])
            level = self.part(End(end.framework, "levels", end.ids[1:]))
            text = framework.cells[end.ids[0]][end.ids[1]]
            return Part(end, "cell", None, dimension.title, framework, text, shade, level=level)
        item = _find(getattr(framework, end.kind), end.ids[0])
        word = framework.level_word if end.kind == "levels" else _WORDS[end.kind]
        text = getattr(item, "summary", None) or getattr(item, "question", None) or item.title
        span = getattr(item, "span", None)
        number, own = getattr(item, "number", None), getattr(item, "source_number", None)
        return Part(end, word, number, item.title, framework, text, shade, span, source_number=own)


_WORDS = {"layers": "layer", "dimensions": "dimension", "capabilities": "capability"}


def _find(items: Sequence[Any], wanted: str) -> Any:
    for item in items:
        if item.id == wanted:
            return item
    raise KeyError(wanted)
