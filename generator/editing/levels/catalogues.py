"""Let the catalogues of every language follow a change of levels."""

from collections.abc import Iterator

from generator.editing.rename.planning import Files
from generator.editing.rename.refreshing import place_of, refreshed
from generator.l10n.catalogs.files import parse
from generator.load import Loaded
from generator.problems import Message, say, say_many
from generator.translate import SHARED_DOMAIN


def followed(
    files: Files, before: Loaded, after: Loaded, framework: str
) -> tuple[dict[str, bytes], tuple[Message, ...]]:
    """Update the catalogues that were up to date, and say how much of each language is to be translated.

    A text that only stands elsewhere keeps its translation; that of a changed one is in doubt.
    """
    places = {file: place_of(file) for file in files.catalogues}
    texts = {places[file]: content.decode("utf-8-sig") for file, content in files.catalogues.items()}
    fresh = refreshed((before.atlas(), texts), (after.atlas(), texts), {framework, SHARED_DOMAIN})
    result = {}
    for file, content in files.catalogues.items():
        mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
        result[file] = mark + fresh[places[file]].encode()
    return result, tuple(_open(texts, fresh, framework))


def _open(
    before: dict[tuple[str, str], str], after: dict[tuple[str, str], str], framework: str
) -> Iterator[Message]:
    for (language, domain), text in after.items():
        if domain not in (framework, SHARED_DOMAIN):
            continue
        if text == before[language, domain]:
            if domain == framework:
                name = f"{language}/{domain}"
                yield say(
                    "the catalogue %(name)s was out of date and still is: 'atlas l10n update'", name=name
                )
            continue
        more = _to_translate(text) - _to_translate(before[language, domain])
        if more > 0:
            yield say_many(
                "%(number)s text more to translate in '%(language)s' (%(domain)s)",
                "%(number)s texts more to translate in '%(language)s' (%(domain)s)",
                more,
                language=language,
                domain=domain,
            )


def _to_translate(text: str) -> int:
    return sum(not entry.translated() for entry in parse(text) if not entry.obsolete)
