"""Let each text of a view leave a trace where a page shows it.

A trace is a number in characters that no text has, straight after the text. It passes through templates,
filters and the theme as a part of the text does; `untrace` takes all of them out of the finished page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from generator.load import Document, Loaded
from generator.model import Record, SharedData
from generator.model.base import steps_of
from generator.problems import Place
from generator.text import LocalText, TextState
from generator.translate import SHARED_DOMAIN, View

_Content = TypeVar("_Content", bound=Record)
Steps = tuple[str | int, ...]

# Characters for private use, from the last such plane: ten for the digits, and one that ends a number.
*_DIGITS, _END = map(chr, range(0x10F000, 0x10F00B))
TRACE = re.compile(f"([{_DIGITS[0]}-{_DIGITS[9]}]+){_END}")


@dataclass(frozen=True)
class Origin:
    """Which text a page shows, and where it stands in the data.

    In a catalogue it has a domain and a context; in its data file, keys and list positions that lead to it.
    `source` is the text as it stands there.
    """

    domain: str
    context: str
    state: TextState
    steps: Steps
    place: Place
    source: str


class TracedText(LocalText):
    """A text that names its origin by number when it is shown as HTML."""

    number: int

    @classmethod
    def of(cls, text: LocalText, number: int) -> Self:
        """The same text with a number."""
        traced = cls(str(text), text.language, text.page, text.state, text.inline, text.source)
        traced.number = number
        return traced

    def __html__(self) -> str:
        """As without a trace, followed by it."""
        return super().__html__() + "".join(_DIGITS[int(digit)] for digit in str(self.number)) + _END


def number_of(trace: re.Match[str]) -> int:
    """The number that a trace stands for."""
    return int("".join(str(_DIGITS.index(sign)) for sign in trace[1]))


def traced(view: View, loaded: Loaded) -> tuple[View, Sequence[Origin]]:
    """The view, and the origins that the traces in it number from 0; `loaded` is what the view shows."""
    origins: list[Origin] = []
    documents = {(type(item.record), item.record.key): item for item in loaded.documents}

    def texts_of(record: _Content, domain: str, prefix: str = "") -> _Content:
        document = documents.get((type(record), record.key))  # a project may lack a file
        return _Tracer(document, domain, origins).record(record, prefix, ()) if document else record

    atlas, shared = view.atlas, view.atlas.shared
    found = replace(
        atlas,
        frameworks=tuple(texts_of(item, item.id) for item in atlas.frameworks),
        crosswalks=tuple(
            texts_of(item, SHARED_DOMAIN, f"crosswalks.{item.key}.") for item in atlas.crosswalks
        ),
        shared=SharedData(
            texts_of(shared.themes, SHARED_DOMAIN),
            texts_of(shared.scale, SHARED_DOMAIN, "reference-scale."),
            texts_of(shared.glossary, SHARED_DOMAIN, "glossary."),
            texts_of(shared.findings, SHARED_DOMAIN),
            texts_of(shared.editions, SHARED_DOMAIN),
            texts_of(shared.subjects, SHARED_DOMAIN),
        ),
    )
    return replace(view, atlas=found), origins


@dataclass(frozen=True)
class _Tracer:
    document: Document[Any]
    domain: str
    origins: list[Origin]

    def record(self, record: _Content, prefix: str, steps: Steps) -> _Content:
        """The record with a trace in each of its texts; `steps` lead to it in its file."""
        changed = {
            name: self._value(getattr(record, name), prefix + step, (*steps, step))
            for name, step, _ in steps_of(type(record))
        }
        return record.model_copy(update=changed)

    def _value(self, value: Any, path: str, steps: Steps) -> Any:
        if isinstance(value, Record):
            return self.record(value, f"{path}.", steps)
        if isinstance(value, tuple):
            return tuple(
                self.record(item, f"{path}.{item.key}.", (*steps, index))
                if isinstance(item, Record)
                else item
                for index, item in enumerate(value)
            )
        if isinstance(value, dict):
            return {key: self._value(item, f"{path}.{key}", (*steps, key)) for key, item in value.items()}
        if isinstance(value, LocalText):
            place = self.document.value(*steps)
            self.origins.append(Origin(self.domain, path, value.state, steps, place, value.source))
            return TracedText.of(value, len(self.origins) - 1)
        return value
