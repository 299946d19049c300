"""Tell what has changed from one state of the content to another: the differences of the model."""

from generator.history.changes import KINDS, Change, Kind, applied, compare, value_at
from generator.history.told import NAMES, Told, counted, short, told
from generator.history.words import Piece, marked

__all__ = [
    "KINDS",
    "NAMES",
    "Change",
    "Kind",
    "Piece",
    "Told",
    "applied",
    "compare",
    "counted",
    "marked",
    "short",
    "told",
    "value_at",
]
