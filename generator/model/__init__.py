"""Define the typed model: frozen and checked records of what editors write in YAML.

Nothing here reads files or formats text. A record is one thing that an editor writes down (a level, a
cell, a mapping); every text in it that a translator sees has a stable path of ids, given by `texts`.
"""

from generator.model.atlas import Atlas, SharedData, frameworks_of
from generator.model.base import FIGURES, Confidence, Id, Record, Text, Translatable, texts
from generator.model.benchmarks import LEAST, Bar, Benchmark
from generator.model.crosswalk import (
    PREDICATES,
    ROLES,
    Crosswalk,
    Extent,
    Mapping,
    NoCounterpart,
    Property,
    Rationale,
    Relation,
    Status,
    status_of,
)
from generator.model.editions import Edition, Editions
from generator.model.findings import Finding, FindingKind, Findings, Position
from generator.model.framework import Claim, Framework, Point, Question, ThemeTexts, Transition
from generator.model.levels import Dimension, Group, Layer, Level, Practice, Profile, Span, Variant
from generator.model.names import ROOTS, Mention, Name, home_of, meanings, mentions
from generator.model.paths import found_at, texts_on
from generator.model.shared import (
    Band,
    Glossary,
    Redirect,
    Redirects,
    ReferenceScale,
    Term,
    Theme,
    Themes,
    Withdrawn,
)
from generator.model.source import Reference, Source
from generator.model.subjects import Subject, Subjects
