"""Read the table of slips, and make one in a copy of the project."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent
TABLE = Path(__file__).parent / "mutants.toml"


@dataclass(frozen=True)
class Mutant:
    """One slip: another text in place of the one that stands once in a file, and who has to notice."""

    file: str
    change: str
    to: str
    harm: str
    caught_by: tuple[str, ...]

    def mutated(self, text: str) -> str:
        """Make the slip in the file's text; ValueError where its place is not there, or not the only one."""
        found = text.count(self.change)
        if found != 1:
            raise ValueError(f"{self.file}: {self.change!r} stands {found} times")
        return text.replace(self.change, self.to)


def read_mutants() -> tuple[Mutant, ...]:
    """List all slips, in the table's order."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["mutant"]
    return tuple(
        Mutant(row["in"], row["change"], row["to"], row["harm"], tuple(row["caught_by"])) for row in rows
    )


@contextmanager
def made(mutant: Mutant, copy: Path) -> Iterator[None]:
    """Make a slip in a copy of the project for as long as it is tried."""
    path = copy / mutant.file
    sound = path.read_text(encoding="utf-8")
    try:
        _write(path, mutant.mutated(sound))
        yield
    finally:
        _write(path, sound)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    # Python knows a changed file by its size and its second: neither need differ here.
    if path.suffix == ".py":
        Path(cache_from_source(str(path))).unlink(missing_ok=True)
