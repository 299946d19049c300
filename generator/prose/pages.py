"""Find the hand-written pages of a language, and what a page at an address may be called."""

from collections.abc import Iterable
from pathlib import Path


def sources_of(address: str) -> tuple[str, ...]:
    """Name the files that a hand-written page at an address may have, as mkdocs names them."""
    name = address.rstrip("/")
    return (f"{name}.md", f"{name}/index.md") if name else ("index.md",)


def source_at(address: str, docs: Path, languages: Iterable[str]) -> str | None:
    """Find the hand-written page at an address, as mkdocs names it; None where no language has one."""
    for uri in sources_of(address):
        if any((docs / language / uri).is_file() for language in languages):
            return uri
    return None


def pages_by_hand(folder: Path) -> frozenset[str]:
    """List the hand-written pages of one language's folder, as mkdocs names them."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*.md") if path.is_file())
