"""Find where a page's texts stand in files, and which text of a page stands at a place in a file."""

import re
from collections import Counter
from pathlib import Path

from generator.folders import Folders
from generator.l10n.catalogs.files import catalogue_path
from generator.preview.language_pages import Made
from generator.preview.lines import context_at, entry_line, lines_of
from generator.preview.trace import Origin
from generator.preview.untrace import Ending
from generator.problems import Place

_FENCE = re.compile(r"\s*(```|~~~)")
_CATALOGUE = re.compile(r"[^/]+/([^/]+)/LC_MESSAGES/([^/]+)\.po")


def beside(place: Place, made: Made) -> Ending | None:
    """The end of the text on a page that is nearest to a place in a file."""
    # A text may be named in a link first, and stand for itself later on: that is where one looks for it.
    endings = sorted(made.plain.endings, key=lambda ending: not ending.free)
    texts = [(ending, made.origins[ending.number]) for ending in endings]
    if catalogue := _CATALOGUE.fullmatch(place.file):
        if catalogue[1] != made.language:
            return None
        wanted = catalogue[2], context_at(made.sources.root / place.file, place.line)
        return next((ending for ending, text in texts if (text.domain, text.context) == wanted), None)
    steps = made.sources.steps_at(place)
    if not steps:
        return None
    near = [(ending, text.steps) for ending, text in texts if text.place.file == place.file]
    for length in range(len(steps), min(len(steps), 2) - 1, -1):
        for ending, other in near:
            if other[:length] == steps[:length]:
                return ending
    return None


def entry_of(origin: Origin, language: str, root: Path) -> Place | None:
    """Where the translation of a text stands, or will stand."""
    if origin.state == "original":
        return None
    path = catalogue_path(Folders(root).locales, language, origin.domain)
    line = entry_line(path, origin.context)
    return Place(path.relative_to(root).as_posix(), line) if line else None


def places_of(made: Made, root: Path) -> list[Place]:
    """The files that a page is made from: its prose or its template, then its data, the most used first."""
    template = Folders(root).templates / made.template if made.template else None
    # A template that came with the program is nobody's to edit here.
    own = [path for path in (made.prose or template,) if path and path.is_file()]
    texts = [made.origins[ending.number].place for ending in made.plain.endings]
    first = {place.file: place for place in reversed(texts)}
    used = Counter(place.file for place in texts).most_common()
    return [*(Place(path.relative_to(root).as_posix()) for path in own), *(first[file] for file, _ in used)]


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
