"""Publish how every thing is cited, in each language: as CSL-JSON, as BibTeX and as RIS."""

import json
from collections.abc import Callable, Iterator
from functools import partial

from generator.citation import Citation, citation_of, cited_root
from generator.export.publication import API, DataFile, Publication


def citation_files(publication: Publication) -> Iterator[DataFile]:
    """Three files for each language."""
    for language in publication.views:
        here = f"{API}/{language}/citations"
        for ending, write in _FORMS.items():
            yield DataFile(f"{here}.{ending}", None, partial(_file, publication, language, write))


def _file(publication: Publication, language: str, write: Callable[[list[Citation]], str]) -> bytes:
    root, published = cited_root(publication.terms.address), publication.terms.published
    found = (thing for thing in publication.things[language] if thing.identity)
    return write(
        [citation_of(thing, root, language, published, publication.terms.atlas) for thing in found]
    ).encode()


def _csl(found: list[Citation]) -> str:
    return f"{json.dumps([item.csl() for item in found], ensure_ascii=False, indent=1)}\n"


def _bibtex(found: list[Citation]) -> str:
    return "\n".join(item.bibtex() for item in found)


def _ris(found: list[Citation]) -> str:
    return "\r\n".join(item.ris() for item in found)


_FORMS: dict[str, Callable[[list[Citation]], str]] = {"json": _csl, "bib": _bibtex, "ris": _ris}
