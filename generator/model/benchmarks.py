"""Describe where organisations stand in one framework, as somebody counted and published it."""

from pydantic import Field

from generator.model.base import FrameworkId, Id, Items, Label, LanguageTag, LevelId, Name, Record, Text
from generator.model.source import Address

LEAST = 20
"""So many results at least: fewer say more of who took part than of anybody else."""


class Bar(Record):
    """How many stand at a level, or somewhere between two where no more was counted."""

    low: LevelId | None = Field(default=None, alias="from")
    """The id of its level, or of the lowest of several; left out where it is below the first."""
    high: LevelId | None = Field(default=None, alias="to")
    """The id of the highest of several levels."""
    count: int = Field(ge=0)
    """How many stand there."""

    @property
    def key(self) -> str:
        """The level that it begins with."""
        return self.low or "below"


class Benchmark(Record):
    """One file in `frameworks/benchmarks/`: a counted distribution, never a mean."""

    id: Id
    """Its id, and the name of its file."""
    source_language: LanguageTag
    """The language of all texts in this file, as a tag such as `en`."""
    framework: FrameworkId
    """The id of the framework whose levels were counted."""
    title: Label
    """Who was counted, in a few words: `Dutch webshops`."""
    about: Text | None = None
    """How they were found, who answered, and what a reader should beware of."""
    document: Name
    """The title of what it was published in."""
    publisher: Name
    """Who published it."""
    address: Address | None = None
    """Where it can be read: a whole address, starting with `https://`."""
    year: int = Field(ge=1900, le=2100)
    """The year in which it was counted."""
    n: int = Field(ge=LEAST)
    """How many were counted in all, those without a level included."""
    bars: Items[Bar]
    """How many stand at each level, the lowest first."""
    without_level: int = Field(default=0, ge=0)
    """How many have no single level."""
