"""Update the order and comments of catalogues after a renaming, where they were up to date before.

An id is in a catalogue's order and comments too: that of an entry follows the data, a comment has an address.
"""

from collections.abc import Collection, Mapping
from pathlib import PurePosixPath

from generator.l10n.catalogs.files import entries, parse, written
from generator.l10n.catalogs.merging import merge, notes, wanted_texts
from generator.model import Atlas
from generator.translate import view

Texts = Mapping[tuple[str, str], str]
"""Catalogues by language and domain."""

_COMMENTS_IN = "en"


def place_of(file: str) -> tuple[str, str]:
    """Read the language and domain of a catalogue from its path."""
    path = PurePosixPath(file)
    return path.parts[-3], path.stem


def refreshed(
    before: tuple[Atlas, Texts], after: tuple[Atlas, Texts], domains: Collection[str]
) -> dict[tuple[str, str], str]:
    """Update the catalogues after a renaming; leave those that were out of date before it as they are.

    Only catalogues of `domains` can need an update.
    """
    then, now = _updated(*before, domains), _updated(*after, domains)
    current = {place for place, text in before[1].items() if then.get(place) == text}
    return {
        place: now[place] if was in current and place in now else text
        for was, (place, text) in zip(before[1], after[1].items(), strict=True)
    }


def _updated(atlas: Atlas, texts: Texts, domains: Collection[str]) -> dict[tuple[str, str], str]:
    english = {domain: entries(parse(text)) for (tag, domain), text in texts.items() if tag == _COMMENTS_IN}
    named = view(atlas, _COMMENTS_IN, english).atlas
    result = {}
    for language in dict.fromkeys(language for language, _ in texts):
        wanted_here = wanted_texts(atlas, language)
        everything = {domain: wanted for domain, wanted in wanted_here.items() if domain in domains}
        said = notes(everything, atlas if language == _COMMENTS_IN else named, language)
        for domain, wanted in everything.items():
            if (language, domain) in texts:
                pairs = [(item.context, item.text) for item in wanted]
                comments = {item.context: said[domain, item.context] for item in wanted}
                catalogue = parse(texts[language, domain])
                merged = merge(catalogue, pairs, language, domain, comments)
                result[language, domain] = written(merged).decode()
    return result
