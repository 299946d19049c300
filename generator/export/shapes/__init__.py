"""List the published shapes of `/api/v1/`, from which its JSON Schemas are made.

They promise what a reader of the data may rely on: a field may be added, a change of meaning is `/api/v2/`.
A test holds that every published file fits its shape and has nothing that its shape does not name.
"""

from typing import Any

from generator.export.shapes.crosswalk import Crosswalk, CrosswalkEntry
from generator.export.shapes.framework import FrameworkEntry, shape_of
from generator.export.shapes.identity import Citations, EditionData, Editions, Ids, Things
from generator.export.shapes.index import Index
from generator.export.shapes.quiz import Quiz
from generator.export.shapes.shared import Redirect, Scale, Subjects
from generator.model import Findings, Framework, Glossary, Themes

ROOTS: dict[str, Any] = {
    "index": Index,
    "frameworks": list[FrameworkEntry],
    "framework": shape_of(Framework),
    "themes": shape_of(Themes),
    "reference-scale": Scale,
    "glossary": shape_of(Glossary),
    "findings": shape_of(Findings),
    "redirects": list[Redirect],
    "quiz": Quiz,
    "crosswalk": Crosswalk,
    "crosswalks": list[Crosswalk],
    "crosswalk-index": list[CrosswalkEntry],
    "citations": Citations,
    "things": Things,
    "ids": Ids,
    "editions": Editions,
    "edition": EditionData,
}
"""What each schema in `api/v1/schemas/` describes."""

OF_SEVERAL_SUBJECTS: dict[str, Any] = {"subjects": Subjects}
"""The same, where a site is about more than one subject."""
