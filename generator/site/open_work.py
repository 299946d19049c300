"""A project's files in, how far the translation of its words and of its pages by hand has come out."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from generator.catalogs import WORDS, Store, catalogue_path, read_po
from generator.pages.progress import PROSE_DOMAIN, Progress
from generator.pseudo import PSEUDO
from generator.site.prose_versions import translations
from generator.site.words import has_catalogue, words_in_all
from generator.translate import Gap


def open_work(
    locales: Path, docs: Path, languages: Sequence[str], store: Store | None = None
) -> tuple[Progress, ...]:
    """A line for each language's words, as its catalogue has them, and one for its pages.

    `languages` has the default one first; a pseudo-locale has nothing to translate.
    """
    own = [language for language in languages if language not in PSEUDO]
    store = store or Store(None)
    return tuple(line for language in own for line in _lines(locales, docs, language, own, store))


def _lines(
    locales: Path, docs: Path, language: str, languages: Sequence[str], store: Store
) -> Iterator[Progress]:
    path = catalogue_path(locales, language, WORDS)
    if has_catalogue(language) and path.is_file():
        total = words_in_all(locales, language, store)
        known = None if total is None else Progress(language, WORDS, total, ())
        yield known or _words(path, language, path.stat().st_mtime_ns)
    pages = [page for page in translations(docs, languages) if page.language == language]
    if pages:
        gaps = [
            Gap(language, PROSE_DOMAIN, page.uri, page.uri, "stale" if page.is_out_of_date else "missing")
            for page in pages
            if page.state != "translated"
        ]
        yield Progress(language, PROSE_DOMAIN, len(pages), tuple(gaps))


@lru_cache(maxsize=32)
def _words(path: Path, language: str, _changed: int) -> Progress:
    used = [entry for entry in read_po(path, path.name)[0] or () if not entry.obsolete]
    gaps = [
        Gap(language, WORDS, entry.msgctxt or "", entry.msgid, "stale" if entry.fuzzy else "missing")
        for entry in used
        if not entry.translated()
    ]
    return Progress(language, WORDS, len(used), tuple(gaps))
