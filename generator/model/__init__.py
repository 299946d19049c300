"""The typed model: plain mappings read from YAML go in, frozen and checked records come out.

Nothing here reads files or formats text. A record is one thing that an editor writes down (a level, a
cell, a mapping); every text in it that a translator sees has a stable path of ids, given by `texts`.
"""

from generator.model.atlas import Atlas, SharedData
from generator.model.base import Id, Record, Text, Translatable, texts
from generator.model.crosswalk import (
    Crosswalk,
    Mapping,
    NoCounterpart,
    Rationale,
    Relation,
    Status,
)
from generator.model.framework import (
    Claim,
    Dimension,
    Framework,
    Group,
    Layer,
    Level,
    Point,
    Question,
    Reference,
    Source,
    Span,
    Transition,
    Variant,
)
from generator.model.shared import Glossary, ReferenceScale, Stage, Term, Theme, Themes

__all__ = [
    "Atlas",
    "Claim",
    "Crosswalk",
    "Dimension",
    "Framework",
    "Glossary",
    "Group",
    "Id",
    "Layer",
    "Level",
    "Mapping",
    "NoCounterpart",
    "Point",
    "Question",
    "Rationale",
    "Record",
    "Reference",
    "ReferenceScale",
    "Relation",
    "SharedData",
    "Source",
    "Span",
    "Stage",
    "Status",
    "Term",
    "Text",
    "Theme",
    "Themes",
    "Transition",
    "Translatable",
    "Variant",
    "texts",
]
