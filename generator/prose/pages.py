"""Find a language's hand-written pages, what one at an address may be called, and what is in the way."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator.problems import Place, Problem, say

_OF_DATA = frozenset({"api", "id"})
"""Folders at the site's root that published data has."""


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


def in_the_way(addresses: Iterable[str], docs: Path, languages: Sequence[str]) -> Iterator[Problem]:
    """Report what stands by hand at the address of a generated page, or where another language or data goes.

    `addresses` are those of generated pages below a language's root; the default language is first.
    """
    written = {language: pages_by_hand(docs / language) for language in languages}
    for address in addresses:
        for language, pages in written.items():
            for uri in sources_of(address):
                if uri in pages:
                    place = Place((docs / language / uri).relative_to(docs.parent).as_posix())
                    message = say("The page '/%(address)s' is made from the data", address=address)
                    yield Problem("C605", place, message, say("Give this page another name"))
    default, *others = languages
    taken = {*others, *_OF_DATA}
    for path in sorted((docs / default).glob("*")):
        name = path.stem if path.suffix == ".md" else path.name
        if name in taken:
            place = Place(path.relative_to(docs.parent).as_posix())
            message = say("'/%(address)s/' is where another part of the site stands", address=name)
            yield Problem("C605", place, message, say("Give this page another name"))
