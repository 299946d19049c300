"""Derive the published shapes of records from the model, and describe the list of all frameworks."""

import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import Field, create_model

from generator import model
from generator.export.shapes.common import (
    Address,
    Fallbacks,
    FallbacksPerLanguage,
    Item,
    Licensed,
    PerLanguage,
    Shape,
)
from generator.model.fields import annotation_of, bare_of
from generator.text import TextState


class Cell(Shape):
    """One text of the matrix, with the language that it stands in."""

    text: str
    lang: str
    state: TextState


_SAID: Mapping[type[model.Record], str] = {
    model.Group: "A named group of levels or dimensions.",
    model.Span: "Where a level or layer stands on the reference scale, with the reason.",
    model.Reference: "A further document that a fact comes from.",
    model.Source: "The document that a framework is drawn from.",
    model.Level: "One level, stage or phase, in order.",
    model.Dimension: "One row of the matrix.",
    model.Transition: "The step from one level to the next.",
    model.Point: "A building block, starting point or pitfall.",
    model.Claim: "A published statement, as its publisher's.",
    model.Question: "A question of the source's own self-assessment, with the level that a yes reaches.",
    model.Framework: "One framework in one language.",
    model.Term: "A term of the field.",
    model.Themes: "All themes in one language.",
    model.Glossary: "All terms in one language.",
    model.Findings: "All findings in one language.",
}
"""What a reader of the data is told of a record, where that is something else than an editor is told."""

_CELLS = (dict[str, dict[str, Cell]], Field(description="By dimension id, then level id."))
_LANGUAGE, _FALLBACKS = {"language": (str, ...)}, {"fallbacks": (Fallbacks, ...)}
_BESIDE: Mapping[tuple[type[model.Record], str], Mapping[str, Any]] = {
    (model.Framework, "level_word"): {"level_word": (str, ...), **_LANGUAGE},
    (model.Framework, "summary"): {"url": (Address, ...)},
    (model.Framework, "cells"): {"cells": _CELLS},
    (model.Framework, "self_assessment"): _FALLBACKS,
    (model.Themes, ""): _LANGUAGE,
    (model.Themes, "themes"): _FALLBACKS,
    (model.Glossary, ""): _LANGUAGE,
    (model.Glossary, "terms"): _FALLBACKS,
    (model.Findings, ""): _LANGUAGE,
    (model.Findings, "findings"): _FALLBACKS,
}
"""What a file says besides its record, or otherwise, by the field of the model before it, if any."""


@cache
def shape_of(kind: type[model.Record]) -> type[Shape]:
    """How a record is published: every field of the model that is, always there, in plain JSON types."""
    fields: dict[str, Any] = {**_BESIDE.get((kind, ""), {})}
    for name, info in kind.model_fields.items():
        if info.exclude:
            continue
        fields[name] = (_published(annotation_of(info)), Field(alias=info.alias) if info.alias else ...)
        fields |= _BESIDE.get((kind, name), {})
    base = Licensed if kind in (model.Framework, model.Themes, model.Glossary, model.Findings) else Shape
    # It has no code from which pydantic could read what stands below a field: looking for it takes long.
    no_code = {"use_attribute_docstrings": False}
    said = _SAID.get(kind, kind.__doc__)
    return create_model(kind.__name__, __base__=base, __doc__=said, __cls_kwargs__=no_code, **fields)


def _published(annotation: Any) -> Any:
    bare, _ = bare_of(annotation)
    if isinstance(bare, type) and issubclass(bare, model.Record):
        bare = shape_of(bare)
    elif get_origin(bare) is tuple:
        bare = types.GenericAlias(list, (_published(get_args(bare)[0]),))
    elif get_origin(bare) is dict:
        bare = list[Item]
    return bare | None if _may_lack(annotation) else bare


def _may_lack(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _may_lack(get_args(annotation)[0])
    return type(None) in get_args(annotation)


class FrameworkEntry(Shape):
    """One framework in the list of all."""

    id: str
    kind: Literal["levels", "layers"]
    title: PerLanguage
    short_title: PerLanguage
    publisher: str | None
    source_language: str
    levels: int
    dimensions: int
    layers: int
    url: Address
    urls: PerLanguage
    data: PerLanguage
    fallbacks: FallbacksPerLanguage
