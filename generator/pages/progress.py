"""Every language's view in, how far each translation has come out."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.translate import Gap, View

PROSE_DOMAIN = "docs"
"""What pages written by hand are counted under, next to the domains of catalogues."""


@dataclass(frozen=True)
class Progress:
    """One language's state in one domain; `gaps` are its texts without a sound translation."""

    language: str
    domain: str
    total: int
    gaps: tuple[Gap, ...]

    @property
    def missing(self) -> int:
        """How many texts were never translated."""
        return sum(gap.state == "missing" for gap in self.gaps)

    @property
    def stale(self) -> int:
        """How many translations belong to an older source text."""
        return len(self.gaps) - self.missing

    @property
    def translated(self) -> int:
        """How many texts have a sound translation."""
        return self.total - len(self.gaps)


def progress(views: Mapping[str, View]) -> tuple[Progress, ...]:
    """A line for each language and domain that has something to translate."""
    return tuple(
        Progress(language, domain, total, tuple(gap for gap in view.gaps if gap.domain == domain))
        for language, view in views.items()
        for domain, total in view.totals.items()
    )
