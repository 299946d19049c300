"""Find a language's hand-written pages, what one at an address may be called, and what is in the way."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from generator.problems import Message, Place, Problem, say

_OF_DATA = frozenset({"api", "id"})
"""Folders at the site's root that published data has."""
_OF_THE_THEME = frozenset({"assets", "search"})
"""Folders at each language's root that the theme and the search have."""
_MADE = frozenset({"ruler.svg", "ruler.png", "llms.txt", "llms-full.txt"})
"""Files at each language's root that a build makes."""
NOTE = "README.md"
"""The name of a note for those who write the pages: it is no page, in whatever folder it lies."""
_PREVIEW = "preview.png"
"""The picture that a link to a page shows, beside each page."""


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
    files = (path for path in folder.rglob("*.md") if path.name != NOTE and path.is_file())
    return frozenset(path.relative_to(folder).as_posix() for path in files)


def in_the_way(addresses: Iterable[str], docs: Path, languages: Sequence[str]) -> Iterator[Problem]:
    """Report what stands by hand at the address of a generated page, or where another part of the site goes.

    `addresses` are those of generated pages below a language's root; the default language is first.
    """
    hint = say("Give this page another name")
    written = {language: pages_by_hand(docs / language) for language in languages}
    for address in addresses:
        for language, pages in written.items():
            for uri in sources_of(address):
                if uri in pages:
                    message = say("The page '/%(address)s' is made from the data", address=address)
                    yield _clash(docs / language / uri, docs, message, hint)
    for language, pages in written.items():
        for uri in sorted(pages):
            name = uri.removesuffix("/index.md")
            if name != uri and f"{name}.md" in pages:
                message = say("'%(other)s' is the page at this address, too", other=f"{name}.md")
                yield _clash(docs / language / uri, docs, message, hint)
        taken = {*languages[1:], *_OF_DATA} if language == languages[0] else set()
        for path in sorted((docs / language).glob("*")):
            name = path.stem if path.suffix == ".md" else path.name
            if name in taken | _OF_THE_THEME | _MADE:
                message = say("'/%(address)s' is where another part of the site stands", address=name)
                yield _clash(path, docs, message, hint)
        for path in sorted((docs / language).rglob(_PREVIEW)):
            message = say("'%(name)s' is what a link to a page shows", name=_PREVIEW)
            yield _clash(path, docs, message, say("Give this file another name"))


def of_no_language(files: Iterable[str], docs: Path, languages: Iterable[str]) -> Iterator[Problem]:
    """Report each page that is in no language's folder, and so on no site; `files` are paths below `docs`."""
    known = list(languages)
    for file in files:
        path = PurePosixPath(file)
        if path.parts[0] not in known and path.name != NOTE:
            message = say("The page is in no language's folder, and stands nowhere on the site")
            hint = say("Move it into %(folders)s", folders=", ".join(f"{docs.name}/{tag}/" for tag in known))
            yield Problem("C610", Place(f"{docs.name}/{file}"), message, hint, "warning")


def _clash(path: Path, docs: Path, message: Message, hint: Message) -> Problem:
    return Problem("C605", Place(path.relative_to(docs.parent).as_posix()), message, hint)
