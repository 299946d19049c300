"""Find the hand-written pages that a language takes from another, and what is to be said of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.l10n.languages import Language
from generator.prose.reading import for_mkdocs
from generator.prose.versions import Translation


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


def changed_original(file: File, written: Language | None, prose: Sequence[Translation]) -> str | None:
    """Name the language of a hand-written page's original, where that has changed since it was translated."""
    if written is None:
        return None
    here = written.tag, file.src_uri
    page = next((page for page in prose if (page.language, page.uri) == here), None)
    return page.original if page and page.is_out_of_date else None


def hand_over(
    files: Iterable[File], docs: Path, texts: Mapping[str, str], assets: Mapping[str, bytes]
) -> None:
    """Give mkdocs what was read already: pages by their paths below `docs`, other files by whole paths."""
    for file in files:
        if (content := assets.get(file.abs_src_path or "")) is not None:
            file.content_bytes = content
        elif file.src_dir and Path(file.src_dir).parent == docs:
            text = texts.get(f"{Path(file.src_dir).name}/{file.src_uri}")
            if text is not None:
                file.content_string = for_mkdocs(text)
