"""Find the hand-written pages that a language takes from another, and what is to be said of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.l10n.languages import Language
from generator.prose.versions import translation_of


def borrowed(config: MkDocsConfig, files: Files, docs: Path, languages: Sequence[Language]) -> Iterator[File]:
    """Find the files that only other languages have: a page exists in every language, so that links hold."""
    have = {file.src_uri for file in files}
    for language in languages:
        folder = docs / language.tag
        for path in sorted(folder.rglob("*")):
            uri = path.relative_to(folder).as_posix()
            if path.is_file() and uri not in have:
                have.add(uri)
                yield File(uri, str(folder), config.site_dir, config.use_directory_urls)


def language_of(file: File, docs: Path, languages: Sequence[Language]) -> Language | None:
    """Tell which language a hand-written page is in; None for a generated one."""
    return next((item for item in languages if file.src_dir and Path(file.src_dir) == docs / item.tag), None)


def changed_original(file: File, docs: Path, languages: Sequence[Language]) -> str | None:
    """Name the language of a hand-written page's original, where that has changed since it was translated."""
    written = language_of(file, docs, languages)
    if written is None:
        return None
    found = translation_of(docs, written.tag, file.src_uri, [item.tag for item in languages])
    return found.original if found and found.is_out_of_date else None
