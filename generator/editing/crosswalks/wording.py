"""Compare the words of levels and layers: which two say the same, and in which words."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.crosswalk import End
from generator.judged import levels_and_layers, rung_at
from generator.language_facts import common_words
from generator.model import Atlas, Framework, texts

_WORD = re.compile(r"[^\W\d_]{5,}")
_COMMON = 1 / 6
"""A word that stands in a larger share of all levels tells none of them apart."""
_SHOWN = 4


@dataclass(frozen=True)
class Likeness:
    """How much of two parts' words is the same, from 0 to 1, and which words tell most."""

    share: float
    words: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Wording:
    """The words of every level and layer of an atlas, in one language."""

    atlas: Atlas

    def likeness(self, one: End, other: End) -> Likeness:
        """Compare two parts by their words that are rare elsewhere, and by the glossary's terms."""
        these, those = self._weights[one], self._weights[other]
        both = sorted(these.keys() & those.keys(), key=lambda word: (-these[word] * those[word], word))
        lengths = math.sqrt(_square(these) * _square(those))
        share = sum(these[word] * those[word] for word in both) / lengths if lengths else 0.0
        terms = [title for title in self._terms[one] if title in self._terms[other]]
        return Likeness(share, tuple(both[:_SHOWN]), tuple(terms[:_SHOWN]))

    def text(self, end: End) -> str:
        """All that is said of a part."""
        return self._texts[end]

    @cached_property
    def _texts(self) -> Mapping[End, str]:
        return {
            end: " ".join(_said(framework, end))
            for framework in self.atlas.frameworks
            for end in levels_and_layers(framework)
        }

    @cached_property
    def _weights(self) -> Mapping[End, Mapping[str, float]]:
        counts = {end: Counter(map(str.casefold, _WORD.findall(text))) for end, text in self._texts.items()}
        spread = Counter(word for words in counts.values() for word in words)
        most = max(2.0, len(counts) * _COMMON)
        # Words that any text of a language has say nothing of what it is about, however few texts there are.
        without = common_words()
        return {
            end: {
                word: (1 + math.log(number)) * math.log(1 + len(counts) / spread[word])
                for word, number in words.items()
                if spread[word] <= most and word not in without
            }
            for end, words in counts.items()
        }

    @cached_property
    def _terms(self) -> Mapping[End, tuple[str, ...]]:
        """The terms of the glossary that each part uses, but for those that most parts use."""
        titles = [str(term.title) for term in self.atlas.shared.glossary.terms]
        patterns = {title: re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", re.IGNORECASE) for title in titles}
        found = {
            end: tuple(title for title, pattern in patterns.items() if pattern.search(text))
            for end, text in self._texts.items()
        }
        spread = Counter(title for own in found.values() for title in own)
        most = max(2.0, len(found) * _COMMON)
        return {end: tuple(title for title in own if spread[title] <= most) for end, own in found.items()}


def _said(framework: Framework, end: End) -> Iterable[str]:
    """List the texts of a level or layer and of its cells; not the reasons for its place on the scale."""
    item = rung_at(framework, end)
    yield from (text for path, text, _ in texts(item) if not path.startswith("span."))
    if end.kind == "levels":
        yield from (row[item.id] for row in framework.cells.values() if item.id in row)


def _square(weights: Mapping[str, float]) -> float:
    return sum(weight * weight for weight in weights.values())
