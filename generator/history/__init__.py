"""Tell what has changed from one state of the content to another: the differences of the model."""

from generator.history.changes import KINDS, Change, Kind, applied, compare, value_at
from generator.history.editions import History, OpenText, Step
from generator.history.told import NAMES, Told, counted, in_language, opened, short, told
from generator.history.words import Piece, marked
