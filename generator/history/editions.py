"""Tell what changed from edition to edition and since the latest one, and which texts that leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.edition import Archive, name_of
from generator.history.changes import compare, value_at
from generator.history.told import Told, told
from generator.model import Edition, texts
from generator.translate import Gap, sources


@dataclass(frozen=True)
class Step:
    """What changed from one edition to the next.

    `edition` is None for what has changed since the latest one, `before` is None for the first edition.
    """

    edition: Edition | None
    before: Edition | None
    changes: tuple[Told, ...]


@dataclass(frozen=True)
class OpenText:
    """A text that is new, or was reworded, since the latest edition, and has no sound translation.

    `before` is how it read in the edition; None of a new text. `written` is the language of the source.
    """

    gap: Gap
    record: str
    written: str
    before: str | None


@dataclass(frozen=True)
class History:
    """The history of the content of a project, as its editions tell it."""

    archive: Archive

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step, the newest first; none since the latest edition where that is the content of today."""
        editions = self._editions
        found = []
        for before, edition in zip((None, *editions), (*editions, None), strict=True):
            old = self.archive.kept[before.id] if before else None
            if edition is None and not self.has_changed:
                continue
            new = self.archive.kept[edition.id] if edition else self.archive.content
            found.append(Step(edition, before, told(compare(old, new), old, new) if old else ()))
        return tuple(reversed(found))

    @property
    def latest(self) -> Edition | None:
        """The latest edition."""
        return self._editions[-1] if self._editions else None

    @property
    def has_changed(self) -> bool:
        """Whether the content of today is another than that of the latest edition."""
        published = self.archive.published
        return published is not None and published.changed

    def open_texts(self, language: str) -> Iterator[OpenText]:
        """List the texts that changes since the latest edition have left without a translation."""
        if self.latest is None:
            return
        kept = self.archive.kept[self.latest.id]
        places = self._places
        for gap in self.archive.views[language].gaps:
            record, path, written = places[gap.domain, gap.context]
            before = value_at(kept, record, tuple(path.split(".")))
            if before != gap.source:
                yield OpenText(gap, record, written, before if isinstance(before, str) else None)

    @property
    def _editions(self) -> tuple[Edition, ...]:
        return tuple(
            item for item in self.archive.atlas.shared.editions.editions if item.id in self.archive.kept
        )

    @cached_property
    def _places(self) -> dict[tuple[str, str], tuple[str, str, str]]:
        """The record, the path in it and the language of each text, by domain and context."""
        return {
            (domain, f"{prefix}{path}"): (name_of(domain, prefix, record), path, written)
            for domain, prefix, record, written in sources(self.archive.atlas)
            for path, _, _ in texts(record)
        }
