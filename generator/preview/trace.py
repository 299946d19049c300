"""Let each text of a view leave a trace where a page shows it.

A trace is a number in characters that no text has, straight after the text. It passes through templates,
filters and the theme as a part of the text does; `placing` takes all of them out of the finished page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from generator.model import Record, SharedData
from generator.model.base import step_of
from generator.text import LocalText, TextState
from generator.translate import SHARED_DOMAIN, View

_Content = TypeVar("_Content", bound=Record)

# Characters for private use, from the last such plane: ten for the digits, and one that ends a number.
_DIGIT = 0x10F000
_END = chr(_DIGIT + 10)
TRACE = re.compile(f"([{chr(_DIGIT)}-{chr(_DIGIT + 9)}]+){_END}")


@dataclass(frozen=True)
class Origin:
    """Which text a page shows: its domain, its path there, and whether it is a translation."""

    domain: str
    context: str
    state: TextState


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
        return super().__html__() + "".join(chr(_DIGIT + int(digit)) for digit in str(self.number)) + _END


def number_of(trace: re.Match[str]) -> int:
    """The number that a trace stands for."""
    return int("".join(str(ord(sign) - _DIGIT) for sign in trace[1]))


def traced(view: View) -> tuple[View, Sequence[Origin]]:
    """The view, and the origins that the traces in it number from 0."""
    origins: list[Origin] = []

    def texts_of(record: _Content, domain: str, prefix: str = "") -> _Content:
        return _record(record, domain, prefix, origins)

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
        ),
    )
    return replace(view, atlas=found), origins


def _record(record: _Content, domain: str, prefix: str, origins: list[Origin]) -> _Content:
    changed: dict[str, Any] = {}
    for name, field in type(record).model_fields.items():
        changed[name] = _value(getattr(record, name), domain, prefix + step_of(name, field), origins)
    return record.model_copy(update=changed)


def _value(value: Any, domain: str, path: str, origins: list[Origin]) -> Any:
    if isinstance(value, Record):
        return _record(value, domain, f"{path}.", origins)
    if isinstance(value, tuple):
        return tuple(
            _record(item, domain, f"{path}.{item.key}.", origins) if isinstance(item, Record) else item
            for item in value
        )
    if isinstance(value, dict):
        return {key: _value(item, domain, f"{path}.{key}", origins) for key, item in value.items()}
    if isinstance(value, LocalText):
        origins.append(Origin(domain, path, value.state))
        return TracedText.of(value, len(origins) - 1)
    return value
