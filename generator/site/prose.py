"""The folders of hand-written pages in; the pages that a language lacks, taken from another, out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.l10n.languages import Language
from generator.prose.versions import translation_of


def borrowed(config: MkDocsConfig, files: Files, docs: Path, languages: Sequence[Language]) -> Iterator[File]:
    """Files that only other languages have: a page exists in every language, so that links hold."""
    have = {file.src_uri for file in files}
    for language in languages:
        folder = docs / language.tag
        for path in sorted(folder.rglob("*")):
            uri = path.relative_to(folder).as_posix()
            if path.is_file() and uri not in have:
                have.add(uri)
                yield File(uri, str(folder), config.site_dir, config.use_directory_urls)


def language_of(file: File, docs: Path, languages: Sequence[Language]) -> Language | None:
    """The language that a hand-written page is in; None for a generated one."""
    return next((item for item in languages if file.src_dir and Path(file.src_dir) == docs / item.tag), None)


def changed_original(file: File, docs: Path, languages: Sequence[Language]) -> str | None:
    """The language of a hand-written page's original, where that has changed since the page translated it."""
    written = language_of(file, docs, languages)
    if written is None:
        return None
    found = translation_of(docs, written.tag, file.src_uri, [item.tag for item in languages])
    return found.original if found and found.is_out_of_date else None


def source_at(address: str, docs: Path, languages: Sequence[Language]) -> str | None:
    """The hand-written page at an address, as mkdocs names it; None where no language has one."""
    for uri in sources_of(address):
        if any((docs / language.tag / uri).is_file() for language in languages):
            return uri
    return None


def sources_of(address: str) -> tuple[str, ...]:
    """What a hand-written page at an address may be called, as mkdocs names it."""
    name = address.rstrip("/")
    return (f"{name}.md", f"{name}/index.md") if name else ("index.md",)


def pages_by_hand(folder: Path) -> frozenset[str]:
    """The hand-written pages of one language's folder, as mkdocs names them."""
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*.md") if path.is_file())
