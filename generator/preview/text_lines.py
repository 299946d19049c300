"""Find the lines of a page's texts in their files, and the text that stands at a line."""

import re
from pathlib import Path

from generator.folders import Folders
from generator.l10n.catalogs.files import catalogue_path
from generator.preview.data_lines import Sources, context_at, entry_line, lines_of
from generator.preview.language_pages import Made
from generator.preview.trace import Origin
from generator.preview.untrace import Ending
from generator.problems import Place

_FENCE = re.compile(r"\s*(```|~~~)")
_CATALOGUE = re.compile(r"[^/]+/([^/]+)/LC_MESSAGES/([^/]+)\.po")


def beside(place: Place, made: Made, sources: Sources, root: Path) -> Ending | None:
    """The end of the text on a page that is nearest to a place in a file."""
    # A text may be named in a link first, and stand for itself later on: that is where one looks for it.
    endings = sorted(made.plain.endings, key=lambda ending: not ending.free)
    if catalogue := _CATALOGUE.fullmatch(place.file):
        if catalogue[1] != made.language.tag:
            return None
        context = context_at(root / place.file, place.line)
        wanted = catalogue[2], context
        return next((item for item in endings if _key(made.origins[item.number]) == wanted), None)
    steps = sources.steps_at(place)
    if not steps:
        return None
    spots = [(item, sources.spot(*_key(made.origins[item.number]))) for item in endings]
    near = [(item, spot.steps) for item, spot in spots if spot is not None and spot.file == place.file]
    for length in range(len(steps), min(len(steps), 2) - 1, -1):
        for item, other in near:
            if other[:length] == steps[:length]:
                return item
    return None


def _key(origin: Origin) -> tuple[str, str]:
    return origin.domain, origin.context


def place_of(origin: Origin, sources: Sources) -> Place | None:
    """Where a text stands in the data."""
    spot = sources.spot(origin.domain, origin.context)
    return spot.place if spot else None


def entry_of(origin: Origin, language: str, root: Path) -> Place | None:
    """Where the translation of a text stands, or will stand."""
    if origin.state == "original":
        return None
    path = catalogue_path(Folders(root).locales, language, origin.domain)
    line = entry_line(path, origin.context)
    return Place(path.relative_to(root).as_posix(), line) if line else None


def places_of(made: Made, sources: Sources | None, root: Path) -> list[Place]:
    """The files that a page is made from: its prose or its template, then its data, the most used first."""
    places = []
    if made.prose is not None and made.prose.is_relative_to(root):
        places.append(Place(made.prose.relative_to(root).as_posix()))
    if made.template:
        places.append(Place((Folders(root).templates / made.template).relative_to(root).as_posix()))
    texts: dict[str, list[Place]] = {}
    for ending in made.plain.endings:
        place = place_of(made.origins[ending.number], sources) if sources else None
        if place:
            texts.setdefault(place.file, []).append(place)
    for found in sorted(texts.values(), key=len, reverse=True):
        places.append(found[0])
    return places


def heading_lines(path: Path) -> list[int]:
    """The lines of a Markdown file's headings."""
    found, fenced = [], False
    lines = lines_of(path)
    for number, line in enumerate(lines, 1):
        fenced ^= bool(_FENCE.match(line))
        underlined = number < len(lines) and re.fullmatch(r"(=+|--+)\s*", lines[number]) and line.strip()
        if not fenced and (re.match(r"#{1,6}\s", line) or underlined):
            found.append(number)
    return found
